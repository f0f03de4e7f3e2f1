#include <smartqueue/pages/desk_page.h>

#include <algorithm>

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QSettings>
#include <QStackedWidget>

#include <smartqueue/pages/call_bar.h>
#include <smartqueue/pages/desk_controller.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>

#include "desk_action_bar.h"
#include "desk_held_card.h"
#include "desk_last_card.h"
#include "desk_lists.h"
#include "desk_queue_cards.h"
#include "desk_sign_in.h"
#include "desk_ticket_card.h"
#include "page_scroll.h"
#include "reason_dialog.h"
#include "transfer_dialog.h"

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

QString agentSetting() { return QStringLiteral("desk/agent"); }

/// Fewer of the next tickets would not show that there is an order.
constexpr int fewestUpcoming = 2;

constexpr int leftShare = 676;
constexpr int rightShare = 344;
/// Less than this, and the right column stands below the left one.
constexpr int leastColumns = 840;

/// The height that a card needs at this width.
int heightOf(const QWidget *card, int width)
{
    if (card->isHidden())
        return 0;
    QLayout *layout = card->layout();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalSizeHint().height();
}

} // namespace

DeskPage::DeskPage(presentation::Console &console, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_desk(new DeskController(console.engine(), this))
    , m_sides(new QStackedWidget)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_sides);
    makeActions();
    m_signInSide = makeSignIn();
    m_deskSide = makeDesk();
    m_sides->addWidget(m_signInSide);
    m_sides->addWidget(m_deskSide);

    connect(m_desk, &DeskController::factsChanged, this, &DeskPage::showFacts);
    connect(m_desk, &DeskController::refused, this, &Page::failed);
    connect(m_desk, &DeskController::nobodyWaiting, this,
            [this] { Q_EMIT toastRequested(tr("Nobody is waiting in your queues.")); });
    connect(m_desk, &DeskController::undone, this, [this] { Q_EMIT toastRequested(tr("Taken back.")); });
    connect(m_desk, &DeskController::agentChanged, this, &DeskPage::rememberAgent);
    connect(&m_console, &presentation::Console::deskAgentChanged, m_desk, &DeskController::setAgent);

    const AgentId last = m_console.deskAgent() ? m_console.deskAgent()
                                               : AgentId{QSettings().value(agentSetting()).toLongLong()};
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    const Agent *known = snapshot->state.agent(last);
    if (known) {
        m_signIn->suggest(last);
        // In the demo nobody should have to sign in first; elsewhere a person says who they are each day.
        if (known->status != AgentStatus::offline)
            m_desk->setAgent(last);
    }
    retranslate();
}

DeskPage::~DeskPage() = default;

QString DeskPage::title() const
{
    return tr("Desk");
}

QString DeskPage::subtitle() const
{
    const QString branch = QString::fromStdString(m_console.engine().snapshot()->state.branch.name);
    const presentation::DeskFacts &facts = m_desk->facts();
    if (!facts.isSignedIn() || facts.counter.isEmpty())
        return branch;
    return tr("%1 · %2", "counter, branch").arg(words::counter(facts.counter.toStdString()), branch);
}

QList<QAction *> DeskPage::paletteActions() const
{
    QList<QAction *> actions{m_mainAction, m_recallAction, m_noShowAction,  m_transferAction, m_holdAction,
                             m_breakAction, m_undoAction,  m_signOutAction, m_callBarAction};
    actions += m_outcomeActions;
    return actions;
}

void DeskPage::activated(const QVariant &)
{
    focusMain();
}

CallBar &DeskPage::callBar()
{
    if (!m_callBar) {
        m_callBar = new CallBar(*m_desk, this);
        for (const QAction *act : {m_mainAction, m_recallAction, m_noShowAction, m_transferAction, m_breakAction, m_undoAction})
            connect(act, &QAction::changed, m_callBar, [this] { passKeys(); });
        passKeys();
        const auto backToDesk = [this] {
            m_callBar->hide();
            window()->show();
            window()->raise();
            window()->activateWindow();
        };
        connect(m_callBar, &CallBar::deskRequested, this, backToDesk);
        connect(m_callBar, &CallBar::transferRequested, this, [this, backToDesk] {
            backToDesk();
            openTransfer();
        });
    }
    return *m_callBar;
}

