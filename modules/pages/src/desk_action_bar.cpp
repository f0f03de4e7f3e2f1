#include "desk_action_bar.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>

#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
using presentation::DeskActions;

namespace {

struct DeskActs {
    Q_DECLARE_TR_FUNCTIONS(DeskActs)
};

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
    m_reason->setFixedHeight(scaled(metric::primaryControl));
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_main);
    row->addWidget(m_recall);
    row->addWidget(m_noShow);
    row->addWidget(m_transfer);
    row->addWidget(m_hold);
    row->addStretch();
    auto *divider = new Divider(Qt::Vertical);
    row->addWidget(divider);
    row->addSpacing(space::xs);
    row->addWidget(m_reason);
    row->addWidget(m_break);
    column()->addLayout(row);

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

void DeskActionBar::followKeys(QAction *main, QAction *recall, QAction *noShow, QAction *transfer, QAction *pause)
{
    const auto follow = [this](QAction *action, ActionButton *button) {
        const auto showKeys = [action, button] { button->setKeyCap(action->shortcut().toString(QKeySequence::NativeText)); };
        connect(action, &QAction::changed, button, showKeys);
        showKeys();
    };
    follow(main, m_main);
    follow(recall, m_recall);
    follow(noShow, m_noShow);
    follow(transfer, m_transfer);
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
    const int chosen = std::max(m_reason->currentIndex(), 0);
    m_reason->clear();
    for (const QString &reason : {tr("lunch"), tr("short break"), tr("back office"), tr("meeting")})
        m_reason->addItem(tr("Reason: %1").arg(reason), reason);
    m_reason->setCurrentIndex(chosen);
    m_reason->setAccessibleName(tr("Reason of the break"));
    showFacts();
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
    m_reason->setEnabled(can.pause);
}

} // namespace smartqueue::pages
