#include "smartqueue/presentation/tenant_models.h"

#include <algorithm>

#include <QLocale>

#include <smartqueue/accounts/scope.h>
#include <smartqueue/domain/limits.h>

namespace smartqueue::presentation {

namespace {

/// Whether the same things stand in the same order, so that only their cells changed.
template <class Rows, class IdOf>
bool sameOrder(const Rows &a, const Rows &b, IdOf idOf)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const auto &x, const auto &y) { return idOf(x) == idOf(y); });
}

bool byName(const std::string &a, const std::string &b)
{
    return QString::localeAwareCompare(QString::fromStdString(a), QString::fromStdString(b)) < 0;
}

} // namespace

TenantUse tenantUse(const engine::Installation &installation, const accounts::Directory &directory, const Tenant &tenant)
{
    TenantUse use{{0, tenant.limits.sites}, {0, tenant.limits.agents}, {0, tenant.limits.queues}};
    int profiles = 0;
    for (const SiteId site : directory.sitesOf(tenant.id)) {
        const engine::SharedSnapshot branch = installation.snapshot(site);
        ++use.sites.used;
        profiles += int(branch->state.agents.size());
        use.queues.used += int(branch->state.queues.size());
    }
    const auto members = std::count_if(directory.users.begin(), directory.users.end(),
                                       [&](const auto &item) { return directory.role(item.first, tenant.id) == smartqueue::Role::agent; });
    // The limit holds for the agents of the branches and for the members; whichever is nearer to it is met first.
    use.agents.used = std::max(profiles, int(members));
    return use;
}

QString slugOf(const QString &name)
{
    QString slug;
    const QString plain = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar letter : plain) {
        const bool fits = (letter >= QLatin1Char('a') && letter <= QLatin1Char('z')) || (letter >= QLatin1Char('0') && letter <= QLatin1Char('9'));
        if (fits)
            slug += letter;
        else if (!letter.isMark() && !slug.isEmpty() && !slug.endsWith(QLatin1Char('-')))
            slug += QLatin1Char('-');
    }
    slug.truncate(int(limits::slugBytes));
    while (slug.endsWith(QLatin1Char('-')))
        slug.chop(1);
    return slug;
}

QString languageName(const QString &locale)
{
    const QLocale known(locale);
    if (known.language() == QLocale::C || known.nativeLanguageName().isEmpty())
        return locale;
    // A language without a country is that of all of them; Qt names the largest one's.
    if (locale == QLatin1String("en"))
        return QStringLiteral("English");
    if (locale == QLatin1String("es"))
        return QStringLiteral("Español");
    QString name = known.nativeLanguageName();
    name[0] = name.at(0).toUpper();
    return name;
}

TenantModel::TenantModel(Console &console, QObject *parent) : QAbstractTableModel(parent), m_console(console)
{
}

int TenantModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TenantModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString TenantModel::text(const Row &row, int column) const
{
    const auto used = [](const LimitUse &use) { return tr("%L1 of %L2").arg(use.used).arg(use.limit); };
    switch (column) {
    case name: return QString::fromStdString(row.tenant.name);
    case language: return languageName(QString::fromStdString(row.tenant.locale));
    case zone: return QString::fromStdString(row.tenant.timeZone);
    case sites: return used(row.use.sites);
    case agents: return used(row.use.agents);
    case queues: return used(row.use.queues);
    case state: return row.tenant.suspended ? tr("Suspended") : tr("Active");
    default: return {};
    }
}

QVariant TenantModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, index.column());
    case idRole: return qint64(row.tenant.id.value);
    case slugRole: return QString::fromStdString(row.tenant.slug);
    case suspendedRole: return row.tenant.suspended;
    case fullRole:
        return (index.column() == sites && row.use.sites.isFull()) || (index.column() == agents && row.use.agents.isFull())
            || (index.column() == queues && row.use.queues.isFull());
    default: return {};
    }
}

QVariant TenantModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case name: return tr("Organisation");
    case language: return tr("Language");
    case zone: return tr("Time zone");
    case sites: return tr("Branches");
    case agents: return tr("Agents");
    case queues: return tr("Queues");
    case state: return tr("State");
    default: return {};
    }
}

void TenantModel::follow()
{
    const engine::Installation &installation = m_console.engine().installation();
    const engine::SharedDirectory directory = installation.directory();
    std::vector<Row> now;
    m_total = 0;
    for (const auto &[id, tenant] : directory->tenants) {
        if (!accounts::sees(*directory, m_console.engine().user(), id))
            continue;
        ++m_total;
        const QString words = QString::fromStdString(tenant.name + ' ' + tenant.slug);
        if (words.contains(m_filter, Qt::CaseInsensitive))
            now.push_back({tenant, tenantUse(installation, *directory, tenant)});
    }
    std::sort(now.begin(), now.end(), [](const Row &a, const Row &b) { return byName(a.tenant.name, b.tenant.name); });
    if (sameOrder(now, m_rows, [](const Row &row) { return row.tenant.id; })) {
        m_rows = std::move(now);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(now);
    endResetModel();
}

void TenantModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    follow();
}

void TenantModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    follow();
}

TenantId TenantModel::tenantAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[std::size_t(row)].tenant.id : TenantId{};
}

int TenantModel::rowOf(TenantId tenant) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.tenant.id == tenant; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

SiteModel::SiteModel(Console &console, QObject *parent) : QAbstractTableModel(parent), m_console(console)
{
}

int SiteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SiteModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant SiteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return row.cells.value(index.column());
    case idRole: return qint64(row.site.value);
    case hereRole: return row.here;
    default: return {};
    }
}

QVariant SiteModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case name: return tr("Branch");
    case zone: return tr("Time zone");
    case queues: return tr("Queues");
    case agents: return tr("Agents");
    case waiting: return tr("Waiting");
    default: return {};
    }
}

std::vector<SiteModel::Row> SiteModel::rows() const
{
    const engine::Installation &installation = m_console.engine().installation();
    const engine::SharedDirectory directory = installation.directory();
    if (!m_tenant || !accounts::sees(*directory, m_console.engine().user(), m_tenant))
        return {};
    const QLocale locale;
    std::vector<Row> rows;
    for (const SiteId site : directory->sitesOf(m_tenant)) {
        const engine::SharedSnapshot snapshot = installation.snapshot(site);
        const queueing::BranchState &state = snapshot->state;
        int waiting = 0;
        for (const auto &[id, queue] : state.queues)
            waiting += queue.waitingCount();
        rows.push_back({site,
                        {QString::fromStdString(directory->site(site)->name), QString::fromStdString(state.branch.timeZone),
                         locale.toString(qlonglong(state.queues.size())), locale.toString(qlonglong(state.agents.size())), locale.toString(waiting)},
                        site == m_console.engine().site()});
    }
    std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return QString::localeAwareCompare(a.cells.first(), b.cells.first()) < 0; });
    return rows;
}

void SiteModel::show(TenantId tenant)
{
    m_tenant = tenant;
    follow();
}

void SiteModel::follow()
{
    std::vector<Row> now = rows();
    if (sameOrder(now, m_rows, [](const Row &row) { return row.site; })) {
        m_rows = std::move(now);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(now);
    endResetModel();
}

void SiteModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    follow();
}

SiteId SiteModel::siteAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[std::size_t(row)].site : SiteId{};
}

int SiteModel::rowOf(SiteId site) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.site == site; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

} // namespace smartqueue::presentation
