#include "user_import_run.h"

#include <algorithm>

#include <QUuid>

#include <smartqueue/engine/when_done.h>

namespace smartqueue::pages {

using engine::PlannedUser;
using engine::UserVerdict;

namespace {

bool isToDo(const PlannedUser &planned)
{
    return planned.verdict != UserVerdict::refused && planned.verdict != UserVerdict::nothing;
}

} // namespace

UserImportRun::UserImportRun(engine::Installation &installation, UserId asking, std::vector<PlannedUser> plan, QObject *parent)
    : QObject(parent), m_installation(installation), m_asking(asking), m_plan(std::move(plan)), m_results(m_plan.size()),
      m_total(int(std::count_if(m_plan.begin(), m_plan.end(), isToDo)))
{
}

void UserImportRun::start()
{
    // The engine hashes two secrets at once.
    m_running = 2;
    next();
    next();
}

void UserImportRun::next()
{
    while (!m_cancelled && m_at < m_plan.size() && !isToDo(m_plan[m_at]))
        ++m_at;
    if (!m_cancelled && m_at < m_plan.size()) {
        begin(m_at++);
        return;
    }
    if (--m_running == 0)
        Q_EMIT finished();
}

template <class OnAnswer>
void UserImportRun::submit(CommandBody body, SiteId site, OnAnswer onAnswer)
{
    Command command{QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(), std::move(body), {}, {}};
    command.site = site;
    command.user = m_asking;
    engine::whenDone(m_installation.submit(std::move(command)), this, std::move(onAnswer));
}

void UserImportRun::begin(std::size_t line)
{
    const PlannedUser &planned = m_plan[line];
    if (!planned.first) {
        grant(line, 0, planned.user);
        return;
    }
    submit(*planned.first, planned.site, [this, line](const engine::Answer &answer) {
        if (!answer) {
            settle(line, answer.error());
            return;
        }
        m_results[line].code = QString::fromStdString(answer->code);
        m_results[line].isThere = true;
        grant(line, 0, UserId{answer->entity});
    });
}

void UserImportRun::grant(std::size_t line, std::size_t which, UserId user)
{
    const PlannedUser &planned = m_plan[line];
    if (which == planned.grants.size()) {
        settle(line, std::nullopt);
        return;
    }
    const Membership &membership = planned.grants[which];
    submit(GrantRole{user, membership.tenant, membership.role}, SiteId{}, [this, line, which, user](const engine::Answer &answer) {
        if (answer)
            grant(line, which + 1, user);
        else
            settle(line, answer.error());
    });
}

void UserImportRun::settle(std::size_t line, std::optional<Failure> failure)
{
    TakenInUser &result = m_results[line];
    result.state = failure ? TakenInUser::State::failed : TakenInUser::State::done;
    result.failure = std::move(failure);
    Q_EMIT progressed(++m_done, m_total);
    next();
}

} // namespace smartqueue::pages
