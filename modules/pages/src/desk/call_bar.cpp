#include <smartqueue/pages/call_bar.h>

#include <utility>

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWindow>

#include <smartqueue/pages/desk_controller.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>
#include <smartqueue/widgets/theme.h>

#include "desk_action_bar.h"

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

constexpr int widthStep = 20;

} // namespace

CallBar::CallBar(DeskController &desk, QWidget *parent)
    : QWidget(parent, Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint)
    , m_desk(desk)
{
    setObjectName(QStringLiteral("callBar"));
    const auto button = [](ButtonKind kind = ButtonKind::secondary) { return new ActionButton(QString(), kind); };
    m_head = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    m_number = new TextLabel({}, TextSize::display, QFont::Bold);
    m_upper = new TextLabel({}, TextSize::body, QFont::DemiBold);
    m_lower = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    m_main = button(ButtonKind::primary);
    m_main->setObjectName(QStringLiteral("callBarMain"));
    m_main->setTall(true);
    m_recall = button();
    m_noShow = button();
    m_transfer = button();
    m_break = button();
    m_size = new IconButton(Icon::collapse, QString());

    auto *who = new QVBoxLayout;
    who->setSpacing(0);
    who->addWidget(m_head);
    who->addWidget(m_number);
    auto *what = new QVBoxLayout;
    what->setSpacing(2);
    what->addWidget(m_upper);
    what->addWidget(m_lower);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, space::xs, space::s, space::xs);
    row->setSpacing(space::s);
    row->addLayout(who);
    row->addLayout(what, 1);
    for (QWidget *act : {static_cast<QWidget *>(m_main), static_cast<QWidget *>(m_recall), static_cast<QWidget *>(m_noShow),
                         static_cast<QWidget *>(m_transfer), static_cast<QWidget *>(m_break), static_cast<QWidget *>(m_size)})
        row->addWidget(act);
    for (ActionButton *act : {m_recall, m_noShow, m_transfer, m_break}) {
        act->setTall(true);
        act->setCompact(true);
    }
    m_main->setCompact(true);

    connect(m_main, &QPushButton::clicked, &m_desk, &DeskController::actMain);
    connect(m_recall, &QPushButton::clicked, &m_desk, &DeskController::recall);
    connect(m_noShow, &QPushButton::clicked, &m_desk, &DeskController::markNoShow);
    connect(m_transfer, &QPushButton::clicked, this, &CallBar::transferRequested);
    connect(m_break, &QPushButton::clicked, this, [this] { m_desk.toggleBreak(breakReason()); });
    connect(m_size, &QPushButton::clicked, this, [this] { setCompact(!m_compact); });
    connect(&m_desk, &DeskController::factsChanged, this, &CallBar::showFacts);
    connect(&m_desk, &DeskController::actingChanged, this, &CallBar::showFacts);
    setKeys({});
    retranslate();
    m_main->setFocus();
}

void CallBar::setKeys(const DeskKeys &keys)
{
    m_keys = keys;
    const std::pair<ActionButton *, QKeySequence> caps[]{
        {m_main, keys.main}, {m_recall, keys.recall}, {m_noShow, keys.noShow}, {m_transfer, keys.transfer}, {m_break, keys.pause}};
    for (const auto &[act, sequence] : caps)
        act->setKeyCap(sequence.toString(QKeySequence::NativeText));
    fit();
}

void CallBar::setCompact(bool compact)
{
    m_compact = compact;
    retranslate();
}

