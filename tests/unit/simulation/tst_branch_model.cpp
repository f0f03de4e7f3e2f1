#include <cmath>

#include <QTest>

#include <smartqueue/foundation/random_source.h>

#include "branch_house.h"

using namespace smartqueue;
using namespace smartqueue::simulation;
using smartqueue::testing::BranchHouse;
using namespace std::chrono_literals;

class TestBranchModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLawKeepsTheMeanOfItsSample();
    void aLawIsMonotone();
    void anExponentialLawForgetsWhatWasSpent();
    void whatIsLeftFitsTheWhole();
    void ratesAreThoseOfTheHourOfTheWeek();
    void aBusyMorningMakesABusyDay();
    void aFirstDayGoesOnAsItBegan();
    void daysThatDifferAreDispersed();
    void manyServicesAreTakenAsTheyWere();
    void fewServicesTakeTheSpreadOfTheBranch();
    void slowAgentsAreSlow();
    void patienceComesFromWhoLeft();
    void noShowsAndWalksAreThoseOfTheCalls();
    void whatCameLaterIsNotKnown();
    void withoutAPastTheSlaStandsIn();
};

namespace {

/// Weeks of days from nine to five, `perHour` on most days and twice as many on Mondays.
std::vector<PastTicket> pastOf(const BranchHouse &house, QueueId queue, int weeks, double perHour, RandomSource &random, double dayScv = 0)
{
    std::vector<PastTicket> past;
    const Instant today = std::chrono::floor<std::chrono::days>(house.now);
    for (int day = 1; day <= weeks * 7; ++day) {
        const Instant midnight = today - std::chrono::days(day);
        const bool isMonday = day % 7 == 0;
        const double level = dayScv > 0 ? random.lognormal(1, dayScv) : 1;
        for (Instant at = midnight + 9h; at < midnight + 17h;) {
            at += Duration(std::int64_t(random.exponential(3'600'000 / (level * perHour * (isMonday ? 2 : 1)))));
            PastTicket ticket;
            ticket.queue = queue;
            ticket.arrivedAt = at;
            ticket.calledAt = at + 1min;
            ticket.startedAt = at + 1min + 10s;
            ticket.endedAt = at + 1min + 10s + Duration(std::int64_t(random.lognormal(180'000, 0.5)));
            ticket.end = TicketState::completed;
            past.push_back(ticket);
        }
    }
    return past;
}

BranchModel learnt(const BranchHouse &house, const std::vector<PastTicket> &past)
{
    return learnBranch(house.state, house.zone, past, house.now, house.now + 8h);
}

double meanOf(const DurationLaw &law)
{
    double sum = 0;
    constexpr int draws = 20'000;
    for (int i = 0; i < draws; ++i)
        sum += law.quantile((i + 0.5) / draws);
    return sum / draws;
}

bool isNear(double value, double expected, double share)
{
    if (std::abs(value - expected) <= share * std::abs(expected))
        return true;
    qWarning("%g instead of %g", value, expected);
    return false;
}

} // namespace

void TestBranchModel::aLawKeepsTheMeanOfItsSample()
{
    RandomSource random(3);
    std::vector<double> sample;
    double sum = 0;
    for (int i = 0; i < 500; ++i) {
        sample.push_back(random.lognormal(200'000, 1.5));
        sum += sample.back();
    }
    const DurationLaw law = DurationLaw::empirical(sample);
    QVERIFY(isNear(law.mean(), sum / 500, 1e-9));
    QVERIFY(isNear(meanOf(law), sum / 500, 0.005));
    QVERIFY(isNear(meanOf(DurationLaw::lognormal(1000, 2)), 1000, 0.005));
    QVERIFY(isNear(meanOf(DurationLaw::exponential(1000)), 1000, 0.005));
    QVERIFY(isNear(DurationLaw::exponential(1000).quantile(0.5), 1000 * std::log(2.0), 0.01));
    QCOMPARE(DurationLaw().quantile(0.7), 0.0);
    QCOMPARE(DurationLaw::empirical({250}).quantile(0.99), 250.0);
}

void TestBranchModel::aLawIsMonotone()
{
    for (const DurationLaw &law : {DurationLaw::lognormal(1000, 2), DurationLaw::exponential(70), DurationLaw::empirical({5, 1, 1, 9, 40})}) {
        for (int i = 1; i < 1000; ++i)
            QVERIFY(law.quantile(i / 1000.0) >= law.quantile((i - 1) / 1000.0));
    }
}

void TestBranchModel::anExponentialLawForgetsWhatWasSpent()
{
    const DurationLaw law = DurationLaw::exponential(1000);
    for (const double spent : {0.0, 500.0, 2'900.0, 3'500.0, 20'000.0}) {
        for (const double share : {0.1, 0.5, 0.9, 0.99})
            QVERIFY(isNear(law.remaining(spent, share), -1000 * std::log1p(-share), 0.02));
    }
}

void TestBranchModel::whatIsLeftFitsTheWhole()
{
    const DurationLaw law = DurationLaw::lognormal(1000, 0.5);
    // Whoever has spent nothing has all before them, and nobody ends before they got there.
    for (const double share : {0.01, 0.3, 0.9, 0.98}) {
        QVERIFY(isNear(law.remaining(0, share), law.quantile(share), 1e-6));
        const double spent = law.quantile(share);
        QVERIFY(law.remaining(spent, 0) < 1e-6);
        QVERIFY(isNear(spent + law.remaining(spent, 0.5), law.quantile(share + 0.5 * (1 - share)), 1e-3));
    }
}

void TestBranchModel::ratesAreThoseOfTheHourOfTheWeek()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    RandomSource random(5);
    // It is Monday, nine o'clock: the next hours are those of a Monday.
    const BranchModel model = learnt(house, pastOf(house, queue, 12, 20, random));
    const QueueHabits &habits = model.queues.at(queue);
    QCOMPARE(habits.arrivals.start, house.now);
    double expected = 0;
    for (int hour = 0; hour < 8; ++hour)
        expected += habits.arrivals.perHour[std::size_t(hour)];
    QVERIFY(isNear(expected, 8 * 40, 0.06));
    QVERIFY(habits.arrivals.perHour[9] < 1);
    QCOMPARE(habits.basis.arrivalsFromDays, 84);
    QVERIFY(habits.arrivals.dispersion < 0.005);
    QVERIFY(!habits.basis.isLowConfidence());
    QCOMPARE(model.days, 84);
}

void TestBranchModel::aBusyMorningMakesABusyDay()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    RandomSource random(5);
    auto past = pastOf(house, queue, 12, 20, random);
    house.now += 4h;
    const auto nextHour = [&] { return learnt(house, past).queues.at(queue).arrivals.perHour[1]; };
    const auto came = [&](int count) {
        for (int i = 0; i < count; ++i)
            past.push_back({queue, {}, 0, house.now - 4h + i * 4h / count, {}, {}, {}, TicketState::waiting});
    };
    // A day without anybody has no record yet.
    QVERIFY(isNear(nextHour(), 40, 0.1));
    came(20);
    QVERIFY(nextHour() < 0.5 * 40);
    came(300);
    // Twice as many as on other Mondays.
    QVERIFY(nextHour() > 1.6 * 40);
}

void TestBranchModel::aFirstDayGoesOnAsItBegan()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    std::vector<PastTicket> past;
    for (int i = 0; i < 60; ++i)
        past.push_back({queue, {}, 0, house.now + i * 2min, {}, {}, {}, TicketState::waiting});
    house.now += 2h;
    const QueueHabits habits = learnt(house, past).queues.at(queue);
    QVERIFY(isNear(habits.arrivals.perHour[0], 30, 0.03));
    QVERIFY(isNear(habits.arrivals.perHour[6], 30, 0.03));
    // The branch closes at six.
    QCOMPARE(habits.arrivals.perHour[7], 0.0);
    QVERIFY(habits.basis.isFewDays() && habits.basis.isLowConfidence());
}

void TestBranchModel::daysThatDifferAreDispersed()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    RandomSource random(5);
    const double dispersion = learnt(house, pastOf(house, queue, 12, 20, random, 0.04)).queues.at(queue).arrivals.dispersion;
    QVERIFY2(dispersion > 0.015 && dispersion < 0.08, qPrintable(QString::number(dispersion)));
}

void TestBranchModel::manyServicesAreTakenAsTheyWere()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    RandomSource random(5);
    const QueueHabits habits = learnt(house, pastOf(house, queue, 4, 20, random)).queues.at(queue);
    QVERIFY(habits.basis.service == ServiceBasis::empirical);
    QVERIFY(isNear(habits.service.mean(), 180'000, 0.03));
    QVERIFY(isNear(habits.walk.mean(), 10'000, 1e-6));
}

void TestBranchModel::fewServicesTakeTheSpreadOfTheBranch()
{
    BranchHouse house;
    const QueueId many = house.queue(0, 3min);
    const QueueId some = house.queue(0, 3min);
    const QueueId few = house.queue(0, 3min);
    RandomSource random(5);
    auto past = pastOf(house, many, 4, 20, random);
    const auto add = [&](QueueId queue, int count, Duration service) {
        for (int i = 0; i < count; ++i) {
            const Instant at = house.now - 24h + i * 1min;
            past.push_back({queue, {}, 0, at, at, at, at + service, TicketState::completed});
        }
    };
    add(some, 60, 5min);
    add(few, 7, 9min);
    const BranchModel model = learnt(house, past);
    QVERIFY(model.queues.at(some).basis.service == ServiceBasis::lognormal);
    const ModelBasis &basis = model.queues.at(few).basis;
    QVERIFY(basis.service == ServiceBasis::branch);
    QCOMPARE(basis.services, 7);
    QVERIFY(basis.isFewServices());
    QVERIFY(isNear(model.queues.at(few).service.mean(), 540'000, 0.01));
    QVERIFY(model.queues.at(few).service.quantile(0.9) > 1.2 * 540'000);
}

void TestBranchModel::slowAgentsAreSlow()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    const AgentId slow = house.agent({queue});
    const AgentId quick = house.agent({queue});
    const AgentId rare = house.agent({queue});
    RandomSource random(5);
    std::vector<PastTicket> past;
    for (int i = 0; i < 2'000; ++i) {
        const Instant at = house.now - 24h * 10 + i * 5min;
        const AgentId agent = i % 100 == 0 ? rare : i % 2 == 0 ? quick : slow;
        const double mean = agent == slow ? 240'000 : 160'000;
        past.push_back({queue, agent, 0, at, at, at, at + Duration(std::int64_t(random.lognormal(mean, 0.3))), TicketState::completed});
    }
    const BranchModel model = learnt(house, past);
    QVERIFY(isNear(model.pace.at(slow) / model.pace.at(quick), 1.5, 0.08));
    QVERIFY(!model.pace.contains(rare));
}

void TestBranchModel::patienceComesFromWhoLeft()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    const QueueId other = house.queue(0, 3min);
    RandomSource random(7);
    std::vector<PastTicket> past;
    for (int i = 0; i < 3'000; ++i) {
        const Instant at = house.now - 24h * 10 + i * 4min;
        const auto patience = Duration(std::int64_t(random.exponential(400'000)));
        const auto wait = Duration(std::int64_t(random.exponential(300'000)));
        PastTicket ticket{queue, {}, i % 4 == 0 ? 5 : 0, at, {}, {}, at + patience, TicketState::abandoned};
        if (wait < patience)
            ticket = {queue, {}, ticket.priority, at, at + wait, at + wait, at + wait + 3min, TicketState::completed};
        past.push_back(ticket);
    }
    const BranchModel model = learnt(house, past);
    const QueueHabits &habits = model.queues.at(queue);
    QVERIFY(isNear(*habits.meanPatience, 400'000, 0.08));
    QVERIFY(habits.basis.patience == PatienceBasis::queue && habits.basis.abandonments > 1'000);
    QVERIFY(model.queues.at(other).basis.patience == PatienceBasis::branch);
    QCOMPARE(habits.priorities.size(), std::size_t(2));
    QCOMPARE(habits.priorities[1].priority, 5);
    QCOMPARE(habits.priorities[1].share, 0.25);
}

void TestBranchModel::noShowsAndWalksAreThoseOfTheCalls()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    std::vector<PastTicket> past;
    for (int i = 0; i < 200; ++i) {
        const Instant at = house.now - 24h + i * 2min;
        if (i % 10 == 0)
            past.push_back({queue, {}, 0, at, at + 1min, {}, at + 3min, TicketState::noShow});
        else
            past.push_back({queue, {}, 0, at, at + 1min, at + 90s, at + 5min, TicketState::completed});
    }
    const QueueHabits habits = learnt(house, past).queues.at(queue);
    QCOMPARE(habits.noShowShare, 0.1);
    QVERIFY(isNear(habits.noShowWait.mean(), 120'000, 1e-9));
    QVERIFY(isNear(habits.walk.mean(), 30'000, 1e-9));
}

void TestBranchModel::whatCameLaterIsNotKnown()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    RandomSource random(5);
    const auto past = pastOf(house, queue, 4, 20, random);
    // In the middle of a day: some are in service, and some wait.
    house.now -= 24h * 7 - 3h;
    auto known = past;
    std::erase_if(known, [&](const PastTicket &ticket) { return ticket.arrivedAt > house.now; });
    int cut = 0;
    for (PastTicket &ticket : known) {
        for (auto *time : {&ticket.calledAt, &ticket.startedAt, &ticket.endedAt}) {
            if (*time && **time > house.now) {
                time->reset();
                ++cut;
            }
        }
    }
    QVERIFY(cut > 0);
    const QueueHabits all = learnt(house, past).queues.at(queue);
    const QueueHabits then = learnt(house, known).queues.at(queue);
    QCOMPARE(all.arrivals.perHour, then.arrivals.perHour);
    QCOMPARE(all.service.mean(), then.service.mean());
    QCOMPARE(all.basis.services, then.basis.services);
    QCOMPARE(all.basis.arrivalsFromDays, then.basis.arrivalsFromDays);
}

void TestBranchModel::withoutAPastTheSlaStandsIn()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    const QueueHabits habits = learnt(house, {}).queues.at(queue);
    QVERIFY(habits.basis.service == ServiceBasis::none);
    QVERIFY(isNear(habits.service.mean(), 600'000, 1e-6));
    QVERIFY(!habits.meanPatience);
    QVERIFY(habits.basis.isLowConfidence());
    for (const double rate : habits.arrivals.perHour)
        QCOMPARE(rate, 0.0);
}

QTEST_GUILESS_MAIN(TestBranchModel)
#include "tst_branch_model.moc"
