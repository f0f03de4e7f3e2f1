#include <cmath>
#include <map>

#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/evaluation/eta_evaluation.h>
#include <smartqueue/learning/training_failures.h>

#include "generated_log.h"

using namespace smartqueue;
using namespace smartqueue::evaluation;
using smartqueue::testing::firstDay;
using smartqueue::testing::generated;
using smartqueue::testing::GeneratedDays;
using smartqueue::testing::GeneratedLog;
using namespace std::chrono_literals;

class TestEtaEvaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theChosenOneIsNearTheOptimum_data();
    void theChosenOneIsNearTheOptimum();
    void theLearnedModelIsChosenWhereFormulasAreWrong();
    void rangesHoldEightOfTen();
    void theFutureChangesNoPromiseBeforeIt();
    void theSameLogGivesTheSameFigures();
    void theOrderOfTheLinesDoesNotMatter();
    void theHeadStartOfHighPriorityIsFound_data();
    void theHeadStartOfHighPriorityIsFound();
    void agentsWithoutANameAreCounted();
    void aHopelessHistoryGivesLowConfidence();
    void fewTicketsGiveLowConfidence();
    void onlyServedTicketsOfTheTestSideAreScored();
    void aDateBeyondTheLogIsRefused();
    void aLogWithoutServedTicketsIsRefused();
};

namespace {

EtaEvaluationOptions testFrom(int day, bool delayedOnly = true)
{
    EtaEvaluationOptions options;
    options.trainUntil = firstDay + std::chrono::days(day);
    options.delayedOnly = delayedOnly;
    return options;
}

const analytics::PredictionScore &scoreOf(const EtaEvaluation &found, std::string_view name)
{
    const auto place =
        std::find_if(found.predictors.begin(), found.predictors.end(), [&](const auto &each) { return each.name == name; });
    return place->score;
}

double waitOf(const TicketRecord &ticket)
{
    return std::chrono::duration<double>(*ticket.calledAt - ticket.arrivedAt).count();
}

/// What nobody can beat who does not know the future: the Erlang distribution of the wait with the true rates, its mean for
/// the squared error and its median for the absolute one.
struct Floor {
    double absolute = 0;
    double squared = 0;

    Floor(const GeneratedDays &days, const GeneratedLog &made, Instant from)
    {
        const double step = days.meanService / days.agents;
        double count = 0;
        for (std::size_t i = 0; i < made.log.tickets.size(); ++i) {
            const TicketRecord &ticket = made.log.tickets[i];
            if (ticket.arrivedAt < from || !ticket.served || waitOf(ticket) <= 0)
                continue;
            ++count;
            const double mean = (made.ahead[i] + 1) * step;
            absolute += std::abs(waitOf(ticket) - (mean - step / 3));
            squared += (waitOf(ticket) - mean) * (waitOf(ticket) - mean);
        }
        absolute /= count;
        squared = std::sqrt(squared / count);
    }
};

using Promises = std::map<std::pair<std::string, Instant>, analytics::WaitPrediction>;

/// What was said to those who came before `until`.
Promises promisesBefore(Instant until, TicketLog log, EtaEvaluationOptions options)
{
    Promises promises;
    options.told = [&](std::string_view predictor, Instant arrivedAt, const analytics::WaitPrediction &promise, double) {
        if (arrivedAt < until)
            promises[{std::string(predictor), arrivedAt}] = promise;
    };
    return evaluateEta(std::move(log), options) ? promises : Promises();
}

bool areSame(const Promises &a, const Promises &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &left, const auto &right) {
        return left.first == right.first && left.second.seconds == right.second.seconds && left.second.low == right.second.low
            && left.second.high == right.second.high;
    });
}

} // namespace

void TestEtaEvaluation::theChosenOneIsNearTheOptimum_data()
{
    QTest::addColumn<int>("agents");
    QTest::addColumn<double>("load");
    QTest::addColumn<double>("meanService");
    QTest::addColumn<int>("days");
    QTest::newRow("M/M/1") << 1 << 0.8 << 120.0 << 30;
    QTest::newRow("M/M/2") << 2 << 0.85 << 200.0 << 24;
    QTest::newRow("M/M/4") << 4 << 0.9 << 180.0 << 24;
    QTest::newRow("M/M/4, calm") << 4 << 0.75 << 180.0 << 24;
    QTest::newRow("M/M/10") << 10 << 0.95 << 300.0 << 15;
}

