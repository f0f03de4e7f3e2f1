#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <smartqueue/domain/values.h>
#include <smartqueue/foundation/result.h>

/// One queue with servers that are all alike, as queueing theory writes it: M/G/c/K + M with priorities. Times are in any unit, rates in
/// its inverse.
namespace smartqueue::simulation {

namespace simulation_failures {
/// More work comes than the servers can do, and nobody leaves or stays away. Details `offered_load`, `servers`.
inline constexpr FailureCode unstable{"unstable"};
} // namespace simulation_failures

/// How service times are spread round their mean; gamma and lognormal by ServiceTimes::scv.
enum class ServiceLaw { exponential, deterministic, gamma, lognormal };

struct ServiceTimes {
    double mean = 1;
    ServiceLaw law = ServiceLaw::exponential;
    /// Squared coefficient of variation, above 0; of the gamma and the lognormal law.
    double scv = 1;
};

/// Customers of one urgency, who come as a Poisson stream.
struct CustomerClass {
    /// The smaller goes first, where the discipline looks at it; from 1 to limits::priority.
    int rank = 1;
    double arrivalRate = 0;
};

struct QueueModel {
    /// At least one, of distinct ranks.
    std::vector<CustomerClass> classes;
    ServiceTimes service;
    int servers = 1;
    /// Exponential; none: everybody waits until they are called.
    std::optional<double> meanPatience;
    /// Who finds so many customers waiting and in service does not come in.
    std::optional<int> capacity;
    Discipline discipline = Discipline::fifo;
    /// Of the sla discipline; none: one mean service. The kernel's whole seconds make it a multiple of a thousandth of that.
    std::optional<double> sla;

    double arrivalRate() const;
    /// Arrival rate times mean service, in Erlang.
    double offeredLoad() const { return arrivalRate() * service.mean; }
};

/// What simulate() takes on: at most so many servers and Erlang, since the numbers of one business day are limited.
inline constexpr int mostServers = 2'000;
inline constexpr double mostLoad = 10'000;
/// Of one mean service: shorter times between arrivals, or patience, would be blurred by the ticks.
inline constexpr double shortestShare = 1e-4;
inline constexpr double longestShare = 1e6;

/// Fails with `out_of_range` (`field` is the option of the command line, `minimum`, `maximum`), `invalid_value` or `unstable`.
Done checked(const QueueModel &model);

} // namespace smartqueue::simulation
