#include "smartqueue/pages/alerts_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QInputDialog>
#include <QMenu>
#include <QVBoxLayout>

#include <smartqueue/analytics/alert_rules.h>
#include <smartqueue/analytics/health.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/text_label.h>

#include "tone_of.h"

namespace smartqueue::pages {

namespace {

using namespace std::chrono_literals;
using namespace presentation;

constexpr auto evaluatedEvery = 5min;
constexpr int rules = 4;

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
        const bool open = standingOf(*alert, m_console.now()) == AlertStanding::open;
        switch (role) {
        case widgets::cell::pillTone:
            return index.column() == AlertModel::severity ? QVariant(int(toneOf(alert->severity))) : QVariant();
        case widgets::cell::pillFilled: return open;
        case widgets::cell::icon:
            if (index.column() != AlertModel::severity)
                return {};
            return int(alert->severity == Severity::critical ? widgets::Icon::xCircle : widgets::Icon::warningTriangle);
        case widgets::cell::bold: return open && index.column() == AlertModel::what;
        case widgets::cell::muted: return !open && index.column() != AlertModel::severity;
        default: return QIdentityProxyModel::data(index, role);
        }
    }

private:
    AlertModel &m_model;
    Console &m_console;
};

/// Walks the log of the last week and evaluates the rules every five minutes of it.
Result<std::vector<int>> risesOfLastWeek(engine::HistoryReader &reader, Instant now)
{
    queueing::BranchState state;
    const Instant from = now - std::chrono::days(7);
    const auto checkpoint = reader.checkpointBefore(from);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    if (*checkpoint) {
        if (auto decoded = queueing::decodeState((*checkpoint)->state))
            state = std::move(*decoded);
    }
    analytics::RiseCounter counter;
    Instant next = from;
    const Done read = reader.readLog(state.sequence, now, [&](const EventBatch &batch) {
        if (batch.at > next && next > state.at)
            counter.observe(analytics::overviewOf(state, next));
        if (batch.at > next)
            next = std::max(next + evaluatedEvery, batch.at);
        queueing::apply(state, batch);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    std::vector<int> rises;
    for (int type = 0; type < rules; ++type)
        rises.push_back(counter.rises(AlertType(type)));
    return rises;
}

} // namespace

AlertsPage::AlertsPage(Console &console, QWidget *parent) : Page(parent), m_console(console), m_model(this)
{
    m_table = new QTableView;
    m_table->setModel(new AlertCells(m_model, console, this));
    widgets::styleTable(*m_table);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(AlertModel::what, QHeaderView::Stretch);
    m_table->setColumnWidth(AlertModel::severity, 116);
    m_table->setColumnWidth(AlertModel::queue, 124);
    m_table->setColumnWidth(AlertModel::since, 72);
    m_table->setColumnWidth(AlertModel::standing, 150);
    m_table->setColumnWidth(AlertModel::owner, 96);
    m_empty = new widgets::EmptyState(widgets::Icon::checkCircle, tr("Nothing needs you now."));

    m_acknowledge = new widgets::ActionButton(widgets::Icon::check, {}, widgets::ButtonKind::primary);
    m_acknowledge->setKeyCap(QStringLiteral("A"));
    m_snooze = new widgets::ActionButton(widgets::Icon::snooze, {});
    m_snooze->setKeyCap(QStringLiteral("S"));
    m_own = new widgets::ActionButton(widgets::Icon::person, {});
    m_queue = new widgets::ActionButton(widgets::Icon::arrowRight, {});
    connect(m_acknowledge, &QPushButton::clicked, this, &AlertsPage::acknowledge);
    connect(m_own, &QPushButton::clicked, this, &AlertsPage::takeOwnership);
    connect(m_queue, &QPushButton::clicked, this, &AlertsPage::goToQueue);
    connect(m_snooze, &QPushButton::clicked, this, [this] {
        QMenu menu(this);
        for (const auto minutes : {15min, 30min, 60min})
            menu.addAction(tr("For %1").arg(words::minutes(minutes)), this, [this, minutes] { snooze(minutes); });
        menu.exec(m_snooze->mapToGlobal(QPoint(0, m_snooze->height())));
    });
    m_acknowledgeAction = new QAction(this);
    m_acknowledgeAction->setShortcut(Qt::Key_A);
    m_snoozeAction = new QAction(this);
    m_snoozeAction->setShortcut(Qt::Key_S);
    for (QAction *action : {m_acknowledgeAction, m_snoozeAction}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_acknowledgeAction, &QAction::triggered, this, &AlertsPage::acknowledge);
    connect(m_snoozeAction, &QAction::triggered, this, [this] { snooze(15min); });

    auto *inbox = new widgets::Card;
    inbox->setPadding(0);
    inbox->column()->addWidget(m_table, 1);
    inbox->column()->addWidget(m_empty, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 0, 16, 12);
    buttons->setSpacing(8);
    for (QWidget *button : {m_acknowledge, m_snooze, m_own, m_queue})
        buttons->addWidget(button);
    buttons->addStretch(1);
    inbox->column()->addLayout(buttons);

    auto *side = new widgets::Card;
    side->setFixedWidth(300);
    m_rulesTitle = new widgets::TextLabel({}, widgets::TextSize::heading, QFont::Bold);
    side->column()->addWidget(m_rulesTitle);
    for (int rule = 0; rule < rules; ++rule) {
        m_ruleNames.append(new widgets::TextLabel({}, widgets::TextSize::body, QFont::Bold));
        m_ruleTexts.append(new widgets::TextLabel({}, widgets::TextSize::body));
        m_ruleCounts.append(new widgets::TextLabel({}, widgets::TextSize::small, QFont::Normal, widgets::Ink::muted));
        side->column()->addSpacing(8);
        for (widgets::TextLabel *label : {m_ruleNames.last(), m_ruleTexts.last(), m_ruleCounts.last()}) {
            label->setWordWrap(true);
            side->column()->addWidget(label);
        }
    }
    side->column()->addStretch(1);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 16, 24, 16);
    row->setSpacing(16);
    row->addWidget(inbox, 1);
    row->addWidget(side);

    retranslate();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AlertsPage::updateActions);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &AlertsPage::updateActions);
    connect(&console.engine(), &engine::Engine::snapshotChanged, this, &AlertsPage::show);
    show(console.engine().snapshot());
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
    return {m_acknowledgeAction, m_snoozeAction};
}

