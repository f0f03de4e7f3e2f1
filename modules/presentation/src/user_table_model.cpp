#include "smartqueue/presentation/user_table_model.h"

#include <algorithm>
#include <functional>

#include <QCollator>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

Standing standingOf(Role role)
{
    switch (role) {
    case Role::agent: return Standing::agent;
    case Role::manager: return Standing::manager;
    case Role::admin: return Standing::admin;
    }
    return Standing::agent;
}

/// Of whose members the user sees the list.
bool administers(const accounts::Directory &directory, UserId asking, TenantId tenant)
{
    return accounts::require(directory, asking, tenant, Permission::readPlatform) || accounts::require(directory, asking, tenant, Permission::manageMembers);
}

} // namespace

QString standingWord(Standing standing)
{
    switch (standing) {
    case Standing::agent: return people::role(Role::agent);
    case Standing::manager: return people::role(Role::manager);
    case Standing::admin: return people::role(Role::admin);
    case Standing::staff: return UserTableModel::tr("Staff");
    case Standing::superadmin: return UserTableModel::tr("Superadmin");
    }
    return {};
}

UserTableModel::UserTableModel(QObject *parent) : DiffedTableModel(parent)
{
}

int UserTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int UserTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : lastSeen + 1;
}

QVariant UserTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Person &person = m_rows[std::size_t(index.row())];
    QStringList standings;
    for (const Standing standing : person.standings)
        standings.append(standingWord(standing));
    const auto words = [&]() -> QString {
        switch (index.column()) {
        case name: return person.name;
        case places: return person.places.join(QStringLiteral(", "));
        case standing: return standings.join(QStringLiteral(", "));
        case signIn: return person.active ? tr("On") : tr("Off");
        default: return person.seen;
        }
    };
    const QString second = index.column() == name ? person.email : index.column() == lastSeen ? person.where : QString();
    switch (role) {
    case Qt::DisplayRole: return words();
    case Qt::ToolTipRole: return second.isEmpty() ? words() : words() + QLatin1Char('\n') + second;
    case Qt::AccessibleTextRole: {
        const QString all = second.isEmpty() ? words() : tr("%1, %2", "two facts read aloud").arg(words(), second);
        return tr("%1: %2", "column and cell read aloud").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), all);
    }
    case idRole: return qint64(person.id.value);
    case secondRole: return second;
    case ownRole: return person.own;
    case activeRole: return person.active;
    case switchableRole: return person.switchable;
    case placesRole: return person.places;
    case standingsRole: {
        QVariantList list;
        for (const Standing standing : person.standings)
            list.append(int(standing));
        return list;
    }
    case expiredRole: return person.entry == Status::expired;
    default: return {};
    }
}

QVariant UserTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case name: return tr("Name");
    case places: return tr("Where");
    case standing: return tr("Roles");
    case signIn: return tr("Sign-in");
    case lastSeen: return tr("Last seen");
    default: return {};
    }
}

void UserTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    refresh();
}

void UserTableModel::follow(UserListing listing)
{
    m_listing = std::move(listing);
    read();
    refresh();
}

void UserTableModel::setFilter(const QString &filter)
{
    if (filter.simplified() == m_filter)
        return;
    m_filter = filter.simplified();
    refresh();
}

void UserTableModel::setStandingFilter(std::optional<Standing> standing)
{
    m_standing = standing;
    refresh();
}

void UserTableModel::setStatusFilter(Status status)
{
    m_status = status;
    refresh();
}

void UserTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, lastSeen);
    read();
    refresh();
    // The words of roles and switches are made when they are asked for.
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, lastSeen));
}

int UserTableModel::active() const
{
    return int(std::count_if(m_people.begin(), m_people.end(), [](const Person &person) { return person.active; }));
}

UserId UserTableModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[std::size_t(row)].id : UserId{};
}

