#include "membership_rows.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/accounts/scope.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
namespace people = presentation::people;

MembershipRows::MembershipRows(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this)), m_add(new ActionButton(Icon::plus, {}, ButtonKind::quiet, this))
{
    m_add->setObjectName(QStringLiteral("membershipAdd"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    m_column->addWidget(m_add, 0, Qt::AlignLeading);
    setFocusPolicy(Qt::NoFocus);
    connect(m_add, &QAbstractButton::clicked, this, &MembershipRows::add);
}

void MembershipRows::fill(const engine::SharedDirectory &directory, UserId asking, UserId user)
{
    clear();
    m_directory = directory;
    m_asking = asking;
    m_user = user;
    m_before.clear();
    if (const User *known = directory->user(user)) {
        for (const Membership &member : known->memberships) {
            if (!accounts::sees(*directory, asking, member.tenant))
                continue;
            m_before.push_back(member);
            addRow(member.tenant, member.role);
        }
    }
    showAdd();
}

bool MembershipRows::may(CommandBody body) const
{
    Command command;
    command.body = std::move(body);
    command.user = m_asking;
    return accounts::permit(*m_directory, command, {}).has_value();
}

QString MembershipRows::nameOf(TenantId tenant) const
{
    const Tenant *known = m_directory->tenant(tenant);
    return known ? presentation::people::tenantName(*known) : QString();
}

void MembershipRows::addRow(TenantId tenant, std::optional<Role> before)
{
    Row row;
    row.tenant = tenant;
    row.before = before;
    row.widget = new QWidget(this);
    auto *sides = new QHBoxLayout(row.widget);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(space::s);
    if (before) {
        auto *name = new TextLabel(nameOf(tenant), TextSize::body, QFont::DemiBold, Ink::text, row.widget);
        name->setMinimumWidth(scaled(60));
        name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        name->setToolTip(nameOf(tenant));
        sides->addWidget(name, 1);
    } else {
        row.choice = new QComboBox(row.widget);
        row.choice->setObjectName(QStringLiteral("membershipTenant"));
        row.choice->setMinimumHeight(scaled(metric::control));
        row.choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        row.choice->setMinimumContentsLength(8);
        for (const auto &[id, known] : m_directory->tenants) {
            if (!known.suspended && may(GrantRole{m_user, id, Role::agent}))
                row.choice->addItem(nameOf(id), qint64(id.value));
        }
        row.choice->setCurrentIndex(row.choice->findData(qint64(tenant.value)));
        sides->addWidget(row.choice, 1);
        connect(row.choice, &QComboBox::currentIndexChanged, this, &MembershipRows::changed);
    }
    if (!before || may(GrantRole{m_user, tenant, *before})) {
        row.role = new QComboBox(row.widget);
        row.role->setObjectName(QStringLiteral("membershipRole"));
        row.role->setMinimumHeight(scaled(metric::control));
        for (const Role role : {Role::agent, Role::manager, Role::admin})
            row.role->addItem(people::role(role), int(role));
        row.role->setCurrentIndex(row.role->findData(int(before.value_or(Role::agent))));
        sides->addWidget(row.role);
        connect(row.role, &QComboBox::currentIndexChanged, this, &MembershipRows::changed);
    } else {
        row.roleWord = new TextLabel(people::role(*before), TextSize::body, QFont::Normal, Ink::muted, row.widget);
        sides->addWidget(row.roleWord);
    }
    if (!before || may(RevokeRole{m_user, tenant})) {
        row.remove = new IconButton(Icon::trash, {}, row.widget);
        row.remove->setObjectName(QStringLiteral("membershipRemove"));
        sides->addWidget(row.remove);
        connect(row.remove, &QAbstractButton::clicked, this, [this, widget = row.widget] { remove(widget); });
    }
    m_column->insertWidget(m_column->count() - 1, row.widget);
    row.widget->show();
    m_rows.push_back(row);
    retranslate();
}

void MembershipRows::add()
{
    const auto left = open();
    if (left.empty())
        return;
    addRow(left.front(), std::nullopt);
    m_rows.back().choice->setFocus(Qt::OtherFocusReason);
    showAdd();
    Q_EMIT changed();
}

void MembershipRows::remove(const QWidget *widget)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [widget](const Row &row) { return row.widget == widget; });
    if (found == m_rows.end())
        return;
    found->widget->hide();
    found->widget->deleteLater();
    m_rows.erase(found);
    showAdd();
    if (m_add->isVisibleTo(this))
        m_add->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void MembershipRows::clear()
{
    for (const Row &row : m_rows) {
        row.widget->hide();
        row.widget->deleteLater();
    }
    m_rows.clear();
}

TenantId MembershipRows::tenantOf(const Row &row) const
{
    return row.choice ? TenantId{row.choice->currentData().toLongLong()} : row.tenant;
}

Role MembershipRows::roleOf(const Row &row) const
{
    return row.role ? Role(row.role->currentData().toInt()) : *row.before;
}

std::vector<TenantId> MembershipRows::open() const
{
    std::vector<TenantId> left;
    const auto taken = memberships();
    for (const auto &[id, tenant] : m_directory->tenants) {
        const bool isTaken = std::any_of(taken.begin(), taken.end(), [id = id](const Membership &member) { return member.tenant == id; });
        if (!isTaken && !tenant.suspended && may(GrantRole{m_user, id, Role::agent}))
            left.push_back(id);
    }
    return left;
}

void MembershipRows::showAdd()
{
    m_add->setVisible(!open().empty());
}

bool MembershipRows::isChangeable() const
{
    return !open().empty() || std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.role || row.remove; });
}

std::vector<Membership> MembershipRows::memberships() const
{
    std::vector<Membership> members;
    for (const Row &row : m_rows)
        members.push_back({tenantOf(row), roleOf(row)});
    return members;
}

std::vector<Membership> MembershipRows::granted() const
{
    std::vector<Membership> granted;
    for (const Membership &now : memberships()) {
        const bool asBefore = std::any_of(m_before.begin(), m_before.end(), [&](const Membership &before) { return before.tenant == now.tenant && before.role == now.role; });
        if (!asBefore)
            granted.push_back(now);
    }
    return granted;
}

std::vector<TenantId> MembershipRows::revoked() const
{
    std::vector<TenantId> revoked;
    const auto members = memberships();
    for (const Membership &before : m_before) {
        if (std::none_of(members.begin(), members.end(), [&](const Membership &now) { return now.tenant == before.tenant; }))
            revoked.push_back(before.tenant);
    }
    return revoked;
}

void MembershipRows::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_add->setFocus(Qt::OtherFocusReason);
}

void MembershipRows::retranslate()
{
    m_add->setText(m_rows.empty() ? tr("Add an organisation") : tr("Add another organisation"));
    for (const Row &row : m_rows) {
        const QString name = nameOf(tenantOf(row));
        if (row.choice)
            row.choice->setAccessibleName(tr("Organisation"));
        if (row.roleWord)
            row.roleWord->setText(people::role(*row.before));
        if (row.role) {
            const QSignalBlocker quiet(row.role);
            for (int i = 0; i < row.role->count(); ++i)
                row.role->setItemText(i, people::role(Role(row.role->itemData(i).toInt())));
            row.role->setAccessibleName(tr("Role in %1").arg(name));
        }
        if (row.remove) {
            row.remove->setToolTip(tr("Take out of %1").arg(name));
            row.remove->setAccessibleName(row.remove->toolTip());
        }
    }
}

} // namespace smartqueue::pages
