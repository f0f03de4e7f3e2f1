#include "smartqueue/presentation/recorder_day.h"

#include <algorithm>
#include <set>

#include <smartqueue/foundation/text.h>
#include <smartqueue/queueing/decide.h>

namespace smartqueue::presentation {

namespace {

using engine::DayRecording;

/// Who waits where while the day goes by, so that each call knows whom it passed over.
class Waiters {
public:
    explicit Waiters(const queueing::BranchState &state)
    {
        for (const auto &[id, ticket] : state.tickets)
            restore(ticket);
    }

    void issued(TicketId ticket, QueueId queue, Instant at)
    {
        m_known[ticket] = {queue, at};
        enter(ticket);
    }
    void enter(TicketId ticket)
    {
        if (const auto known = m_known.find(ticket); known != m_known.end())
            m_waiting[known->second.queue].insert({known->second.arrival, ticket});
    }
    void leave(TicketId ticket)
    {
        if (const auto known = m_known.find(ticket); known != m_known.end())
            m_waiting[known->second.queue].erase({known->second.arrival, ticket});
    }
    void move(TicketId ticket, QueueId queue)
    {
        leave(ticket);
        if (const auto known = m_known.find(ticket); known != m_known.end())
            known->second.queue = queue;
        enter(ticket);
    }
    void restore(const Ticket &ticket)
    {
        leave(ticket.id);
        m_known[ticket.id] = {ticket.queue, ticket.arrivedAt};
        if (ticket.state == TicketState::waiting)
            enter(ticket.id);
    }
    /// Of each of the queues the one waiting longest, if before `ticket`; the longest of all first.
    std::vector<TicketId> waitingLongerThan(TicketId ticket, const std::set<QueueId> &among) const
    {
        const auto known = m_known.find(ticket);
        if (known == m_known.end())
            return {};
        std::vector<std::pair<Instant, TicketId>> longer;
        for (const auto &[queue, line] : m_waiting) {
            if (!among.contains(queue))
                continue;
            for (const auto &entry : line) {
                if (entry.second == ticket)
                    continue;
                if (entry.first < known->second.arrival)
                    longer.push_back(entry);
                break;
            }
        }
        std::sort(longer.begin(), longer.end());
        std::vector<TicketId> result;
        for (const auto &[arrival, id] : longer)
            result.push_back(id);
        return result;
    }

private:
    struct Known {
        QueueId queue;
        Instant arrival{};
    };
    std::unordered_map<TicketId, Known> m_known;
    std::map<QueueId, std::set<std::pair<Instant, TicketId>>> m_waiting;
};

template <class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

/// Where the agent calls from; the day's end stands for the whole day, the exact ranks come with the answer.
std::set<QueueId> queuesOf(const queueing::BranchState &state, AgentId id)
{
    std::set<QueueId> queues;
    if (const Agent *agent = state.agent(id)) {
        for (const Assignment &assignment : agent->assignments)
            queues.insert(assignment.queue);
    }
    return queues;
}

Instant atLocal(const TimeZone &zone, LocalDay day, std::chrono::minutes sinceMidnight)
{
    return zone.toInstant(LocalInstant(day) + sinceMidnight);
}

void readEvents(RecorderDay &day, const queueing::BranchState &opening)
{
    const auto &batches = day.recording->batches();
    Waiters waiters(opening);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        const EventBatch &batch = batches[i];
        for (const Event &event : batch.events) {
            std::visit(Overloaded{
                [&](const TicketIssued &issued) {
                    day.tickets.emplace_back(issued.number, issued.ticket);
                    waiters.issued(issued.ticket, issued.queue, batch.at);
                },
                [&](const TicketCalled &called) {
                    day.calls.push_back({i, batch.at, called.ticket, waiters.waitingLongerThan(called.ticket, queuesOf(*day.closing, called.agent))});
                    waiters.leave(called.ticket);
                },
                [&](const TicketReturned &returned) { waiters.enter(returned.ticket); },
                [&](const TicketTransferred &transferred) { waiters.move(transferred.ticket, transferred.toQueue); },
                [&](const TicketAbandoned &abandoned) { waiters.leave(abandoned.ticket); },
                [&](const TicketCancelled &cancelled) { waiters.leave(cancelled.ticket); },
                [&](const ActionUndone &undone) {
                    for (const Ticket &ticket : undone.tickets)
                        waiters.restore(ticket);
                },
                [&](const AlertRaised &raised) {
                    day.marks.push_back({batch.at, raised.severity == Severity::critical ? RecordedMark::Kind::critical : RecordedMark::Kind::warning, i});
                },
                [&](const SuggestionApplied &) {
                    // Several actions of one suggestion are one act.
                    if (day.marks.empty() || day.marks.back().batch != i || day.marks.back().kind != RecordedMark::Kind::applied)
                        day.marks.push_back({batch.at, RecordedMark::Kind::applied, i});
                },
                [](const auto &) {}}, event);
        }
    }
}

void layAxis(RecorderDay &day, const Branch &branch)
{
    using namespace std::chrono;
    const auto &batches = day.recording->batches();
    const LocalDay local = floor<days>(day.zone.toLocal(day.recording->from() + hours(12)));
    const Instant dayStart = std::max(day.recording->from(), atLocal(day.zone, local, minutes(0)));
    day.axisFrom = std::max(dayStart, atLocal(day.zone, local, minutes(branch.opensAt)));
    day.axisUntil = atLocal(day.zone, local, minutes(std::max(branch.closesAt, branch.opensAt + 60)));
    if (!batches.empty()) {
        const auto hourBefore = [&](Instant at) { return day.zone.toInstant(floor<hours>(day.zone.toLocal(at))); };
        const auto firstTicket = std::find_if(batches.begin(), batches.end(), [](const EventBatch &batch) {
            return std::any_of(batch.events.begin(), batch.events.end(),
                               [](const Event &event) { return std::holds_alternative<TicketIssued>(event); });
        });
        if (firstTicket != batches.end())
            day.axisFrom = std::min(day.axisFrom, std::max(dayStart, hourBefore(firstTicket->at)));
        if (batches.back().at > day.axisUntil)
            day.axisUntil = std::min(day.recording->until(), hourBefore(batches.back().at) + hours(1));
    }
    day.axisUntil = std::max(day.axisUntil, day.axisFrom + hours(1));
    day.recordedUntil = std::clamp(day.recording->until(), day.axisFrom, day.axisUntil);
}

void stackBands(RecorderDay &day, const queueing::BranchState &names)
{
    const auto skipped = std::size_t(std::max<std::int64_t>(0, (day.axisFrom - day.recording->from()) / day.step));
    const auto length = std::size_t((day.recordedUntil - day.axisFrom) / day.step) + 1;
    std::vector<std::pair<std::int64_t, RecorderDay::Band>> bands;
    for (const auto &[queue, counts] : day.recording->waiting(day.step)) {
        RecorderDay::Band band{queue, {}, {}};
        if (const auto *known = names.queue(queue))
            band.name = known->config.name;
        std::int64_t volume = 0;
        for (std::size_t i = skipped; i < counts.size() && band.counts.size() < length; ++i) {
            band.counts.push_back(counts[i]);
            volume += counts[i];
        }
        bands.emplace_back(volume, std::move(band));
    }
    // The fullest queue lies at the bottom, where its line is read best.
    std::stable_sort(bands.begin(), bands.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (auto &[volume, band] : bands)
        day.bands.push_back(std::move(band));
}

const RecordedCall *callOf(const RecorderDay &day, TicketId ticket)
{
    for (const RecordedCall &call : day.calls) {
        if (call.ticket == ticket)
            return &call;
    }
    return nullptr;
}

/// None when no ticket of the day has the number. Typed by hand, the case of its letters does not count.
TicketId ticketNamed(const RecorderDay &day, const std::string &number)
{
    if (const auto exact = day.ticketOf.find(number); exact != day.ticketOf.end())
        return exact->second;
    const auto alike = std::find_if(day.tickets.rbegin(), day.tickets.rend(), [&](const auto &ticket) { return sameName(ticket.first, number); });
    return alike == day.tickets.rend() ? TicketId{} : alike->second;
}

SharedRecorderAnswer compare(const RecorderDay &day, TicketId first, TicketId second, RecorderAnswer answer)
{
    answer.zone = day.zone;
    answer.comparison = day.recording->whyBefore(first, second);
    answer.kind = answer.comparison ? RecorderAnswer::Kind::compared : RecorderAnswer::Kind::notCalled;
    if (answer.comparison) {
        const EventBatch &decision = day.recording->batches()[answer.comparison->batch];
        answer.sequence = decision.sequence;
        for (const Event &event : decision.events) {
            if (const auto *called = std::get_if<TicketCalled>(&event))
                answer.caller = called->agent;
        }
        answer.before = std::make_shared<queueing::BranchState>(day.recording->stateBefore(answer.comparison->batch));
        answer.first = answer.comparison->first.number;
        if (answer.comparison->second)
            answer.second = answer.comparison->second->number;
    }
    return std::make_shared<const RecorderAnswer>(std::move(answer));
}

} // namespace

SharedRecorderDay prepareDay(std::shared_ptr<const DayRecording> recording, const TimeZone &zone)
{
    auto day = std::make_shared<RecorderDay>();
    day->recording = std::move(recording);
    day->zone = zone;
    const queueing::BranchState opening = day->recording->stateBefore(0);
    for (const auto &[id, ticket] : opening.tickets) {
        if (isOpen(ticket.state))
            day->tickets.emplace_back(ticket.number, id);
    }
    day->closing = std::make_shared<queueing::BranchState>(day->recording->stateAt(day->recording->until()));
    readEvents(*day, opening);
    for (const auto &[number, id] : day->tickets) {
        day->ticketOf[number] = id;
        day->numberOf[id] = number;
    }

    layAxis(*day, day->closing->branch);
    stackBands(*day, *day->closing);
    return day;
}

SharedRecorderFrame lookAt(const RecorderDay &day, Instant at)
{
    auto frame = std::make_shared<RecorderFrame>();
    frame->at = at;
    frame->state = queueing::asOf(day.recording->stateAt(at), at, day.zone);
    frame->overview = analytics::overviewOf(frame->state, at);
    const std::size_t after = day.recording->indexAfter(at);
    const std::size_t count = day.recording->batches().size();
    if (count == 0)
        return frame;
    const std::size_t current = after == 0 ? 0 : after - 1;
    const std::size_t firstShown = std::min(current == 0 ? 0 : current - 1, count < 3 ? 0 : count - 3);
    for (std::size_t i = firstShown; i < std::min(firstShown + 3, count); ++i)
        frame->happenings.push_back({i, after != 0 && i == current});
    return frame;
}

SharedRecorderAnswer explain(const RecorderDay &day, const std::string &first, const std::string &second)
{
    RecorderAnswer answer;
    answer.first = first;
    answer.second = second;
    const TicketId a = ticketNamed(day, first);
    const TicketId b = ticketNamed(day, second);
    if (a && b && a != b)
        return compare(day, a, b, std::move(answer));
    answer.kind = !a ? RecorderAnswer::Kind::unknownFirst : !b ? RecorderAnswer::Kind::unknownSecond : RecorderAnswer::Kind::sameTicket;
    return std::make_shared<const RecorderAnswer>(std::move(answer));
}

SharedRecorderAnswer explainLastOvertaking(const RecorderDay &day, Instant at)
{
    auto call = std::upper_bound(day.calls.begin(), day.calls.end(), at,
                                 [](Instant moment, const RecordedCall &c) { return moment < c.at; });
    // Further back a decision has nothing to do with the moment any more.
    int looks = 12;
    while (call != day.calls.begin() && looks > 0) {
        --call;
        for (const TicketId passed : call->overtaken) {
            --looks;
            auto answer = compare(day, call->ticket, passed, {});
            if (answer->comparison && answer->comparison->obstacle == queueing::Obstacle::none && callOf(day, call->ticket) == &*call)
                return answer;
        }
    }
    RecorderAnswer none;
    none.zone = day.zone;
    return std::make_shared<const RecorderAnswer>(std::move(none));
}

} // namespace smartqueue::presentation
