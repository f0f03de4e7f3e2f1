#include "user_import_model.h"

#include <algorithm>

#include <QLocale>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/theme.h>

#include "user_import_words.h"

namespace smartqueue::pages {

using engine::PlannedUser;
using engine::UserVerdict;
using widgets::Icon;
using widgets::Tone;
namespace cell = widgets::cell;

namespace {

QString nameOf(const engine::UserRow &row)
{
    return QString::fromStdString(Profile{{}, row.firstName, row.lastName, {}}.name());
}

} // namespace

void UserImportModel::setPlan(std::vector<PlannedUser> plan, engine::SharedDirectory directory)
{
    beginResetModel();
    m_plan = std::move(plan);
    m_directory = std::move(directory);
    m_results.clear();
    m_filter = Filter::all;
    arrange();
    endResetModel();
}

void UserImportModel::setResults(std::vector<TakenInUser> results)
{
    beginResetModel();
    m_results = std::move(results);
    // Nothing needs the passwords any more.
    for (PlannedUser &planned : m_plan) {
        planned.row.password.clear();
        planned.first.reset();
    }
    m_filter = Filter::all;
    arrange();
    endResetModel();
}

void UserImportModel::setFilter(Filter filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

void UserImportModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

bool UserImportModel::isBad(std::size_t index) const
{
    return filterOf(index) == Filter::leftOut;
}

UserImportModel::Filter UserImportModel::filterOf(std::size_t index) const
{
    const PlannedUser &planned = m_plan[index];
    if (planned.verdict == UserVerdict::refused)
        return Filter::leftOut;
    if (planned.verdict == UserVerdict::nothing)
        return Filter::nothing;
    return m_results.empty() || m_results[index].state == TakenInUser::State::done ? Filter::comesIn : Filter::leftOut;
}

int UserImportModel::count(Filter filter) const
{
    int found = 0;
    for (std::size_t i = 0; i < m_plan.size(); ++i)
        found += filter == Filter::all || filterOf(i) == filter ? 1 : 0;
    return found;
}

bool UserImportModel::hasCodes() const
{
    return std::any_of(m_results.begin(), m_results.end(), [](const TakenInUser &result) { return !result.code.isEmpty(); });
}

void UserImportModel::arrange()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_plan.size(); ++i) {
        if (m_filter == Filter::all || filterOf(i) == m_filter)
            m_rows.push_back(i);
    }
    std::stable_partition(m_rows.begin(), m_rows.end(), [this](std::size_t index) { return isBad(index); });
}

int UserImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int UserImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : hasResults() ? code + 1 : verdict + 1;
}

QString UserImportModel::placeOf(const PlannedUser &planned) const
{
    QStringList parts;
    for (const Membership &membership : planned.memberships) {
        const Tenant *tenant = m_directory->tenant(membership.tenant);
        const QString name = tenant ? presentation::people::tenantName(*tenant) : QString();
        parts.append(tr("%1 · %2", "organisation, role").arg(name, presentation::people::role(membership.role)));
    }
    if (parts.isEmpty() && planned.row.platform == "superadmin")
        return tr("Superadmin");
    if (parts.isEmpty() && planned.row.platform == "staff")
        return tr("Staff");
    // What was not understood stands as it was written.
    return parts.isEmpty() ? QString::fromStdString(planned.row.tenants) : parts.join(QStringLiteral(", "));
}

QString UserImportModel::verdictOf(std::size_t index) const
{
    const PlannedUser &planned = m_plan[index];
    if (planned.verdict == UserVerdict::refused)
        return planned.refusal ? UserImportWords::ofLine(*planned.refusal) : QString();
    if (planned.verdict == UserVerdict::nothing)
        return tr("There already, nothing to do");
    const TakenInUser *result = m_results.empty() ? nullptr : &m_results[index];
    if (result && result->state == TakenInUser::State::waiting)
        return tr("Not taken in: it was stopped");
    if (result && result->failure) {
        const QString why = UserImportWords::ofLine(*result->failure);
        return result->isThere ? tr("There, but without every role: %1").arg(why) : why;
    }
    switch (planned.verdict) {
    case UserVerdict::create:
        return result ? tr("Created, with the password of the file") : tr("New, with the password of the file");
    case UserVerdict::invite:
        return result ? tr("Invited, with the code beside") : tr("New, gets a one-time code");
    case UserVerdict::grant:
        return result ? tr("There already, has the role now") : tr("There already, gets the role");
    case UserVerdict::nothing:
    case UserVerdict::refused:
        break;
    }
    return {};
}

QVariant UserImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const std::size_t at = m_rows[std::size_t(index.row())];
    const PlannedUser &planned = m_plan[at];
    const QString name = nameOf(planned.row);
    const QString email = QString::fromStdString(planned.row.email);
    const bool quiet = filterOf(at) == Filter::nothing;
    if (role == cell::muted)
        return quiet || index.column() == line;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        const QVariant shown = data(index, Qt::DisplayRole);
        return index.column() == person && !name.isEmpty() ? QVariant(tr("%1, %2", "name, e-mail").arg(name, email)) : shown;
    }
    switch (index.column()) {
    case line:
        if (role == Qt::DisplayRole)
            return QLocale().toString(qlonglong(planned.row.line));
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        break;
    case person:
        if (role == Qt::DisplayRole)
            return name.isEmpty() ? email : name;
        if (role == cell::bold)
            return !quiet;
        if (role == cell::secondary)
            return name.isEmpty() ? QString() : email;
        if (role == cell::secondaryBelow)
            return true;
        break;
    case place:
        if (role == Qt::DisplayRole)
            return placeOf(planned);
        break;
    case verdict:
        if (role == Qt::DisplayRole)
            return verdictOf(at);
        if (role == cell::icon)
            return int(isBad(at) ? Icon::warningTriangle : quiet ? Icon::minus : Icon::checkCircle);
        if (role == cell::iconTone)
            return int(isBad(at) ? Tone::warning : quiet ? Tone::neutral : Tone::good);
        break;
    case code:
        if (role == Qt::DisplayRole && hasResults())
            return m_results[at].code;
        if (role == cell::bold)
            return true;
        break;
    default:
        break;
    }
    return {};
}

QVariant UserImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::TextAlignmentRole))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == line ? Qt::AlignRight : Qt::AlignLeading) | Qt::AlignVCenter);
    switch (section) {
    case line: return tr("Line");
    case person: return tr("Person");
    case place: return tr("Organisation and role");
    case verdict: return hasResults() ? tr("What happened") : tr("What will happen");
    case code: return tr("One-time code");
    default: return {};
    }
}

std::vector<std::vector<std::string>> UserImportModel::report() const
{
    std::vector<std::vector<std::string>> rows{{tr("Line").toStdString(), tr("E-mail").toStdString(), tr("Name").toStdString(),
                                                tr("Organisation and role").toStdString(), tr("What happened").toStdString(), tr("One-time code").toStdString()}};
    for (std::size_t i = 0; i < m_plan.size(); ++i) {
        const PlannedUser &planned = m_plan[i];
        rows.push_back({std::to_string(planned.row.line), planned.row.email, nameOf(planned.row).toStdString(), placeOf(planned).toStdString(),
                        verdictOf(i).toStdString(), m_results.empty() ? std::string() : m_results[i].code.toStdString()});
    }
    return rows;
}

} // namespace smartqueue::pages
