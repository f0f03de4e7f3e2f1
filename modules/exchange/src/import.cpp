#include "smartqueue/exchange/import.h"

#include <algorithm>
#include <map>
#include <queue>
#include <unordered_map>

#include <QIODevice>
#include <QTemporaryFile>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/limits.h>
#include <smartqueue/exchange/failure_text.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/foundation/text.h>

namespace smartqueue::exchange {

namespace {

/// The share of the work that looking over the log takes; the rest is writing.
constexpr double surveyShare = 0.2;
constexpr std::int64_t rowsBetweenProgress = 10'000;

/// Counted tickets per queue, by the queue's place among the log's names.
using Served = std::map<std::size_t, std::int64_t>;

/// The names of one kind in the order in which the log mentions them.
class Names {
public:
    explicit Names(std::size_t mostNew) : m_mostNew(mostNew) {}

    /// The place of the name, or nothing when there are too many new ones. `known` tells whether the branch has it.
    template <class Known>
    std::optional<std::size_t> place(const std::string &name, Known known)
    {
        if (const auto found = m_places.find(name); found != m_places.end())
            return found->second;
        const bool isNew = !known(name);
        if (isNew && m_new == m_mostNew)
            return std::nullopt;
        m_new += isNew ? 1 : 0;
        m_places.emplace(name, m_list.size());
        m_list.push_back(name);
        return m_list.size() - 1;
    }
    std::optional<std::size_t> find(const std::string &name) const
    {
        const auto found = m_places.find(name);
        return found == m_places.end() ? std::nullopt : std::optional(found->second);
    }
    const std::vector<std::string> &list() const { return m_list; }

private:
    std::size_t m_mostNew;
    std::size_t m_new = 0;
    std::unordered_map<std::string, std::size_t> m_places;
    std::vector<std::string> m_list;
};

/// The figures of one queue over the rows that are new.
class Figures {
public:
    void count(const engine::ImportedTicket &ticket)
    {
        const std::optional<Instant> leftLine = ticket.calledAt ? ticket.calledAt : ticket.startedAt ? ticket.startedAt : ticket.endedAt;
        if (leftLine)
            m_history.waited += *leftLine - ticket.arrivedAt;
        if (ticket.state == TicketState::abandoned)
            ++m_history.abandonments;
        if (ticket.state != TicketState::completed)
            return;
        m_latest.emplace(*ticket.endedAt, *ticket.endedAt - *ticket.startedAt);
        if (m_latest.size() > limits::serviceHistory)
            m_latest.pop();
    }

    QueueHistory history(QueueId queue)
    {
        m_history.queue = queue;
        for (; !m_latest.empty(); m_latest.pop())
            m_history.services.push_back(m_latest.top().second);
        return m_history;
    }

private:
    using Service = std::pair<Instant, Duration>;
    std::priority_queue<Service, std::vector<Service>, std::greater<>> m_latest;
    QueueHistory m_history;
};

TicketState stateOf(LogTicket::Outcome outcome)
{
    switch (outcome) {
    case LogTicket::Outcome::abandoned:
        return TicketState::abandoned;
    case LogTicket::Outcome::noShow:
        return TicketState::noShow;
    case LogTicket::Outcome::served:
        break;
    }
    return TicketState::completed;
}

class Import {
public:
    Import(QIODevice &device, const ImportOptions &options, const ImportDoor &door)
        : m_device(device), m_options(options), m_door(door), m_start(device.pos()), m_size(double(std::max<qint64>(1, device.size() - m_start))),
          m_state(door.state()), m_queues(mostNewQueues(*m_state)), m_agents(limits::agents - std::min(limits::agents, m_state->agents.size()))
    {
    }

    Result<ImportReport> run()
    {
        Done done = survey();
        if (done && !m_report.cancelled)
            done = prepare();
        if (done && !m_report.cancelled)
            done = write();
        if (done)
            done = record();
        if (!done)
            return tl::unexpected(done.error());
        return std::move(m_report);
    }

private:
    static std::size_t mostNewQueues(const queueing::BranchState &state)
    {
        return std::min(limits::queues - std::min(limits::queues, state.queues.size()),
                        limits::services - std::min(limits::services, state.services.size()));
    }

    bool goesOn(double share)
    {
        if (m_options.progress && !m_options.progress(std::clamp(share, 0.0, 1.0)))
            m_report.cancelled = true;
        return !m_report.cancelled;
    }

    /// Notes the names of a good row; a row that would bring in too many is refused.
    Done note(const LogTicket &ticket)
    {
        const auto queue = m_queues.place(ticket.queue, [&](const std::string &name) { return bool(queueNamed(name)); });
        if (!queue)
            return fail(refusals::tooManyQueues, {{"queue", ticket.queue}});
        if (ticket.agent.empty())
            return {};
        const auto agent = m_agents.place(ticket.agent, [&](const std::string &name) { return bool(agentNamed(name)); });
        if (!agent)
            return fail(refusals::tooManyAgents, {{"agent", ticket.agent}});
        m_served.resize(m_agents.list().size());
        ++m_served[*agent][*queue];
        return {};
    }

