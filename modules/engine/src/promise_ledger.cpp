#include "smartqueue/engine/promise_ledger.h"

#include <algorithm>

#include <smartqueue/domain/events.h>
#include <smartqueue/domain/failures.h>

namespace smartqueue::engine {

namespace {

/// Batches between two questions whether to go on.
constexpr int breath = 500;

std::optional<Instant> firstCallOf(const Ticket &ticket)
{
    for (const Leg &leg : ticket.legs) {
        if (leg.calledAt)
            return leg.calledAt;
    }
    return std::nullopt;
}

} // namespace

Done PromiseLedger::advance(HistoryReader &reader, const std::function<bool(Instant)> &keepGoing)
{
    if (!m_read) {
        const auto checkpoint = reader.checkpointBefore(m_since);
        if (!checkpoint)
            return tl::unexpected(checkpoint.error());
        m_read = *checkpoint ? (*checkpoint)->sequence : 0;
    }
    int batches = 0;
    bool cancelled = false;
    const Done read = reader.readLog(*m_read, std::nullopt, [&](const EventBatch &batch) {
        take(batch);
        m_read = batch.sequence;
        cancelled = ++batches % breath == 0 && keepGoing && !keepGoing(batch.at);
        return !cancelled && m_promises.size() <= mostPromises;
    });
    if (!read)
        return read;
    if (cancelled)
        return fail(FailureCode("cancelled"));
    if (m_promises.size() > mostPromises)
        return fail(failures::limitReached, {{"field", "promises"}, {"maximum", std::to_string(mostPromises)}});
    return {};
}

void PromiseLedger::take(const EventBatch &batch)
{
    Instant at = batch.at;
    const auto find = [this](TicketId ticket) {
        const auto found = m_promises.find(ticket.value);
        return found == m_promises.end() ? nullptr : &found->second;
    };
    for (const Event &event : batch.events) {
        if (const auto *happened = std::get_if<HappenedAt>(&event)) {
            at = happened->at;
        } else if (const auto *issued = std::get_if<TicketIssued>(&event)) {
            if (issued->promise && at >= m_since)
                m_promises.insert_or_assign(issued->ticket.value, ToldPromise{issued->ticket, issued->number, issued->queue, at, *issued->promise, {}, false});
        } else if (const auto *called = std::get_if<TicketCalled>(&event)) {
            if (ToldPromise *promise = find(called->ticket); promise && !promise->calledAt)
                promise->calledAt = at;
        } else if (const auto *left = std::get_if<TicketAbandoned>(&event)) {
            if (ToldPromise *promise = find(left->ticket))
                promise->over = true;
        } else if (const auto *cancelled = std::get_if<TicketCancelled>(&event)) {
            if (ToldPromise *promise = find(cancelled->ticket))
                promise->over = true;
        } else if (const auto *undone = std::get_if<ActionUndone>(&event)) {
            for (const Ticket &ticket : undone->tickets) {
                if (ToldPromise *promise = find(ticket.id)) {
                    promise->calledAt = firstCallOf(ticket);
                    promise->over = ticket.closedAt.has_value();
                }
            }
        }
    }
}

std::vector<ToldPromise> PromiseLedger::told(Instant from, Instant until) const
{
    std::vector<ToldPromise> found;
    for (const auto &[ticket, promise] : m_promises) {
        if (promise.toldAt >= from && promise.toldAt < until)
            found.push_back(promise);
    }
    return found;
}

std::vector<analytics::AnsweredPromise> answeredOf(const std::vector<ToldPromise> &promises, const TimeZone &zone)
{
    std::vector<analytics::AnsweredPromise> answered;
    for (const ToldPromise &promise : promises) {
        if (promise.calledAt)
            answered.push_back({promise.queue, zone.toLocal(promise.toldAt), promise.told, std::max(Duration(0), *promise.calledAt - promise.toldAt)});
    }
    return answered;
}

PromiseCounts countsOf(const std::vector<ToldPromise> &promises)
{
    PromiseCounts counts;
    for (const ToldPromise &promise : promises)
        ++(promise.calledAt ? counts.answered : promise.over ? counts.uncalled : counts.waiting);
    return counts;
}

} // namespace smartqueue::engine
