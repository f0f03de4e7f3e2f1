#include "smartqueue/presentation/agent_table_model.h"

#include <algorithm>
#include <map>
#include <set>

#include <QCollator>

#include <smartqueue/presentation/agent_facts.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

namespace {

QString text16(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

std::pair<std::int64_t, std::int64_t> orderOf(const AgentKey &key)
{
    return {key.agent.value, key.user.value};
}

} // namespace

AgentTableModel::AgentTableModel(QObject *parent) : DiffedTableModel(parent) {}

int AgentTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AgentTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QVariant AgentTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case name: return tr("Agent");
    case status: return tr("Status");
    case counter: return tr("Counter");
    case ticket: return tr("In hand");
    case queues: return tr("Queues");
    case today: return tr("Served today");
    default: return {};
    }
}

QVariant AgentTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case detailRole: return detail(row, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString first = text(row, index.column());
        const QString second = detail(row, index.column());
        return second.isEmpty() ? first : first.isEmpty() ? second : tr("%1, %2", "a cell's two lines").arg(first, second);
    }
    case groupRole: return int(groupOf(row));
    case beyondRole: return isBeyond(row);
    case forgottenRole: return isForgotten(row);
    case queuesRole: return row.queues;
    case initialsRole: return people::initials(row.name);
    case callingRole: return row.ticket && row.ticket->state == TicketState::called;
    default: return {};
    }
}

QString AgentTableModel::text(const Row &row, int column) const
{
    switch (column) {
    case name: return row.name;
    case status:
        switch (groupOf(row)) {
        case AgentGroup::noProfile: return tr("No profile here");
        case AgentGroup::serving: return row.ticket ? words::ticketState(row.ticket->state) : words::agentStatus(row.status);
        default: return words::agentStatus(row.status);
        }
    case counter: return row.status == AgentStatus::offline ? QString() : row.counter;
    case ticket: return row.ticket ? text16(row.ticket->number) : QString();
    case queues: return row.key.agent && row.queues.isEmpty() ? tr("No queue") : row.queues.join(QStringLiteral(" › "));
    case today: return row.figures ? words::number(row.figures->served) : QString();
    default: return {};
    }
}

QString AgentTableModel::detail(const Row &row, int column) const
{
    switch (column) {
    case name: return row.email;
    case status: {
        if (!row.key.agent)
            return tr("only an account");
        if (row.since == Instant{})
            return {};
        const Duration lasted = std::max(m_now - row.since, Duration(0));
        if (row.status == AgentStatus::paused) {
            const QString words = breakStanding(lasted, row.limit).words;
            return row.reason.isEmpty() ? words : tr("%1 · %2", "reason of a break, how long").arg(row.reason, words);
        }
        if (row.status == AgentStatus::offline && lasted > std::chrono::hours(12))
            return tr("since %1", "date").arg(words::shortDate(row.since, m_zone));
        return tr("for %1", "how long").arg(words::shortSpan(lasted));
    }
    case ticket: return row.ticket ? words::timer(timeInHand(*row.ticket, m_now)) : QString();
    case today:
        if (!row.figures || row.figures->served == 0)
            return {};
        return tr("%1 · %2 on time", "mean service, share").arg(words::shortSpan(*row.figures->meanService()), words::percent(*row.figures->onTimeShare()));
    default: return {};
    }
}

AgentGroup AgentTableModel::groupOf(const Row &row) const
{
    if (!row.key.agent)
        return AgentGroup::noProfile;
    switch (row.status) {
    case AgentStatus::available: return AgentGroup::available;
    case AgentStatus::busy: return AgentGroup::serving;
    case AgentStatus::paused: return AgentGroup::onBreak;
    case AgentStatus::offline: break;
    }
    return AgentGroup::signedOut;
}

bool AgentTableModel::isBeyond(const Row &row) const
{
    return row.status == AgentStatus::paused && row.limit && m_now - row.since > *row.limit;
}

bool AgentTableModel::isForgotten(const Row &row) const
{
    return row.ticket && timeInHand(*row.ticket, m_now) > row.forgottenAfter;
}

int AgentTableModel::needOf(const Row &row) const
{
    if (isBeyond(row) || isForgotten(row))
        return 0;
    switch (groupOf(row)) {
    case AgentGroup::onBreak: return 1;
    case AgentGroup::signedOut: return 3;
    case AgentGroup::noProfile: return 4;
    // Those at work change places with every call: they stand together, so that the list stays calm.
    default: return 2;
    }
}

bool AgentTableModel::matches(const Row &row) const
{
    if (m_filter.isEmpty())
        return true;
    const auto holds = [this](const QString &text) { return text.contains(m_filter, Qt::CaseInsensitive); };
    return holds(row.name) || holds(row.email) || holds(row.reason) || (row.ticket && holds(text16(row.ticket->number)))
        || (row.status != AgentStatus::offline && holds(row.counter)) || std::any_of(row.queues.begin(), row.queues.end(), holds);
}

int AgentTableModel::count(AgentGroup group) const
{
    return int(std::count_if(m_all.begin(), m_all.end(),
                             [&](const Row &row) { return matches(row) && (group == AgentGroup::all || groupOf(row) == group); }));
}