void CallBar::retranslate()
{
    setWindowTitle(tr("Call bar"));
    m_recall->setText(tr("Recall"));
    m_noShow->setText(tr("No-show"));
    m_transfer->setText(tr("Transfer…"));
    m_size->setGlyph(m_compact ? Icon::expand : Icon::collapse);
    const QString size = m_compact ? tr("Larger call bar") : tr("Smaller call bar");
    m_size->setAccessibleName(size);
    m_size->setToolTip(size);
    // The small one keeps what cannot be guessed: who, how long, and the main key; the other keys still work.
    for (QWidget *only : {static_cast<QWidget *>(m_head), static_cast<QWidget *>(m_recall), static_cast<QWidget *>(m_noShow),
                          static_cast<QWidget *>(m_transfer), static_cast<QWidget *>(m_break)})
        only->setVisible(!m_compact);
    m_main->setTall(!m_compact);
    m_number->setStep(m_compact ? TextSize::title : TextSize::display, QFont::Bold);
    showFacts();
    fit();
}

void CallBar::fit()
{
    const QSize wanted = m_compact ? QSize(scaled(420), scaled(48)) : QSize(scaled(860), scaled(64));
    QSize size = wanted.expandedTo(minimumSizeHint());
    // In steps, so that a bar that needs more does not grow and shrink with every figure.
    if (size.width() > wanted.width())
        size.setWidth((size.width() + widthStep - 1) / widthStep * widthStep);
    setFixedSize(size);
}

void CallBar::showFacts()
{
    const presentation::DeskFacts &facts = m_desk.facts();
    const presentation::DeskActions &can = facts.actions;
    if (facts.current) {
        m_head->setText(words::ticketState(facts.current->state));
        m_number->setText(facts.current->number);
        m_upper->setText(tr("%1 · %2", "queue, timer")
                             .arg(facts.current->queue, words::timer(presentation::deskTimer(*facts.current, m_desk.now()))));
    } else {
        m_head->setText(facts.isSignedIn() ? words::agentStatus(facts.status) : tr("Not signed in"));
        m_number->setText(QStringLiteral("–"));
        m_upper->setText(facts.agentName);
    }
    const QString waiting = tr("%n waiting", nullptr, facts.waiting);
    m_lower->setText(facts.upcoming.empty()
                         ? waiting
                         : tr("%1 · next %2", "waiting, number").arg(waiting, facts.upcoming.front().number));
    const QString text = mainActText(facts, m_desk.isActing());
    if (m_main->text() != text)
        m_main->setText(text);
    m_main->setDown(m_desk.isActing());
    m_main->setEnabled(can.main != presentation::DeskActions::Main::none || m_desk.isActing());
    m_recall->setEnabled(can.recall);
    m_noShow->setEnabled(can.noShow);
    m_transfer->setEnabled(can.transfer);
    m_break->setEnabled(can.pause || can.resumeWork);
    m_break->setText(can.resumeWork ? (facts.breakArmed ? tr("No break") : tr("Work")) : tr("Pause"));
    fit();
}

QString CallBar::breakReason() const
{
    const std::vector<BreakReason> &own = m_desk.facts().breakReasons;
    return own.empty() ? tr("short break") : QString::fromStdString(own.front().name);
}

void CallBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Only now the buttons have their final hints.
    fit();
}

void CallBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void CallBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    painter.fillRect(rect(), t.surface);
    painter.setPen(t.border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CallBar::keyPressEvent(QKeyEvent *event)
{
    const QKeySequence pressed(event->keyCombination());
    if (pressed == m_keys.main) {
        if (!event->isAutoRepeat())
            m_desk.actMain();
    } else if (pressed == m_keys.recall) {
        m_desk.recall();
    } else if (pressed == m_keys.noShow) {
        m_desk.markNoShow();
    } else if (pressed == m_keys.transfer) {
        if (m_desk.facts().actions.transfer)
            Q_EMIT transferRequested();
    } else if (pressed == m_keys.pause) {
        m_desk.toggleBreak(breakReason());
    } else if (pressed == m_keys.undo) {
        m_desk.undo();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT deskRequested();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CallBar::mouseMoveEvent(QMouseEvent *event)
{
    // Without a frame the bar itself is the handle.
    if (event->buttons().testFlag(Qt::LeftButton) && windowHandle())
        windowHandle()->startSystemMove();
}

void CallBar::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT deskRequested();
}

} // namespace smartqueue::pages
