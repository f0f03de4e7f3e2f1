#include "tenant_forms.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

#include <smartqueue/domain/limits.h>
#include <smartqueue/engine/time_zones.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/presentation/tenant_models.h>
#include <smartqueue/widgets/text_label.h>

#include "field_box.h"
#include "setup_branch_form.h"

namespace smartqueue::pages {

using namespace widgets;
using About = presentation::SetupField;

namespace {

constexpr Role factorRoles[]{Role::agent, Role::manager, Role::admin};
constexpr int longestRetention = 36'500;

bool isSlug(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('-');
    }) && !text.startsWith(QLatin1Char('-')) && !text.endsWith(QLatin1Char('-'));
}

} // namespace

TenantForm::TenantForm(presentation::Console &console, QWidget *parent)
    : EditForm(parent), m_console(console), m_name(new QLineEdit(this)), m_slug(new QLineEdit(this)), m_locale(new QComboBox(this)),
      m_zone(timeZoneBox(this)), m_retention(new QSpinBox(this))
{
    m_name->setObjectName(QStringLiteral("tenantName"));
    m_slug->setObjectName(QStringLiteral("tenantSlug"));
    m_locale->setObjectName(QStringLiteral("tenantLocale"));
    m_zone->setObjectName(QStringLiteral("tenantZone"));
    m_retention->setObjectName(QStringLiteral("tenantRetention"));
    m_name->setMaxLength(int(limits::nameCodePoints));
    m_slug->setMaxLength(int(limits::slugBytes));
    m_retention->setRange(1, longestRetention);
    for (const char *tag : {"fr", "en", "ar", "de", "es", "it", "nl", "pl", "pt", "tr"})
        m_locale->addItem(presentation::languageName(QString::fromLatin1(tag)), QString::fromLatin1(tag));

    auto *limitBoxes = new QWidget(this);
    auto *limitRow = new QGridLayout(limitBoxes);
    limitRow->setContentsMargins(0, 0, 0, 0);
    limitRow->setHorizontalSpacing(space::s);
    const std::size_t most[]{limits::sites, limits::agents, limits::queues};
    const char *names[]{"tenantSites", "tenantAgents", "tenantQueues"};
    for (std::size_t i = 0; i < m_limits.size(); ++i) {
        m_limits[i] = new QSpinBox(limitBoxes);
        m_limits[i]->setObjectName(QString::fromLatin1(names[i]));
        m_limits[i]->setRange(0, int(most[i]));
        limitRow->addWidget(m_limits[i], 0, int(i));
    }
    limitBoxes->setFocusProxy(m_limits.front());
    auto *factorBoxes = new QWidget(this);
    auto *factorColumn = new QVBoxLayout(factorBoxes);
    factorColumn->setContentsMargins(0, 0, 0, 0);
    factorColumn->setSpacing(space::xs);
    const char *factorNames[]{"factorAgents", "factorManagers", "factorAdmins"};
    for (std::size_t i = 0; i < m_factors.size(); ++i) {
        m_factors[i] = new QCheckBox(factorBoxes);
        m_factors[i]->setObjectName(QString::fromLatin1(factorNames[i]));
        factorColumn->addWidget(m_factors[i]);
    }
    factorBoxes->setFocusProxy(m_factors.front());

    m_nameField = addField(About::name, m_name);
    m_slugField = addField(About::slug, m_slug);
    m_localeField = addField(About::locale, m_locale);
    m_zoneField = addField(About::timeZone, m_zone);
    m_retentionField = addField(About::retention, m_retention);
    m_limitsField = addField(About::limits, limitBoxes);
    m_factorField = new FieldBox(factorBoxes, this);
    column()->addWidget(m_factorField);
    column()->addStretch(1);

    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        if (isNew() && m_slugFollows)
            m_slug->setText(presentation::slugOf(name));
        touched(About::name);
    });
    connect(m_slug, &QLineEdit::textEdited, this, [this](const QString &slug) {
        m_slugFollows = slug.isEmpty();
        touched(About::slug);
    });
    connect(m_locale, &QComboBox::currentIndexChanged, this, touching(About::locale));
    connect(m_zone, &QComboBox::currentTextChanged, this, touching(About::timeZone));
    connect(m_retention, &QSpinBox::valueChanged, this, touching(About::retention));
    for (QSpinBox *box : m_limits)
        connect(box, &QSpinBox::valueChanged, this, touching(About::limits));
    for (QCheckBox *box : m_factors)
        connect(box, &QCheckBox::toggled, this, touching(About::none));
    retranslate();
}