void DeskPage::passKeys()
{
    m_callBar->setKeys({m_mainAction->shortcut(), m_recallAction->shortcut(), m_noShowAction->shortcut(),
                        m_transferAction->shortcut(), m_breakAction->shortcut(), m_undoAction->shortcut()});
}

void DeskPage::makeActions()
{
    const auto action = [this](const char *name, const QKeySequence &keys) {
        auto *made = new QAction(this);
        made->setObjectName(QString::fromLatin1(name));
        made->setShortcut(keys);
        // F8 counts wherever the focus is, as long as the desk is in front.
        made->setShortcutContext(Qt::WindowShortcut);
        addAction(made);
        return made;
    };
    m_mainAction = action("desk.main", Qt::Key_F8);
    m_recallAction = action("desk.recall", Qt::Key_F7);
    m_noShowAction = action("desk.noShow", Qt::Key_F9);
    m_transferAction = action("desk.transfer", Qt::Key_F10);
    m_holdAction = action("desk.hold", Qt::Key_F4);
    m_breakAction = action("desk.break", Qt::Key_F6);
    m_undoAction = action("desk.undo", QKeySequence::Undo);
    m_undoAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_signOutAction = action("desk.signOut", {});
    m_callBarAction = action("desk.callBar", {});
    for (int number = 1; number <= 4; ++number) {
        auto *outcome = action("desk.outcome", Qt::ALT | Qt::Key(Qt::Key_0 + number));
        outcome->setObjectName(QStringLiteral("desk.outcome%1").arg(number));
        connect(outcome, &QAction::triggered, this, [this, number] { m_ticket->chooseOutcome(number); });
        m_outcomeActions.append(outcome);
    }
    m_mainAction->setAutoRepeat(false);
    connect(m_mainAction, &QAction::triggered, m_desk, &DeskController::actMain);
    connect(m_recallAction, &QAction::triggered, m_desk, &DeskController::recall);
    connect(m_noShowAction, &QAction::triggered, m_desk, &DeskController::markNoShow);
    connect(m_transferAction, &QAction::triggered, this, &DeskPage::openTransfer);
    connect(m_holdAction, &QAction::triggered, this, &DeskPage::openHold);
    connect(m_breakAction, &QAction::triggered, this, [this] { m_desk->toggleBreak(m_bar->breakReason()); });
    connect(m_undoAction, &QAction::triggered, this, [this] { m_desk->undo(); });
    connect(m_signOutAction, &QAction::triggered, m_desk, &DeskController::signOut);
    connect(m_callBarAction, &QAction::triggered, this, [this] { callBar().setVisible(!callBar().isVisible()); });
}

QWidget *DeskPage::makeDesk()
{
    auto *side = new QWidget;
    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, 0, space::l);
    rows->setSpacing(space::l);

    auto *inside = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, inside);
    m_columns->setContentsMargins(space::xl, space::l, space::xl, 0);
    m_columns->setSpacing(space::l);
    m_ticket = new DeskTicketCard(*m_desk);
    m_last = new DeskLastCard(*m_desk, {m_callBarAction, m_signOutAction});
    auto *left = new QVBoxLayout;
    left->setSpacing(space::l);
    left->addWidget(m_ticket, 3);
    left->addWidget(m_last, 1);
    m_held = new DeskHeldCard(*m_desk);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::l);
    right->addWidget(m_held);
    m_queuesCard = new DeskQueuesCard;
    m_nextCard = new DeskNextCard;
    right->addWidget(m_queuesCard);
    right->addWidget(m_nextCard, 1);
    m_columns->addLayout(left, leftShare);
    m_columns->addLayout(right, rightShare);

    rows->addWidget(new PageScroll(inside), 1);
    m_bar = new DeskActionBar(*m_desk);
    auto *pinned = new QHBoxLayout;
    pinned->setContentsMargins(space::xl, 0, space::xl, 0);
    pinned->addWidget(m_bar);
    m_bar->followKeys(m_mainAction, m_recallAction, m_noShowAction, m_transferAction, m_holdAction, m_breakAction);
    m_last->followUndo(m_undoAction);
    m_ticket->followMain(m_mainAction);
    m_nextCard->followMain(m_mainAction);
    rows->addLayout(pinned);
    connect(m_bar, &DeskActionBar::transferRequested, this, &DeskPage::openTransfer);
    connect(m_bar, &DeskActionBar::holdRequested, this, &DeskPage::openHold);
    return side;
}

