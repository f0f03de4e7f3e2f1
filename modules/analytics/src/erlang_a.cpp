#include "smartqueue/analytics/erlang_a.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace smartqueue::analytics {

namespace {

constexpr double negligible = 1e-12;
constexpr std::size_t longestLine = 200'000;

/// Stationary probabilities: that somebody is free, and of each number in the line when nobody is.
struct Stationary {
    double free = 0;
    std::vector<double> waiting;
};

/// Erlang's loss formula by its recursion, which neither overflows nor cancels.
double lossProbability(double load, int agents)
{
    double blocked = 1;
    for (int k = 1; k <= agents; ++k)
        blocked = load * blocked / (k + load * blocked);
    return blocked;
}

Stationary stationaryOf(const ErlangA &system, int agents)
{
    // Relative to the state in which all are busy and nobody waits, which stands to the ones below it as in a loss system.
    const double blocked = lossProbability(system.arrivalRate / system.serviceRate, agents);
    Stationary found;
    found.waiting.push_back(1);
    if (blocked < std::numeric_limits<double>::min())
        return {1, {0}};
    found.free = 1 / blocked - 1;
    double sum = 1 + found.free;
    while (found.waiting.size() < longestLine) {
        const double ratio = system.arrivalRate / (agents * system.serviceRate + double(found.waiting.size()) * system.abandonmentRate);
        found.waiting.push_back(found.waiting.back() * ratio);
        sum += found.waiting.back();
        if (ratio < 1 && found.waiting.back() < negligible * sum * (1 - ratio))
            break;
    }
    found.free /= sum;
    for (double &probability : found.waiting)
        probability /= sum;
    return found;
}

/// How many places of the line can matter within the limit: whoever stands behind them is not served in it.
std::size_t placesInReach(const ErlangA &system, int agents, std::size_t line, double limit)
{
    for (std::size_t places = 64; places < line; places *= 2) {
        const double departures = (agents * system.serviceRate + double(places) * system.abandonmentRate) * limit;
        if (double(places) > departures + 10 * std::sqrt(departures) + 20)
            return places;
    }
    return line;
}

/// Share that reaches service within the limit: each who waits steps through the line, by uniformisation (Jensen 1953).
double servedWithin(const ErlangA &system, int agents, const Stationary &stationary, double limit)
{
    double served = stationary.free;
    if (limit <= 0)
        return served;
    std::vector<double> ahead = stationary.waiting;
    ahead.resize(placesInReach(system, agents, ahead.size(), limit));
    const double rate = agents * system.serviceRate + double(ahead.size()) * system.abandonmentRate;
    const double jumps = rate * limit;
    // The chance that at least so many jumps happen in time, by the Poisson distribution in logarithms.
    double logWeight = -jumps;
    double happened = 0;
    for (int jump = 0;; ++jump) {
        happened += std::exp(logWeight);
        const double more = 1 - happened;
        if (more < negligible)
            break;
        // Those who reach the agents with this jump are served if it comes in time.
        served += more * ahead[0] * agents * system.serviceRate / rate;
        for (std::size_t i = 0; i < ahead.size(); ++i) {
            const double leaves = agents * system.serviceRate + double(i) * system.abandonmentRate;
            const double arrives = i + 1 < ahead.size() ? ahead[i + 1] * (leaves + system.abandonmentRate) / rate : 0.0;
            ahead[i] = ahead[i] * (1 - (leaves + system.abandonmentRate) / rate) + arrives;
        }
        logWeight += std::log(jumps) - std::log(jump + 1.0);
        if (jump > jumps + 20 * std::sqrt(jumps) + 100)
            break;
    }
    return served;
}

bool reaches(const ErlangA &system, const StaffingTarget &target, int agents)
{
    const ErlangAFigures figures = erlangA(system, agents, target.withinAtLeast ? target.limit : std::chrono::seconds(0));
    if (target.abandonmentAtMost)
        return figures.abandonment <= *target.abandonmentAtMost;
    return figures.within >= target.withinAtLeast.value_or(0.0);
}

} // namespace

ErlangAFigures erlangA(const ErlangA &system, int agents, std::chrono::duration<double> limit)
{
    if (system.abandonmentRate <= 0 && system.arrivalRate >= agents * system.serviceRate)
        return {1, 0, std::numeric_limits<double>::infinity(), 0, 1};
    const Stationary stationary = stationaryOf(system, agents);
    double line = 0;
    for (std::size_t i = 0; i < stationary.waiting.size(); ++i)
        line += double(i) * stationary.waiting[i];
    ErlangAFigures figures;
    figures.waitProbability = 1 - stationary.free;
    figures.meanWaitSeconds = line / system.arrivalRate;
    figures.abandonment = system.abandonmentRate * figures.meanWaitSeconds;
    figures.utilisation = system.arrivalRate * (1 - figures.abandonment) / (agents * system.serviceRate);
    figures.within = servedWithin(system, agents, stationary, limit.count());
    return figures;
}

std::optional<int> agentsFor(const ErlangA &system, const StaffingTarget &target, int most)
{
    if (system.arrivalRate <= 0)
        return 0;
    // No more can be served than the agents have time for, which spares trying lines that never end.
    const double least = target.abandonmentAtMost ? 1 - *target.abandonmentAtMost : target.withinAtLeast.value_or(0.0);
    const double load = system.arrivalRate / system.serviceRate;
    if (load * least > most)
        return std::nullopt;
    int enough = std::max(1, int(std::ceil(load * least)));
    int tooFew = enough - 1;
    for (int step = 1; !reaches(system, target, enough); step *= 2) {
        if (enough >= most)
            return std::nullopt;
        tooFew = enough;
        enough = std::min(enough + step, most);
    }
    while (enough - tooFew > 1) {
        const int middle = std::midpoint(tooFew, enough);
        (reaches(system, target, middle) ? enough : tooFew) = middle;
    }
    return enough;
}

} // namespace smartqueue::analytics
