#include "writer.h"

#include <algorithm>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/domain/touched_tickets.h>
#include <smartqueue/optimizer/report.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>

#include "rebuild.h"
#include "smartqueue/engine/time_zones.h"

namespace smartqueue::engine {

namespace {

using namespace std::chrono_literals;

/// Commands committed together at most; beyond it the first of them would wait too long for their answer.
constexpr std::size_t largestGroup = 256;
/// Imported rows added at once: a command waits for so many at most.
constexpr std::size_t importStep = 500;
constexpr auto workInterval = 1s;
/// The hour at the site when the past is tidied.
constexpr auto cleanUpHour = 4h;
constexpr auto cleanUpRetry = 10min;
/// Before the studies that wait for the pool, see QThreadPool::start.
constexpr int packingPriority = 1;
/// How many checkpoints may be due before the writer packs one itself.
constexpr int checkpointsBehind = 4;

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

Engine::Writer::Writer(Engine &engine, Store &store, EngineOptions options)
    : m_engine(engine), m_store(store), m_clock(engine.m_clock), m_options(options), m_publishTimer(this), m_workTimer(this)
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
    EventLog &log = m_store.log();
    const LogSource source{[&log](Instant before) { return log.checkpoint(before); },
                           [&log](Sequence after, std::optional<Instant> until, const std::function<bool(const EventBatch &)> &visit) {
                               return log.read(after, until, visit);
                           }};
    auto rebuilt = rebuild(source, std::nullopt);
    if (!rebuilt) {
        rebuilt.error().detail["path"] = m_store.path();
        return tl::unexpected(std::move(rebuilt.error()));
    }
    auto zone = timeZone(rebuilt->state.branch.timeZone);
    if (!zone)
        return tl::unexpected(zone.error());
    m_zone = std::move(*zone);
    m_state = std::move(rebuilt->state);
    m_checkpointed = m_state.sequence - rebuilt->replayed;
    m_mustReload = false;
    publish();
    return {};
}

void Engine::Writer::begin()
{
    if (m_options.regularWork)
        m_workTimer.start();
    if (sinceCheckpoint() >= checkpointInterval())
        checkpointBeside();
}

void Engine::Writer::finish()
{
    m_workTimer.stop();
    m_publishTimer.stop();
    while (flush()) { }
    if (sinceCheckpoint() > 0 && !m_mustReload)
        checkpoint();
}

void Engine::Writer::submit(Command command, QPromise<Answer> promise)
{
    // Taken before it joins the others: time in the inbox never runs ahead of a recording whose next command is not in it.
    if (!command.at && !command.notBefore)
        command.notBefore = m_clock.now();
    bool full = false;
    bool wake = false;
    {
        const std::lock_guard lock(m_inboxMutex);
        full = m_inbox.size() >= m_options.pendingLimit;
        if (!full)
            m_inbox.push_back({std::move(command), std::move(promise)});
        wake = !full && !std::exchange(m_pumping, true);
    }
    if (full) {
        promise.addResult(fail(failures::busy, {{"waiting", std::to_string(m_options.pendingLimit)}}));
        promise.finish();
    }
    if (wake)
        QMetaObject::invokeMethod(this, [this] { pump(); }, Qt::QueuedConnection);
}

void Engine::Writer::pump()
{
    flush();
    {
        const std::lock_guard lock(m_inboxMutex);
        m_pumping = !m_inbox.empty();
        if (!m_pumping)
            return;
    }
    QMetaObject::invokeMethod(this, [this] { pump(); }, Qt::QueuedConnection);
}

void Engine::Writer::enqueueSettled(QPromise<SharedSnapshot> promise)
{
    while (flush()) { }
    publish();
    promise.addResult(m_engine.snapshot());
    promise.finish();
}

void Engine::Writer::importSome(const std::shared_ptr<Import> &import)
{
    const auto first = import->tickets.begin() + std::ptrdiff_t(import->next);
    const auto count = std::min(importStep, import->tickets.size() - import->next);
    std::vector<ImportedTicket> some(std::make_move_iterator(first), std::make_move_iterator(first + std::ptrdiff_t(count)));
    for (ImportedTicket &ticket : some)
        ticket.businessDay = queueing::businessDayOf(ticket.arrivedAt, m_state.branch, m_zone);
    auto added = m_store.importTickets(some);
    if (added) {
        import->next += count;
        import->counts.imported += added->imported;
        import->counts.duplicates += added->duplicates;
        import->counts.added.insert(import->counts.added.end(), added->added.begin(), added->added.end());
        if (import->next < import->tickets.size()) {
            QMetaObject::invokeMethod(this, [this, import] { importSome(import); }, Qt::QueuedConnection);
            return;
        }
        added = import->counts;
    }
    import->promise.addResult(std::move(added));
    import->promise.finish();
}

Instant Engine::Writer::timeOf(const Command &command) const
{
    return command.at ? *command.at : std::max(command.notBefore.value_or(m_state.at), m_state.at);
}

Result<SuggestedAction> Engine::Writer::suggestedAction(const std::string &suggestion, Instant now) const
{
    auto action = optimizer::actionOf(optimizer::reportOf(m_state, now, {}), suggestion);
    if (!action && optimizer::isDisciplineAdvice(suggestion)) {
        const auto reader = m_store.openReader();
        if (!reader)
            return tl::unexpected(reader.error());
        const auto history = recentHistory(**reader, m_state, now);
        if (!history)
            return tl::unexpected(history.error());
        action = optimizer::actionOf(optimizer::reportOf(m_state, now, *history), suggestion);
    }
    if (!action)
        return fail(failures::suggestionOutdated, {{"suggestion", suggestion}});
    return *action;
}

Done Engine::Writer::complete(Command &command, Instant now)
{
    if (auto *issue = std::get_if<IssueTicket>(&command.body); issue && !issue->promise && m_state.queue(issue->queue)) {
        const analytics::Eta eta = analytics::etaOfNewArrival(m_state, issue->queue, issue->priority, now);
        if (!eta.nobodyServes)
            issue->promise = Promise{eta.likely, eta.low, eta.high};
    } else if (auto *apply = std::get_if<ApplySuggestion>(&command.body); apply && apply->actions.empty()) {
        const auto action = suggestedAction(apply->suggestion, now);
        if (!action)
            return tl::unexpected(action.error());
        apply->actions = {*action};
    } else if (const auto *dismiss = std::get_if<DismissSuggestion>(&command.body)) {
        if (const auto action = suggestedAction(dismiss->suggestion, now); !action)
            return tl::unexpected(action.error());
    } else if (auto *define = std::get_if<DefineBranch>(&command.body)) {
        const auto zone = timeZone(define->branch.timeZone);
        if (!zone)
            return tl::unexpected(zone.error());
        define->businessDay = queueing::businessDayOf(now, define->branch, *zone);
    }
    return {};
}

void Engine::Writer::apply(const EventBatch &batch, Touched &touched)
{
    queueing::apply(m_state, batch);
    for (const TicketId id : touchedTickets(batch.events)) {
        if (const Ticket *ticket = m_state.ticket(id))
            touched.insert_or_assign(id, *ticket);
    }
}

Answer Engine::Writer::carryOut(Command &command, CommitGroup &group, Touched &touched)
{
    if (command.refusal)
        return tl::unexpected(*command.refusal);
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
    apply(batch, touched);
    if (std::holds_alternative<DefineBranch>(command.body))
        m_zone = *timeZone(m_state.branch.timeZone);

    const Receipt receipt = receiptOf(batch, m_state);
    if (const auto *issue = std::get_if<IssueTicket>(&command.body); issue && !issue->customer.empty())
        group.personal.push_back({m_state.ticket(receipt.ticket)->customer, issue->customer});
    if (const auto *note = std::get_if<SaveNote>(&command.body))
        group.personal.push_back({noteKey(note->ticket), note->text});
    group.batches.push_back(std::move(batch));
    return receipt;
}

Done Engine::Writer::commit(CommitGroup &group)
{
    const Done committed = m_store.log().append(group);
    if (committed) {
        recover();
    } else {
        // The state has gone on from what is durable; nobody may see that.
        m_mustReload = !load();
        degrade(committed.error());
    }
    return committed;
}

void Engine::Writer::degrade(const Failure &failure)
{
    if (!std::exchange(m_degraded, true))
        Q_EMIT m_engine.degraded(failure);
}

void Engine::Writer::recover()
{
    if (std::exchange(m_degraded, false))
        Q_EMIT m_engine.recovered();
}

std::vector<Engine::Writer::Submission> Engine::Writer::takeGroup()
{
    const std::lock_guard lock(m_inboxMutex);
    const auto end = m_inbox.begin() + std::ptrdiff_t(std::min(m_inbox.size(), largestGroup));
    std::vector<Submission> taken(std::make_move_iterator(m_inbox.begin()), std::make_move_iterator(end));
    m_inbox.erase(m_inbox.begin(), end);
    return taken;
}

bool Engine::Writer::flush()
{
    std::vector<Submission> taken = takeGroup();
    if (taken.empty())
        return false;

    Done ready;
    if (m_mustReload)
        ready = load();
    CommitGroup group;
    Touched touched;
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
            // A branch in which nothing has happened yet has no time of its own.
            group.answers.push_back({id, m_state.sequence > 0 ? m_state.at : timeOf(submission.command), answer});
        }
        answers.push_back(std::move(answer));
    }
    group.tickets.reserve(touched.size());
    for (auto &[id, ticket] : touched)
        group.tickets.push_back(std::move(ticket));

    if (ready && (!group.batches.empty() || !group.answers.empty())) {
        if (const Done committed = commit(group); !committed) {
            for (Answer &answer : answers)
                answer = tl::unexpected(committed.error());
            group.batches.clear();
        }
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
        taken[i].promise.addResult(std::move(answers[i]));
        taken[i].promise.finish();
    }
    if (!group.batches.empty()) {
        Q_EMIT m_engine.eventsCommitted(std::make_shared<const std::vector<EventBatch>>(std::move(group.batches)));
        publishSoon();
        // A flood of commands, or a pool full of long studies, must not let the way back grow without end.
        if (sinceCheckpoint() > checkpointsBehind * checkpointInterval())
            checkpoint();
        else if (sinceCheckpoint() >= checkpointInterval())
            checkpointBeside();
    }
    return true;
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
        submit({{}, StartBusinessDay{}, {}, {}}, {});
    cleanUp(now);
    // Only a write proves that writing works again; a full disk still reads.
    if (m_degraded && (!m_mustReload || load()) && m_store.log().append({}))
        recover();
    if (!m_degraded)
        Q_EMIT m_engine.heartbeat(now);
}

