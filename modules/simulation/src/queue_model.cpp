#include "smartqueue/simulation/queue_model.h"

#include <cmath>
#include <cstdio>
#include <numeric>
#include <set>
#include <string>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>

namespace smartqueue::simulation {

namespace {

std::string textOf(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

Done inRange(const char *field, double value, double low, double high)
{
    if (value >= low && value <= high)
        return {};
    return fail(failures::outOfRange, {{"field", field}, {"value", textOf(value)}, {"minimum", textOf(low)}, {"maximum", textOf(high)}});
}

Done positive(const char *field, double value)
{
    if (value > 0 && std::isfinite(value))
        return {};
    return fail(failures::outOfRange, {{"field", field}, {"value", textOf(value)}, {"expected", "a number above 0"}});
}

Done checkedClasses(const QueueModel &model)
{
    const char *field = model.classes.size() > 1 ? "classes" : "arrival-rate";
    if (model.classes.empty())
        return fail(failures::missingField, {{"field", field}});
    std::set<int> ranks;
    for (const CustomerClass &each : model.classes) {
        if (each.rank < 1 || each.rank > limits::priority || !ranks.insert(each.rank).second)
            return fail(failures::invalidValue, {{"field", "classes"}, {"value", std::to_string(each.rank)},
                                                 {"expected", "distinct classes from 1 to " + std::to_string(limits::priority)}});
        if (Done rate = positive(field, each.arrivalRate); !rate)
            return rate;
        // Beside the mean service, whose unit is the same.
        const double gap = 1 / (each.arrivalRate * model.service.mean);
        if (!(gap >= shortestShare && gap <= longestShare))
            return inRange(field, each.arrivalRate, 1 / (longestShare * model.service.mean), 1 / (shortestShare * model.service.mean));
    }
    return {};
}

Done checkedService(const ServiceTimes &service)
{
    if (Done mean = positive("service-mean", service.mean); !mean)
        return mean;
    constexpr double smallestScv = 1e-3;
    constexpr double largestScv = 100;
    const bool hasScv = service.law == ServiceLaw::gamma || service.law == ServiceLaw::lognormal;
    return hasScv ? inRange("service-scv", service.scv, smallestScv, largestScv) : Done();
}

Done checkedLimits(const QueueModel &model)
{
    if (Done servers = inRange("servers", model.servers, 1, mostServers); !servers)
        return servers;
    if (model.meanPatience) {
        if (Done patience = inRange("patience-mean", *model.meanPatience, shortestShare * model.service.mean, longestShare * model.service.mean); !patience)
            return patience;
    }
    if (model.capacity) {
        if (Done capacity = inRange("capacity", *model.capacity, model.servers, limits::openTickets); !capacity)
            return capacity;
    }
    if (model.sla) {
        const double second = model.service.mean / 1000;
        const auto seconds = [](std::chrono::seconds duration) { return double(duration.count()); };
        if (Done sla = inRange("sla", *model.sla, seconds(limits::slaMinimum) * second, seconds(limits::slaMaximum) * second); !sla)
            return sla;
    }
    return {};
}

} // namespace

double QueueModel::arrivalRate() const
{
    return std::accumulate(classes.begin(), classes.end(), 0.0, [](double sum, const CustomerClass &each) { return sum + each.arrivalRate; });
}

Done checked(const QueueModel &model)
{
    if (Done service = checkedService(model.service); !service)
        return service;
    if (Done classes = checkedClasses(model); !classes)
        return classes;
    if (Done bounds = checkedLimits(model); !bounds)
        return bounds;
    const double load = model.offeredLoad();
    const bool isBounded = model.meanPatience || model.capacity;
    if (!isBounded && load >= model.servers)
        return fail(simulation_failures::unstable, {{"offered_load", textOf(load)}, {"servers", std::to_string(model.servers)}});
    return load <= mostLoad ? Done() : inRange("arrival-rate", model.arrivalRate(), 0, mostLoad / model.service.mean);
}

} // namespace smartqueue::simulation