QWidget *DeskPage::makeSignIn()
{
    auto *side = new QWidget;
    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(space::xl, space::l, space::xl, space::l);
    m_signIn = new DeskSignIn(*m_desk);
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(m_signIn, 4);
    middle->addStretch();
    rows->addStretch();
    rows->addLayout(middle);
    rows->addStretch();
    connect(m_signIn, &DeskSignIn::setupRequested, this, [this] { Q_EMIT navigateRequested(PageId::agents, {}); });
    return side;
}

bool DeskPage::event(QEvent *event)
{
    // The window has the same keys for its own undo; here they mean this page's.
    if (event->type() == QEvent::ShortcutOverride
        && m_undoAction->shortcut() == QKeySequence(static_cast<QKeyEvent *>(event)->keyCombination())) {
        event->accept();
        return true;
    }
    return Page::event(event);
}

void DeskPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DeskPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool below = width() - 2 * space::xl - space::l < scaled(leastColumns);
    m_columns->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    showQueues();
}

void DeskPage::keyPressEvent(QKeyEvent *event)
{
    if (m_undoAction->shortcut() == QKeySequence(event->keyCombination())) {
        m_undoAction->trigger();
        return;
    }
    const int number = event->key() - Qt::Key_0;
    if (event->modifiers() == Qt::NoModifier && number >= 1 && number <= 4 && m_desk->facts().current) {
        m_ticket->chooseOutcome(number);
        return;
    }
    Page::keyPressEvent(event);
}

void DeskPage::retranslate()
{
    m_queuesCard->retranslate();
    m_nextCard->retranslate();
    m_recallAction->setText(tr("Recall"));
    m_noShowAction->setText(tr("No-show"));
    m_transferAction->setText(tr("Transfer…"));
    m_holdAction->setText(tr("Hold…"));
    m_undoAction->setText(tr("Undo your last act"));
    m_signOutAction->setText(tr("Sign out"));
    m_callBarAction->setText(tr("Call bar"));
    for (int number = 1; number <= int(m_outcomeActions.size()); ++number)
        m_outcomeActions[number - 1]->setText(tr("Outcome %1").arg(number));
    m_ticket->retranslate();
    m_last->retranslate();
    m_held->retranslate();
    m_bar->retranslate();
    m_signIn->retranslate();
    m_desk->retranslate();
    Q_EMIT headerChanged();
}

void DeskPage::showFacts()
{
    const presentation::DeskFacts &facts = m_desk->facts();
    const bool signedIn = facts.isSignedIn();
    m_sides->setCurrentWidget(signedIn ? m_deskSide : m_signInSide);
    showQueues();
    const presentation::DeskActions &can = facts.actions;
    m_mainAction->setText(mainActText(facts, false));
    m_mainAction->setEnabled(can.main != presentation::DeskActions::Main::none);
    m_recallAction->setEnabled(can.recall);
    m_noShowAction->setEnabled(can.noShow);
    m_transferAction->setEnabled(can.transfer);
    m_holdAction->setEnabled(can.hold);
    m_breakAction->setText(can.resumeWork ? tr("Back to work") : tr("Break"));
    m_breakAction->setEnabled(can.pause || can.resumeWork);
    m_undoAction->setEnabled(can.undo);
    m_signOutAction->setEnabled(can.signOut);
    m_callBarAction->setEnabled(signedIn);
    for (QAction *outcome : std::as_const(m_outcomeActions))
        outcome->setEnabled(facts.current.has_value());
    if (signedIn == m_wasSignedIn)
        return;
    m_wasSignedIn = signedIn;
    if (signedIn)
        rememberAgent(m_desk->agent());
    if (isVisible())
        focusMain();
    Q_EMIT headerChanged();
}