    Done survey()
    {
        auto reader = TicketLogReader::open(m_device, m_options.log);
        if (!reader)
            return tl::unexpected(reader.error());
        m_map = reader->map();
        while (const LogLine *line = reader->next()) {
            if (++m_report.rows % rowsBetweenProgress == 0 && !goesOn(surveyShare * double(reader->bytesRead()) / m_size))
                return {};
            if (!line->ticket) {
                m_report.refuse(line->line, line->ticket.error());
                continue;
            }
            if (Done noted = note(*line->ticket); !noted)
                m_report.refuse(line->line, noted.error());
        }
        if (Done state = reader->state(); !state)
            return state;
        if (m_options.strict && m_report.refusedCount > 0) {
            const engine::RefusedLine &first = m_report.refused.front();
            return fail(refusals::refusedLines, {{"count", std::to_string(m_report.refusedCount)},
                                                 {"line", std::to_string(first.line)},
                                                 {"reason", std::string(first.reason.code.name())}});
        }
        return {};
    }

    QueueId queueNamed(const std::string &name) const
    {
        for (const auto &[id, queue] : m_state->queues) {
            if (sameName(queue.config.name, name))
                return id;
        }
        return {};
    }
    AgentId agentNamed(const std::string &name) const
    {
        for (const auto &[id, agent] : m_state->agents) {
            if (sameName(agent.name, name))
                return id;
        }
        return {};
    }
    ServiceId serviceNamed(const std::string &name) const
    {
        for (const auto &[id, service] : m_state->services) {
            if (sameName(service.name, name))
                return id;
        }
        return {};
    }

    /// The id among those made by this import under a name that differs at most in case.
    template <class Id>
    static Id madeBefore(const std::vector<std::string> &names, const std::vector<Id> &ids, const std::string &name)
    {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (sameName(names[i], name))
                return ids[i];
        }
        return {};
    }

    Result<QueueId> makeQueue(const std::string &name)
    {
        ServiceId service = serviceNamed(name);
        if (!service) {
            DefineService define;
            define.service.name = name;
            const engine::Answer answer = m_door.submit(define);
            if (!answer)
                return tl::unexpected(answer.error());
            service = ServiceId{answer->entity};
        }
        DefineQueue define;
        define.queue.name = name;
        define.queue.service = service;
        const engine::Answer answer = m_door.submit(define);
        if (!answer)
            return tl::unexpected(answer.error());
        return QueueId{answer->entity};
    }

    /// A new agent serves the queues that the log saw them serve, the most served one first.
    Result<AgentId> makeAgent(const std::string &name, const Served &served)
    {
        std::vector<std::pair<std::size_t, std::int64_t>> order(served.begin(), served.end());
        std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
        DefineAgent define;
        define.agent.name = name;
        for (const auto &[place, count] : order) {
            const QueueId queue = m_queueIds[place];
            const auto &list = define.agent.assignments;
            const bool there = std::any_of(list.begin(), list.end(), [&](const Assignment &a) { return a.queue == queue; });
            if (!there && int(list.size()) < limits::rank)
                define.agent.assignments.push_back({queue, int(list.size()) + 1});
        }
        const engine::Answer answer = m_door.submit(define);
        if (!answer)
            return tl::unexpected(answer.error());
        return AgentId{answer->entity};
    }

    Done prepare()
    {
        for (const std::string &name : m_queues.list()) {
            QueueId id = queueNamed(name);
            if (!id)
                id = madeBefore(m_queues.list(), m_queueIds, name);
            if (!id) {
                const auto made = makeQueue(name);
                if (!made)
                    return tl::unexpected(made.error());
                id = *made;
            }
            m_queueIds.push_back(id);
            if (!goesOn(surveyShare))
                return {};
        }
        for (std::size_t i = 0; i < m_agents.list().size(); ++i) {
            const std::string &name = m_agents.list()[i];
            AgentId id = agentNamed(name);
            if (!id)
                id = madeBefore(m_agents.list(), m_agentIds, name);
            if (!id) {
                const auto made = makeAgent(name, m_served[i]);
                if (!made)
                    return tl::unexpected(made.error());
                id = *made;
            }
            m_agentIds.push_back(id);
            if (!goesOn(surveyShare))
                return {};
        }
        return {};
    }

    std::optional<engine::ImportedTicket> historyRow(LogTicket &ticket) const
    {
        const auto queue = m_queues.find(ticket.queue);
        const auto agent = m_agents.find(ticket.agent);
        if (!queue || (!ticket.agent.empty() && !agent))
            return std::nullopt;
        engine::ImportedTicket row;
        row.number = std::move(ticket.number);
        row.queue = m_queueIds[*queue];
        row.priority = ticket.priority;
        row.channel = std::move(ticket.channel);
        row.agent = agent ? m_agentIds[*agent] : AgentId{};
        row.arrivedAt = ticket.arrivedAt;
        // A log without calls knows nothing of the walk: the service began when the customer was called.
        row.calledAt = ticket.calledAt ? ticket.calledAt : ticket.startedAt;
        row.startedAt = ticket.startedAt;
        row.endedAt = ticket.endedAt ? ticket.endedAt : ticket.calledAt;
        row.state = stateOf(ticket.outcome);
        return row;
    }

