#include "writer.h"

#include <algorithm>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/domain/touched_tickets.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/queueing/decide.h>

#include "agent_names.h"
#include "rebuild.h"
#include "receipt_of.h"
#include "smartqueue/engine/time_zones.h"
#include "smartqueue/engine/when_done.h"

namespace smartqueue::engine {

namespace {

using namespace std::chrono_literals;

/// Commands committed together at most; beyond it the first of them would wait too long for their answer.
constexpr std::size_t largestGroup = 256;
/// Imported rows added at once: a command waits for so many at most.
constexpr std::size_t importStep = 500;
constexpr auto workInterval = 1s;
/// How many checkpoints may be due before the writer packs one itself.
constexpr int checkpointsBehind = 4;

} // namespace

Installation::Writer::Writer(Installation &installation, Store &store, QThreadPool &pool, EngineOptions options, Vault *vault)
    : m_installation(installation),
      m_store(store),
      m_pool(pool),
      m_clock(installation.m_clock),
      m_options(options),
      m_vault(vault),
      m_decider(m_world, m_zones, store, vault),
      m_publishTimer(this),
      m_workTimer(this)
{
    m_publishTimer.setSingleShot(true);
    m_publishTimer.setInterval(int(m_options.publishInterval.count()));
    connect(&m_publishTimer, &QTimer::timeout, this, &Writer::publish);
    m_workTimer.setInterval(workInterval);
    connect(&m_workTimer, &QTimer::timeout, this, &Writer::work);
}

Done Installation::Writer::readZone(SiteId site)
{
    auto zone = timeZone(m_world.branches.at(site).branch.timeZone);
    if (!zone)
        return tl::unexpected(zone.error());
    m_zones.insert_or_assign(site, std::move(*zone));
    return {};
}

Done Installation::Writer::load()
{
    EventLog &log = m_store.log();
    std::map<UserId, Profile> profiles;
    const auto kept = log.personal(profilePrefix);
    if (!kept)
        return tl::unexpected(kept.error());
    for (const PersonalDatum &datum : *kept) {
        if (auto profile = accounts::decodeProfile(datum.text))
            profiles[UserId{std::atoll(datum.key.c_str() + profilePrefix.size())}] = std::move(*profile);
    }
    const LogSource<World> source{[&log](Instant before) { return log.checkpoint(before); }, unpackWorld,
                                  [&log](Sequence after, const std::function<bool(const EventBatch &)> &visit) { return log.read(after, visit); },
                                  [](World &world, const EventBatch &batch) { apply(world, batch); }, {}};
    auto rebuilt = rebuild(source, std::nullopt);
    if (!rebuilt) {
        rebuilt.error().detail["path"] = m_store.path();
        return tl::unexpected(std::move(rebuilt.error()));
    }
    m_world = std::move(rebuilt->state);
    m_world.directory.profiles = std::move(profiles);
    m_world.branches.try_emplace(firstSite, emptyBranch(firstSite));
    m_zones.clear();
    for (auto &[site, state] : m_world.branches) {
        nameAgents(state, profilesOf(m_world.directory));
        if (const Done zoned = readZone(site); !zoned)
            return zoned;
        m_unpublished.insert(site);
    }
    m_directoryUnpublished = true;
    m_checkpointed = rebuilt->checkpointed;
    m_mustReload = false;
    if (m_alone)
        (void)m_alone->logGrew({});
    publish();
    return {};
}

void Installation::Writer::begin()
{
    if (m_options.regularWork)
        m_workTimer.start();
    if (sinceCheckpoint() >= checkpointInterval())
        checkpointBeside();
}

void Installation::Writer::finish()
{
    m_workTimer.stop();
    m_publishTimer.stop();
    while (flush()) { }
    if (sinceCheckpoint() > 0 && !m_mustReload)
        checkpoint();
}

void Installation::Writer::submit(Command command, QPromise<Answer> promise)
{
    std::vector<Submission> one;
    one.push_back({std::move(command), std::move(promise)});
    submit(std::move(one));
}

void Installation::Writer::submit(std::vector<Submission> submissions)
{
    // Taken before they join the others: time in the inbox never runs ahead of a recording whose next command is not in it.
    for (Submission &submission : submissions) {
        if (!submission.command.at && !submission.command.notBefore)
            submission.command.notBefore = m_clock.now();
    }
    bool full = false;
    bool wake = false;
    {
        const std::lock_guard lock(m_inboxMutex);
        full = m_inbox.size() >= m_options.pendingLimit;
        if (!full)
            std::move(submissions.begin(), submissions.end(), std::back_inserter(m_inbox));
        wake = !full && !std::exchange(m_pumping, true);
    }
    for (std::size_t i = 0; full && i < submissions.size(); ++i)
        submissions[i].answer(fail(failures::busy, {{"waiting", std::to_string(m_options.pendingLimit)}}));
    if (wake)
        QMetaObject::invokeMethod(this, [this] { pump(); }, Qt::QueuedConnection);
}

QFuture<std::vector<Answer>> Installation::Writer::submitTogether(std::vector<Command> commands)
{
    auto together = std::make_shared<Together>();
    together->promise.start();
    QFuture<std::vector<Answer>> future = together->promise.future();
    together->answers.resize(commands.size());
    together->left = commands.size();
    if (commands.empty()) {
        together->promise.addResult(std::vector<Answer>());
        together->promise.finish();
    }
    std::vector<Submission> submissions;
    for (Command &command : commands)
        submissions.push_back({std::move(command), {}, together, submissions.size()});
    submit(std::move(submissions));
    return future;
}

void Installation::Writer::Submission::answer(Answer answer)
{
    if (!together) {
        promise.addResult(std::move(answer));
        promise.finish();
        return;
    }
    together->answers[place] = std::move(answer);
    if (--together->left > 0)
        return;
    together->promise.addResult(std::move(together->answers));
    together->promise.finish();
}

void Installation::Writer::pump()
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

std::string Installation::Writer::readBeside(const std::string &key)
{
    if (const auto kept = m_store.log().personal(key)) {
        for (const PersonalDatum &datum : *kept) {
            if (datum.key == key)
                return datum.text;
        }
    }
    return {};
}

void Installation::Writer::enqueueSettled(SiteId site, QPromise<SharedSnapshot> promise)
{
    while (flush()) { }
    m_unpublished.insert(site);
    publish();
    promise.addResult(m_installation.snapshot(site));
    promise.finish();
}

void Installation::Writer::importSome(const std::shared_ptr<Import> &import)
{
    const auto first = import->tickets.begin() + std::ptrdiff_t(import->next);
    const auto count = std::min(importStep, import->tickets.size() - import->next);
    std::vector<ImportedTicket> some(std::make_move_iterator(first), std::make_move_iterator(first + std::ptrdiff_t(count)));
    for (ImportedTicket &ticket : some)
        ticket.businessDay = queueing::businessDayOf(ticket.arrivedAt, m_world.branches.at(import->site).branch, m_zones.at(import->site));
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

void Installation::Writer::adopt(const EventBatch &batch, const std::vector<PersonalDatum> &personal, Touched &touched)
{
    apply(m_world, batch);
    std::set<UserId> named;
    for (const PersonalDatum &datum : personal) {
        if (!datum.key.starts_with(profilePrefix))
            continue;
        const UserId user{std::atoll(datum.key.c_str() + profilePrefix.size())};
        if (auto profile = accounts::decodeProfile(datum.text))
            m_world.directory.profiles[user] = std::move(*profile);
        named.insert(user);
    }
    nameAgentsOf(named);
    for (const Event &event : batch.events) {
        if (const auto *defined = std::get_if<AgentDefined>(&event))
            nameAgent(m_world.branches.at(batch.site), defined->agent.id, profilesOf(m_world.directory));
    }
    m_directoryUnpublished = m_directoryUnpublished || m_world.directory.sequence == batch.sequence;
    if (!batch.site)
        return;
    const queueing::BranchState &state = m_world.branches.at(batch.site);
    for (const TicketId id : touchedTickets(batch.events)) {
        if (const Ticket *ticket = state.ticket(id))
            touched.insert_or_assign(id, *ticket);
    }
    const bool definesBranch = std::any_of(batch.events.begin(), batch.events.end(), [](const Event &event) { return std::holds_alternative<BranchDefined>(event); });
    if (definesBranch || !m_zones.contains(batch.site))
        (void)readZone(batch.site);
    m_unpublished.insert(batch.site);
}

void Installation::Writer::nameAgentsOf(const std::set<UserId> &users)
{
    if (users.empty())
        return;
    for (auto &[site, state] : m_world.branches) {
        const bool concerned = std::any_of(state.agents.begin(), state.agents.end(), [&](const auto &item) { return users.contains(item.second.user); });
        if (concerned && nameAgents(state, profilesOf(m_world.directory)))
            m_unpublished.insert(site);
    }
}

Answer Installation::Writer::carryOut(Command &command, CommitGroup &group, Touched &touched)
{
    auto decision = m_decider.decide(command, m_clock.now());
    if (!decision)
        return tl::unexpected(std::move(decision.error()));
    if (decision->batch.events.empty()) {
        const queueing::BranchState *state = m_world.branch(decision->batch.site);
        decision->batch.sequence = state ? state->sequence : 0;
        return receiptOf(decision->batch, m_world);
    }
    decision->batch.sequence = m_world.sequence + 1;
    adopt(decision->batch, decision->personal, touched);
    Receipt receipt = receiptOf(decision->batch, m_world);
    receipt.code = codeIn(command.body);
    receipt.notKept = decision->notKept;
    m_keyOnTrial = !decision->sealingKey.empty();
    if (m_keyOnTrial)
        m_vault->adopt(std::exchange(decision->sealingKey, {}));
    std::move(decision->personal.begin(), decision->personal.end(), std::back_inserter(group.personal));
    group.batches.push_back(std::move(decision->batch));
    return receipt;
}

Done Installation::Writer::commit(CommitGroup &group)
{
    const Done committed = m_store.log().append(group);
    if (std::exchange(m_keyOnTrial, false) && !committed)
        m_vault->revert();
    if (!committed) {
        // The world has gone on from what is durable; nobody may see that.
        m_mustReload = !load();
        degrade(committed.error());
        return committed;
    }
    recover();
    return confirm();
}

void Installation::Writer::degrade(const Failure &failure)
{
    if (!std::exchange(m_degraded, true))
        Q_EMIT m_installation.degraded(failure);
}

void Installation::Writer::recover()
{
    if (std::exchange(m_degraded, false))
        Q_EMIT m_installation.recovered();
}

std::vector<Installation::Writer::Submission> Installation::Writer::takeGroup()
{
    const std::lock_guard lock(m_inboxMutex);
    auto end = m_inbox.begin();
    while (end != m_inbox.end() && end - m_inbox.begin() < std::ptrdiff_t(largestGroup)) {
        const bool alone = Decider::readsBeside(end->command.body);
        if (alone && end != m_inbox.begin())
            break;
        ++end;
        if (alone)
            break;
    }
    std::vector<Submission> taken(std::make_move_iterator(m_inbox.begin()), std::make_move_iterator(end));
    m_inbox.erase(m_inbox.begin(), end);
    return taken;
}

bool Installation::Writer::flush()
{
    std::vector<Submission> taken = takeGroup();
    if (taken.empty())
        return false;

    Done ready;
    if (m_deposed)
        ready = fail(replication::peer_failures::notHost);
    else if (m_mustReload)
        ready = load();
    CommitGroup group;
    Touched touched;
    std::vector<Answer> answers;
    answers.reserve(taken.size());
    std::map<std::pair<SiteId, CommandId>, std::size_t> inGroup;
    for (Submission &submission : taken) {
        if (!ready) {
            answers.push_back(tl::unexpected(ready.error()));
            continue;
        }
        const CommandId id = submission.command.id;
        const SiteId site = submission.command.site;
        const std::pair key(site, id);
        const bool isNone = id.empty() || id.size() > limits::commandIdBytes || !isPlainUtf8(id);
        if (!isNone) {
            if (const auto twin = inGroup.find(key); twin != inGroup.end()) {
                answers.push_back(Answer(answers[twin->second]));
                continue;
            }
            auto earlier = m_store.log().answerOf(site, id);
            // What is done already is not undone by a refusal of before.
            if (!earlier || (*earlier && (**earlier || !submission.command.alone))) {
                answers.push_back(earlier ? **earlier : Answer(tl::unexpected(earlier.error())));
                continue;
            }
        }
        Answer answer = carryOut(submission.command, group, touched);
        if (!isNone) {
            inGroup.emplace(key, answers.size());
            const queueing::BranchState *state = m_world.branch(site);
            // A branch in which nothing has happened yet has no time of its own.
            const Instant at = state && state->sequence > 0 ? state->at : m_decider.timeOf(submission.command, m_clock.now());
            group.answers.push_back({id, at, answer, site});
        }
        answers.push_back(std::move(answer));
    }
    group.tickets.reserve(touched.size());
    for (auto &[id, ticket] : touched)
        group.tickets.push_back(std::move(ticket));

    if (ready) {
        // An answer of before is told again under the same condition: its entry may be in no other log yet.
        const Done told = group.batches.empty() && group.answers.empty() ? confirm() : commit(group);
        if (!told) {
            for (Answer &answer : answers)
                answer = tl::unexpected(told.error());
            group.batches.clear();
        }
    }
    for (std::size_t i = 0; i < taken.size(); ++i)
        taken[i].answer(std::move(answers[i]));
    if (!group.batches.empty())
        committed(std::move(group.batches));
    return true;
}

void Installation::Writer::committed(std::vector<EventBatch> batches)
{
    announce(std::move(batches));
    publishSoon();
    // A flood of commands, or a pool full of long studies, must not let the way back grow without end.
    if (sinceCheckpoint() > checkpointsBehind * checkpointInterval())
        checkpoint();
    else if (sinceCheckpoint() >= checkpointInterval())
        checkpointBeside();
}

void Installation::Writer::announce(std::vector<EventBatch> batches)
{
    std::map<SiteId, std::vector<EventBatch>> ofSite;
    for (EventBatch &batch : batches) {
        nameAgents(batch.events, profilesOf(m_world.directory));
        ofSite[batch.site].push_back(std::move(batch));
    }
    for (auto &[site, some] : ofSite)
        Q_EMIT m_installation.eventsCommitted(site, std::make_shared<const std::vector<EventBatch>>(std::move(some)));
}

void Installation::Writer::publishSoon()
{
    if (!m_publishTimer.isActive())
        m_publishTimer.start();
}

void Installation::Writer::publish()
{
    if (m_mustReload || m_deposed)
        return;
    m_installation.m_lastSequence = m_world.sequence;
    if (std::exchange(m_directoryUnpublished, false))
        m_installation.adopt(std::make_shared<const accounts::Directory>(m_world.directory));
    for (const SiteId site : std::exchange(m_unpublished, {})) {
        const queueing::BranchState *alone = m_alone && m_installation.m_upstream ? m_alone->branch(site, m_clock.now()) : nullptr;
        const queueing::BranchState &state = alone ? *alone : m_world.branches.at(site);
        m_installation.adopt(site, std::make_shared<const BranchSnapshot>(
                                       BranchSnapshot{state, m_zones.at(site), std::max(m_clock.now(), state.at), alone != nullptr}));
    }
}

} // namespace smartqueue::engine
