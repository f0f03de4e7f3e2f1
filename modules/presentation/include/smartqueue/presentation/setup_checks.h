#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <smartqueue/domain/commands.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::presentation {

/// What the fields of the forms are about.
enum class SetupField {
    name, service, prefix, numbers, capacity, sla, skills, assignments, timeZone, hours, onTimeTarget, retention, counters,
    hourlyCost, breakReasons, email, firstName, lastName, phone, password, memberships, platformRole, slug, locale, limits, none
};

/// Something a person should mend before saving, in words for the place next to the field.
struct FieldProblem {
    SetupField field = SetupField::none;
    QString words;
};

/// The checks of the setup forms, ahead of the engine's own: the same limits, while typing. An empty list is good to submit.
class SetupChecks {
    Q_DECLARE_TR_FUNCTIONS(smartqueue::presentation::SetupChecks)
public:
    explicit SetupChecks(const queueing::BranchState &state) : m_state(state) {}

    QList<FieldProblem> branch(const Branch &branch) const;
    QList<FieldProblem> service(const Service &service) const;
    QList<FieldProblem> queue(const Queue &queue) const;
    QList<FieldProblem> agent(const Agent &agent) const;
    /// As it was typed; empty: not known.
    QList<FieldProblem> hourlyCost(const QString &typed) const;
    QList<FieldProblem> breakReasons(const std::vector<BreakReason> &reasons) const;
    /// `position` of the counter in the branch's list, −1 for a new one.
    QList<FieldProblem> counter(const std::string &name, int position) const;

    /// The field that a refusal of a Define… command is about.
    static SetupField fieldOf(const Failure &failure);

private:
    void checkName(QList<FieldProblem> &problems, const std::string &name, bool taken) const;

    const queueing::BranchState &m_state;
};

} // namespace smartqueue::presentation
