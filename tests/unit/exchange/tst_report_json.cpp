#include <QTest>

#include <nlohmann/json.hpp>

#include <smartqueue/exchange/report_json.h>

using namespace smartqueue;
using namespace smartqueue::exchange;
using nlohmann::json;

namespace {

/// Two queues, one waiting ticket in the first.
queueing::BranchState branch(Instant now)
{
    queueing::BranchState state;
    state.services[{1}] = Service{{1}, "Payments", std::chrono::seconds(600), {}};
    for (const auto &[id, name] : {std::pair{2, "Payments"}, {3, "Accounts \xff"}}) {
        queueing::QueueState &queue = state.queues[{id}];
        queue.config.id = {id};
        queue.config.name = name;
        queue.config.service = {1};
    }
    Ticket ticket;
    ticket.id = {4};
    ticket.number = "P001";
    ticket.queue = {2};
    ticket.service = {1};
    ticket.arrivedAt = now - std::chrono::minutes(11);
    ticket.place = {0, ticket.arrivedAt, 4};
    ticket.legs.emplace_back();
    ticket.legs.back().queue = {2};
    ticket.legs.back().waitingSince = ticket.arrivedAt;
    state.queues[{2}].line.join({ticket.place, ticket.id});
    state.queues[{2}].today.issued = 4;
    state.queues[{2}].today.served = 2;
    state.queues[{2}].today.onTime = 1;
    state.queues[{2}].today.abandoned = 1;
    state.queues[{2}].today.waited = std::chrono::seconds(90);
    state.tickets.set({4}, ticket);
    state.at = now;
    return state;
}

void verifyKeys(const json &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys)
        QVERIFY2(object.contains(key), key);
}

} // namespace

class TestReportJson final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theOverviewHasItsFields()
    {
        const json overview = json::parse(overviewJson(analytics::overviewOf(branch(m_now), m_now)));
        verifyKeys(overview, {"queues", "total_queues", "queues_with_alerts"});
        QVERIFY(overview["total_queues"] == 2);
        const json &queue = overview["queues"][0];
        verifyKeys(queue, {"id", "name", "algorithm", "status", "waiting_count", "late_tickets_count", "sla_breach_rate", "available_agents",
                           "health_score", "health_status", "alerts", "eta_seconds", "load_ratio"});
        QVERIFY(queue["waiting_count"] == 1);
        QVERIFY(queue["late_tickets_count"] == 1);
        QVERIFY(queue["eta_seconds"].is_null());
        verifyKeys(queue["alerts"][0], {"type", "severity"});
        verifyKeys(json::parse(healthJson(analytics::healthOf(branch(m_now), {2}, m_now))), {"health_score", "health_status", "alerts", "cause"});
    }

    void balanceAndReportHaveTheirFields()
    {
        const auto state = branch(m_now);
        verifyKeys(json::parse(loadBalanceJson(analytics::loadBalanceOf(state, m_now))), {"balance_score", "status", "queues_data"});
        optimizer::Report report = optimizer::reportOf(state, m_now, {});
        report.transfers.emplace_back();
        report.reallocations.emplace_back();
        report.disciplines.emplace_back();
        const json printed = json::parse(optimizationReportJson(report));
        verifyKeys(printed, {"load_balance", "summary"});
        verifyKeys(printed["transfer_suggestions"][0], {"id", "ticket_number", "from_queue", "to_queue", "reason", "priority", "estimated_time_saved"});
        verifyKeys(printed["agent_reallocation_suggestions"][0], {"id", "agent_name", "from_queue", "to_queue", "reason", "impact_score"});
        verifyKeys(printed["algorithm_recommendations"][0], {"id", "queue_name", "recommended_algorithm", "current_algorithm", "reason", "confidence"});
        QVERIFY(printed["agent_reallocation_suggestions"][0]["from_queue"].is_null());
        verifyKeys(json::parse(algorithmRecommendationJson(optimizer::adviceFor(state, {2}, {}))), {"recommended_algorithm", "reason"});
    }

    void waitingTicketsComeInOrderWithARange()
    {
        const auto state = branch(m_now);
        const json printed = json::parse(waitingTicketsJson(state, {2}, analytics::etasOf(state, {2}, m_now), m_now));
        QCOMPARE(printed["tickets"].size(), 1u);
        verifyKeys(printed["tickets"][0], {"position", "number", "eta_seconds", "eta_low_seconds", "eta_high_seconds"});
        QVERIFY(printed["tickets"][0]["waited_seconds"] == 660);
        QVERIFY(printed["tickets"][0]["eta_seconds"].is_null());
    }

    void statsAndPredictionsHaveTheirFields()
    {
        const json stats = json::parse(statsJson(branch(m_now), {2}));
        QVERIFY(stats["abandonment_rate"] == 0.25);
        QVERIFY(stats["sla_compliance"] == 0.5);
        QVERIFY(stats["mean_wait_seconds"] == 45.0);
        QVERIFY(json::parse(statsJson(branch(m_now), {3}))["sla_compliance"].is_null());
        verifyKeys(json::parse(predictionsJson("Payments", {})), {"predicted_tickets_next_hour", "current_waiting", "confidence", "reinforcement_needed", "recommended_agents"});
    }

private:
    Instant m_now = fromIso8601("2026-01-05T09:00:00Z").value();
};

QTEST_GUILESS_MAIN(TestReportJson)
#include "tst_report_json.moc"
