#include "smartqueue/presentation/setup_models.h"

#include <algorithm>

#include <QCollator>
#include <QLocale>

#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString joined(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list.append(text(name));
    return list.join(QStringLiteral(", "));
}

QString numberedTicket(const Queue &queue, int number)
{
    return text(queue.prefix) + QString::number(number).rightJustified(3, QLatin1Char('0'));
}

} // namespace

SetupTableModel::SetupTableModel(QObject *parent) : QAbstractTableModel(parent)
{
}

int SetupTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SetupTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(headers().size());
}

QVariant SetupTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.cells.value(index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headers().value(index.column()), row.cells.value(index.column()));
    case idRole:
        return row.id;
    case standingRole:
        return int(row.standing);
    default:
        return {};
    }
}

QVariant SetupTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole) || section < 0 || section >= columnCount())
        return {};
    return headers().value(section);
}

void SetupTableModel::follow(const engine::SharedSnapshot &snapshot)
{
    m_snapshot = snapshot;
    refresh();
}

void SetupTableModel::setFilter(const QString &filter)
{
    if (filter.trimmed() == m_filter)
        return;
    m_filter = filter.trimmed();
    refresh();
}

void SetupTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    refresh();
}

qint64 SetupTableModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[std::size_t(row)].id : 0;
}

int SetupTableModel::rowOf(qint64 id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const Row &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void SetupTableModel::refresh()
{
    if (!m_snapshot)
        return;
    std::vector<Row> rows = rowsOf(m_snapshot->state);
    m_total = int(rows.size());
    if (!m_filter.isEmpty()) {
        std::erase_if(rows, [this](const Row &row) {
            return std::none_of(row.cells.begin(), row.cells.end(),
                                [this](const QString &cell) { return cell.contains(m_filter, Qt::CaseInsensitive); });
        });
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::stable_sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) {
        return collator.compare(a.cells.value(0), b.cells.value(0)) < 0;
    });
    adopt(std::move(rows));
}

void SetupTableModel::adopt(std::vector<Row> rows)
{
    const auto sameOrder = [&] {
        return rows.size() == m_rows.size()
            && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const Row &a, const Row &b) { return a.id == b.id; });
    };
    // Removals first, then insertions from the top: after both only a renamed row can stand elsewhere.
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        const qint64 id = m_rows[std::size_t(row)].id;
        if (std::none_of(rows.begin(), rows.end(), [id](const Row &r) { return r.id == id; })) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < int(rows.size()) && !sameOrder(); ++row) {
        const qint64 id = rows[std::size_t(row)].id;
        const int now = rowOf(id);
        if (now < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, rows[std::size_t(row)]);
            endInsertRows();
        } else if (now != row) {
            beginMoveRows({}, now, now, {}, row);
            Row moved = m_rows[std::size_t(now)];
            m_rows.erase(m_rows.begin() + now);
            m_rows.insert(m_rows.begin() + row, std::move(moved));
            endMoveRows();
        }
    }
    for (int row = 0; row < int(rows.size()); ++row) {
        if (!(rows[std::size_t(row)] == m_rows[std::size_t(row)])) {
            m_rows[std::size_t(row)] = rows[std::size_t(row)];
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
}

QStringList QueueSetupModel::headers() const
{
    return {tr("Queue"), tr("Service"), tr("Called"), tr("Tickets"), tr("Room for"), tr("State")};
}

std::vector<SetupTableModel::Row> QueueSetupModel::rowsOf(const queueing::BranchState &state) const
{
    std::vector<Row> rows;
    for (const auto &[id, queue] : state.queues) {
        const Queue &config = queue.config;
        const Service *service = state.service(config.service);
        rows.push_back({id.value,
                        {text(config.name), service ? text(service->name) : QString(), words::discipline(config.discipline),
                         tr("%1–%2").arg(numberedTicket(config, config.firstNumber), numberedTicket(config, config.lastNumber)),
                         config.maxCapacity ? QLocale().toString(*config.maxCapacity) : tr("No limit"), words::queueStatus(config.status)},
                        config.status == QueueStatus::active ? Standing::good : config.status == QueueStatus::paused ? Standing::paused : Standing::off});
    }
    return rows;
}

QStringList ServiceSetupModel::headers() const
{
    return {tr("Service"), tr("To be called within"), tr("Skills needed"), tr("Queues")};
}

std::vector<SetupTableModel::Row> ServiceSetupModel::rowsOf(const queueing::BranchState &state) const
{
    std::vector<Row> rows;
    for (const auto &[id, service] : state.services) {
        std::vector<std::string> queues;
        for (const auto &[queueId, queue] : state.queues) {
            if (queue.config.service == id)
                queues.push_back(queue.config.name);
        }
        const auto seconds = service.sla.count();
        const QString within = seconds % 60 == 0 ? words::minutes(service.sla) : tr("%L1 s").arg(qlonglong(seconds));
        rows.push_back({id.value, {text(service.name), within, service.requiredSkills.empty() ? tr("None") : joined(service.requiredSkills),
                                   queues.empty() ? tr("None yet") : joined(queues)}, queues.empty() ? Standing::off : Standing::none});
    }
    return rows;
}

QStringList CounterSetupModel::headers() const
{
    return {tr("Counter"), tr("Who is there now")};
}

std::vector<SetupTableModel::Row> CounterSetupModel::rowsOf(const queueing::BranchState &state) const
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < state.branch.counters.size(); ++i) {
        const std::string &counter = state.branch.counters[i];
        QString agentName;
        for (const auto &[id, agent] : state.agents) {
            if (agent.status != AgentStatus::offline && agent.counter == counter)
                agentName = text(agent.name);
        }
        rows.push_back({qint64(i) + 1, {text(counter), agentName.isEmpty() ? tr("Nobody") : agentName}, agentName.isEmpty() ? Standing::off : Standing::none});
    }
    return rows;
}

QStringList AgentSetupModel::headers() const
{
    return {tr("Agent"), tr("Calls from, first choice first"), tr("Skills"), tr("State")};
}

std::vector<SetupTableModel::Row> AgentSetupModel::rowsOf(const queueing::BranchState &state) const
{
    const auto status = [](const Agent &agent) {
        const QString word = words::agentStatus(agent.status);
        return agent.counter.empty() || agent.status == AgentStatus::offline ? word : tr("%1, %2").arg(word, words::counter(agent.counter));
    };
    std::vector<Row> rows;
    for (const auto &[id, agent] : state.agents) {
        QStringList queues;
        for (const Assignment &assignment : agent.assignments) {
            if (const auto *queue = state.queue(assignment.queue))
                queues.append(text(queue->config.name));
        }
        rows.push_back({id.value, {text(agent.name), queues.isEmpty() ? tr("No queue") : queues.join(QStringLiteral(" › ")),
                                   agent.skills.empty() ? tr("None") : joined(agent.skills), status(agent)},
                        agent.status == AgentStatus::available ? Standing::good
                            : agent.status == AgentStatus::busy ? Standing::busy
                            : agent.status == AgentStatus::paused ? Standing::paused
                                                                  : Standing::off});
    }
    return rows;
}

} // namespace smartqueue::presentation
