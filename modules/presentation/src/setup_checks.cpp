#include "smartqueue/presentation/setup_checks.h"

#include <algorithm>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/engine/time_zones.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/presentation/agent_facts.h>

namespace smartqueue::presentation {

namespace {

/// Whether another entity than `id` has the name.
template <class Map, class NameOf>
bool isTaken(const Map &map, const std::string &name, std::int64_t id, NameOf nameOf)
{
    return std::any_of(map.begin(), map.end(), [&](const auto &entry) {
        return entry.first.value != id && sameName(nameOf(entry.second), name);
    });
}

} // namespace

void SetupChecks::checkName(QList<FieldProblem> &problems, const std::string &name, bool taken) const
{
    if (!hasVisibleText(name))
        problems.append({SetupField::name, tr("Give it a name.")});
    else if (codePoints(name) > limits::nameCodePoints)
        problems.append({SetupField::name, tr("A name has at most %Ln characters.", nullptr, int(limits::nameCodePoints))});
    else if (taken)
        problems.append({SetupField::name, tr("This name is taken. Choose another one.")});
}

QList<FieldProblem> SetupChecks::branch(const Branch &branch) const
{
    QList<FieldProblem> problems;
    checkName(problems, branch.name, false);
    if (!engine::timeZone(branch.timeZone))
        problems.append({SetupField::timeZone, tr("No such time zone. Choose one from the list, such as Europe/Paris.")});
    if (branch.closesAt <= branch.opensAt)
        problems.append({SetupField::hours, tr("Closing comes after opening.")});
    if (branch.onTimeTarget <= 0 || branch.onTimeTarget > 1)
        problems.append({SetupField::onTimeTarget, tr("Between 1 and 100 %.")});
    if (branch.retentionDays < 1)
        problems.append({SetupField::retention, tr("At least one day.")});
    return problems;
}

QList<FieldProblem> SetupChecks::service(const Service &service) const
{
    QList<FieldProblem> problems;
    checkName(problems, service.name,
              isTaken(m_state.services, service.name, service.id.value, [](const Service &s) { return s.name; }));
    if (service.sla < limits::slaMinimum || service.sla > limits::slaMaximum)
        problems.append({SetupField::sla, tr("Between one second and 24 hours.")});
    return problems;
}

QList<FieldProblem> SetupChecks::queue(const Queue &queue) const
{
    QList<FieldProblem> problems;
    checkName(problems, queue.name,
              isTaken(m_state.queues, queue.name, queue.id.value,
                      [](const queueing::QueueState &q) { return q.config.name; }));
    if (!m_state.service(queue.service))
        problems.append({SetupField::service, m_state.services.empty() ? tr("Create a service first: it says how long people may wait.")
                                                                       : tr("Choose a service.")});
    const auto prefix = trimmed(queue.prefix);
    if (codePoints(prefix) > limits::prefixCodePoints)
        problems.append({SetupField::prefix, tr("At most %Ln characters.", nullptr, int(limits::prefixCodePoints))});
    else if (!prefix.empty() && prefix.back() >= '0' && prefix.back() <= '9')
        problems.append({SetupField::prefix, tr("It ends with a letter: A1 and 001 would read A1001.")});
    if (queue.firstNumber < 1 || queue.lastNumber > limits::number || queue.lastNumber < queue.firstNumber)
        problems.append({SetupField::numbers, tr("The last number comes after the first.")});
    if (queue.maxCapacity && *queue.maxCapacity < 1)
        problems.append({SetupField::capacity, tr("At least one, or no limit.")});
    return problems;
}

QList<FieldProblem> SetupChecks::agent(const Agent &agent) const
{
    QList<FieldProblem> problems;
    checkName(problems, agent.name,
              isTaken(m_state.agents, agent.name, agent.id.value, [](const Agent &a) { return a.name; }));
    return problems;
}

QList<FieldProblem> SetupChecks::hourlyCost(const QString &typed) const
{
    if (typed.trimmed().isEmpty() || parsedAmount(typed))
        return {};
    return {{SetupField::hourlyCost, tr("An amount from 0 to %1, such as %2.").arg(amount(limits::hourlyCost), amount(23'50))}};
}

QList<FieldProblem> SetupChecks::breakReasons(const std::vector<BreakReason> &reasons) const
{
    if (reasons.size() > limits::breakReasons)
        return {{SetupField::breakReasons, tr("At most %Ln reasons.", nullptr, int(limits::breakReasons))}};
    for (auto reason = reasons.begin(); reason != reasons.end(); ++reason) {
        if (!hasVisibleText(reason->name))
            return {{SetupField::breakReasons, tr("Give each reason a name, or remove it.")}};
        if (codePoints(reason->name) > limits::nameCodePoints)
            return {{SetupField::breakReasons, tr("A name has at most %Ln characters.", nullptr, int(limits::nameCodePoints))}};
        if (std::any_of(reasons.begin(), reason, [&](const BreakReason &other) { return sameName(other.name, reason->name); }))
            return {{SetupField::breakReasons, tr("%1 stands there twice.").arg(QString::fromStdString(reason->name))}};
    }
    return {};
}

QList<FieldProblem> SetupChecks::counter(const std::string &name, int position) const
{
    QList<FieldProblem> problems;
    bool taken = false;
    for (std::size_t i = 0; i < m_state.branch.counters.size(); ++i)
        taken = taken || (int(i) != position && sameName(m_state.branch.counters[i], name));
    checkName(problems, name, taken);
    return problems;
}

SetupField SetupChecks::fieldOf(const Failure &failure)
{
    if (failure.code == failures::nameTaken)
        return SetupField::name;
    if (failure.code == failures::prefixTaken)
        return SetupField::prefix;
    if (failure.code == failures::unknownService)
        return SetupField::service;
    if (failure.code == failures::slugTaken)
        return SetupField::slug;
    if (failure.code == failures::emailTaken)
        return SetupField::email;
    if (failure.code == failures::weakPassword)
        return SetupField::password;
    if (failure.code == failures::unknownTimeZone)
        return SetupField::timeZone;
    if (failure.code == failures::unknownQueue || failure.code == failures::missingSkill)
        return SetupField::assignments;
    static const std::map<std::string, SetupField> fields{
        {"name", SetupField::name}, {"prefix", SetupField::prefix}, {"sla_seconds", SetupField::sla},
        {"max_capacity", SetupField::capacity}, {"first_number", SetupField::numbers},
        {"last_number", SetupField::numbers}, {"required_skills", SetupField::skills}, {"skills", SetupField::skills},
        {"assignments", SetupField::assignments}, {"time_zone", SetupField::timeZone}, {"opens_at", SetupField::hours},
        {"closes_at", SetupField::hours}, {"on_time_target", SetupField::onTimeTarget},
        {"retention_days", SetupField::retention}, {"counters", SetupField::counters},
        {"hourly_cost", SetupField::hourlyCost}, {"break_reasons", SetupField::breakReasons}, {"limit_minutes", SetupField::breakReasons},
        {"slug", SetupField::slug}, {"locale", SetupField::locale}, {"timezone", SetupField::timeZone},
        {"sites", SetupField::limits}, {"agents", SetupField::limits}, {"queues", SetupField::limits},
        {"email", SetupField::email}, {"first_name", SetupField::firstName}, {"last_name", SetupField::lastName}, {"phone", SetupField::phone},
    };
    const auto named = failure.detail.find("field");
    if (named != failure.detail.end()) {
        if (const auto known = fields.find(named->second); known != fields.end())
            return known->second;
    }
    return SetupField::none;
}

} // namespace smartqueue::presentation
