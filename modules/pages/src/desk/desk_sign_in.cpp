#include "desk_sign_in.h"

#include <algorithm>
#include <set>

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

/// In pixels at any text size: the list scrolls.
constexpr int leastList = 180;

} // namespace

DeskSignIn::DeskSignIn(DeskController &desk, QWidget *parent)
    : Card(parent)
    , m_desk(desk)
{
    setPadding(space::xl);
    column()->setSpacing(space::m);
    m_title = new TextLabel({}, TextSize::title, QFont::Bold);
    m_text = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_text->setWordWrap(true);
    m_agents = new QListWidget;
    m_agents->setItemDelegate(new RichCellDelegate(m_agents));
    m_agents->setObjectName(QStringLiteral("deskAgents"));
    m_agents->setMinimumHeight(leastList);
    m_agents->setMaximumHeight(scaled(420));
    m_counterHead = new TextLabel({}, TextSize::small, QFont::Bold, Ink::muted);
    m_counter = new QComboBox;
    m_counter->setObjectName(QStringLiteral("deskCounter"));
    m_counter->setEditable(true);
    m_counter->setInsertPolicy(QComboBox::NoInsert);
    m_counter->lineEdit()->setMaxLength(int(limits::nameCodePoints));
    m_counter->setMinimumWidth(scaled(180));
    m_counterHead->setBuddy(m_counter);
    m_signIn = new ActionButton(Icon::headset, QString(), ButtonKind::primary);
    m_signIn->setObjectName(QStringLiteral("deskSignIn"));
    m_signIn->setTall(true);
    m_setup = new ActionButton(QString(), ButtonKind::secondary);
    column()->addWidget(m_title);
    column()->addWidget(m_text);
    column()->addWidget(m_agents, 1);
    column()->addWidget(m_counterHead);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(m_counter);
    row->addStretch();
    row->addWidget(m_setup);
    row->addWidget(m_signIn);
    column()->addLayout(row);
    // Takes the room of the list while that is hidden.
    column()->addStretch();
    setMaximumWidth(scaled(620));

    connect(m_signIn, &QPushButton::clicked, this, &DeskSignIn::take);
    connect(m_setup, &QPushButton::clicked, this, &DeskSignIn::setupRequested);
    connect(m_agents, &QListWidget::itemActivated, this, &DeskSignIn::take);
    connect(m_agents, &QListWidget::currentRowChanged, this, &DeskSignIn::showChoice);
    connect(&m_desk, &DeskController::factsChanged, this, &DeskSignIn::showFacts);
    retranslate();
}

void DeskSignIn::retranslate()
{
    m_signIn->setKeyCap(QKeySequence(Qt::Key_Enter).toString(QKeySequence::NativeText));
    m_title->setText(tr("Who is at this desk?"));
    m_agents->setAccessibleName(tr("Agents"));
    m_counterHead->setText(tr("Counter"));
    m_counter->setAccessibleName(tr("Counter"));
    m_setup->setText(tr("Set up agents"));
    m_agents->clear();
    showFacts();
}

void DeskSignIn::focusFirst()
{
    m_agents->setFocus(Qt::OtherFocusReason);
}

void DeskSignIn::suggest(AgentId agent)
{
    m_suggested = agent;
}

void DeskSignIn::showFacts()
{
    if (m_desk.facts().isSignedIn())
        return;
    const engine::SharedSnapshot snapshot = m_desk.engine().snapshot();
    const queueing::BranchState &state = snapshot->state;
    struct Line {
        QString text;
        AgentId id;
    };
    std::vector<Line> lines;
    // Whoever may not act for others sits down as themselves.
    const UserId user = m_desk.engine().user();
    const bool forOthers = accounts::require(*m_desk.engine().installation().directory(), user, m_desk.engine().site(), Permission::manageAgent).has_value();
    for (const auto &[id, agent] : state.agents) {
        if (!forOthers && !(agent.user && agent.user == user))
            continue;
        const QString name = QString::fromStdString(agent.name);
        lines.push_back({agent.status == AgentStatus::offline
                             ? name
                             : tr("%1 · signed in at %2", "agent, counter")
                                   .arg(name, agent.counter.empty() ? tr("no counter") : words::counter(agent.counter)),
                         id});
    }
    std::sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return QString::localeAwareCompare(a.text, b.text) < 0; });
    bool same = int(lines.size()) == m_agents->count();
    for (int i = 0; same && i < m_agents->count(); ++i)
        same = m_agents->item(i)->text() == lines[std::size_t(i)].text;
    m_text->setText(lines.empty() && !forOthers ? tr("You have no place in this branch yet. Ask the person who invited you.")
                    : lines.empty() ? tr("There are no agents yet. Add them with their queues, then sign in here.")
                                  : tr("Choose yourself and the counter you sit at. Your queues come with you."));
    m_setup->setVisible(lines.empty() && forOthers);
    m_agents->setVisible(!lines.empty());
    m_counter->setVisible(!lines.empty());
    m_counterHead->setVisible(!lines.empty());
    m_signIn->setVisible(!lines.empty());
    if (same)
        return;
    const QListWidgetItem *before = m_agents->currentItem();
    const AgentId wanted = before ? AgentId{before->data(Qt::UserRole).toLongLong()} : m_suggested;
    const QSignalBlocker quiet(m_agents);
    m_agents->clear();
    int row = 0;
    for (const Line &line : lines) {
        auto *item = new QListWidgetItem(line.text, m_agents);
        item->setData(Qt::UserRole, qint64(line.id.value));
        if (line.id == wanted)
            row = m_agents->count() - 1;
    }
    m_agents->setCurrentRow(row);
    showChoice();
}

void DeskSignIn::showChoice()
{
    const QListWidgetItem *item = m_agents->currentItem();
    const engine::SharedSnapshot snapshot = m_desk.engine().snapshot();
    const queueing::BranchState &state = snapshot->state;
    const Agent *agent = item ? state.agent(AgentId{item->data(Qt::UserRole).toLongLong()}) : nullptr;
    const bool there = agent && agent->status != AgentStatus::offline;
    m_signIn->setText(there ? tr("Take over this desk") : tr("Sign in"));
    m_signIn->setEnabled(agent);
    m_counter->setEnabled(!there);
    std::set<std::string> taken;
    for (const auto &[id, other] : state.agents) {
        if (other.status != AgentStatus::offline)
            taken.insert(other.counter);
    }
    const QString typed = m_counter->currentText();
    m_counter->clear();
    for (const std::string &counter : state.branch.counters) {
        if (!taken.contains(counter))
            m_counter->addItem(QString::fromStdString(counter));
    }
    if (agent && !agent->counter.empty() && (there || !taken.contains(agent->counter)))
        m_counter->setCurrentText(QString::fromStdString(agent->counter));
    else if (!typed.isEmpty() && !taken.contains(typed.toStdString()))
        m_counter->setCurrentText(typed);
    else if (m_counter->count() > 0)
        m_counter->setCurrentIndex(0);
}

void DeskSignIn::take()
{
    const QListWidgetItem *item = m_agents->currentItem();
    if (!item)
        return;
    const AgentId id{item->data(Qt::UserRole).toLongLong()};
    const engine::SharedSnapshot snapshot = m_desk.engine().snapshot();
    const Agent *agent = snapshot->state.agent(id);
    if (agent && agent->status != AgentStatus::offline)
        m_desk.setAgent(id);
    else
        m_desk.signIn(id, m_counter->currentText());
}

} // namespace smartqueue::pages