bool TenantForm::isPlatforms() const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    return accounts::require(*directory, m_console.engine().user(), TenantId{}, Permission::managePlatform).has_value();
}

Tenant TenantForm::standing() const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const Tenant *known = directory->tenant(TenantId{id()});
    Tenant fresh;
    fresh.timeZone = engine::localTimeZoneName();
    fresh.locale = QLocale().name().section(QLatin1Char('_'), 0, 0).toStdString();
    return known ? *known : fresh;
}

void TenantForm::fill()
{
    const Tenant tenant = standing();
    m_slugFollows = isNew();
    m_name->setText(QString::fromStdString(tenant.name));
    m_slug->setText(QString::fromStdString(tenant.slug));
    const QString locale = QString::fromStdString(tenant.locale);
    if (m_locale->findData(locale) < 0)
        m_locale->addItem(presentation::languageName(locale), locale);
    m_locale->setCurrentIndex(m_locale->findData(locale));
    m_zone->setCurrentText(QString::fromStdString(tenant.timeZone));
    m_retention->setValue(tenant.retentionDays);
    const int values[]{tenant.limits.sites, tenant.limits.agents, tenant.limits.queues};
    for (std::size_t i = 0; i < m_limits.size(); ++i) {
        m_limits[i]->setValue(values[i]);
        const auto &roles = tenant.secondFactorFor;
        m_factors[i]->setChecked(std::find(roles.begin(), roles.end(), factorRoles[i]) != roles.end());
    }
    // What only the platform's people decide is left out for the others.
    m_slugField->setVisible(isPlatforms());
    m_limitsField->setVisible(isPlatforms());
}

Tenant TenantForm::drafted() const
{
    Tenant tenant = standing();
    tenant.name = m_name->text().trimmed().toStdString();
    tenant.slug = m_slug->text().trimmed().toStdString();
    tenant.locale = m_locale->currentData().toString().toStdString();
    tenant.timeZone = m_zone->currentText().trimmed().toStdString();
    tenant.retentionDays = m_retention->value();
    tenant.limits = {m_limits[0]->value(), m_limits[1]->value(), m_limits[2]->value()};
    tenant.secondFactorFor.clear();
    for (std::size_t i = 0; i < m_factors.size(); ++i) {
        if (m_factors[i]->isChecked())
            tenant.secondFactorFor.push_back(factorRoles[i]);
    }
    return tenant;
}

QList<presentation::FieldProblem> TenantForm::problems() const
{
    const Tenant tenant = drafted();
    QList<presentation::FieldProblem> problems;
    if (!hasVisibleText(tenant.name))
        problems.append({About::name, tr("Give it a name.")});
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const Tenant *other = directory->tenantBySlug(tenant.slug);
    if (tenant.slug.empty())
        problems.append({About::slug, tr("Give it a short name, such as city-hall.")});
    else if (!isSlug(QString::fromStdString(tenant.slug)))
        problems.append({About::slug, tr("Small letters a–z, digits and hyphens, such as city-hall.")});
    else if (other && other->id != TenantId{id()})
        problems.append({About::slug, tr("Another organisation has this short name.")});
    if (!engine::timeZone(tenant.timeZone))
        problems.append({About::timeZone, tr("No such time zone. Choose one from the list, such as Europe/Paris.")});
    return problems;
}

QString TenantForm::title() const
{
    return isNew() ? tr("New organisation") : QString::fromStdString(standing().name);
}

CommandBody TenantForm::command() const
{
    if (isNew())
        return CreateTenant{drafted()};
    return UpdateTenant{drafted()};
}

QWidget *TenantForm::firstField() const
{
    return m_name;
}

