#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <smartqueue/engine/store_around.h>

namespace smartqueue::app {

/// Passes everything on and remembers how long the last commit took.
class TimedLog final : public engine::EventLog {
public:
    explicit TimedLog(engine::EventLog &log) : m_log(log) {}
    Done append(const engine::CommitGroup &group) override
    {
        const auto start = std::chrono::steady_clock::now();
        Done appended = m_log.append(group);
        lastCommitUs = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
        if (appended && durable && !group.batches.empty())
            durable(group.batches.back().sequence);
        return appended;
    }
    Result<std::optional<engine::Answer>> answerOf(SiteId site, const CommandId &id) override { return m_log.answerOf(site, id); }
    Done saveCheckpoint(const engine::Checkpoint &checkpoint) override { return m_log.saveCheckpoint(checkpoint); }
    Result<std::optional<engine::Checkpoint>> checkpoint(std::optional<Instant> at) override { return m_log.checkpoint(at); }
    Done read(Sequence after, const std::function<bool(const EventBatch &)> &visit) override { return m_log.read(after, visit); }
    Result<std::vector<PersonalDatum>> personal(std::string_view prefix) override { return m_log.personal(prefix); }
    Result<engine::Position> end() override { return m_log.end(); }
    Result<bool> holds(const engine::Position &end) override { return m_log.holds(end); }

    std::atomic<double> lastCommitUs{0};
    /// Told of each commit, in the engine's thread; set before there is one.
    std::function<void(Sequence)> durable;

private:
    engine::EventLog &m_log;
};

class TimedStore final : public engine::StoreAround {
public:
    explicit TimedStore(std::unique_ptr<engine::Store> store) : StoreAround(std::move(store)), m_log(StoreAround::log()) {}
    TimedLog &log() override { return m_log; }

private:
    TimedLog m_log;
};

} // namespace smartqueue::app
