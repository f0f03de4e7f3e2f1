#include "job_thread.h"

#include <QCoreApplication>

namespace smartqueue::secrets {

struct JobThread::Call {
    std::optional<JobOutcome> outcome;
    bool isOverdue = false;
};

JobThread::JobThread()
    : m_home(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("keychain"));
    m_home->moveToThread(&m_thread);
    m_thread.start();
}

JobThread::~JobThread()
{
    stop();
}

std::optional<JobOutcome> JobThread::run(const std::function<QKeychain::Job *()> &make, std::chrono::milliseconds limit)
{
    const auto call = std::make_shared<Call>();
    std::unique_lock lock(m_mutex);
    if (m_stopped || m_overdue > 0)
        return std::nullopt;
    QMetaObject::invokeMethod(
        m_home.get(),
        [this, call, make] {
            // Deletes itself when it is done, however late: libsecret holds a bare pointer to it until then.
            QKeychain::Job *job = make();
            QObject::connect(job, &QKeychain::Job::finished, m_home.get(), [this, call](QKeychain::Job *done) {
                const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(done);
                answer(*call, {done->error(), done->errorString(), reading ? reading->textData() : QString()});
            });
            job->start();
        },
        Qt::QueuedConnection);
    if (!m_answered.wait_for(lock, limit, [&] { return call->outcome.has_value(); })) {
        call->isOverdue = true;
        ++m_overdue;
    }
    return std::move(call->outcome);
}

void JobThread::answer(Call &call, JobOutcome outcome)
{
    const std::lock_guard lock(m_mutex);
    call.outcome = std::move(outcome);
    if (call.isOverdue)
        --m_overdue;
    m_answered.notify_all();
}

void JobThread::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_thread.quit();
    m_thread.wait();
}

JobThread &jobThread()
{
    static JobThread thread;
    [[maybe_unused]] static const bool ends = [] {
        qAddPostRoutine([] { jobThread().stop(); });
        return true;
    }();
    return thread;
}

} // namespace smartqueue::secrets
