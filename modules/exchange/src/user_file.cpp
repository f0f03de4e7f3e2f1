#include "smartqueue/exchange/user_file.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <QFile>
#include <QString>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/exchange/delimited_reader.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/exchange/user_plan.h>
#include <smartqueue/foundation/text.h>

#include "plain_name.h"

namespace smartqueue::exchange {

namespace {

enum class Column { email, firstName, lastName, phone, tenants, roles, branch, platform, superadmin, staff, password };

/// What the column may be called, as plainName() writes it; the first is the one that is written.
std::optional<Column> columnNamed(std::string_view header)
{
    static const std::map<std::string_view, Column> names{
        {"email", Column::email}, {"e_mail", Column::email}, {"mail", Column::email}, {"e_mail_address", Column::email},
        {"email_address", Column::email}, {"courriel", Column::email}, {"adresse_e_mail", Column::email}, {"adresse_email", Column::email},
        {"adresse_mail", Column::email}, {"adresse_electronique", Column::email}, {"mel", Column::email},
        {"first_name", Column::firstName}, {"firstname", Column::firstName}, {"given_name", Column::firstName}, {"prenom", Column::firstName},
        {"last_name", Column::lastName}, {"lastname", Column::lastName}, {"surname", Column::lastName}, {"family_name", Column::lastName},
        {"nom", Column::lastName}, {"nom_de_famille", Column::lastName},
        {"phone", Column::phone}, {"telephone", Column::phone}, {"phone_number", Column::phone}, {"mobile", Column::phone}, {"tel", Column::phone},
        {"portable", Column::phone}, {"numero_de_telephone", Column::phone},
        {"tenant", Column::tenants}, {"tenants", Column::tenants}, {"slug", Column::tenants}, {"organisation", Column::tenants},
        {"organization", Column::tenants}, {"organisme", Column::tenants}, {"entreprise", Column::tenants}, {"company", Column::tenants},
        {"role", Column::roles}, {"roles", Column::roles}, {"fonction", Column::roles},
        {"branch", Column::branch}, {"site", Column::branch}, {"agence", Column::branch},
        {"platform", Column::platform}, {"platform_role", Column::platform}, {"plateforme", Column::platform}, {"role_plateforme", Column::platform},
        {"superadmin", Column::superadmin}, {"super_admin", Column::superadmin}, {"superadministrateur", Column::superadmin},
        {"super_administrateur", Column::superadmin},
        {"staff", Column::staff}, {"personnel", Column::staff},
        {"password", Column::password}, {"mot_de_passe", Column::password}, {"initial_password", Column::password}};
    const auto found = names.find(header);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

using Columns = std::map<Column, std::size_t>;

Result<Columns> columnsOf(const Record &header)
{
    if (!header.sound())
        return fail(refusals::columnsNotRecognised);
    Columns columns;
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const auto column = columnNamed(plainName(header.fields[i]));
        if (column && !columns.emplace(*column, i).second)
            return fail(refusals::duplicateColumn, {{"column", std::string(header.fields[i])}});
    }
    if (!columns.contains(Column::email))
        return fail(refusals::columnsNotRecognised);
    return columns;
}

/// The platform role out of the column that names it and those that say yes or no to one; a word that is neither stays.
std::string platformOf(std::string_view named, std::string_view superadmin, std::string_view staff)
{
    static constexpr std::string_view yes[]{"yes", "true", "1", "x", "y", "oui", "o", "vrai"};
    static constexpr std::string_view no[]{"", "no", "false", "0", "n", "non", "faux"};
    for (const auto &[cell, role] : {std::pair(superadmin, PlatformRole::superadmin), std::pair(staff, PlatformRole::staff)}) {
        const std::string word = plainName(cell);
        if (std::find(std::begin(yes), std::end(yes), word) != std::end(yes))
            return std::string(nameOf(role));
        if (std::find(std::begin(no), std::end(no), word) == std::end(no))
            return std::string(cell);
    }
    const std::string word = plainName(named);
    return word.empty() || word == nameOf(PlatformRole::none) ? std::string() : std::string(named);
}

engine::UserRow rowOf(const Record &record, const Columns &columns)
{
    engine::UserRow row;
    row.line = record.line;
    if (!record.sound()) {
        row.problem = Failure{record.problem};
        return row;
    }
    const auto cell = [&](Column column) -> std::string_view {
        const auto place = columns.find(column);
        return place == columns.end() || place->second >= record.fields.size() ? std::string_view() : record.fields[place->second];
    };
    const auto text = [&](Column column) { return trimmed(unguardedCell(trimmed(cell(column)))); };
    row.email = text(Column::email);
    row.firstName = text(Column::firstName);
    row.lastName = text(Column::lastName);
    row.phone = text(Column::phone);
    row.tenants = text(Column::tenants);
    row.roles = text(Column::roles);
    row.branch = text(Column::branch);
    row.platform = platformOf(text(Column::platform), text(Column::superadmin), text(Column::staff));
    // No export writes one, and what looks like a guard may belong to it.
    row.password = cell(Column::password);
    return row;
}

bool isEmpty(const Record &record)
{
    return record.sound() && std::all_of(record.fields.begin(), record.fields.end(), [](std::string_view field) { return trimmed(field).empty(); });
}

/// Whether the user administers the people of this tenant, or looks after the platform.
bool mayList(const accounts::Directory &directory, UserId asking, TenantId tenant)
{
    return accounts::require(directory, asking, TenantId{}, Permission::readPlatform)
        || (tenant && accounts::require(directory, asking, tenant, Permission::manageMembers));
}

} // namespace

std::string csvOf(const std::vector<std::vector<std::string>> &rows)
{
    std::string text = "\xEF\xBB\xBF";
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0)
                text += ',';
            text += csvCell(row[i]);
        }
        text += "\r\n";
    }
    return text;
}