void DeskPage::showQueues()
{
    const presentation::DeskFacts &facts = m_desk->facts();
    m_queuesCard->show(facts.queues);
    m_nextCard->show(facts, upcomingThatFit());
    // The far past and the far future give way, so that a small screen shows the whole conversation without scrolling.
    const int inside = width() - 2 * space::xl;
    const int column = (inside - space::l) * leftShare / (leftShare + rightShare);
    const bool below = m_columns->direction() == QBoxLayout::TopToBottom;
    m_last->fitInto(below ? QWIDGETSIZE_MAX : height() - heightOf(m_bar, inside) - 4 * space::l - heightOf(m_ticket, column));
}

std::size_t DeskPage::upcomingThatFit() const
{
    const std::size_t all = m_desk->facts().upcoming.size();
    if (m_columns->direction() == QBoxLayout::TopToBottom)
        return all;
    const int inside = width() - 2 * space::xl;
    const int column = (inside - space::l) * rightShare / (leftShare + rightShare);
    const int room = height() - heightOf(m_bar, inside) - 3 * space::l;
    const int rowHeight = UpcomingDelegate::rowHeight();
    const int besides = heightOf(m_nextCard, column) - m_nextCard->shownRows() * rowHeight;
    const int above = heightOf(m_queuesCard, column) + space::l + (m_held->isHidden() ? 0 : heightOf(m_held, column) + space::l);
    const int fitting = std::max((room - above - besides) / rowHeight, fewestUpcoming);
    return std::min(all, std::size_t(fitting));
}

void DeskPage::openTransfer()
{
    const auto &current = m_desk->facts().current;
    if (!current)
        return;
    auto *dialog = new TransferDialog(m_console.engine().snapshot(), current->number, m_desk->targetQueues(),
                                      m_desk->targetAgents(), m_desk->now(), this);
    connect(dialog, &TransferDialog::queueChosen, m_desk, qOverload<QueueId>(&DeskController::transferTo));
    connect(dialog, &TransferDialog::agentChosen, m_desk, qOverload<AgentId>(&DeskController::transferTo));
    connect(dialog, &QDialog::finished, this, &DeskPage::focusMain);
    dialog->open();
}

void DeskPage::openHold()
{
    const auto &current = m_desk->facts().current;
    if (!current)
        return;
    auto *dialog = new ReasonDialog(tr("Put %1 on hold").arg(current->number), tr("What is the customer doing meanwhile?"),
                                    {tr("Fetches a document"), tr("Fills in a form"), tr("Photo booth"), tr("Asks a colleague")},
                                    tr("Hold"), this);
    connect(dialog, &ReasonDialog::reasonGiven, m_desk, &DeskController::hold);
    connect(dialog, &QDialog::finished, this, &DeskPage::focusMain);
    dialog->open();
}

void DeskPage::rememberAgent(AgentId agent)
{
    m_console.setDeskAgent(agent);
    if (!m_console.isDemo())
        QSettings().setValue(agentSetting(), qint64(agent.value));
}

void DeskPage::focusMain()
{
    if (m_desk->facts().isSignedIn())
        m_bar->mainButton()->setFocus(Qt::OtherFocusReason);
    else
        m_signIn->focusFirst();
}

} // namespace smartqueue::pages
