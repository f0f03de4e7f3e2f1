#include "agent_form.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <smartqueue/presentation/agent_facts.h>
#include <smartqueue/widgets/rank_list.h>

#include "field_box.h"
#include "ranked_queues.h"

namespace smartqueue::pages {

namespace {

using About = presentation::SetupField;

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

AgentForm::AgentForm(QWidget *parent)
    : EditForm(parent), m_name(new QLineEdit(this)), m_skills(new QLineEdit(this)), m_cost(new QLineEdit(this)),
      m_queues(new widgets::RankList(tr("Queues, first choice on top"), this))
{
    m_name->setObjectName(QStringLiteral("agentName"));
    m_skills->setObjectName(QStringLiteral("agentSkills"));
    m_cost->setObjectName(QStringLiteral("agentCost"));
    m_queues->setObjectName(QStringLiteral("agentQueues"));
    m_nameField = addField(About::name, m_name);
    m_queuesField = addField(About::assignments, m_queues);
    m_skillsField = addField(About::skills, m_skills);
    m_costField = addField(About::hourlyCost, m_cost);
    column()->addStretch(1);
    connect(m_name, &QLineEdit::textEdited, this, touching(About::name));
    connect(m_skills, &QLineEdit::textEdited, this, [this] {
        showQueues();
        touched(About::skills);
    });
    connect(m_cost, &QLineEdit::textEdited, this, touching(About::hourlyCost));
    connect(m_queues, &widgets::RankList::changed, this, touching(About::assignments));
    retranslate();
}

void AgentForm::fill()
{
    const Agent *known = state().agent(AgentId{id()});
    m_agent = known ? *known : Agent{};
    m_name->setText(text(m_agent.name));
    m_name->setReadOnly(bool(m_agent.user));
    sayWhoseName();
    m_skills->setText(commaSeparated(m_agent.skills));
    m_cost->setText(m_agent.hourlyCost ? presentation::amount(*m_agent.hourlyCost) : QString());
    m_queues->setItems(rankItems(state(), m_agent));
}

void AgentForm::sayWhoseName()
{
    m_nameField->setHint(m_agent.user ? tr("The name of the account.") : QString());
}

void AgentForm::showQueues()
{
    QList<widgets::RankItem> items = m_queues->items();
    lockBySkills(items, state(), listOf(m_skills->text()));
    m_queues->setItems(items);
}

Agent AgentForm::drafted() const
{
    Agent agent = m_agent;
    agent.name = m_name->text().trimmed().toStdString();
    agent.skills = listOf(m_skills->text());
    agent.hourlyCost = presentation::parsedAmount(m_cost->text());
    agent.assignments = assignmentsOf(m_queues->ranked(), m_agent.assignments);
    return agent;
}

QList<presentation::FieldProblem> AgentForm::problems() const
{
    const presentation::SetupChecks checks(state());
    return checks.agent(drafted()) + checks.hourlyCost(m_cost->text());
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
    return m_agent.user ? m_skills : m_name;
}

void AgentForm::retranslate()
{
    m_nameField->setLabel(tr("Name"));
    sayWhoseName();
    m_skillsField->setLabel(tr("Skills"));
    m_skillsField->setHint(tr("Separate them with commas. A queue whose service needs others stays locked."));
    m_costField->setLabel(tr("Cost of an hour"));
    m_costField->setHint(tr("In your currency, for the cost of a ticket. Leave it empty when it is not known."));
    m_queuesField->setLabel(tr("Queues, first choice on top"));
    m_queuesField->setHint(tr("Space ticks, Alt+↑ and Alt+↓ move."));
    showQueues();
}

} // namespace smartqueue::pages
