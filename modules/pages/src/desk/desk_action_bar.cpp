#include "desk_action_bar.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QStyle>
#include <QStyleOptionComboBox>

#include <smartqueue/presentation/agent_facts.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/flow_row.h>
#include <smartqueue/widgets/text_label.h>

#include "shown_keys.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::DeskActions;

namespace {

struct DeskActs {
    Q_DECLARE_TR_FUNCTIONS(DeskActs)
};

constexpr int widestReason = 240;

bool sameReasons(const std::vector<BreakReason> &a, const std::vector<BreakReason> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const BreakReason &one, const BreakReason &other) { return one.name == other.name && one.limit == other.limit; });
}

} // namespace

QString mainActText(const presentation::DeskFacts &facts, bool acting)
{
    switch (facts.actions.main) {
    case DeskActions::Main::start:
        return acting ? DeskActs::tr("Starting…") : DeskActs::tr("Start service");
    case DeskActions::Main::finish:
        return acting ? DeskActs::tr("Finishing…") : facts.breakArmed ? DeskActs::tr("Finish, then break") : DeskActs::tr("Finish");
    case DeskActions::Main::finishAndCallNext:
        return acting ? DeskActs::tr("Calling…") : DeskActs::tr("Finish and call next");
    default:
        return acting ? DeskActs::tr("Calling…") : DeskActs::tr("Call next");
    }
}

DeskActionBar::DeskActionBar(DeskController &desk, QWidget *parent)
    : Card(parent)
    , m_desk(desk)
{
    setPadding(space::m);
    const auto button = [](Icon icon, const char *name, ButtonKind kind = ButtonKind::secondary) {
        auto *made = new ActionButton(icon, QString(), kind);
        made->setTall(true);
        made->setObjectName(QString::fromLatin1(name));
        made->setEnabled(false);
        return made;
    };
    m_main = button(Icon::megaphone, "deskMain", ButtonKind::primary);
    m_recall = button(Icon::none, "deskRecall");
    m_noShow = button(Icon::none, "deskNoShow");
    m_transfer = button(Icon::none, "deskTransfer");
    m_hold = button(Icon::none, "deskHold");
    m_break = button(Icon::coffee, "deskBreak");
    m_reason = new QComboBox;
    m_reason->setObjectName(QStringLiteral("deskBreakReason"));
    m_reason->setMinimumHeight(metric::primaryControl);

    m_acts = new QWidget;
    auto *acts = new FlowRow(m_acts);
    for (ActionButton *act : {m_main, m_recall, m_noShow, m_transfer, m_hold})
        acts->addWidget(act);
    m_pause = new QWidget;
    auto *pause = new QHBoxLayout(m_pause);
    pause->setContentsMargins(0, 0, 0, 0);
    pause->setSpacing(space::s);
    pause->addStretch();
    pause->addWidget(new Divider(Qt::Vertical));
    pause->addSpacing(space::xs);
    pause->addWidget(m_reason);
    pause->addWidget(m_break);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(space::s);
    m_grid->setVerticalSpacing(space::s);
    m_grid->addWidget(m_acts, 0, 0);
    m_grid->addWidget(m_pause, 0, 1);
    m_grid->setColumnStretch(0, 1);
    column()->addLayout(m_grid);

    connect(m_main, &QPushButton::clicked, &m_desk, &DeskController::actMain);
    connect(m_recall, &QPushButton::clicked, &m_desk, &DeskController::recall);
    connect(m_noShow, &QPushButton::clicked, &m_desk, &DeskController::markNoShow);
    connect(m_transfer, &QPushButton::clicked, this, &DeskActionBar::transferRequested);
    connect(m_hold, &QPushButton::clicked, this, &DeskActionBar::holdRequested);
    connect(m_break, &QPushButton::clicked, this, [this] { m_desk.toggleBreak(breakReason()); });
    connect(&m_desk, &DeskController::factsChanged, this, &DeskActionBar::showFacts);
    connect(&m_desk, &DeskController::actingChanged, this, &DeskActionBar::showFacts);
    retranslate();
}

void DeskActionBar::followKeys(QAction *main, QAction *recall, QAction *noShow, QAction *transfer, QAction *hold, QAction *pause)
{
    const auto follow = [this](QAction *action, ActionButton *button) {
        const auto showKeys = [action, button] { button->setKeyCap(shownKeys(action)); };
        connect(action, &QAction::changed, button, showKeys);
        showKeys();
    };
    follow(main, m_main);
    follow(recall, m_recall);
    follow(noShow, m_noShow);
    follow(transfer, m_transfer);
    follow(hold, m_hold);
    follow(pause, m_break);
}

QString DeskActionBar::breakReason() const
{
    return m_reason->currentData().toString();
}

void DeskActionBar::retranslate()
{
    m_recall->setText(tr("Recall"));
    m_noShow->setText(tr("No-show"));
    m_transfer->setText(tr("Transfer…"));
    m_hold->setText(tr("Hold…"));
    m_reasons = offeredReasons();
    fillReasons();
    m_reason->setAccessibleName(tr("Reason of the break"));
    showFacts();
}

