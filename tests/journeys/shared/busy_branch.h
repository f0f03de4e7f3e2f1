#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include <smartqueue/engine/demo_branch.h>
#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/memory_store.h>

namespace smartqueue::testing {

/// The demo's day in its crisis, standing still until the test moves the clock: alerts are up, and a suggestion resolves them.
class BusyBranch {
public:
    explicit BusyBranch(std::chrono::minutes afterHandOver = std::chrono::minutes(78))
    {
        engine::EngineOptions options;
        options.regularWork = false;
        options.publishInterval = Duration(1);
        auto store = std::make_unique<engine::MemoryStore>();
        memory = store.get();
        auto started = engine::Engine::start(std::move(store), clock, options);
        if (!started)
            throw std::runtime_error(std::string(started.error().code.name()));
        engine = std::move(*started);
        engine::DemoBranch demo(*engine, clock, 7);
        if (const Done furnished = demo.furnish(); !furnished)
            throw std::runtime_error(std::string(furnished.error().code.name()));
        demo.fastForward(engine::demoHandOver() + afterHandOver);
        visitor = demo.visitorsAgent();
    }

    engine::SharedSnapshot now()
    {
        QFuture<engine::SharedSnapshot> settled = engine->settledSnapshot();
        settled.waitForFinished();
        return settled.result();
    }

    PacedClock clock{engine::demoDayStart()};
    engine::MemoryStore *memory = nullptr;
    std::unique_ptr<engine::Engine> engine;
    AgentId visitor;
};

} // namespace smartqueue::testing
