#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/simulation/study.h>

#include "verbs/simulation_request.h"

namespace smartqueue::app {

namespace {

using namespace simulation;

constexpr const char *disciplineWords = "fifo, priority or sla";

template <class T>
std::optional<T> numberIn(std::string_view text)
{
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// "1:0.3,2:0.5".
std::optional<std::vector<CustomerClass>> classesIn(std::string_view text)
{
    std::vector<CustomerClass> classes;
    while (true) {
        const std::string_view one = text.substr(0, text.find(','));
        const auto colon = one.find(':');
        const auto rank = numberIn<int>(one.substr(0, colon));
        const auto rate = colon == std::string_view::npos ? std::nullopt : numberIn<double>(one.substr(colon + 1));
        if (!rank || !rate)
            return std::nullopt;
        classes.push_back({*rank, *rate});
        if (one.size() == text.size())
            return classes;
        text.remove_prefix(one.size() + 1);
    }
}

Result<std::vector<CustomerClass>> classesOf(const SimulationRequest &request)
{
    if (request.classes.empty()) {
        if (!request.arrivalRate)
            return fail(failures::missingField, {{"field", "arrival-rate"}});
        return std::vector<CustomerClass>{{1, *request.arrivalRate}};
    }
    const auto classes = classesIn(request.classes);
    if (!classes)
        return fail(failures::invalidValue, {{"field", "classes"}, {"value", request.classes}, {"expected", "classes with their rates such as 1:0.3,2:0.5"}});
    double sum = 0;
    for (const CustomerClass &each : *classes)
        sum += each.arrivalRate;
    // Written by hand, a sum may be rounded.
    constexpr double rounding = 1e-3;
    if (request.arrivalRate && !(std::abs(*request.arrivalRate - sum) <= rounding * std::abs(sum)))
        return fail(failures::invalidValue, {{"field", "arrival-rate"}, {"expected", "the sum of the classes, or none"}});
    return *classes;
}

ServiceTimes serviceOf(const SimulationRequest &request)
{
    ServiceTimes service;
    service.mean = request.serviceMean;
    if (!request.serviceScv || *request.serviceScv == 1)
        return service;
    service.law = *request.serviceScv == 0 ? ServiceLaw::deterministic : ServiceLaw::gamma;
    service.scv = *request.serviceScv;
    return service;
}

Result<QueueModel> modelOf(const SimulationRequest &request)
{
    QueueModel model;
    auto classes = classesOf(request);
    if (!classes)
        return tl::unexpected(classes.error());
    model.classes = std::move(*classes);
    model.service = serviceOf(request);
    model.servers = request.servers;
    model.meanPatience = request.patienceMean;
    model.capacity = request.capacity;
    model.sla = request.sla;
    model.discipline = request.classes.empty() ? Discipline::fifo : Discipline::priority;
    if (!request.discipline.empty()) {
        const auto named = fromName<Discipline>(request.discipline);
        if (!named)
            return fail(failures::invalidValue, {{"field", "discipline"}, {"value", request.discipline}, {"expected", disciplineWords}});
        model.discipline = *named;
    }
    return model;
}

/// To nine digits: what comes after them may differ from machine to machine.
double rounded(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.9g", value);
    return numberIn<double>(text).value_or(value);
}

nlohmann::ordered_json jsonOf(const StudyFigures &figures)
{
    auto classes = nlohmann::ordered_json::array();
    for (const ClassFigures &each : figures.classes)
        classes.push_back({{"class", each.rank}, {"mean_wait", rounded(each.meanWait)}});
    return {{"mean_wait", rounded(figures.meanWait)},
            {"mean_wait_ci99", {rounded(figures.meanWait99.low), rounded(figures.meanWait99.high)}},
            {"p_wait", rounded(figures.waitProbability)},
            {"p90_wait", rounded(figures.p90Wait)},
            {"mean_queue", rounded(figures.meanQueue)},
            {"p_block", rounded(figures.blocked)},
            {"p_abandon", rounded(figures.abandoned)},
            {"utilisation", rounded(figures.utilisation)},
            {"classes", classes},
            {"events", figures.events}};
}

} // namespace

int runSimulate(const SimulationRequest &request, const Output &output)
{
    const auto model = modelOf(request);
    if (!model)
        return output.misuse(model.error());
    const StudyPlan plan{request.customers, request.seed, request.replications, 0};
    const auto start = std::chrono::steady_clock::now();
    const auto figures = simulate(*model, plan);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!figures) {
        const FailureCode code = figures.error().code;
        const bool isBadValue = code == failures::outOfRange || code == failures::invalidValue;
        return isBadValue ? output.misuse(figures.error()) : output.failure(figures.error());
    }
    auto json = jsonOf(*figures);
    json["events_per_second"] = std::round(double(figures->events) / seconds);
    json["seed"] = request.seed;
    json["warm_up"] = figures->warmUp;
    output.answer(json);
    return done;
}

} // namespace smartqueue::app
