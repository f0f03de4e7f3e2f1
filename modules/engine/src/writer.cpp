#include "writer.h"

#include <algorithm>
#include <exception>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/optimizer/report.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>

#include "smartqueue/engine/time_zones.h"

namespace smartqueue::engine {

namespace {

using namespace std::chrono_literals;

/// Commands committed together at most; beyond it the first of them would wait too long for their answer.
constexpr std::size_t largestGroup = 256;
constexpr auto workInterval = 1s;
constexpr auto idleBeforeCheckpoint = 2s;
/// Tickets' end of the day at the site, when the past is tidied.
constexpr int cleanUpHour = 4;

void collectTickets(const std::vector<Event> &events, std::set<TicketId> &touched)
{
    for (const Event &event : events) {
        std::visit(
            [&](const auto &e) {
                if constexpr (requires { e.ticket; })
                    touched.insert(e.ticket);
                if constexpr (std::is_same_v<std::decay_t<decltype(e)>, ActionUndone>) {
                    for (const Ticket &ticket : e.tickets)
                        touched.insert(ticket.id);
                }
            },
            event);
    }
}

Receipt receiptOf(const EventBatch &batch, const queueing::BranchState &state)
{
    Receipt receipt;
    receipt.command = batch.command;
    receipt.sequence = batch.sequence;
    receipt.at = batch.at;
    for (const Event &event : batch.events) {
        std::visit(
            [&](const auto &e) {
                using E = std::decay_t<decltype(e)>;
                if constexpr (requires { e.ticket; })
                    receipt.ticket = e.ticket;
                else if constexpr (std::is_same_v<E, ServiceDefined>)
                    receipt.entity = e.service.id.value;
                else if constexpr (std::is_same_v<E, QueueDefined>)
                    receipt.entity = e.queue.id.value;
                else if constexpr (std::is_same_v<E, AgentDefined>)
                    receipt.entity = e.agent.id.value;
                else if constexpr (std::is_same_v<E, AlertRaised>)
                    receipt.entity = e.alert.value;
                else if constexpr (std::is_same_v<E, ActionUndone>) {
                    if (!e.tickets.empty())
                        receipt.ticket = e.tickets.front().id;
                }
            },
            event);
    }
    if (const Ticket *ticket = state.ticket(receipt.ticket))
        receipt.number = ticket->number;
    return receipt;
}

} // namespace

Engine::Writer::Writer(Engine &engine, Store &store, const Clock &clock, EngineOptions options)
    : m_engine(engine), m_store(store), m_clock(clock), m_options(options), m_publishTimer(this), m_workTimer(this)
{
    m_publishTimer.setSingleShot(true);
    m_publishTimer.setInterval(int(m_options.publishInterval.count()));
    connect(&m_publishTimer, &QTimer::timeout, this, [this] {
        if (m_publishPending)
            publish();
    });
    m_workTimer.setInterval(workInterval);
    connect(&m_workTimer, &QTimer::timeout, this, &Writer::work);
}

Done Engine::Writer::load()
{
    queueing::BranchState state;
    const auto newest = m_store.log().checkpoint();
    if (!newest)
        return tl::unexpected(newest.error());
    if (*newest) {
        auto decoded = queueing::decodeState((*newest)->state);
        // A checkpoint only saves time: without a readable one the whole log tells the same.
        if (decoded)
            state = std::move(*decoded);
    }
    int replayed = 0;
    try {
        const Done read = m_store.log().read(state.sequence, std::nullopt, [&](const EventBatch &batch) {
            queueing::apply(state, batch);
            ++replayed;
            return true;
        });
        if (!read)
            return read;
    } catch (const std::exception &error) {
        return fail(storage_failures::damaged, {{"path", m_store.path()}, {"reason", error.what()}});
    }
    auto zone = timeZone(state.branch.timeZone);
    if (!zone)
        return tl::unexpected(zone.error());
    m_zone = std::move(*zone);
    m_state = std::move(state);
    m_sinceCheckpoint = replayed;
    m_mustReload = false;
    publish();
    return {};
}

void Engine::Writer::begin()
{
    if (m_options.regularWork)
        m_workTimer.start();
}

void Engine::Writer::finish()
{
    m_workTimer.stop();
    m_publishTimer.stop();
    while (!m_pending.empty())
        flush();
    if (m_sinceCheckpoint > 0 && !m_mustReload)
        checkpoint();
}

void Engine::Writer::enqueue(Command command, QPromise<Answer> promise)
{
    m_pending.push_back({std::move(command), std::move(promise)});
    if (m_flushPosted)
        return;
    // Posted behind the submissions that wait already, so that they are committed together.
    m_flushPosted = true;
    QMetaObject::invokeMethod(this, [this] {
        m_flushPosted = false;
        flush();
    }, Qt::QueuedConnection);
}

void Engine::Writer::enqueueSettled(QPromise<SharedSnapshot> promise)
{
    while (!m_pending.empty())
        flush();
    publish();
    promise.addResult(m_engine.snapshot());
    promise.finish();
}

Instant Engine::Writer::timeOf(const Command &command) const
{
    return command.at ? *command.at : std::max(m_clock.now(), m_state.at);
}

Done Engine::Writer::complete(Command &command, Instant now)
{
    if (auto *issue = std::get_if<IssueTicket>(&command.body); issue && !issue->promise && m_state.queue(issue->queue)) {
        const analytics::Eta eta = analytics::etaOfNewArrival(m_state, issue->queue, issue->priority, now);
        if (!eta.nobodyServes)
            issue->promise = Promise{eta.likely, eta.low, eta.high};
    } else if (auto *apply = std::get_if<ApplySuggestion>(&command.body); apply && apply->actions.empty()) {
        auto action = optimizer::actionOf(optimizer::reportOf(m_state, now, {}), apply->suggestion);
        if (!action) {
            auto reader = m_store.openReader();
            if (!reader)
                return tl::unexpected(reader.error());
            const auto history = recentHistory(**reader, m_state, now);
            if (!history)
                return tl::unexpected(history.error());
            action = optimizer::actionOf(optimizer::reportOf(m_state, now, *history), apply->suggestion);
        }
        if (!action)
            return fail(failures::suggestionOutdated, {{"suggestion", apply->suggestion}});
        apply->actions = {*action};
    } else if (const auto *define = std::get_if<DefineBranch>(&command.body)) {
        const auto zone = timeZone(define->branch.timeZone);
        if (!zone)
            return tl::unexpected(zone.error());
    }
    return {};
}

Answer Engine::Writer::carryOut(Command &command, CommitGroup &group, std::set<TicketId> &touched)
{
    const Instant now = timeOf(command);
    if (const Done completed = complete(command, now); !completed)
        return tl::unexpected(completed.error());
    auto events = queueing::decide(m_state, command, {now, m_zone});
    if (!events)
        return tl::unexpected(std::move(events.error()));

    EventBatch batch{m_state.sequence, now, command.id, command.actor, std::string(nameOf(command.body)), std::move(*events)};
    if (batch.events.empty())
        return receiptOf(batch, m_state);
    ++batch.sequence;
    queueing::apply(m_state, batch);
    collectTickets(batch.events, touched);
    if (std::holds_alternative<DefineBranch>(command.body))
        m_zone = *timeZone(m_state.branch.timeZone);

    const Receipt receipt = receiptOf(batch, m_state);
    if (const auto *issue = std::get_if<IssueTicket>(&command.body); issue && !issue->customer.empty())
        group.personal.push_back({m_state.ticket(receipt.ticket)->customer, issue->customer});
    if (const auto *note = std::get_if<SaveNote>(&command.body))
        group.personal.push_back({"note-" + std::to_string(note->ticket.value), note->text});
    group.batches.push_back(std::move(batch));
    return receipt;
}

Done Engine::Writer::commit(CommitGroup &group)
{
    const Done committed = m_store.log().append(group);
    if (!committed) {
        // The state has gone on from what is durable; nobody may see that.
        m_mustReload = !load();
        if (!m_degraded) {
            m_degraded = true;
            Q_EMIT m_engine.degraded(committed.error());
        }
        return committed;
    }
    if (m_degraded) {
        m_degraded = false;
        Q_EMIT m_engine.recovered();
    }
    return {};
}

void Engine::Writer::flush()
{
    std::vector<Submission> taken;
    if (m_pending.size() <= largestGroup) {
        taken.swap(m_pending);
    } else {
        const auto end = m_pending.begin() + std::ptrdiff_t(largestGroup);
        taken.assign(std::make_move_iterator(m_pending.begin()), std::make_move_iterator(end));
        m_pending.erase(m_pending.begin(), end);
    }
    if (taken.empty())
        return;

    Done ready;
    if (m_mustReload)
        ready = load();
    CommitGroup group;
    std::set<TicketId> touched;
    std::vector<Answer> answers;
    answers.reserve(taken.size());
    std::map<CommandId, std::size_t> inGroup;
    for (Submission &submission : taken) {
        if (!ready) {
            answers.push_back(tl::unexpected(ready.error()));
            continue;
        }
        const CommandId id = submission.command.id;
        if (!id.empty()) {
            if (const auto twin = inGroup.find(id); twin != inGroup.end()) {
                answers.push_back(Answer(answers[twin->second]));
                continue;
            }
            auto earlier = m_store.log().answerOf(id);
            if (!earlier || *earlier) {
                answers.push_back(earlier ? **earlier : Answer(tl::unexpected(earlier.error())));
                continue;
            }
        }
        Answer answer = carryOut(submission.command, group, touched);
        if (!id.empty()) {
            inGroup.emplace(id, answers.size());
            group.answers.push_back({id, m_state.at, answer});
        }
        answers.push_back(std::move(answer));
    }
    for (const TicketId id : touched) {
        if (const Ticket *ticket = m_state.ticket(id))
            group.tickets.push_back(*ticket);
    }

    if (ready && (!group.batches.empty() || !group.answers.empty())) {
        if (const Done committed = commit(group); !committed) {
            for (Answer &answer : answers)
                answer = tl::unexpected(committed.error());
            group.batches.clear();
        }
    }
    m_lastCommit = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < taken.size(); ++i) {
        taken[i].promise.addResult(std::move(answers[i]));
        taken[i].promise.finish();
    }
    if (!group.batches.empty()) {
        m_sinceCheckpoint += int(group.batches.size());
        Q_EMIT m_engine.eventsCommitted(std::make_shared<const std::vector<EventBatch>>(std::move(group.batches)));
        publishSoon();
    }
    if (!m_pending.empty() && !m_flushPosted) {
        m_flushPosted = true;
        QMetaObject::invokeMethod(this, [this] {
            m_flushPosted = false;
            flush();
        }, Qt::QueuedConnection);
    }
    // An engine that is never idle still has to start fast after a crash.
    if (m_sinceCheckpoint > 10 * m_options.checkpointEvery)
        checkpoint();
}

