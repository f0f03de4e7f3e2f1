#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include <QCoreApplication>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/monitor.h>

namespace smartqueue::testing {

/// A branch of three queues and two agents on a store in memory, with a clock that the test moves. 09:00 UTC on a Thursday.
class SmallBranch {
public:
    SmallBranch()
    {
        auto store = std::make_unique<engine::MemoryStore>();
        memory = store.get();
        engine::EngineOptions options;
        options.regularWork = false;
        options.publishInterval = Duration(1);
        auto started = engine::Engine::start(std::move(store), clock, options);
        if (!started)
            throw std::runtime_error(std::string(started.error().code.name()));
        engine = std::move(*started);
        Branch branch;
        branch.name = "Downtown branch";
        branch.counters = {"1", "2", "3"};
        must(DefineBranch{branch});
        passports = queue("Passports", "Passport renewal", "A", 20);
        payments = queue("Payments", "Payment", "B", 15);
        information = queue("Information", "Information", "C", 5);
        leila = agent("Leïla Haddad", {passports, payments, information});
        omar = agent("Omar Said", {payments, passports});
    }

    /// Throws when refused: in a test's preparation that is a bug of the test.
    engine::Receipt must(CommandBody body, AgentId actor = {})
    {
        const engine::Answer answer = act(std::move(body), actor);
        if (!answer)
            throw std::runtime_error(std::string(answer.error().code.name()));
        return *answer;
    }

    engine::Answer act(CommandBody body, AgentId actor = {})
    {
        QFuture<engine::Answer> answer = engine->submit(std::move(body), actor);
        answer.waitForFinished();
        return answer.result();
    }

    engine::Receipt issue(QueueId into, std::string channel = "kiosk", int priority = 0)
    {
        IssueTicket ticket;
        ticket.queue = into;
        ticket.channel = std::move(channel);
        ticket.priority = priority;
        ticket.promise = Promise{std::chrono::minutes(16), std::chrono::minutes(14), std::chrono::minutes(19)};
        return must(ticket);
    }

    void advance(Duration step) { clock.advance(step); }

    engine::SharedSnapshot now()
    {
        QFuture<engine::SharedSnapshot> settled = engine->settledSnapshot();
        settled.waitForFinished();
        return settled.result();
    }

    const Ticket *ticket(const engine::Receipt &receipt)
    {
        m_last = now();
        return m_last->state.ticket(receipt.ticket);
    }

    ManualClock clock{*fromIso8601("2026-11-19T09:00:00Z")};
    engine::MemoryStore *memory = nullptr;
    std::unique_ptr<engine::Engine> engine;
    QueueId passports, payments, information;
    AgentId leila, omar;

private:
    QueueId queue(const char *name, const char *service, const char *prefix, int slaMinutes)
    {
        Service offered;
        offered.name = service;
        offered.sla = std::chrono::minutes(slaMinutes);
        Queue line;
        line.name = name;
        line.service = ServiceId{must(DefineService{offered}).entity};
        line.prefix = prefix;
        return QueueId{must(DefineQueue{line}).entity};
    }

    AgentId agent(const char *name, const std::vector<QueueId> &queues)
    {
        Agent person;
        person.name = name;
        int rank = 0;
        for (QueueId id : queues)
            person.assignments.push_back({id, ++rank});
        return AgentId{must(DefineAgent{person}).entity};
    }

    engine::SharedSnapshot m_last;
};

} // namespace smartqueue::testing
