#include "setup_small_forms.h"

#include <algorithm>

#include <QLineEdit>
#include <QSet>
#include <QVBoxLayout>

#include <smartqueue/widgets/rank_list.h>

#include "setup_field_box.h"
#include "setup_minutes_box.h"

namespace smartqueue::pages {

namespace {

using About = presentation::SetupField;

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

ServiceForm::ServiceForm(QWidget *parent)
    : SetupForm(parent), m_name(new QLineEdit(this)), m_minutes(new SetupMinutesBox(this)), m_skills(new QLineEdit(this))
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

CounterForm::CounterForm(QWidget *parent) : SetupForm(parent), m_name(new QLineEdit(this))
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

AgentForm::AgentForm(QWidget *parent)
    : SetupForm(parent), m_name(new QLineEdit(this)), m_skills(new QLineEdit(this)),
      m_queues(new widgets::RankList(tr("Queues, first choice on top"), this))
{
    m_name->setObjectName(QStringLiteral("agentName"));
    m_skills->setObjectName(QStringLiteral("agentSkills"));
    m_queues->setObjectName(QStringLiteral("agentQueues"));
    m_nameField = addField(About::name, m_name);
    m_skillsField = addField(About::skills, m_skills);
    m_queuesField = addField(About::assignments, m_queues);
    column()->addStretch(1);
    connect(m_name, &QLineEdit::textEdited, this, touching(About::name));
    connect(m_skills, &QLineEdit::textEdited, this, [this] {
        showQueues();
        touched(About::skills);
    });
    connect(m_queues, &widgets::RankList::changed, this, touching(About::assignments));
    retranslate();
}

void AgentForm::fill()
{
    const Agent *known = state().agent(AgentId{id()});
    m_agent = known ? *known : Agent{};
    m_name->setText(text(m_agent.name));
    m_skills->setText(commaSeparated(m_agent.skills));
    QList<widgets::RankItem> items;
    std::vector<Assignment> ranked = m_agent.assignments;
    std::stable_sort(ranked.begin(), ranked.end(), [](const Assignment &a, const Assignment &b) { return a.rank < b.rank; });
    for (const Assignment &assignment : ranked) {
        if (const auto *queue = state().queue(assignment.queue))
            items.append({QString::number(queue->config.id.value), text(queue->config.name), true, {}});
    }
    for (const auto &[queueId, queue] : state().queues) {
        const bool assigned = std::any_of(ranked.begin(), ranked.end(), [queueId = queueId](const Assignment &a) { return a.queue == queueId; });
        if (!assigned)
            items.append({QString::number(queueId.value), text(queue.config.name), false, {}});
    }
    m_queues->setItems(items);
    showQueues();
}

void AgentForm::showQueues()
{
    const auto skills = listOf(m_skills->text());
    QList<widgets::RankItem> items = m_queues->items();
    for (widgets::RankItem &item : items) {
        item.lockedReason.clear();
        const auto *queue = state().queue(QueueId{item.id.toLongLong()});
        const Service *service = queue ? state().service(queue->config.service) : nullptr;
        if (!service || item.checked)
            continue;
        for (const std::string &needed : service->requiredSkills) {
            if (std::find(skills.begin(), skills.end(), needed) == skills.end()) {
                item.lockedReason = tr("needs %1").arg(text(needed));
                break;
            }
        }
    }
    m_queues->setItems(items);
}

Agent AgentForm::drafted() const
{
    Agent agent = m_agent;
    agent.name = m_name->text().trimmed().toStdString();
    agent.skills = listOf(m_skills->text());
    agent.assignments.clear();
    // Two queues that shared a rank keep sharing it as long as nothing between them was moved.
    const auto oldRank = [this](QueueId queue) {
        for (const Assignment &assignment : m_agent.assignments) {
            if (assignment.queue == queue)
                return assignment.rank;
        }
        return 0;
    };
    int rank = 0;
    int previousOld = 0;
    const QStringList ranked = m_queues->ranked();
    for (const QString &id : ranked) {
        const QueueId queue{id.toLongLong()};
        const int old = oldRank(queue);
        if (old == 0 || old != previousOld)
            ++rank;
        previousOld = old;
        agent.assignments.push_back({queue, rank});
    }
    return agent;
}

QList<presentation::FieldProblem> AgentForm::problems() const
{
    return presentation::SetupChecks(state()).agent(drafted());
}

QString AgentForm::title() const
{
    return isNew() ? tr("New agent") : text(m_agent.name);
}

CommandBody AgentForm::command() const
{
    return DefineAgent{drafted()};
}

std::optional<CommandBody> AgentForm::removal() const
{
    return isNew() ? std::nullopt : std::optional<CommandBody>(RemoveAgent{m_agent.id});
}

QString AgentForm::removalQuestion() const
{
    return tr("Remove %1? What they did stays in the history.").arg(text(m_agent.name));
}

QWidget *AgentForm::firstField() const
{
    return m_name;
}

void AgentForm::retranslate()
{
    m_nameField->setLabel(tr("Name"));
    m_skillsField->setLabel(tr("Skills"));
    m_skillsField->setHint(tr("Separate them with commas."));
    m_queuesField->setLabel(tr("Queues, first choice on top"));
    m_queuesField->setHint(tr("Space ticks, Alt+↑ and Alt+↓ move."));
    showQueues();
}

} // namespace smartqueue::pages