void Engine::Writer::publishSoon()
{
    m_publishPending = true;
    if (!m_publishTimer.isActive())
        m_publishTimer.start();
}

void Engine::Writer::publish()
{
    m_publishPending = false;
    if (m_mustReload)
        return;
    auto snapshot = std::make_shared<const BranchSnapshot>(BranchSnapshot{m_state, m_zone, std::max(m_clock.now(), m_state.at)});
    {
        const std::lock_guard lock(m_engine.m_snapshotMutex);
        m_engine.m_snapshot = snapshot;
    }
    Q_EMIT m_engine.snapshotChanged(snapshot);
}

void Engine::Writer::work()
{
    const Instant now = std::max(m_clock.now(), m_state.at);
    if (!m_state.queues.empty() && queueing::businessDayOf(now, m_state.branch, m_zone) > m_state.businessDay)
        enqueue({{}, StartBusinessDay{}, {}, {}}, {});
    const auto cleanUpDay = std::chrono::floor<std::chrono::days>(m_zone.toLocal(now) - std::chrono::hours(cleanUpHour)).time_since_epoch().count();
    if (cleanUpDay > m_cleanedDay) {
        m_cleanedDay = cleanUpDay;
        if (const auto cleaned = m_store.cleanUp(now - std::chrono::days(m_state.branch.retentionDays)); !cleaned)
            Q_EMIT m_engine.degraded(cleaned.error());
    }
    if (m_sinceCheckpoint >= m_options.checkpointEvery && !m_mustReload
        && std::chrono::steady_clock::now() - m_lastCommit > idleBeforeCheckpoint)
        checkpoint();
    if (m_degraded && load()) {
        m_degraded = false;
        Q_EMIT m_engine.recovered();
    }
    if (!m_degraded)
        Q_EMIT m_engine.heartbeat(now);
}

void Engine::Writer::checkpoint()
{
    if (m_store.log().saveCheckpoint({m_state.sequence, m_state.at, queueing::encodeState(m_state)}))
        m_sinceCheckpoint = 0;
}

} // namespace smartqueue::engine