int UserTableModel::rowOf(UserId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const Person &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void UserTableModel::read()
{
    m_people.clear();
    if (!m_listing.directory)
        return;
    const accounts::Directory &directory = *m_listing.directory;
    for (const auto &[id, user] : directory.users) {
        const bool shown = id == m_listing.asking || administers(directory, m_listing.asking, {})
            || std::any_of(user.memberships.begin(), user.memberships.end(),
                           [&](const Membership &member) { return administers(directory, m_listing.asking, member.tenant); });
        if (shown && !user.removed)
            m_people.push_back(personOf(user));
    }
}

UserTableModel::Person UserTableModel::personOf(const User &user) const
{
    const accounts::Directory &directory = *m_listing.directory;
    Person person;
    person.id = user.id;
    person.name = people::name(directory, user.id);
    if (const Profile *profile = directory.profile(user.id)) {
        person.email = text(profile->email);
        person.phone = text(profile->phone);
    }
    person.own = user.id == m_listing.asking;
    person.active = user.active;
    // Nobody shuts themselves out by a click.
    person.switchable = !person.own && accounts::permit(directory, Command{{}, SetUserActive{user.id, !user.active}, {}, {}, {}, {}, {}, m_listing.asking}, {}).has_value();

    const bool seesSeveral = administers(directory, m_listing.asking, {}) && directory.tenants.size() > 1;
    if (user.platform != PlatformRole::none) {
        person.standings.append(user.platform == PlatformRole::superadmin ? Standing::superadmin : Standing::staff);
        person.places.append(tr("Everything"));
    }
    for (const Membership &member : user.memberships) {
        const Tenant *tenant = directory.tenant(member.tenant);
        if (!tenant || !(person.own || administers(directory, m_listing.asking, member.tenant)))
            continue;
        if (!person.standings.contains(standingOf(member.role)))
            person.standings.append(standingOf(member.role));
        // Who sees several tenants reads which one; the others read at which of its branches.
        QStringList branches;
        if (const auto found = m_listing.places.find(user.id); !seesSeveral && found != m_listing.places.end()) {
            for (const SiteId id : found->second) {
                if (const Site *site = directory.site(id); site && site->tenant == tenant->id)
                    branches.append(text(site->name));
            }
        }
        person.places += branches.isEmpty() ? QStringList{people::tenantName(*tenant)} : branches;
    }
    std::sort(person.standings.begin(), person.standings.end(), std::greater<>());
    tellWhenSeen(person, user);
    return person;
}

void UserTableModel::tellWhenSeen(Person &person, const User &user) const
{
    const auto invitation = m_listing.directory->invitations.find(user.id);
    if (!user.active)
        person.entry = Status::off;
    else if (invitation != m_listing.directory->invitations.end())
        person.entry = m_listing.now < invitation->second.expiresAt ? Status::invited : Status::expired;
    else if (!user.hasPassword)
        person.entry = Status::noPassword;

    const auto dayOf = [&](Instant at) { return std::chrono::floor<std::chrono::days>(m_listing.zone.toLocal(at)); };
    person.seenAt = user.lastSignIn;
    if (user.lastSignIn) {
        const QString time = words::timeOfDay(*user.lastSignIn, m_listing.zone);
        const auto ago = dayOf(m_listing.now) - dayOf(*user.lastSignIn);
        person.seen = ago == std::chrono::days(0) ? tr("Today %1").arg(time)
            : ago == std::chrono::days(1)         ? tr("Yesterday %1").arg(time)
                                                  : words::shortDate(*user.lastSignIn, m_listing.zone);
        person.where = text(user.lastDevice);
    } else {
        person.seen = tr("Never");
    }
    if (person.own)
        person.seen = tr("Now");
    if (person.entry == Status::expired)
        person.where = tr("code expired");
    else if (person.entry == Status::invited)
        person.where = tr("code until %1 %2", "day and time").arg(words::shortDate(invitation->second.expiresAt, m_listing.zone), words::timeOfDay(invitation->second.expiresAt, m_listing.zone));
    else if (person.entry == Status::noPassword)
        person.where = tr("no password yet");
}

bool UserTableModel::isShown(const Person &person) const
{
    if (m_standing && !person.standings.contains(*m_standing))
        return false;
    if (m_status == Status::active ? !person.active : m_status != Status::any && person.entry != m_status)
        return false;
    const QStringList wanted = m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
        return person.name.contains(word, Qt::CaseInsensitive) || person.email.contains(word, Qt::CaseInsensitive) || person.phone.contains(word, Qt::CaseInsensitive);
    });
}

void UserTableModel::refresh()
{
    std::vector<Person> shown;
    std::copy_if(m_people.begin(), m_people.end(), std::back_inserter(shown), [this](const Person &person) { return isShown(person); });
    QCollator collator;
    collator.setNumericMode(true);
    const auto standingAt = [](const Person &person) { return person.standings.isEmpty() ? -1 : int(person.standings.first()); };
    // Below zero, zero or above, as the column has it.
    const auto compared = [&](const Person &a, const Person &b) -> int {
        switch (m_sortColumn) {
        case places: return collator.compare(a.places.join(QLatin1Char('\n')), b.places.join(QLatin1Char('\n')));
        // The highest first.
        case standing: return standingAt(b) - standingAt(a);
        case signIn: return int(b.active) - int(a.active);
        // Those seen last first, those never seen at the end.
        case lastSeen: return a.seenAt == b.seenAt ? 0 : b.seenAt < a.seenAt ? -1 : 1;
        default: return 0;
        }
    };
    std::sort(shown.begin(), shown.end(), [&](const Person &a, const Person &b) {
        if (const int by = compared(a, b))
            return (by < 0) == (m_sortOrder == Qt::AscendingOrder);
        if (const int by = collator.compare(a.name, b.name))
            return (by < 0) == (m_sortColumn != name || m_sortOrder == Qt::AscendingOrder);
        return a.id < b.id;
    });
    adoptRows(m_rows, std::move(shown), [](const Person &person) { return person.id.value; }, std::equal_to<Person>());
}

} // namespace smartqueue::presentation
