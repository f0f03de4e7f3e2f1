#include "smartqueue/exchange/user_plan.h"

#include <map>
#include <set>
#include <utility>

#include <QString>

#include <smartqueue/accounts/decide.h>
#include <smartqueue/accounts/permissions.h>
#include <smartqueue/accounts/scope.h>
#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/engine/emails.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/foundation/text.h>

#include "plain_name.h"

namespace smartqueue::exchange {

namespace {

using engine::PlannedUser;
using engine::UserRow;
using engine::UserVerdict;

/// Stands for the secrets that the engine will make, so that a rule can be tried without them.
constexpr char secretToCome[] = "to-come";

std::vector<std::string> wordsOf(const std::string &cell)
{
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find_first_of("/|;,", begin), cell.size());
        if (const auto word = trimmed(std::string_view(cell).substr(begin, end - begin)); !word.empty())
            words.emplace_back(word);
        begin = end + 1;
    }
    return words;
}

std::optional<Role> roleNamed(std::string_view word)
{
    static const std::map<std::string_view, Role> names{
        {"agent", Role::agent}, {"agente", Role::agent}, {"conseiller", Role::agent}, {"conseillere", Role::agent}, {"clerk", Role::agent},
        {"manager", Role::manager}, {"supervisor", Role::manager}, {"superviseur", Role::manager}, {"superviseure", Role::manager},
        {"responsable", Role::manager},
        {"admin", Role::admin}, {"administrator", Role::admin}, {"administrateur", Role::admin}, {"administratrice", Role::admin}};
    const auto found = names.find(plainName(word));
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

/// Names that people take for one; one that is missing contradicts nothing.
bool agree(const std::string &written, const std::string &known)
{
    const auto plain = [](const std::string &name) {
        return QString::fromStdString(name).normalized(QString::NormalizationForm_KC).simplified().toCaseFolded();
    };
    return written.empty() || known.empty() || plain(written) == plain(known);
}

tl::unexpected<Failure> unusable(const char *field, const std::string &value)
{
    return fail(failures::invalidValue, {{"field", field}, {"value", value.substr(0, 80)}});
}

/// The directory as it would be behind the rows so far.
class Plan {
public:
    Plan(const accounts::Directory &directory, UserId asking) : m_directory(directory), m_asking(asking) {}

    PlannedUser next(UserRow row)
    {
        PlannedUser planned;
        planned.row = std::move(row);
        if (const Done done = fill(planned); !done) {
            planned.verdict = UserVerdict::refused;
            planned.refusal = done.error();
            planned.first.reset();
            planned.grants.clear();
        }
        return planned;
    }

private:
    Done fill(PlannedUser &planned)
    {
        const UserRow &row = planned.row;
        if (row.problem)
            return tl::unexpected(*row.problem);
        auto email = engine::normalisedEmail(row.email);
        if (!email)
            return tl::unexpected(email.error());
        const auto [earlier, isNew] = m_lines.emplace(*email, row.line);
        if (!isNew)
            return fail(refusals::twiceInFile, {{"line", std::to_string(earlier->second)}});
        auto memberships = membershipsOf(row);
        if (!memberships)
            return tl::unexpected(memberships.error());
        planned.memberships = std::move(*memberships);
        const auto platform = row.platform.empty() ? std::optional(PlatformRole::none) : fromName<PlatformRole>(plainName(row.platform));
        if (!platform)
            return unusable("platform", row.platform);
        const Profile profile{std::move(*email), row.firstName, row.lastName, row.phone};
        if (const User *known = m_directory.userByEmail(profile.email))
            return planKnown(planned, *known, profile, *platform);
        return planNew(planned, profile, *platform);
    }

    Result<std::vector<Membership>> membershipsOf(const UserRow &row) const
    {
        const auto slugs = wordsOf(row.tenants);
        const auto words = wordsOf(row.roles);
        if (words.size() > 1 && words.size() != slugs.size())
            return unusable("role", row.roles);
        std::vector<Membership> memberships;
        for (std::size_t i = 0; i < slugs.size(); ++i) {
            const Tenant *tenant = m_directory.tenantBySlug(foldedName(slugs[i]));
            if (!tenant || !accounts::sees(m_directory, m_asking, tenant->id))
                return fail(failures::unknownTenant, {{"tenant", slugs[i].substr(0, 80)}});
            memberships.push_back({tenant->id});
        }
        // A role without a tenant is kept for the tenant that goes without saying.
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto role = roleNamed(words[i]);
            if (!role)
                return unusable("role", words[i]);
            if (memberships.empty())
                memberships.push_back({});
            for (std::size_t each = 0; each < memberships.size(); ++each) {
                if (words.size() == 1 || each == i)
                    memberships[each].role = *role;
            }
        }
        return memberships;
    }

    Done planKnown(PlannedUser &planned, const User &known, const Profile &profile, PlatformRole platform)
    {
        const Profile *theirs = m_directory.profile(known.id);
        const bool isSame = theirs && agree(profile.firstName, theirs->firstName) && agree(profile.lastName, theirs->lastName);
        if (!accounts::sees(m_directory, m_asking, known) || !isSame)
            return fail(failures::emailTaken, {{"email", profile.email}});
        if (platform != PlatformRole::none && platform != known.platform)
            return unusable("platform", planned.row.platform);
        planned.user = known.id;
        const bool saysRole = !planned.row.roles.empty();
        if (const Done settled = settleTenant(planned.memberships, planned.memberships.empty()); !settled)
            return settled;
        for (const Membership &asked : planned.memberships) {
            const auto role = m_directory.role(known.id, asked.tenant);
            if (!role || (saysRole && *role != asked.role))
                planned.grants.push_back(asked);
        }
        planned.verdict = planned.grants.empty() ? UserVerdict::nothing : UserVerdict::grant;
        return tryAll(planned);
    }

    Done planNew(PlannedUser &planned, const Profile &profile, PlatformRole platform)
    {
        const UserRow &row = planned.row;
        const bool comesWithPassword = platform != PlatformRole::none || !row.password.empty();
        if (const Done settled = settleTenant(planned.memberships, platform != PlatformRole::none && planned.memberships.empty()); !settled)
            return settled;
        if (comesWithPassword) {
            if (row.password.empty())
                return fail(failures::missingField, {{"field", "password"}});
            if (const Done strong = accounts::checkedPassword(row.password); !strong)
                return strong;
            planned.verdict = UserVerdict::create;
            planned.first = CreateUser{profile, platform, {row.password}, true};
            planned.grants = planned.memberships;
            return tryAll(planned);
        }
        const Membership home = planned.memberships.front();
        const auto site = siteOf(row, home);
        if (!site)
            return tl::unexpected(site.error());
        planned.verdict = UserVerdict::invite;
        planned.site = *site;
        planned.first = InviteAgent{profile, home.tenant, {}, home.role};
        planned.grants.assign(planned.memberships.begin() + 1, planned.memberships.end());
        return tryAll(planned);
    }

    /// Without a tenant it is the only one there is for whoever asks, unless none is needed.
    Done settleTenant(std::vector<Membership> &memberships, bool mayBeNone) const
    {
        if (mayBeNone || (!memberships.empty() && memberships.front().tenant))
            return {};
        if (memberships.empty())
            memberships.push_back({});
        const User *known = m_directory.user(m_asking);
        std::set<TenantId> possible;
        for (const auto &[id, tenant] : m_directory.tenants) {
            const bool isOwn = !known || known->memberships.empty() || m_directory.role(m_asking, id);
            if (isOwn && accounts::sees(m_directory, m_asking, id))
                possible.insert(id);
        }
        if (possible.size() != 1)
            return fail(failures::missingField, {{"field", "tenant"}});
        memberships.front().tenant = *possible.begin();
        return {};
    }

    Result<SiteId> siteOf(const UserRow &row, const Membership &home) const
    {
        const auto sites = m_directory.sitesOf(home.tenant);
        if (!row.branch.empty()) {
            for (const SiteId site : sites) {
                if (sameName(m_directory.site(site)->name, row.branch))
                    return site;
            }
            return fail(failures::unknownSite, {{"site", row.branch.substr(0, 80)}});
        }
        return home.role == Role::agent && sites.size() == 1 ? sites.front() : SiteId{};
    }

    /// Tries the commands one behind the other; what they did is taken back when one of them cannot be done.
    Done tryAll(const PlannedUser &planned)
    {
        const UserId user = planned.user ? planned.user : UserId{m_directory.users.empty() ? 1 : m_directory.users.rbegin()->first.value + 1};
        const User *known = m_directory.user(user);
        const std::optional<User> before = known ? std::optional(*known) : std::nullopt;
        Done done = planned.first ? tryOut(*planned.first, planned.site, user) : Done();
        for (const Membership &grant : planned.grants) {
            if (done)
                done = tryOut(GrantRole{user, grant.tenant, grant.role}, {}, user);
        }
        if (done)
            return done;
        if (before) {
            m_directory.users[user] = *before;
        } else {
            m_directory.users.erase(user);
            m_directory.profiles.erase(user);
            m_directory.invitations.erase(user);
        }
        return done;
    }

    Done tryOut(CommandBody body, SiteId site, UserId concerned)
    {
        Command command{{}, std::move(body), {}, {}};
        command.site = site;
        command.user = m_asking;
        if (const Done may = accounts::permit(m_directory, command, {}); !may)
            return may;
        if (auto *create = std::get_if<CreateUser>(&command.body))
            create->password = {{}, secretToCome};
        else if (auto *invite = std::get_if<InviteAgent>(&command.body))
            invite->code = {{}, secretToCome};
        auto events = accounts::decide(m_directory, command, m_directory.at);
        if (!events)
            return tl::unexpected(events.error());
        const auto profile = accounts::profileAfter(m_directory, command.body);
        EventBatch batch;
        batch.sequence = m_directory.sequence;
        batch.at = m_directory.at;
        batch.events = std::move(*events);
        batch.site = {};
        accounts::apply(m_directory, batch);
        if (profile)
            m_directory.profiles[concerned] = *profile;
        return {};
    }

    accounts::Directory m_directory;
    UserId m_asking;
    /// Where an e-mail stood first.
    std::map<std::string, std::int64_t> m_lines;
};

} // namespace

std::vector<PlannedUser> planUsers(const accounts::Directory &directory, UserId asking, std::vector<UserRow> rows)
{
    Plan plan(directory, asking);
    std::vector<PlannedUser> planned;
    planned.reserve(rows.size());
    for (UserRow &row : rows)
        planned.push_back(plan.next(std::move(row)));
    return planned;
}

} // namespace smartqueue::exchange