std::string userTable(const accounts::Directory &directory, UserId asking)
{
    std::vector<std::vector<std::string>> rows{
        {"email", "first_name", "last_name", "phone", "tenant", "role", "platform", "active", "last_sign_in"}};
    const bool ofPlatform = mayList(directory, asking, {});
    for (const auto &[id, user] : directory.users) {
        const Profile *profile = directory.profile(id);
        if (user.removed || !profile)
            continue;
        std::string tenants;
        std::string roles;
        for (const Membership &membership : user.memberships) {
            const Tenant *tenant = directory.tenant(membership.tenant);
            if (!tenant || !mayList(directory, asking, membership.tenant))
                continue;
            const char *between = tenants.empty() ? "" : " / ";
            tenants += between + tenant->slug;
            roles += between + std::string(nameOf(membership.role));
        }
        if (!ofPlatform && tenants.empty())
            continue;
        rows.push_back({profile->email, profile->firstName, profile->lastName, profile->phone, tenants, roles,
                        user.platform == PlatformRole::none ? std::string() : std::string(nameOf(user.platform)), user.active ? "yes" : "no",
                        user.lastSignIn ? toIso8601(*user.lastSignIn) : std::string()});
    }
    return csvOf(rows);
}

Result<std::vector<engine::UserRow>> readUserRows(QIODevice &device)
{
    DelimitedReader reader(device);
    const Record *header = reader.next();
    if (!header) {
        const Done state = reader.state();
        return state ? fail(refusals::emptyFile) : tl::unexpected(state.error());
    }
    const auto columns = columnsOf(*header);
    if (!columns)
        return tl::unexpected(columns.error());
    std::vector<engine::UserRow> rows;
    while (const Record *record = reader.next()) {
        if (isEmpty(*record))
            continue;
        if (rows.size() == limits::users) {
            const std::string most = std::to_string(limits::users);
            return fail(failures::limitReached, {{"what", "users"}, {"limit", most}, {"maximum", most}});
        }
        rows.push_back(rowOf(*record, *columns));
    }
    if (const Done state = reader.state(); !state)
        return tl::unexpected(state.error());
    return rows;
}

Result<std::vector<engine::PlannedUser>> UserFile::preview(const std::string &path, const accounts::Directory &directory, UserId asking)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(refusals::cannotRead, {{"path", path}, {"reason", file.errorString().toStdString()}});
    auto rows = readUserRows(file);
    if (!rows)
        return tl::unexpected(rows.error());
    return planUsers(directory, asking, std::move(*rows));
}

} // namespace smartqueue::exchange
