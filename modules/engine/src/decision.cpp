#include "decision.h"

#include <algorithm>
#include <array>

#include <smartqueue/accounts/decide.h>
#include <smartqueue/accounts/permissions.h>
#include <smartqueue/analytics/eta.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/domain/codec.h>
#include <smartqueue/queueing/alone.h>
#include <smartqueue/queueing/decide.h>
#include <smartqueue/simulation/suggestion_study.h>

#include "agent_names.h"
#include "before.h"
#include "smartqueue/engine/time_zones.h"

namespace smartqueue::engine {

namespace {

/// Signing in goes by the clock on the wall, whatever time a script brings with it.
bool recordsSignIn(const CommandBody &body)
{
    return std::holds_alternative<RecordSignIn>(body) || std::holds_alternative<RecordFailedSignIn>(body);
}

/// Whether the key is that of a customer's data, and of a ticket of the site.
bool isCustomerOf(SiteId site, const std::string &key)
{
    const auto ticket = ticketOfKey(customerPrefix, key);
    return ticket && ticket->value > 0 && siteOf(*ticket) == site;
}

/// Whether the id is one that a study gives to what it proposes: to the writer, who cannot repeat the study, its form must do.
bool isOfStudy(const SuggestionId &suggestion)
{
    // Alone, a move has a name of its own.
    if (suggestion.starts_with("move-"))
        return true;
    using simulation::ProposalKind;
    constexpr std::array kinds{ProposalKind::transfers, ProposalKind::discipline, ProposalKind::bundle, ProposalKind::counter, ProposalKind::pause};
    return std::any_of(kinds.begin(), kinds.end(), [&](ProposalKind kind) { return suggestion.starts_with(std::string(nameOf(kind)) + "-"); });
}

/// Machines' clocks differ by so much, and nobody minds.
constexpr Duration aheadLimit = std::chrono::minutes(5);

/// The open ticket that the user has in hand somewhere.
std::optional<std::string> ticketInHand(const World &world, UserId user)
{
    for (const auto &[site, state] : world.branches) {
        for (const auto &[id, agent] : state.agents) {
            if (agent.user == user && agent.current)
                return state.ticket(agent.current)->number;
        }
    }
    return std::nullopt;
}

} // namespace

const queueing::BranchState &Decider::branch(SiteId site) const
{
    static const queueing::BranchState nothingYet;
    const auto *state = m_world.branch(site);
    return state ? *state : nothingYet;
}

const TimeZone &Decider::zone(SiteId site) const
{
    static const TimeZone utc;
    const auto found = m_zones.find(site);
    return found == m_zones.end() ? utc : found->second;
}

Instant Decider::timeOf(const Command &command, Instant now) const
{
    if (recordsSignIn(command.body))
        return now;
    if (command.at)
        return *command.at;
    const bool above = isAccountCommand(command.body);
    const Instant last = above ? m_world.directory.at : branch(command.site).at;
    const Instant both = std::holds_alternative<InviteAgent>(command.body) ? std::max(last, branch(command.site).at) : last;
    return std::max(command.notBefore.value_or(both), both);
}

Done Decider::notAhead(const Command &command, Instant now) const
{
    // A branch never goes back: whoever set its time ahead would stop the clock for everybody else.
    if (!command.at || *command.at <= now + aheadLimit || isAccountCommand(command.body)
        || accounts::require(m_world.directory, command.user, command.site, Permission::manageSettings))
        return {};
    return fail(failures::outOfRange, {{"field", "at"}});
}

Done Decider::permitted(const Command &command) const
{
    accounts::BranchFacts facts;
    const queueing::BranchState &state = branch(command.site);
    if (command.user.value > 0) {
        facts.own = ownAgent(command);
        std::visit(
            [&](const auto &body) {
                if constexpr (requires { body.ticket; }) {
                    if (const Ticket *ticket = state.ticket(body.ticket))
                        facts.holder = ticket->agent ? ticket->agent : ticket->reservedFor;
                }
            },
            command.body);
    }
    return accounts::permit(m_world.directory, command, facts);
}

Result<SuggestedAction> Decider::suggestedAction(const queueing::BranchState &state, const std::string &suggestion, Instant at) const
{
    auto action = optimizer::actionOf(optimizer::reportOf(state, at, {}), suggestion);
    if (!action && optimizer::isDisciplineAdvice(suggestion)) {
        const auto reader = m_store.openReader(siteOf(state.queues.empty() ? QueueId{} : state.queues.begin()->first));
        if (!reader)
            return tl::unexpected(reader.error());
        const auto history = recentHistoryOf(**reader, state, at);
        if (!history)
            return tl::unexpected(history.error());
        action = optimizer::actionOf(optimizer::reportOf(state, at, *history), suggestion);
    }
    if (!action)
        return fail(failures::suggestionOutdated, {{"suggestion", suggestion}});
    return *action;
}

Done Decider::complete(Command &command, Instant at) const
{
    const queueing::BranchState &state = branch(command.site);
    if (auto *issue = std::get_if<IssueTicket>(&command.body); issue && !issue->promise && state.queue(issue->queue)) {
        const analytics::Eta eta = analytics::etaOfNewArrival(state, issue->queue, issue->priority, at);
        if (!eta.nobodyServes)
            issue->promise = analytics::promiseOf(eta);
    } else if (auto *apply = std::get_if<ApplySuggestion>(&command.body); apply && apply->actions.empty()) {
        const auto action = suggestedAction(state, apply->suggestion, at);
        if (!action)
            return tl::unexpected(action.error());
        apply->actions = {*action};
    } else if (const auto *dismiss = std::get_if<DismissSuggestion>(&command.body); dismiss && !isOfStudy(dismiss->suggestion)) {
        if (const auto action = suggestedAction(state, dismiss->suggestion, at); !action)
            return tl::unexpected(action.error());
    } else if (auto *define = std::get_if<DefineBranch>(&command.body)) {
        if (const Done free = freeSiteName(command, define->branch.name); !free)
            return free;
        const auto named = timeZone(define->branch.timeZone);
        if (!named)
            return tl::unexpected(named.error());
        define->businessDay = queueing::businessDayOf(at, define->branch, *named);
    } else if (auto *agent = std::get_if<DefineAgent>(&command.body)) {
        const Agent *stands = state.agent(agent->agent.id);
        if (const Profile *profile = m_world.directory.profile(stands ? stands->user : agent->agent.user))
            agent->agent.name = nameInBranch(state, agent->agent.id, *profile);
    } else if (auto *undo = std::get_if<Undo>(&command.body); undo && !undo->agent) {
        // Whoever may not take back what others did means their own.
        if (!accounts::require(m_world.directory, command.user, command.site, Permission::manageTicket))
            undo->agent = ownAgent(command);
    } else if (auto *accept = std::get_if<AcceptInvitation>(&command.body)) {
        for (const auto &[user, invitation] : m_world.directory.invitations) {
            if (invitation.digest == accept->code.kept)
                accept->user = user;
        }
    }
    return {};
}

Done Decider::withinLimits(const Command &command) const
{
    const auto &directory = m_world.directory;
    const Site *site = directory.site(command.site);
    const Tenant *tenant = site ? directory.tenant(site->tenant) : nullptr;
    if (!tenant)
        return {};
    const auto count = [&](auto &&ofBranch) {
        std::size_t all = 0;
        for (const SiteId each : directory.sitesOf(tenant->id))
            all += ofBranch(branch(each));
        return all;
    };
    // Whoever left the company is still in a branch until the regular work takes them out, and needs no seat.
    const auto staying = [&](const queueing::BranchState &state) {
        return std::size_t(std::count_if(state.agents.begin(), state.agents.end(), [&](const auto &item) {
            const User *user = directory.user(item.second.user);
            return !user || !user->removed;
        }));
    };
    const auto require = [](std::size_t present, int limit, const char *what) -> Done {
        if (present < std::size_t(limit))
            return {};
        return fail(failures::limitReached, {{"what", what}, {"limit", std::to_string(limit)}, {"maximum", std::to_string(limit)}});
    };
    if (const auto *queue = std::get_if<DefineQueue>(&command.body); queue && !queue->queue.id)
        return require(count([](const auto &state) { return state.queues.size(); }), tenant->limits.queues, "queues");
    if (const auto *agent = std::get_if<DefineAgent>(&command.body); agent && !agent->agent.id)
        return require(count(staying), tenant->limits.agents, "agents");
    return {};
}

AgentId Decider::ownAgent(const Command &command) const
{
    for (const auto &[id, agent] : branch(command.site).agents) {
        if (command.user.value > 0 && agent.user == command.user)
            return id;
    }
    return {};
}

Done Decider::ownCustomers(const Command &command) const
{
    const auto own = [&](const std::vector<std::string> &customers) -> Done {
        for (const std::string &customer : customers) {
            if (!isCustomerOf(command.site, customer))
                return fail(failures::unknownCustomer, {{"customer", customer}});
        }
        return {};
    };
    if (const auto *erase = std::get_if<EraseCustomer>(&command.body))
        return own(erase->customers);
    if (const auto *handedOut = std::get_if<ExportCustomer>(&command.body))
        return own(handedOut->customers);
    return {};
}

Done Decider::agentOfMember(const Command &command) const
{
    const auto *define = std::get_if<DefineAgent>(&command.body);
    if (!define || define->agent.id || !define->agent.user || !m_world.directory.hasUsers())
        return {};
    const UserId user = define->agent.user;
    const Site *here = m_world.directory.site(command.site);
    if (!here || !m_world.directory.role(user, here->tenant))
        return fail(failures::unknownUser, {{"user", std::to_string(user.value)}});
    const auto &agents = branch(command.site).agents;
    if (std::any_of(agents.begin(), agents.end(), [&](const auto &item) { return item.second.user == user; }))
        return fail(failures::nameTaken, {{"name", define->agent.name}});
    return {};
}

Done Decider::freeSiteName(const Command &command, const std::string &name) const
{
    const Site *own = m_world.directory.site(command.site);
    for (const auto &[id, site] : m_world.directory.sites) {
        if (own && !name.empty() && id != own->id && site.tenant == own->tenant && sameName(site.name, name))
            return fail(failures::nameTaken, {{"name", name}});
    }
    return {};
}

Result<std::vector<Event>> Decider::branchEvents(const Command &command, Instant at) const
{
    if (const Done within = withinLimits(command); !within)
        return tl::unexpected(within.error());
    if (m_world.branch(command.site))
        return queueing::decide(branch(command.site), command, {at, zone(command.site)});
    return queueing::decide(emptyBranch(command.site), command, {at, zone(command.site)});
}

Done Decider::knownZones(const std::vector<Event> &events) const
{
    for (const Event &event : events) {
        const auto *defined = std::get_if<TenantDefined>(&event);
        const Tenant *known = defined ? m_world.directory.tenant(defined->tenant.id) : nullptr;
        // One that came in before zones were asked for hinders no other change.
        if (!defined || (known && known->timeZone == defined->tenant.timeZone))
            continue;
        if (const auto zone = timeZone(defined->tenant.timeZone); !zone)
            return tl::unexpected(zone.error());
    }
    return {};
}

Result<std::vector<Event>> Decider::accountEvents(const Command &command, Instant at, SiteId &site) const
{
    site = {};
    if (const Done own = ownCustomers(command); !own)
        return tl::unexpected(own.error());
    if (const Done keeps = keepsTheKey(command); !keeps)
        return tl::unexpected(keeps.error());
    if (const auto *active = std::get_if<SetUserActive>(&command.body); active && !active->active) {
        if (const auto number = ticketInHand(m_world, active->user))
            return fail(failures::openTicket, {{"number", *number}});
    } else if (const auto *removed = std::get_if<DeleteUser>(&command.body)) {
        if (const auto number = ticketInHand(m_world, removed->user))
            return fail(failures::openTicket, {{"number", *number}});
    }
    if (const auto *signIn = std::get_if<RecordSignIn>(&command.body); signIn && !signIn->recoveryDigest.empty() && !recoveryCodesOf(signIn->user, signIn->recoveryDigest))
        return fail(failures::wrongCredentials);
    auto events = accounts::decide(m_world.directory, command, at);
    if (!events)
        return events;
    if (const Done known = knownZones(*events); !known)
        return tl::unexpected(known.error());
    const auto add = [&](SiteId where, CommandBody body) -> Done {
        site = where;
        Command part = command;
        part.id.clear();
        part.site = where;
        part.body = std::move(body);
        if (const Done completed = complete(part, at); !completed)
            return completed;
        auto more = branchEvents(part, at);
        if (!more)
            return tl::unexpected(more.error());
        events->insert(events->end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
        return {};
    };
    Done added;
    if (const auto *create = std::get_if<CreateSite>(&command.body)) {
        added = add(std::get<SiteDefined>(events->front()).site.id, DefineBranch{create->branch});
    } else if (const auto *invite = std::get_if<InviteAgent>(&command.body); invite && command.site) {
        const Site *known = m_world.directory.site(command.site);
        if (!known || known->tenant != invite->tenant)
            return fail(failures::unknownSite, {{"site", std::to_string(command.site.value)}});
        Agent agent;
        agent.user = userIn(*events);
        agent.name = nameInBranch(branch(command.site), {}, invite->profile);
        for (std::size_t i = 0; i < invite->queues.size(); ++i)
            agent.assignments.push_back({invite->queues[i], int(i) + 1});
        added = add(command.site, DefineAgent{std::move(agent)});
    }
    if (!added)
        return tl::unexpected(added.error());
    return events;
}

Result<Decision> Decider::decide(Command &command, Instant now) const
{
    if (!command.alone)
        return decideStrictly(command, now);
    if (!m_world.branch(command.site))
        return fail(failures::unknownSite, {{"site", std::to_string(command.site.value)}});
    if (!queueing::isDoneAlone(command.body))
        return fail(failures::notAlone, {{"reason", "command"}});
    auto decision = decideStrictly(command, now);
    return decision ? std::move(decision) : conflictOf(command, decision.error(), now);
}

Result<Decision> Decider::decideStrictly(Command &command, Instant now) const
{
    if (command.refusal)
        return tl::unexpected(*command.refusal);
    // A desktop that is alone relies on its numbers: nobody takes them by hand.
    if (std::holds_alternative<GrantNumbers>(command.body) && command.user != theProgram)
        return fail(failures::permissionDenied, {{"permission", std::string(nameOf(Permission::managePlatform))}});
    if (const Done may = permitted(command); !may)
        return tl::unexpected(may.error());
    if (const Done member = agentOfMember(command); !member)
        return tl::unexpected(member.error());
    if (const Done mayAhead = notAhead(command, now); !mayAhead)
        return tl::unexpected(mayAhead.error());
    const Instant at = timeOf(command, now);
    if (const Done completed = complete(command, at); !completed)
        return tl::unexpected(completed.error());
    SiteId site = command.site;
    auto events = isAccountCommand(command.body) ? accountEvents(command, at, site) : branchEvents(command, at);
    if (events && std::holds_alternative<SettleConflict>(command.body)) {
        auto again = againOf(command, at);
        if (!again)
            return tl::unexpected(std::move(again.error()));
        // The day begins once.
        if (!again->empty() && !events->empty() && std::holds_alternative<BusinessDayStarted>(events->front()))
            events->erase(events->begin());
        events->insert(events->begin(), std::make_move_iterator(again->begin()), std::make_move_iterator(again->end()));
    }
    if (!events)
        return tl::unexpected(std::move(events.error()));
    Decision decision;
    decision.batch = {0, at, command.id, command.actor, std::string(nameOf(command.body)), std::move(*events), site, command.user};
    for (const Event &event : decision.batch.events) {
        if (const auto *host = std::get_if<HostChanged>(&event))
            decision.batch.epoch = host->epoch;
    }
    if (!decision.batch.events.empty()) {
        decision.batch.before = standingBefore(m_world, site, decision.batch.events);
        leaveBeside(command, decision);
        const UserId made = userIn(decision.batch.events);
        const auto isNamedBeside = [&](UserId user) { return user == made || m_world.directory.profile(user); };
        leaveNamesOut(decision.batch.events, isNamedBeside);
        leaveNamesOut(decision.batch.before, isNamedBeside);
        // A ticket is worth more than the name that came with it; a note is nothing without its text.
        if (decision.notKept && std::holds_alternative<SaveNote>(command.body))
            return fail(failures::locked);
    }
    return decision;
}

Result<std::map<QueueId, optimizer::History>> recentHistoryOf(HistoryReader &reader, const queueing::BranchState &state, Instant now)
{
    std::map<QueueId, optimizer::History> histories;
    for (const auto &[id, queue] : state.queues) {
        const auto figures = reader.figures(id, now - std::chrono::days(7), now, state.slaOf(queue.config));
        if (!figures)
            return tl::unexpected(figures.error());
        histories[id] = {figures->tickets, figures->highPriority, figures->started, figures->startedLate};
    }
    return histories;
}

} // namespace smartqueue::engine
