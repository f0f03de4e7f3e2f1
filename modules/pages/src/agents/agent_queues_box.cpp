#include "agent_queues_box.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/rank_list.h>
#include <smartqueue/widgets/text_label.h>

#include "agent_acts.h"
#include "ranked_queues.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

bool sameAssignments(const std::vector<Assignment> &a, const std::vector<Assignment> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Assignment &one, const Assignment &other) { return one.queue == other.queue && one.rank == other.rank; });
}

/// The same ticked rows in the same order; in which order the others stand below them is all the same.
bool sameRows(QList<RankItem> a, QList<RankItem> b)
{
    const auto byTick = [](QList<RankItem> &items) {
        const auto others = std::stable_partition(items.begin(), items.end(), [](const RankItem &item) { return item.checked; });
        std::sort(others, items.end(), [](const RankItem &one, const RankItem &other) { return one.id < other.id; });
    };
    byTick(a);
    byTick(b);
    return a == b;
}

} // namespace

AgentQueuesBox::AgentQueuesBox(engine::Engine &engine, AgentActs &acts, QWidget *parent)
    : QWidget(parent), m_engine(engine), m_acts(acts), m_title(new TextLabel({}, TextSize::small, QFont::Bold, Ink::muted, this)),
      m_keys(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)), m_queues(new RankList({}, this)),
      m_list(new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, this)),
      m_saved(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)), m_undo(new LinkButton({}, this))
{
    m_queues->setObjectName(QStringLiteral("agentRanks"));
    m_undo->setObjectName(QStringLiteral("agentRanksUndo"));
    m_list->setWordWrap(true);
    m_list->setTextFormat(Qt::PlainText);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::xs);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_keys);
    rows->addLayout(head);
    rows->addWidget(m_queues);
    rows->addWidget(m_list);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_saved, 1);
    foot->addWidget(m_undo);
    rows->addLayout(foot);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(savePause);
    connect(m_queues, &RankList::changed, this, [this] { m_saveSoon.start(); });
    connect(&m_saveSoon, &QTimer::timeout, this, &AgentQueuesBox::take);
    connect(m_undo, &QAbstractButton::clicked, this, [this] {
        if (m_before)
            send(*m_before, true);
        m_queues->setFocus(Qt::OtherFocusReason);
    });
    retranslate();
    say({});
}

void AgentQueuesBox::showAgent(AgentId agent)
{
    if (agent != m_agent) {
        saveNow();
        m_agent = agent;
        m_before.reset();
        say({});
        // The rows of another agent begin at the first one again.
        m_queues->setItems({});
    }
    fill();
}

void AgentQueuesBox::fill()
{
    // What a hand has just moved stays until the branch has it.
    if (m_saveSoon.isActive() || m_sending > 0)
        return;
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const Agent *agent = snapshot->state.agent(m_agent);
    const bool may = m_acts.mayManageAgents();
    m_queues->setVisible(agent && may);
    m_keys->setVisible(agent && may);
    m_list->setVisible(agent && !may);
    if (!agent)
        return;
    const QList<RankItem> items = rankItems(snapshot->state, *agent);
    if (!sameRows(items, m_queues->items()))
        m_queues->setItems(items);
    QStringList names;
    for (const RankItem &item : items) {
        if (item.checked)
            names.append(tr("%1. %2", "rank, queue").arg(names.size() + 1).arg(item.text));
    }
    m_list->setText(names.isEmpty() ? tr("None: no ticket can be called.") : names.join(QLatin1Char('\n')));
}

void AgentQueuesBox::saveNow()
{
    if (m_saveSoon.isActive()) {
        m_saveSoon.stop();
        take();
    }
}

void AgentQueuesBox::take()
{
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const Agent *agent = snapshot->state.agent(m_agent);
    if (!agent)
        return;
    std::vector<Assignment> wanted = assignmentsOf(m_queues->ranked(), agent->assignments);
    if (!sameAssignments(wanted, agent->assignments))
        send(std::move(wanted), false);
}

void AgentQueuesBox::send(std::vector<Assignment> wanted, bool isUndo)
{
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const Agent *agent = snapshot->state.agent(m_agent);
    if (!agent)
        return;
    ++m_sending;
    m_acts.setQueues(m_agent, std::move(wanted), [this, isUndo, id = m_agent, before = agent->assignments](bool saved) {
        --m_sending;
        if (id != m_agent) {
            fill();
            return;
        }
        if (saved) {
            m_before = isUndo ? std::nullopt : std::optional(before);
            say(isUndo ? tr("Taken back.") : tr("Saved."));
        }
        // The answer may be here before the snapshot that shows it; until then the rows stay as they were sent.
        if (!saved || isUndo)
            fill();
    });
}

void AgentQueuesBox::say(const QString &words)
{
    m_saved->setText(words);
    m_saved->setVisible(!words.isEmpty());
    m_undo->setVisible(m_before.has_value());
    if (!words.isEmpty())
        announce(m_saved, words);
}

void AgentQueuesBox::hideEvent(QHideEvent *event)
{
    saveNow();
    QWidget::hideEvent(event);
}

void AgentQueuesBox::retranslate()
{
    m_title->setText(m_acts.mayManageAgents() ? tr("Queues, first choice on top") : tr("Queues"));
    m_queues->setAccessibleName(tr("Queues, first choice on top"));
    m_keys->setText(tr("Alt+↑ ↓ moves"));
    m_undo->setText(tr("Undo"));
    fill();
}

} // namespace smartqueue::pages