void Engine::Writer::cleanUp(Instant now)
{
    const auto today = std::chrono::floor<std::chrono::days>(m_zone.toLocal(now) - cleanUpHour);
    const Instant due = m_zone.toInstant(today + cleanUpHour);
    // A recording passes in seconds; what it leaves behind stays at least for the night after it.
    const bool follows = m_clock.followsRecording();
    if (std::exchange(m_followed, follows) && !follows)
        m_cleanedUpAt = due;
    if (follows || due <= m_cleanedUpAt || std::chrono::steady_clock::now() < m_nextCleanUp)
        return;
    m_nextCleanUp = std::chrono::steady_clock::now() + cleanUpRetry;
    const auto tidy = [&]() -> Done {
        auto reader = m_store.openReader();
        if (!reader)
            return tl::unexpected(reader.error());
        TicketQuery newest;
        newest.limit = 1;
        const auto rows = (*reader)->tickets(newest);
        if (!rows)
            return tl::unexpected(rows.error());
        // Counted back from the newest customer: a branch that only holds an old recording keeps it.
        if (!rows->empty()) {
            const Instant from = std::min(due, rows->front().arrivedAt) - std::chrono::days(m_state.branch.retentionDays);
            if (const auto cleaned = m_store.cleanUp(from); !cleaned)
                return tl::unexpected(cleaned.error());
        }
        return {};
    };
    if (const Done tidied = tidy(); !tidied)
        degrade(tidied.error());
    else
        m_cleanedUpAt = due;
}

void Engine::Writer::checkpoint()
{
    save({m_state.sequence, m_state.at, packState(m_state)});
}

int Engine::Writer::checkpointInterval() const
{
    // Packing costs as much as there are tickets: a full hall must not be packed over and over.
    return std::max(m_options.checkpointEvery, int(m_state.tickets.size() / 2));
}

void Engine::Writer::checkpointBeside()
{
    if (std::exchange(m_packing, true))
        return;
    const auto state = std::make_shared<const queueing::BranchState>(m_state);
    m_engine.m_studyPool->start([this, state] {
        Checkpoint packed{state->sequence, state->at, packState(*state)};
        QMetaObject::invokeMethod(this, [this, packed = std::move(packed)] {
            m_packing = false;
            save(packed);
        }, Qt::QueuedConnection);
    }, packingPriority);
}

void Engine::Writer::save(const Checkpoint &checkpoint)
{
    if (checkpoint.sequence > m_checkpointed && m_store.log().saveCheckpoint(checkpoint))
        m_checkpointed = checkpoint.sequence;
}

} // namespace smartqueue::engine
