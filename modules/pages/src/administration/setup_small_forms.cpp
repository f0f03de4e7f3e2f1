#include "setup_small_forms.h"

#include <algorithm>

#include <QLineEdit>
#include <QVBoxLayout>

#include "field_box.h"
#include "minutes_box.h"

namespace smartqueue::pages {

namespace {

using About = presentation::SetupField;

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

ServiceForm::ServiceForm(QWidget *parent)
    : EditForm(parent), m_name(new QLineEdit(this)), m_minutes(new MinutesBox(this)), m_skills(new QLineEdit(this))
{
    m_name->setObjectName(QStringLiteral("serviceName"));
    m_minutes->setObjectName(QStringLiteral("serviceMinutes"));
    m_nameField = addField(About::name, m_name);
    m_slaField = addField(About::sla, m_minutes);
    m_skillsField = addField(About::skills, m_skills);
    column()->addStretch(1);
    connect(m_name, &QLineEdit::textEdited, this, touching(About::name));
    connect(m_minutes, &QDoubleSpinBox::valueChanged, this, touching(About::sla));
    connect(m_skills, &QLineEdit::textEdited, this, touching(About::skills));
    retranslate();
}

void ServiceForm::fill()
{
    const Service *known = state().service(ServiceId{id()});
    m_service = known ? *known : Service{};
    m_name->setText(text(m_service.name));
    m_minutes->setValue(double(m_service.sla.count()) / 60.0);
    m_skills->setText(commaSeparated(m_service.requiredSkills));
}

Service ServiceForm::drafted() const
{
    Service service = m_service;
    service.name = m_name->text().trimmed().toStdString();
    service.sla = std::chrono::seconds(qRound(m_minutes->value() * 60));
    service.requiredSkills = listOf(m_skills->text());
    return service;
}

QList<presentation::FieldProblem> ServiceForm::problems() const
{
    return presentation::SetupChecks(state()).service(drafted());
}

QString ServiceForm::title() const
{
    return isNew() ? tr("New service") : text(m_service.name);
}

CommandBody ServiceForm::command() const
{
    return DefineService{drafted()};
}

std::optional<CommandBody> ServiceForm::removal() const
{
    return isNew() ? std::nullopt : std::optional<CommandBody>(RemoveService{m_service.id});
}

QString ServiceForm::removalQuestion() const
{
    return tr("Remove the service %1? Queues that offer it keep it from being removed.").arg(text(m_service.name));
}

QWidget *ServiceForm::firstField() const
{
    return m_name;
}

void ServiceForm::retranslate()
{
    m_nameField->setLabel(tr("Name"));
    m_slaField->setLabel(tr("To be called within (SLA)"));
    m_slaField->setHint(tr("Waits longer than this count as late."));
    m_minutes->setSuffix(tr(" min"));
    m_skillsField->setLabel(tr("Skills needed"));
    m_skillsField->setHint(tr("An agent needs all of them. Separate them with commas; leave it empty when anybody can do it."));
}

CounterForm::CounterForm(QWidget *parent) : EditForm(parent), m_name(new QLineEdit(this))
{
    m_name->setObjectName(QStringLiteral("counterName"));
    m_nameField = addField(About::name, m_name);
    column()->addStretch(1);
    connect(m_name, &QLineEdit::textEdited, this, touching(About::name));
    retranslate();
}

void CounterForm::fill()
{
    const auto &counters = state().branch.counters;
    const auto position = std::size_t(id() - 1);
    m_known = !isNew() && position < counters.size() ? counters[position] : std::string();
    m_name->setText(isNew() ? QString::number(counters.size() + 1) : text(m_known));
}

QList<presentation::FieldProblem> CounterForm::problems() const
{
    return presentation::SetupChecks(state()).counter(m_name->text().trimmed().toStdString(), int(id()) - 1);
}

QString CounterForm::title() const
{
    return isNew() ? tr("New counter") : tr("Counter %1").arg(text(m_known));
}

CommandBody CounterForm::command() const
{
    // The list may have changed since the form was opened, so the counter is found by its name.
    Branch branch = state().branch;
    const auto known = std::find(branch.counters.begin(), branch.counters.end(), m_known);
    const std::string name = m_name->text().trimmed().toStdString();
    if (isNew() || known == branch.counters.end())
        branch.counters.push_back(name);
    else
        *known = name;
    return DefineBranch{branch};
}

std::optional<CommandBody> CounterForm::removal() const
{
    if (isNew())
        return std::nullopt;
    Branch branch = state().branch;
    std::erase(branch.counters, m_known);
    return DefineBranch{branch};
}

QString CounterForm::removalQuestion() const
{
    return tr("Remove counter %1? Whoever is signed in there stays until they sign out.").arg(text(m_known));
}

QWidget *CounterForm::firstField() const
{
    return m_name;
}

void CounterForm::retranslate()
{
    m_nameField->setLabel(tr("Name"));
    m_nameField->setHint(tr("As it stands over the counter and is announced: 3, or Window B."));
}

} // namespace smartqueue::pages