void AlertsPage::activated(const QVariant &)
{
    if (m_table->isVisible())
        m_table->setFocus();
    if (m_lastWeek.empty() && !m_counting)
        countLastWeek();
}

void AlertsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void AlertsPage::retranslate()
{
    using namespace analytics;
    m_table->setAccessibleName(tr("Alerts of today"));
    m_empty->setSentence(tr("Nothing needs you now."));
    m_acknowledge->setText(tr("Acknowledge"));
    m_snooze->setText(tr("Snooze"));
    m_own->setText(tr("Owner…"));
    m_queue->setText(tr("Show the queue"));
    m_acknowledgeAction->setText(tr("Acknowledge the alert"));
    m_snoozeAction->setText(tr("Snooze the alert for 15 minutes"));
    m_rulesTitle->setText(tr("When you are alerted"));
    const QStringList texts{
        tr("%1 of a queue's places are taken.").arg(words::percent(thresholds::capacityAlertPercent / 100.0)),
        tr("Someone waits longer than promised; high above %1 of those waiting.").arg(words::percent(thresholds::severeLatePercent / 100.0)),
        tr("People wait and nobody signed in can serve them."),
        tr("The first %1 in line will wait more than %2 times the promised time.").arg(thresholds::waitAlertTickets).arg(words::number(thresholds::waitAlertSlas))};
    for (int rule = 0; rule < rules; ++rule) {
        m_ruleNames[rule]->setText(words::alertType(AlertType(rule)));
        m_ruleTexts[rule]->setText(texts[rule]);
        m_ruleCounts[rule]->setText(m_lastWeek.empty() ? tr("Counting last week…") : tr("Would have fired %n time(s) in the last 7 days", nullptr, m_lastWeek[std::size_t(rule)]));
    }
    m_model.retranslate();
    updateActions();
}

void AlertsPage::show(const engine::SharedSnapshot &snapshot)
{
    const AlertId selected = current();
    m_model.show(snapshot);
    if (const int row = m_model.rowOf(selected); row >= 0)
        m_table->selectRow(row);
    else if (m_model.rowCount() > 0)
        m_table->selectRow(0);
    m_table->setVisible(m_model.rowCount() > 0);
    m_empty->setVisible(m_model.rowCount() == 0);
    updateActions();
    Q_EMIT openCountChanged(m_model.needingSomeone());
}

AlertId AlertsPage::current() const
{
    return m_model.idAt(m_table->currentIndex().row());
}

void AlertsPage::updateActions()
{
    const Alert *alert = m_model.alertAt(m_table->currentIndex().row());
    const bool live = alert && !alert->clearedAt;
    const bool canAcknowledge = live && !alert->acknowledgedAt;
    m_acknowledge->setEnabled(canAcknowledge);
    m_acknowledgeAction->setEnabled(canAcknowledge);
    m_snooze->setEnabled(canAcknowledge);
    m_snoozeAction->setEnabled(canAcknowledge);
    m_own->setEnabled(live);
    m_queue->setEnabled(alert);
}

void AlertsPage::submitFor(CommandBody body, const QString &done)
{
    submit(m_console.engine(), std::move(body), AgentId{}, this, [this, done](const engine::Answer &answer) {
        if (answer)
            Q_EMIT toastRequested(done, false);
        else
            Q_EMIT failed(answer.error());
    });
}

void AlertsPage::acknowledge()
{
    submitFor(AcknowledgeAlert{current()}, tr("Acknowledged."));
}

void AlertsPage::snooze(std::chrono::minutes duration)
{
    submitFor(SnoozeAlert{current(), duration}, tr("Snoozed for %1.").arg(words::minutes(duration)));
}

void AlertsPage::takeOwnership()
{
    const AlertId alert = current();
    QStringList names;
    for (const auto &[id, agent] : m_console.engine().snapshot()->state.agents)
        names.append(QString::fromStdString(agent.name));
    bool accepted = false;
    const QString name = QInputDialog::getItem(this, tr("Owner of the alert"), tr("Who takes care of it?"), names, 0, true, &accepted);
    if (accepted)
        submitFor(AssignAlert{alert, name.toStdString()}, tr("%1 takes care of it.").arg(name));
}

void AlertsPage::goToQueue()
{
    const Alert *alert = m_model.alertAt(m_table->currentIndex().row());
    const auto *queue = alert ? m_console.engine().snapshot()->state.queue(alert->queue) : nullptr;
    if (queue)
        Q_EMIT navigateRequested(PageId::tickets, QString::fromStdString(queue->config.name));
}

void AlertsPage::countLastWeek()
{
    m_counting = true;
    const Instant now = m_console.now();
    m_console.engine()
        .study([now](engine::HistoryReader &reader) { return risesOfLastWeek(reader, now); })
        .then(this, [this](const Result<std::vector<int>> &rises) {
            m_counting = false;
            if (rises)
                m_lastWeek = *rises;
            retranslate();
        });
}

} // namespace smartqueue::pages
