#include "smartqueue/pages/alerts_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/flow_row.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/text_label.h>

#include "alert_rules_card.h"
#include "conflict_list.h"
#include "reason_dialog.h"
#include "shown_keys.h"
#include "tone_of.h"

namespace smartqueue::pages {

namespace {

using namespace std::chrono_literals;
using namespace presentation;
using widgets::Icon;

constexpr auto followPause = std::chrono::milliseconds(100);
constexpr int rulesWidth = 316;
/// Less than this, and the inbox has the rules below it.
constexpr int inboxWidth = 640;
constexpr int leastInboxHeight = 300;

Icon iconOf(AlertStanding standing)
{
    switch (standing) {
    case AlertStanding::open: return Icon::bell;
    case AlertStanding::snoozed: return Icon::snooze;
    case AlertStanding::acknowledged: return Icon::eye;
    case AlertStanding::over: return Icon::checkCircle;
    }
    return Icon::none;
}

/// Gives the model's facts the looks of a table cell.
class AlertCells : public QIdentityProxyModel {
public:
    AlertCells(AlertModel &model, Console &console, QObject *parent) : QIdentityProxyModel(parent), m_model(model), m_console(console)
    {
        setSourceModel(&model);
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const Alert *alert = m_model.alertAt(index.row());
        if (!alert)
            return {};
        const AlertStanding standing = standingOf(*alert, m_console.now());
        const bool open = standing == AlertStanding::open;
        const int column = index.column();
        switch (role) {
        case widgets::cell::pillTone:
            return column == AlertModel::severity ? QVariant(int(toneOf(alert->severity))) : QVariant();
        case widgets::cell::pillFilled: return open;
        case widgets::cell::icon:
            if (column == AlertModel::severity)
                return int(alert->severity == Severity::critical ? Icon::xCircle : Icon::warningTriangle);
            return column == AlertModel::standing ? QVariant(int(iconOf(standing))) : QVariant();
        case widgets::cell::bold: return open && column == AlertModel::what;
        case widgets::cell::muted: return !open && column != AlertModel::severity;
        case widgets::cell::secondary:
            return column == AlertModel::what ? m_model.index(index.row(), AlertModel::queue).data() : QVariant();
        case widgets::cell::secondaryBelow: return column == AlertModel::what;
        case Qt::ToolTipRole: return QIdentityProxyModel::data(index, Qt::DisplayRole);
        default: return QIdentityProxyModel::data(index, role);
        }
    }

private:
    AlertModel &m_model;
    Console &m_console;
};

} // namespace

AlertsPage::AlertsPage(Console &console, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_model(this)
    , m_followSoon(this)
{
    makeActions();
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_columns->setContentsMargins(widgets::space::xl, widgets::space::l, widgets::space::xl, widgets::space::l);
    m_columns->setSpacing(widgets::space::l);
    m_conflicts = new ConflictList(console);
    auto *left = new QWidget;
    auto *rows = new QVBoxLayout(left);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(widgets::space::l);
    rows->addWidget(m_conflicts);
    rows->addWidget(makeInbox(), 1);
    m_columns->addWidget(left, 1);
    m_rules = new AlertRulesCard(console);
    m_columns->addWidget(m_rules);
    arrange();

    m_followSoon.setSingleShot(true);
    m_followSoon.setInterval(followPause);
    connect(&m_followSoon, &QTimer::timeout, this, &AlertsPage::follow);
    connect(&console.engine(), &engine::Engine::snapshotChanged, this, [this] {
        if (!m_followSoon.isActive())
            m_followSoon.start();
    });
    // A snooze ends without any event; the monitor looks at every heartbeat.
    connect(&console.monitor(), &engine::Monitor::insightsChanged, this, [this] {
        if (!m_followSoon.isActive())
            m_followSoon.start();
    });
    connect(m_conflicts, &ConflictList::settled, this, [this](const QString &sentence) { Q_EMIT toastRequested(sentence); });
    connect(m_conflicts, &ConflictList::failed, this, &AlertsPage::failed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AlertsPage::showChosen);
    retranslate();
}

void AlertsPage::makeActions()
{
    const auto action = [this](const char *name, const QKeySequence &keys, void (AlertsPage::*act)()) {
        auto *made = new QAction(this);
        made->setObjectName(QString::fromLatin1(name));
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(made);
        connect(made, &QAction::triggered, this, act);
        return made;
    };
    m_acknowledgeAction = action("alerts.acknowledge", Qt::Key_A, &AlertsPage::acknowledge);
    m_snoozeAction = action("alerts.snooze", Qt::Key_S, &AlertsPage::openSnoozeMenu);
    m_ownAction = action("alerts.owner", Qt::Key_O, &AlertsPage::askForOwner);
    m_queueAction = action("alerts.queue", {}, &AlertsPage::goToQueue);
}

QWidget *AlertsPage::makeInbox()
{
    using namespace widgets;
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("alertTable"));
    m_table->setModel(new AlertCells(m_model, m_console, this));
    styleTable(*m_table, RowHeight::twoLines);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    // The queue stands under the sentence.
    m_table->setColumnHidden(AlertModel::queue, true);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(AlertModel::what, QHeaderView::Stretch);
    // What happens gets the room that the short columns leave.
    for (const int column : {int(AlertModel::severity), int(AlertModel::since), int(AlertModel::standing), int(AlertModel::owner)})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    connect(m_table, &QTableView::doubleClicked, m_queueAction, &QAction::trigger);

    m_empty = new EmptyState(Icon::checkCircle, {});
    m_cause = new TextLabel;
    m_cause->setWordWrap(true);
    m_acknowledge = new ActionButton(Icon::check, {}, ButtonKind::primary);
    m_snooze = new ActionButton(Icon::snooze, {});
    m_own = new ActionButton(Icon::person, {});
    m_queue = new ActionButton(Icon::arrowRight, {});
    const std::pair<ActionButton *, QAction *> pairs[]{
        {m_acknowledge, m_acknowledgeAction}, {m_snooze, m_snoozeAction}, {m_own, m_ownAction}, {m_queue, m_queueAction}};
    m_acts = new QWidget;
    auto *rows = new QVBoxLayout(m_acts);
    rows->setContentsMargins(space::l, space::m, space::l, space::m);
    rows->setSpacing(space::m);
    rows->addWidget(m_cause);
    auto *buttons = new FlowRow;
    for (const auto &[button, act] : pairs) {
        buttons->addWidget(button);
        button->setCompact(true);
        connect(button, &QPushButton::clicked, act, &QAction::trigger);
        const auto follow = [button = button, act = act] {
            button->setEnabled(act->isEnabled());
            button->setKeyCap(shownKeys(act));
        };
        connect(act, &QAction::changed, button, follow);
        follow();
    }
    rows->addLayout(buttons);

    auto *inbox = new Card;
    inbox->setMinimumHeight(scaled(leastInboxHeight));
    inbox->setPadding(1);
    inbox->column()->setSpacing(0);
    inbox->column()->addWidget(m_table, 1);
    inbox->column()->addWidget(m_empty, 1);
    m_divider = new Divider;
    inbox->column()->addWidget(m_divider);
    inbox->column()->addWidget(m_acts);
    return inbox;
}

QString AlertsPage::title() const
{
    return tr("Alerts");
}

QString AlertsPage::subtitle() const
{
    return QString::fromStdString(m_console.engine().snapshot()->state.branch.name);
}

QList<QAction *> AlertsPage::paletteActions() const
{
    return {m_acknowledgeAction, m_snoozeAction, m_ownAction, m_queueAction};
}

void AlertsPage::activated(const QVariant &argument)
{
    // Whoever comes without one in mind meets the worst that is open, not the one that has ended since.
    if (m_model.rowCount() > 0) {
        m_table->selectRow(std::max(m_model.rowOf({argument.toLongLong()}), 0));
        m_table->scrollTo(m_table->currentIndex());
        m_table->setFocus(Qt::OtherFocusReason);
    }
    m_rules->count();
}

void AlertsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange && m_rules)
        arrange();
    Page::changeEvent(event);
}

void AlertsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void AlertsPage::arrange()
{
    const int beside = widgets::scaled(rulesWidth);
    const bool below = width() < beside + widgets::scaled(inboxWidth) + 2 * widgets::space::xl + widgets::space::l;
    m_columns->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_rules->setMinimumWidth(below ? 0 : beside);
    m_rules->setMaximumWidth(below ? QWIDGETSIZE_MAX : beside);
}

void AlertsPage::retranslate()
{
    m_table->setAccessibleName(tr("Alerts of today"));
    m_acknowledge->setText(tr("Acknowledge"));
    m_snooze->setText(tr("Snooze…"));
    m_own->setText(tr("Owner…"));
    m_queue->setText(tr("Show the queue"));
    m_acknowledgeAction->setText(tr("Acknowledge the alert"));
    m_snoozeAction->setText(tr("Snooze the alert…"));
    m_ownAction->setText(tr("Who takes care of the alert…"));
    m_queueAction->setText(tr("Show the queue of the alert"));
    m_model.retranslate();
    m_rules->retranslate();
    follow();
    Q_EMIT headerChanged();
}

void AlertsPage::follow()
{
    const AlertId chosen = current();
    auto snapshot = m_console.engine().snapshot();
    const auto insights = m_console.monitor().insights();
    // The same branch at a later moment.
    if (insights && insights->snapshot->state.sequence == snapshot->state.sequence && insights->snapshot->at > snapshot->at)
        snapshot = insights->snapshot;
    m_model.show(snapshot);
    const int row = m_model.rowOf(chosen);
    if (m_model.rowCount() > 0 && row != m_table->currentIndex().row())
        m_table->selectRow(std::max(row, 0));
    else if (m_model.rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
    const bool any = m_model.rowCount() > 0;
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    m_acts->setVisible(any);
    m_divider->setVisible(any);
    showChosen();
    m_conflicts->follow();
    m_empty->setSentence(m_conflicts->count() > 0 ? tr("No alerts besides. Alerts of the day stay here, also when they are over.")
                                                  : tr("Nothing needs you now. Alerts of the day stay here, also when they are over."));
    Q_EMIT openCountChanged(m_model.needingSomeone() + m_conflicts->count());
}

AlertId AlertsPage::current() const
{
    return m_model.idAt(m_table->currentIndex().row());
}

void AlertsPage::showChosen()
{
    const Alert *alert = m_model.alertAt(m_table->currentIndex().row());
    m_cause->setText(alert ? alertCause(*alert, *m_console.engine().snapshot()) : QString());
    const bool live = alert && !alert->clearedAt;
    const bool unseen = live && !alert->acknowledgedAt;
    const bool mayAct = m_console.may(Permission::writeQueue);
    for (QWidget *act : {m_acknowledge, m_snooze, m_own})
        act->setVisible(mayAct);
    for (QAction *act : {m_acknowledgeAction, m_snoozeAction, m_ownAction})
        act->setVisible(mayAct);
    m_acknowledgeAction->setEnabled(unseen && mayAct);
    m_snoozeAction->setEnabled(unseen && mayAct);
    m_ownAction->setEnabled(live && mayAct);
    m_queueAction->setEnabled(alert);
}

void AlertsPage::submitFor(CommandBody body, const QString &done)
{
    submit(m_console.engine(), std::move(body), AgentId{}, this, [this, done](const engine::Answer &answer) {
        if (answer)
            Q_EMIT toastRequested(done);
        else
            Q_EMIT failed(answer.error());
    });
}

void AlertsPage::acknowledge()
{
    submitFor(AcknowledgeAlert{current()}, tr("Acknowledged."));
}

void AlertsPage::openSnoozeMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto minutes : {15min, 30min, 60min})
        menu->addAction(tr("For %1").arg(words::minutes(minutes)), this, [this, minutes] { snooze(minutes); });
    menu->setActiveAction(menu->actions().first());
    menu->popup(m_snooze->mapToGlobal(QPoint(0, -menu->sizeHint().height() - widgets::space::xs)));
}

void AlertsPage::snooze(std::chrono::minutes duration)
{
    submitFor(SnoozeAlert{current(), duration}, tr("Snoozed for %1.").arg(words::minutes(duration)));
}

void AlertsPage::askForOwner()
{
    QStringList names;
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    for (const auto &[id, agent] : snapshot->state.agents)
        names.append(QString::fromStdString(agent.name));
    names.sort(Qt::CaseInsensitive);
    auto *dialog = new ReasonDialog(tr("Owner of the alert"), tr("Who takes care of it?"), names, tr("Take care"), this);
    connect(dialog, &ReasonDialog::reasonGiven, this, [this, alert = current()](const QString &name) {
        submitFor(AssignAlert{alert, name.toStdString()},
                  name.isEmpty() ? tr("Nobody in particular takes care of it.") : tr("%1 takes care of it.").arg(name));
    });
    dialog->open();
}

void AlertsPage::goToQueue()
{
    if (const Alert *alert = m_model.alertAt(m_table->currentIndex().row()))
        Q_EMIT navigateRequested(PageId::tickets, qlonglong(alert->queue.value));
}

} // namespace smartqueue::pages
