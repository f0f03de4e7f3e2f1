#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include <QString>
#include <QThread>

#include <qt6keychain/keychain.h>

namespace smartqueue::secrets {

/// How a job of QtKeychain ended.
struct JobOutcome {
    QKeychain::Error error = QKeychain::NoError;
    QString message;
    /// What a reading job read.
    QString text;
};

/// The thread that runs the jobs: QtKeychain's queue stays in the thread of its first job and stands still once that
/// thread is gone, so the process has one thread for all keychains, from the first call to the application's end.
class JobThread {
public:
    JobThread();
    ~JobThread();
    JobThread(const JobThread &) = delete;
    JobThread &operator=(const JobThread &) = delete;

    /// Runs the job that `make` gives and waits for it; none when it is not done by the limit, and at once while an
    /// earlier one is overdue, so that at most one prompt is open and the queue stays short.
    std::optional<JobOutcome> run(const std::function<QKeychain::Job *()> &make, std::chrono::milliseconds limit);
    void stop();

private:
    struct Call;
    void answer(Call &call, JobOutcome outcome);

    QThread m_thread;
    // Lives in the thread.
    std::unique_ptr<QObject> m_home;
    std::mutex m_mutex;
    std::condition_variable m_answered;
    int m_overdue = 0;
    bool m_stopped = false;
};

JobThread &jobThread();

} // namespace smartqueue::secrets