void TenantForm::retranslate()
{
    m_nameField->setLabel(tr("Name"));
    m_slugField->setLabel(tr("Short name"));
    m_slugField->setHint(tr("Stands in addresses and on the command line."));
    m_localeField->setLabel(tr("Language"));
    m_zoneField->setLabel(tr("Time zone"));
    m_zoneField->setHint(tr("What a new branch starts with. Type a city to find it."));
    m_retentionField->setLabel(tr("Keep closed tickets for"));
    m_retention->setSuffix(tr(" days"));
    m_limitsField->setLabel(tr("At most: branches, agents, queues"));
    m_limits[0]->setAccessibleName(tr("Branches at most"));
    m_limits[1]->setAccessibleName(tr("Agents at most"));
    m_limits[2]->setAccessibleName(tr("Queues at most"));
    m_factorField->setLabel(tr("Sign in with a second factor"));
    m_factorField->setHint(tr("They set it up at their next sign-in."));
    m_factors[0]->setText(tr("Agents"));
    m_factors[1]->setText(tr("Supervisors"));
    m_factors[2]->setText(tr("Administrators"));
}

SiteForm::SiteForm(presentation::Console &console, QWidget *parent)
    : EditForm(parent), m_console(console), m_name(new QLineEdit(this)), m_zone(timeZoneBox(this)), m_retention(new QSpinBox(this))
{
    m_name->setObjectName(QStringLiteral("siteName"));
    m_zone->setObjectName(QStringLiteral("siteZone"));
    m_retention->setObjectName(QStringLiteral("siteRetention"));
    m_name->setMaxLength(int(limits::nameCodePoints));
    m_retention->setRange(1, longestRetention);
    m_nameField = addField(About::name, m_name);
    m_zoneField = addField(About::timeZone, m_zone);
    m_retentionField = addField(About::retention, m_retention);
    column()->addStretch(1);
    connect(m_name, &QLineEdit::textEdited, this, touching(About::name));
    connect(m_zone, &QComboBox::currentTextChanged, this, touching(About::timeZone));
    connect(m_retention, &QSpinBox::valueChanged, this, touching(About::retention));
    retranslate();
}

void SiteForm::fill()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const Tenant *tenant = directory->tenant(m_tenant);
    m_name->clear();
    m_zone->setCurrentText(QString::fromStdString(tenant ? tenant->timeZone : engine::localTimeZoneName()));
    m_retention->setValue(tenant ? tenant->retentionDays : Branch().retentionDays);
}

QList<presentation::FieldProblem> SiteForm::problems() const
{
    QList<presentation::FieldProblem> problems;
    const std::string name = m_name->text().toStdString();
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const auto sites = directory->sitesOf(m_tenant);
    const bool taken = std::any_of(sites.begin(), sites.end(), [&](SiteId site) { return sameName(directory->site(site)->name, name); });
    if (!hasVisibleText(name))
        problems.append({About::name, tr("Give it a name.")});
    else if (taken)
        problems.append({About::name, tr("This name is taken. Choose another one.")});
    if (!engine::timeZone(m_zone->currentText().trimmed().toStdString()))
        problems.append({About::timeZone, tr("No such time zone. Choose one from the list, such as Europe/Paris.")});
    return problems;
}

QString SiteForm::title() const
{
    return tr("New branch");
}

CommandBody SiteForm::command() const
{
    Branch branch;
    branch.name = m_name->text().trimmed().toStdString();
    branch.timeZone = m_zone->currentText().trimmed().toStdString();
    branch.retentionDays = m_retention->value();
    return CreateSite{m_tenant, std::move(branch)};
}

QWidget *SiteForm::firstField() const
{
    return m_name;
}

void SiteForm::retranslate()
{
    m_nameField->setLabel(tr("Name"));
    m_zoneField->setLabel(tr("Time zone"));
    m_zoneField->setHint(tr("Type a city to find it. Days and hours are the branch's own."));
    m_retentionField->setLabel(tr("Keep closed tickets for"));
    m_retention->setSuffix(tr(" days"));
}

} // namespace smartqueue::pages