void TestEtaEvaluation::theChosenOneIsNearTheOptimum()
{
    QFETCH(int, agents);
    QFETCH(double, load);
    QFETCH(double, meanService);
    QFETCH(int, days);
    constexpr std::uint64_t seed = 101;
    const GeneratedDays parameters{.agents = agents, .load = load, .meanService = meanService, .days = days, .seed = seed};
    const GeneratedLog made = generated(parameters);
    const auto options = testFrom(2 * days / 3);
    const auto found = evaluateEta(made.log, options);
    QVERIFY(found.has_value());
    const Floor floor(parameters, made, options.trainUntil);
    const analytics::PredictionScore &score = scoreOf(*found, found->chosen);
    const QString figures = QStringLiteral("seed %1, %2: MAE %3 of %4, RMSE %5 of %6, coverage %7")
                                .arg(seed)
                                .arg(QString::fromUtf8(found->chosen.data(), qsizetype(found->chosen.size())))
                                .arg(score.meanAbsoluteError())
                                .arg(floor.absolute)
                                .arg(score.rootMeanSquaredError())
                                .arg(floor.squared)
                                .arg(score.coverage());
    qInfo("%s", qPrintable(figures));
    QVERIFY2(score.meanAbsoluteError() <= 1.03 * floor.absolute, qPrintable(figures));
    QVERIFY2(score.rootMeanSquaredError() <= 1.03 * floor.squared, qPrintable(figures));
    QVERIFY2(score.coverage() >= 0.77 && score.coverage() <= 0.83, qPrintable(figures));
    QCOMPARE(found->lowConfidence, LowConfidence::none);
}

void TestEtaEvaluation::theLearnedModelIsChosenWhereFormulasAreWrong()
{
    GeneratedLog made = generated({.days = 21, .seed = 7});
    RandomSource random(8);
    // Called by the clock: forty minutes in the odd hours and eight in the even ones, however many wait.
    for (TicketRecord &ticket : made.log.tickets) {
        const auto hour = std::chrono::floor<std::chrono::hours>(ticket.arrivedAt.time_since_epoch()).count();
        const auto service = ticket.endedAt - *ticket.calledAt;
        ticket.calledAt = ticket.arrivedAt + std::chrono::seconds(random.between(80, 120) * (hour % 2 == 0 ? 5 : 24));
        ticket.endedAt = *ticket.calledAt + service;
    }
    const auto found = evaluateEta(std::move(made.log), testFrom(14));
    QVERIFY(found.has_value());
    QCOMPARE(found->chosen, std::string_view("learned"));
    QVERIFY(scoreOf(*found, "learned").meanAbsoluteError() < 0.95 * scoreOf(*found, "qls").meanAbsoluteError());
}

void TestEtaEvaluation::rangesHoldEightOfTen()
{
    const auto found =
        evaluateEta(generated({.highShare = 0.3, .headStart = 90s, .patience = 300, .seed = 12}).log, testFrom(14));
    QVERIFY(found.has_value());
    for (const std::string_view name : {"qls", "qlr", "learned", "historical"}) {
        const double coverage = scoreOf(*found, name).coverage();
        QVERIFY2(coverage >= 0.77 && coverage <= 0.83, qPrintable(QString::number(coverage)));
    }
}

void TestEtaEvaluation::theFutureChangesNoPromiseBeforeIt()
{
    const EtaEvaluationOptions options = testFrom(6);
    const TicketLog log =
        generated({.load = 0.97, .days = 16, .highShare = 0.2, .headStart = 90s, .patience = 900, .seed = 33}).log;
    // Where the most people wait, the most can leak.
    const auto waitingAt = [&](Instant at) {
        return std::count_if(log.tickets.begin(), log.tickets.end(), [&](const TicketRecord &each) {
            return each.arrivedAt < at && each.calledAt.value_or(each.endedAt) > at;
        });
    };
    Instant cut{};
    std::ptrdiff_t most = 0;
    for (const TicketRecord &ticket : log.tickets) {
        const bool isEarlyInTheTest = ticket.arrivedAt > options.trainUntil && ticket.arrivedAt < options.trainUntil + 48h;
        if (const auto waiting = isEarlyInTheTest ? waitingAt(ticket.arrivedAt) : 0; waiting > most) {
            most = waiting;
            cut = ticket.arrivedAt;
        }
    }
    QVERIFY(most >= 5);
    TicketLog other = log;
    for (TicketRecord &ticket : other.tickets) {
        if (ticket.calledAt && *ticket.calledAt > cut)
            ticket.calledAt = *ticket.calledAt + 2h;
        if (ticket.endedAt > cut)
            ticket.endedAt += 3h;
        if (ticket.arrivedAt > cut)
            ticket.priority = 5 - ticket.priority;
    }
    const Promises before = promisesBefore(cut, log, options);
    QVERIFY(before.size() > 500);
    QVERIFY(areSame(before, promisesBefore(cut, other, options)));
}

void TestEtaEvaluation::theSameLogGivesTheSameFigures()
{
    const TicketLog log = generated({.days = 9, .seed = 4}).log;
    const Instant end = firstDay + std::chrono::days(100);
    const Promises first = promisesBefore(end, log, testFrom(6));
    QVERIFY(!first.empty());
    QVERIFY(areSame(first, promisesBefore(end, log, testFrom(6))));
}

