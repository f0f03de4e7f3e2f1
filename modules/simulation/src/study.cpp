#include "smartqueue/simulation/study.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <string>
#include <thread>

#include <smartqueue/domain/checks.h>

#include "confidence.h"
#include "replication.h"

namespace smartqueue::simulation {

namespace {

Done checkedPlan(const StudyPlan &plan)
{
    if (Done replications = checkedRange("replications", plan.replications, 1, mostReplications); !replications)
        return replications;
    return checkedRange("customers", plan.customers, fewestCustomers, mostCustomers / plan.replications);
}

using Replications = std::vector<Result<ReplicationCounts>>;

/// In the order of their numbers, whoever carried them out.
Replications replicateAll(const QueueModel &model, const StudyPlan &plan)
{
    Replications results(std::size_t(plan.replications), ReplicationCounts());
    std::atomic<int> next{0};
    const auto work = [&] {
        for (int index = next++; index < plan.replications; index = next++)
            results[std::size_t(index)] = replicate(model, plan.customers, plan.seed, index);
    };
    const unsigned cores = plan.threads > 0 ? plan.threads : std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::thread> workers;
    for (unsigned i = 1; i < std::min(cores, unsigned(plan.replications)); ++i)
        workers.emplace_back(work);
    work();
    for (std::thread &worker : workers)
        worker.join();
    return results;
}

void add(ReplicationCounts &total, const ReplicationCounts &one)
{
    total.waits.add(one.waits);
    total.classes.resize(one.classes.size());
    for (std::size_t i = 0; i < one.classes.size(); ++i)
        total.classes[i].add(one.classes[i]);
    total.histogram.add(one.histogram);
    total.delayed += one.delayed;
    total.served += one.served;
    total.abandoned += one.abandoned;
    total.blocked += one.blocked;
    total.events += one.events;
    total.window += one.window;
    total.waiting += one.waiting;
    total.inService += one.inService;
}

std::vector<double> meansOf(const std::vector<WaitSum> &sums)
{
    std::vector<double> means;
    for (const WaitSum &sum : sums) {
        if (sum.entered > 0)
            means.push_back(sum.mean());
    }
    return means;
}

/// In ticks; of one run by its batches, of several by their means.
Interval waitInterval(const Replications &replications)
{
    if (replications.size() == 1)
        return batchInterval99(meansOf(replications.front()->batches));
    std::vector<WaitSum> waits;
    for (const auto &each : replications)
        waits.push_back(each->waits);
    return interval99(meansOf(waits));
}

double share(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? 0 : double(part) / double(whole);
}

StudyFigures figuresOf(const QueueModel &model, const ReplicationCounts &total, const Interval &interval)
{
    const double unit = model.service.mean / double(ticksOfService);
    const std::int64_t came = total.served + total.abandoned + total.blocked;
    StudyFigures figures;
    figures.meanWait = total.waits.mean() * unit;
    figures.meanWait99 = {interval.low * unit, interval.high * unit};
    figures.waitProbability = share(total.delayed, total.waits.entered);
    figures.p90Wait = total.histogram.quantile(0.9) * unit;
    figures.meanQueue = share(total.waiting, total.window);
    figures.blocked = share(total.blocked, came);
    figures.abandoned = share(total.abandoned, came);
    figures.utilisation = share(total.inService, total.window) / model.servers;
    for (std::size_t i = 0; i < total.classes.size(); ++i)
        figures.classes.push_back({model.classes[i].rank, total.classes[i].entered, total.classes[i].mean() * unit});
    figures.servedCustomers = total.served;
    figures.abandonedCustomers = total.abandoned;
    figures.blockedCustomers = total.blocked;
    figures.events = total.events;
    return figures;
}

} // namespace

Result<StudyFigures> simulate(const QueueModel &model, const StudyPlan &plan)
{
    if (const Done fits = checked(model); !fits)
        return tl::unexpected(fits.error());
    if (const Done fits = checkedPlan(plan); !fits)
        return tl::unexpected(fits.error());
    const Replications replications = replicateAll(model, plan);
    ReplicationCounts total;
    for (const auto &each : replications) {
        if (!each)
            return tl::unexpected(each.error());
        add(total, *each);
    }
    StudyFigures figures = figuresOf(model, total, waitInterval(replications));
    figures.warmUp = warmUpFor(plan.customers);
    return figures;
}

} // namespace smartqueue::simulation
