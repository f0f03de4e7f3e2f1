#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QObject>

#include <smartqueue/engine/engine.h>

namespace smartqueue::pages {

/// What a new branch begins with.
struct BranchPlan {
    struct PlannedQueue {
        std::string name;
        std::chrono::seconds sla{600};
    };
    Branch branch;
    std::vector<PlannedQueue> queues;
    /// Each calls from every queue; the first one from the first queue first, and so on round.
    std::vector<std::string> agents;
};

/// Founds a branch by one command after the other. What is there already under its name is kept, so that a founding that
/// was refused half-way can be mended and repeated.
class WizardFounder : public QObject {
    Q_OBJECT
public:
    explicit WizardFounder(engine::Engine &engine, QObject *parent = nullptr);
    void found(const BranchPlan &plan);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void founded();
    void refused(const smartqueue::Failure &failure);

private:
    void next();
    std::optional<CommandBody> nextCommand() const;

    engine::Engine &m_engine;
    BranchPlan m_plan;
    bool m_busy = false;
    bool m_branchDone = false;
    /// The last submitted command; the same one again would never end.
    std::size_t m_submitted = 0;
};

} // namespace smartqueue::pages