void TestEtaEvaluation::theOrderOfTheLinesDoesNotMatter()
{
    const TicketLog log = generated({.days = 9, .seed = 4}).log;
    TicketLog reversed = log;
    std::reverse(reversed.tickets.begin(), reversed.tickets.end());
    const Instant end = firstDay + std::chrono::days(100);
    QVERIFY(areSame(promisesBefore(end, log, testFrom(6)), promisesBefore(end, reversed, testFrom(6))));
}

void TestEtaEvaluation::theHeadStartOfHighPriorityIsFound_data()
{
    QTest::addColumn<int>("seconds");
    for (const int seconds : {0, 90, 300})
        QTest::addRow("%d s", seconds) << seconds;
    QTest::newRow("strictly first") << 86'400;
}

void TestEtaEvaluation::theHeadStartOfHighPriorityIsFound()
{
    QFETCH(int, seconds);
    const auto log = generated({.days = 15, .highShare = 0.3, .headStart = std::chrono::seconds(seconds), .seed = 9}).log;
    const auto found = evaluateEta(log, testFrom(10));
    QVERIFY(found.has_value());
    QCOMPARE(found->headStart, Duration(std::chrono::seconds(seconds)));
}

void TestEtaEvaluation::agentsWithoutANameAreCounted()
{
    const GeneratedDays parameters{.namedAgents = false, .seed = 21};
    const GeneratedLog made = generated(parameters);
    const auto options = testFrom(14);
    const auto found = evaluateEta(made.log, options);
    QVERIFY(found.has_value());
    QVERIFY(scoreOf(*found, "qls").meanAbsoluteError() < 1.03 * Floor(parameters, made, options.trainUntil).absolute);
}

void TestEtaEvaluation::aHopelessHistoryGivesLowConfidence()
{
    GeneratedLog made = generated({.days = 15, .seed = 40});
    RandomSource random(41);
    // Appointments: how long it is has nothing to do with the queue.
    for (TicketRecord &ticket : made.log.tickets) {
        const auto service = ticket.endedAt - *ticket.calledAt;
        ticket.calledAt = ticket.arrivedAt + std::chrono::seconds(random.between(60, 5400));
        ticket.endedAt = *ticket.calledAt + service;
        ticket.agent.reset();
    }
    const auto found = evaluateEta(std::move(made.log), testFrom(10));
    QVERIFY(found.has_value());
    QCOMPARE(found->lowConfidence, LowConfidence::noBetterThanHourMeans);
    QCOMPARE(nameOf(found->lowConfidence), std::string_view("no_better_than_hour_means"));
}

void TestEtaEvaluation::fewTicketsGiveLowConfidence()
{
    const auto found = evaluateEta(generated({.agents = 1, .meanService = 1200, .days = 6, .seed = 2}).log, testFrom(4));
    QVERIFY(found.has_value());
    QVERIFY(found->learnedFrom < 300);
    QCOMPARE(found->lowConfidence, LowConfidence::fewTickets);
}

void TestEtaEvaluation::onlyServedTicketsOfTheTestSideAreScored()
{
    const TicketLog log = generated({.days = 9, .patience = 300, .seed = 4}).log;
    std::size_t served = 0, delayed = 0;
    for (const TicketRecord &ticket : log.tickets) {
        const bool isTest = ticket.arrivedAt >= testFrom(6).trainUntil && ticket.served;
        served += isTest;
        delayed += isTest && waitOf(ticket) > 0;
    }
    QVERIFY(delayed < served);
    const auto all = evaluateEta(log, testFrom(6, false));
    const auto waited = evaluateEta(log, testFrom(6, true));
    QVERIFY(all && waited);
    for (const ScoredPredictor &each : all->predictors)
        QCOMPARE(each.score.count(), served);
    for (const ScoredPredictor &each : waited->predictors)
        QCOMPARE(each.score.count(), delayed);
}

void TestEtaEvaluation::aDateBeyondTheLogIsRefused()
{
    const TicketLog log = generated({.days = 3, .seed = 4}).log;
    for (const int day : {-1, 0, 3, 400}) {
        const auto found = evaluateEta(log, testFrom(day));
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().code, failures::outOfRange);
        QCOMPARE(found.error().detail.at("minimum"), std::string("2026-01-05"));
        QCOMPARE(found.error().detail.at("maximum"), std::string("2026-01-07"));
    }
}

void TestEtaEvaluation::aLogWithoutServedTicketsIsRefused()
{
    TicketLog log;
    log.queues = 1;
    QCOMPARE(evaluateEta(log, testFrom(0)).error().code, learning::training_failures::tooFewRows);
    TicketRecord left;
    left.arrivedAt = firstDay;
    left.endedAt = firstDay + 1min;
    log.tickets.push_back(left);
    QCOMPARE(evaluateEta(log, testFrom(0)).error().code, learning::training_failures::tooFewRows);
}

QTEST_GUILESS_MAIN(TestEtaEvaluation)
#include "tst_eta_evaluation.moc"
