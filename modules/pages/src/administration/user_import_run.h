#pragma once

#include <optional>
#include <vector>

#include <QObject>
#include <QString>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/user_files.h>

namespace smartqueue::pages {

/// What became of a planned line.
struct TakenInUser {
    enum class State { waiting, done, failed } state = State::waiting;
    /// Of an invited one: shown once, kept nowhere.
    QString code;
    /// Why it failed. With `isThere` the user was made and a role is missing.
    std::optional<Failure> failure;
    bool isThere = false;
};

/// Takes planned people in, two at a time since hashing is what takes long. GUI thread.
class UserImportRun : public QObject {
    Q_OBJECT
public:
    /// The installation outlives the run; refused lines and those with nothing to do are passed over.
    UserImportRun(engine::Installation &installation, UserId asking, std::vector<engine::PlannedUser> plan, QObject *parent = nullptr);

    void start();
    /// What has begun is finished; nothing else begins.
    void cancel() { m_cancelled = true; }
    bool isCancelled() const { return m_cancelled; }
    int total() const { return m_total; }
    int done() const { return m_done; }
    /// One a planned line.
    const std::vector<TakenInUser> &results() const { return m_results; }

Q_SIGNALS:
    void progressed(int done, int total);
    void finished();

private:
    void next();
    void begin(std::size_t line);
    void grant(std::size_t line, std::size_t which, UserId user);
    void settle(std::size_t line, std::optional<Failure> failure);
    template <class OnAnswer>
    void submit(CommandBody body, SiteId site, OnAnswer onAnswer);

    engine::Installation &m_installation;
    UserId m_asking;
    std::vector<engine::PlannedUser> m_plan;
    std::vector<TakenInUser> m_results;
    std::size_t m_at = 0;
    int m_running = 0;
    int m_done = 0;
    int m_total = 0;
    bool m_cancelled = false;
};

} // namespace smartqueue::pages
