#include "smartqueue/presentation/people.h"

#include <QCoreApplication>
#include <QStringList>

namespace smartqueue::presentation::people {

namespace {

struct People {
    Q_DECLARE_TR_FUNCTIONS(People)
};

} // namespace

QString role(Role role)
{
    switch (role) {
    case Role::agent: return People::tr("Agent");
    case Role::manager: return People::tr("Supervisor");
    case Role::admin: return People::tr("Administrator");
    }
    return {};
}

QString roleIn(const accounts::Directory &directory, UserId id, TenantId tenant)
{
    const User *user = directory.user(id);
    if (!user)
        return People::tr("Owner");
    switch (user->platform) {
    case PlatformRole::superadmin: return People::tr("Superadmin");
    case PlatformRole::staff: return People::tr("Staff");
    case PlatformRole::none: break;
    }
    const auto held = directory.role(id, tenant);
    return held ? role(*held) : People::tr("No role here");
}

QString name(const accounts::Directory &directory, UserId user)
{
    const Profile *profile = directory.profile(user);
    if (!profile) {
        // The name left with the retention; that somebody was there did not.
        const User *known = directory.user(user);
        return known && known->removed ? People::tr("Somebody who left") : QString();
    }
    const std::string full = profile->name();
    return QString::fromStdString(full.empty() ? profile->email : full);
}

QString tenantName(const Tenant &tenant)
{
    return QString::fromStdString(tenant.name.empty() ? tenant.slug : tenant.name);
}

QString initials(const QString &name)
{
    const QStringList parts = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    QString letters = parts.first().left(1);
    if (parts.size() > 1)
        letters += parts.last().left(1);
    return letters.toUpper();
}

} // namespace smartqueue::presentation::people