    Done write()
    {
        if (!m_device.seek(m_start))
            return fail(refusals::cannotRead, {{"reason", m_device.errorString().toStdString()}});
        TicketLogOptions log = m_options.log;
        log.map = m_map;
        auto reader = TicketLogReader::open(m_device, log);
        if (!reader)
            return tl::unexpected(reader.error());
        const std::size_t chunk = std::max<std::size_t>(m_options.chunk, 1);
        std::vector<engine::ImportedTicket> rows;
        rows.reserve(chunk);
        while (const LogLine *line = reader->next()) {
            if (!line->ticket)
                continue;
            LogTicket ticket = *line->ticket;
            auto row = historyRow(ticket);
            if (!row)
                continue;
            rows.push_back(*std::move(row));
            if (rows.size() < chunk)
                continue;
            if (Done added = add(rows); !added)
                return added;
            if (!goesOn(surveyShare + (1.0 - surveyShare) * double(reader->bytesRead()) / m_size))
                return {};
        }
        if (Done state = reader->state(); !state)
            return state;
        if (!rows.empty()) {
            if (Done added = add(rows); !added)
                return added;
        }
        goesOn(1.0);
        // Told at the very end, "stop" comes too late to stop anything.
        m_report.cancelled = false;
        return {};
    }

    Done add(std::vector<engine::ImportedTicket> &rows)
    {
        const std::vector<engine::ImportedTicket> seen = rows;
        const auto counts = m_door.add(std::move(rows));
        rows.clear();
        if (!counts)
            return tl::unexpected(counts.error());
        m_report.imported += counts->imported;
        m_report.duplicates += counts->duplicates;
        for (std::size_t i = 0; i < seen.size() && i < counts->added.size(); ++i) {
            if (counts->added[i])
                m_figures[seen[i].queue].count(seen[i]);
        }
        return {};
    }

    /// The file's name as the record of the import takes it.
    std::string sourceName() const
    {
        const std::string_view name = trimmed(m_options.source);
        const bool fits = !name.empty() && isPlainUtf8(name) && codePoints(name) <= limits::reasonCodePoints;
        return fits ? std::string(name) : "log";
    }

    Done record()
    {
        if (m_report.imported == 0)
            return {};
        RecordImport command;
        command.source = sourceName();
        command.rows = m_report.imported;
        for (auto &[queue, figures] : m_figures)
            command.queues.push_back(figures.history(queue));
        const engine::Answer answer = m_door.submit(std::move(command));
        if (!answer)
            return tl::unexpected(answer.error());
        return {};
    }

    QIODevice &m_device;
    const ImportOptions &m_options;
    const ImportDoor &m_door;
    qint64 m_start;
    double m_size;
    /// The branch as it stood before the import.
    std::shared_ptr<const queueing::BranchState> m_state;
    std::optional<ColumnMap> m_map;
    Names m_queues;
    Names m_agents;
    std::vector<Served> m_served;
    std::vector<QueueId> m_queueIds;
    std::vector<AgentId> m_agentIds;
    std::map<QueueId, Figures> m_figures;
    ImportReport m_report;
};

/// A copy of what a pipe gives, so that it can be read twice.
Done spool(QIODevice &device, QTemporaryFile &file)
{
    if (!file.open())
        return fail(refusals::cannotRead, {{"reason", file.errorString().toStdString()}});
    for (;;) {
        const QByteArray piece = device.read(1024 * 1024);
        if (piece.isEmpty() && (device.atEnd() || !device.waitForReadyRead(-1)))
            break;
        if (file.write(piece) != piece.size())
            return fail(refusals::cannotRead, {{"reason", file.errorString().toStdString()}});
    }
    file.seek(0);
    return {};
}

} // namespace

Result<ImportReport> importLog(QIODevice &device, const ImportOptions &options, const ImportDoor &door)
{
    if (!device.isSequential())
        return Import(device, options, door).run();
    QTemporaryFile file;
    if (Done copied = spool(device, file); !copied)
        return tl::unexpected(copied.error());
    return Import(file, options, door).run();
}

std::string importJson(const ImportReport &report)
{
    nlohmann::ordered_json json;
    json["rows"] = report.rows;
    json["imported"] = report.imported;
    json["duplicates"] = report.duplicates;
    json["refused"] = nlohmann::ordered_json::array();
    for (const engine::RefusedLine &line : report.refused) {
        json["refused"].push_back({{"line", line.line},
                                   {"reason", std::string(line.reason.code.name())},
                                   {"message", sentenceFor(line.reason)}});
    }
    json["refused_count"] = report.refusedCount;
    if (report.cancelled)
        json["cancelled"] = true;
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace smartqueue::exchange