int AgentTableModel::inNeed() const
{
    return int(std::count_if(m_all.begin(), m_all.end(), [this](const Row &row) { return needOf(row) == 0; }));
}

AgentKey AgentTableModel::keyAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].key : AgentKey{};
}

int AgentTableModel::rowOf(const AgentKey &key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.key == key; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

bool AgentTableModel::same(const Row &a, const Row &b)
{
    const auto ticketOf = [](const Row &row) { return row.ticket ? std::pair(row.ticket->id.value, row.ticket->revision) : std::pair<std::int64_t, Sequence>(0, 0); };
    return a.key == b.key && a.name == b.name && a.email == b.email && a.status == b.status && a.reason == b.reason && a.since == b.since
        && a.limit == b.limit && a.counter == b.counter && ticketOf(a) == ticketOf(b) && a.forgottenAfter == b.forgottenAfter
        && a.queues == b.queues && a.figures == b.figures;
}

std::vector<AgentTableModel::Row> AgentTableModel::rowsOf(const engine::BranchSnapshot &snapshot, const accounts::Directory &directory, SiteId site) const
{
    const queueing::BranchState &state = snapshot.state;
    std::map<std::pair<std::int64_t, std::int64_t>, std::optional<AgentFigures>> figures;
    for (const Row &row : m_all)
        figures[orderOf(row.key)] = row.figures;
    std::vector<Row> rows;
    std::set<UserId> here;
    for (const auto &[id, agent] : state.agents) {
        Row row;
        row.key = {id, agent.user};
        row.name = text16(agent.name);
        if (const Profile *profile = agent.user ? directory.profile(agent.user) : nullptr)
            row.email = text16(profile->email);
        here.insert(agent.user);
        row.status = agent.status;
        row.reason = text16(agent.statusReason);
        row.since = agent.statusSince;
        if (agent.status == AgentStatus::paused)
            row.limit = breakLimit(state.branch, agent.statusReason);
        row.counter = text16(agent.counter);
        if (const Ticket *ticket = agent.current ? state.ticket(agent.current) : nullptr) {
            row.ticket = *ticket;
            row.forgottenAfter = forgottenAfter(snapshot, *ticket);
        }
        for (const Assignment &assignment : agent.assignments)
            row.queues.append(queueName(snapshot, assignment.queue));
        row.figures = figures[orderOf(row.key)];
        rows.push_back(std::move(row));
    }
    const Site *known = directory.site(site);
    for (const auto &[id, user] : directory.users) {
        if (!known || user.removed || !user.active || here.contains(id) || directory.role(id, known->tenant) != smartqueue::Role::agent)
            continue;
        const Profile *profile = directory.profile(id);
        if (!profile)
            continue;
        Row row;
        row.key = {{}, id};
        row.name = text16(profile->name());
        row.email = text16(profile->email);
        if (row.name.isEmpty())
            row.name = row.email;
        rows.push_back(std::move(row));
    }
    return rows;
}

void AgentTableModel::follow(const engine::SharedSnapshot &snapshot, const engine::SharedDirectory &directory, SiteId site, Instant now)
{
    m_now = now;
    m_zone = snapshot->zone;
    if (snapshot == m_snapshot && directory == m_directory) {
        arrange();
        return;
    }
    m_snapshot = snapshot;
    m_directory = directory;
    m_all = rowsOf(*snapshot, *directory, site);
    arrange();
}

void AgentTableModel::showFigures(const AgentHistory &history)
{
    for (Row &row : m_all) {
        if (row.key.agent)
            row.figures = history.today(row.key.agent);
    }
    arrange();
}

void AgentTableModel::tick(Instant now)
{
    m_now = now;
    arrange();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, status), index(int(m_rows.size()) - 1, ticket));
}

void AgentTableModel::setFilter(const QString &text, AgentGroup group)
{
    m_filter = text.trimmed();
    m_group = group;
    arrange();
}

void AgentTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columns - 1));
}

void AgentTableModel::sort(int column, Qt::SortOrder order)
{
    m_sort = column == name || column == today ? column : int(status);
    m_descending = order == Qt::DescendingOrder;
    arrange();
}

void AgentTableModel::arrange()
{
    std::vector<Row> rows;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(rows),
                 [this](const Row &row) { return matches(row) && (m_group == AgentGroup::all || groupOf(row) == m_group); });
    QCollator collator;
    collator.setNumericMode(true);
    const auto compared = [&](const Row &a, const Row &b) -> int {
        int by = 0;
        if (m_sort == status)
            by = needOf(a) - needOf(b);
        else if (m_sort == today)
            by = (b.figures ? b.figures->served : 0) - (a.figures ? a.figures->served : 0);
        if (by == 0)
            by = collator.compare(a.name, b.name);
        return m_descending ? -by : by;
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) { return compared(a, b) < 0; });
    adoptRows(m_rows, std::move(rows), [](const Row &row) { return orderOf(row.key); }, same);
}

} // namespace smartqueue::presentation