std::vector<BreakReason> DeskActionBar::offeredReasons() const
{
    const std::vector<BreakReason> &own = m_desk.facts().breakReasons;
    if (!own.empty())
        return own;
    std::vector<BreakReason> usual;
    for (const QString &name : {tr("lunch"), tr("short break"), tr("back office"), tr("meeting")})
        usual.push_back({name.toStdString(), {}});
    return usual;
}

void DeskActionBar::fillReasons()
{
    const QString chosen = breakReason();
    m_reason->clear();
    for (const BreakReason &reason : m_reasons) {
        const QString words = presentation::breakReasonWords(reason);
        m_reason->addItem(m_bareReasons ? words : tr("Reason: %1").arg(words), QString::fromStdString(reason.name));
    }
    m_reason->setCurrentIndex(std::max(m_reason->findData(chosen), 0));
}

int DeskActionBar::reasonsWidth(bool bare) const
{
    // Not the box's own hint: Qt keeps its smallest one when the texts become shorter.
    int longest = 0;
    for (const BreakReason &reason : m_reasons) {
        const QString words = presentation::breakReasonWords(reason);
        longest = std::max(longest, m_reason->fontMetrics().horizontalAdvance(bare ? words : tr("Reason: %1").arg(words)));
    }
    // A long name of one's own must not push the acts out.
    longest = std::min(longest, scaled(widestReason));
    QStyleOptionComboBox option;
    option.initFrom(m_reason);
    const QSize contents(longest + 1, m_reason->fontMetrics().height());
    return m_reason->style()->sizeFromContents(QStyle::CT_ComboBox, &option, contents, m_reason).width();
}

QSize DeskActionBar::minimumSizeHint() const
{
    const QMargins around = column()->contentsMargins();
    const int width = std::max(m_acts->layout()->minimumSize().width(), m_pause->layout()->minimumSize().width());
    return {width + around.left() + around.right(), Card::minimumSizeHint().height()};
}

bool DeskActionBar::event(QEvent *event)
{
    // Another text, key or text size asks for another width.
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return Card::event(event);
}

void DeskActionBar::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

void DeskActionBar::arrange()
{
    const QMargins around = column()->contentsMargins();
    const int room = width() - around.left() - around.right();
    const ActionButton *const acts[] = {m_main, m_recall, m_noShow, m_transfer, m_hold, m_break};
    const int fullReasons = reasonsWidth(false);
    const int bareReasons = reasonsWidth(true);
    m_reason->setFixedWidth(m_bareReasons ? bareReasons : fullReasons);
    // What one row needs when nothing is left out; then what can be saved, the least missed first.
    int needed = m_acts->layout()->sizeHint().width() + m_pause->layout()->sizeHint().width() + space::s;
    for (const ActionButton *act : acts)
        needed += act->isCompact() ? ActionButton::compactSaving : 0;
    const int prefix = m_reason->isHidden() ? 0 : fullReasons - bareReasons;
    needed += m_bareReasons ? prefix : 0;
    const int compactNeeds = needed - int(std::size(acts)) * ActionButton::compactSaving;
    const int bareNeeds = compactNeeds - prefix;
    const bool two = bareNeeds > room;
    const bool compact = needed > room && !two;
    const bool bare = compactNeeds > room && !two;
    for (ActionButton *act : {m_main, m_recall, m_noShow, m_transfer, m_hold, m_break})
        act->setCompact(compact);
    if (bare != m_bareReasons) {
        m_bareReasons = bare;
        m_reason->setFixedWidth(bare ? bareReasons : fullReasons);
        fillReasons();
    }
    if (two == m_twoLines)
        return;
    m_twoLines = two;
    m_grid->removeWidget(m_pause);
    m_grid->addWidget(m_pause, two ? 1 : 0, two ? 0 : 1);
}

void DeskActionBar::showFacts()
{
    const presentation::DeskFacts &facts = m_desk.facts();
    const DeskActions &can = facts.actions;
    const QString text = mainActText(facts, m_desk.isActing());
    if (m_main->text() != text)
        m_main->setText(text);
    m_main->setGlyph(can.main == DeskActions::Main::start    ? Icon::play
                     : can.main == DeskActions::Main::finish ? Icon::check
                                                             : Icon::megaphone);
    // While an act is on its way the key stays pressed: disabling it would send the focus elsewhere.
    m_main->setDown(m_desk.isActing());
    m_main->setEnabled(can.main != DeskActions::Main::none || m_desk.isActing());
    m_recall->setEnabled(can.recall);
    m_noShow->setEnabled(can.noShow);
    m_transfer->setEnabled(can.transfer);
    m_hold->setEnabled(can.hold);
    m_break->setEnabled(can.pause || can.resumeWork);
    m_break->setText(!can.resumeWork ? tr("Break") : facts.breakArmed ? tr("No break after all") : tr("Back to work"));
    if (std::vector<BreakReason> offered = offeredReasons(); !sameReasons(offered, m_reasons)) {
        m_reasons = std::move(offered);
        fillReasons();
    }
    // The reason of a break that is on, or asked for, is settled.
    m_reason->setVisible(!can.resumeWork);
    m_reason->setEnabled(can.pause);
    arrange();
}

} // namespace smartqueue::pages
