#include <cmath>

#include <QTest>

#include <smartqueue/domain/failures.h>

#include "suggestion_house.h"

using namespace smartqueue;
using namespace smartqueue::simulation;
using namespace smartqueue::testing;
using namespace std::chrono_literals;

/// What a suggestion's figures hold.
class TestSuggestionEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEvenBranchGetsNone();
    void anEmptyBranchGetsNone();
    void theGainHoldsWhatALongRunSays();
    void luckInTheScreenIsNotGain();
    void whoPaysIsNamed();
    void aFairnessLimitExcludes();
    void whoIsFairByLuckIsLeftOut();
    void threadsDoNotChangeTheStudy();
    void aStudyCanBeCancelled();
    void badOptionsAreRefused();
};

namespace {

/// Four agents who serve both queues, two of them the one first, two the other: whoever goes first, all wait as long in the mean.
BranchHouse evenHouse()
{
    BranchHouse house;
    const QueueId first = house.queue(20, 5min);
    const QueueId second = house.queue(20, 5min);
    house.agents(2, {first, second});
    house.agents(2, {second, first});
    for (int i = 0; i < 8; ++i)
        house.tell(IssueTicket{i % 2 == 0 ? first : second});
    return house;
}

SuggestionOptions withoutLimit()
{
    SuggestionOptions options;
    options.fairnessSeconds = 3'600;
    return options;
}

bool areSame(const Proposal &a, const Proposal &b)
{
    return a.id == b.id && a.gain.mean == b.gain.mean && a.gain.low == b.gain.low && a.payers.size() == b.payers.size() && a.goodUntil == b.goodUntil
        && a.turnedAway == b.turnedAway;
}

} // namespace

void TestSuggestionEvidence::anEvenBranchGetsNone()
{
    // One study of a hundred may err: of 24, two or more do in 2.4 of 100.
    const BranchHouse house = evenHouse();
    SuggestionOptions options;
    options.provenMeasures = 0;
    int wrong = 0;
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        const SuggestionStudy study = studied(house, house.plan(3h, 60, seed), options);
        QVERIFY(study.candidates > 0);
        wrong += !study.suggestions.empty();
    }
    QVERIFY2(wrong <= 1, qPrintable(QStringLiteral("%1 of the seeds 1 to 24").arg(wrong)));
}

void TestSuggestionEvidence::anEmptyBranchGetsNone()
{
    BranchHouse house;
    house.agent({house.queue(0, 5min)});
    const SuggestionStudy study = studied(house, house.plan(2h, 10));
    QVERIFY(study.suggestions.empty() && study.measures.empty());
    QVERIFY(studied(BranchHouse(), house.plan(2h, 10)).suggestions.empty());
}

void TestSuggestionEvidence::theGainHoldsWhatALongRunSays()
{
    const LopsidedHouse house(18);
    SuggestionOptions options = withoutLimit();
    options.provenMeasures = 0;
    const auto gainOf = [&](int replications, std::uint64_t seed) {
        const SuggestionStudy study = studied(house, house.plan(2h, replications, seed), options);
        const Proposal *move = proposed(study.suggestions, ProposalKind::reallocation);
        return move ? move->gain : Difference{};
    };
    const double truth = gainOf(1'500, 1'000).mean;
    QVERIFY(truth > 0);
    int missed = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Difference gain = gainOf(60, seed);
        missed += truth < gain.low || truth > gain.high;
    }
    QVERIFY2(missed <= 1, qPrintable(QStringLiteral("%1 of the seeds 1 to 30").arg(missed)));
}

void TestSuggestionEvidence::luckInTheScreenIsNotGain()
{
    // Six crowded queues alike and one agent who could go to any: the screen takes the one that looks best, and its gain is that of all of them.
    BranchHouse house;
    std::vector<std::string> all;
    for (int i = 0; i < 6; ++i) {
        const std::string skill = "s" + std::to_string(i);
        const QueueId queue = house.queue(8, 5min, {skill});
        house.agent({queue}, {skill});
        for (int waiting = 0; waiting < 6; ++waiting)
            house.tell(IssueTicket{queue});
        all.push_back(skill);
    }
    house.agent({}, all);
    SuggestionOptions options = withoutLimit();
    options.provenMeasures = 0;
    options.proven = 1;
    options.bundled = 1;
    options.screenReplications = 20;
    const auto gainOf = [&](int replications, std::uint64_t seed) {
        const SuggestionStudy study = studied(house, house.plan(2h, replications, seed), options);
        return study.suggestions.empty() ? Difference{} : study.suggestions[0].gain;
    };
    const double truth = gainOf(1'500, 1'000).mean;
    constexpr int seeds = 30;
    double sum = 0;
    double halves = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const Difference gain = gainOf(20, seed);
        QVERIFY(gain.low > 0);
        sum += gain.mean;
        halves += gain.high - gain.mean;
    }
    // The 99.5 % point of Student's t with 19 degrees is 2.861; the best of six by luck would be 1.27 standard errors too good.
    const double standardError = halves / seeds / 2.861;
    QVERIFY2(std::abs(sum / seeds - truth) < 0.6 * standardError,
             qPrintable(QStringLiteral("%1 s too much, of a standard error of %2").arg(sum / seeds - truth).arg(standardError)));
}

void TestSuggestionEvidence::whoPaysIsNamed()
{
    const LopsidedHouse house(18);
    const SuggestionStudy study = studied(house, house.plan(2h, 200), withoutLimit());
    const Proposal *move = proposed(study.suggestions, ProposalKind::reallocation);
    QVERIFY(move);
    QCOMPARE(move->payers.size(), std::size_t(1));
    const Payer &payer = move->payers[0];
    QVERIFY(payer.queue == house.calm && !payer.isMoved);
    QVERIFY(payer.longer.low > 0 && payer.longer.mean < payer.longer.high);
    QVERIFY(std::abs(payer.customers - 36) < 3);
}

void TestSuggestionEvidence::aFairnessLimitExcludes()
{
    const LopsidedHouse house(18);
    QVERIFY(proposed(studied(house, house.plan(2h, 100), withoutLimit()).suggestions, ProposalKind::reallocation));
    SuggestionOptions options;
    options.fairnessSeconds = 20;
    const SuggestionStudy strict = studied(house, house.plan(2h, 100), options);
    QVERIFY(!proposed(strict.suggestions, ProposalKind::reallocation) && !proposed(strict.suggestions, ProposalKind::bundle));
    for (const Proposal &proposal : strict.measures) {
        for (const Payer &payer : proposal.payers)
            QVERIFY(payer.longer.high <= 20);
    }
}

void TestSuggestionEvidence::whoIsFairByLuckIsLeftOut()
{
    // At the limit, half of the screens let the move pass.
    const LopsidedHouse house(18);
    const SuggestionStudy unlimited = studied(house, house.plan(2h, 500), withoutLimit());
    const Proposal *move = proposed(unlimited.suggestions, ProposalKind::reallocation);
    QVERIFY(move && !move->payers.empty());
    SuggestionOptions options;
    options.provenMeasures = 0;
    options.fairnessSeconds = move->payers[0].longer.mean;
    int returned = 0;
    for (std::uint64_t seed = 1; seed <= 16; ++seed)
        returned += !studied(house, house.plan(2h, 100, seed), options).suggestions.empty();
    QVERIFY2(returned <= 1, qPrintable(QStringLiteral("%1 of the seeds 1 to 16").arg(returned)));
}

void TestSuggestionEvidence::threadsDoNotChangeTheStudy()
{
    const LopsidedHouse house(18);
    RolloutPlan plan = house.plan(2h, 31, 7);
    plan.threads = 1;
    const SuggestionStudy one = studied(house, plan, withoutLimit());
    plan.threads = 5;
    const SuggestionStudy five = studied(house, plan, withoutLimit());
    QVERIFY(!one.suggestions.empty() && one.suggestions.size() == five.suggestions.size() && one.measures.size() == five.measures.size());
    QVERIFY(std::equal(one.suggestions.begin(), one.suggestions.end(), five.suggestions.begin(), areSame));
    QVERIFY(std::equal(one.measures.begin(), one.measures.end(), five.measures.begin(), areSame));
    plan.seed = 8;
    const SuggestionStudy other = studied(house, plan, withoutLimit());
    QVERIFY(other.suggestions.empty() || other.suggestions[0].gain.mean != one.suggestions[0].gain.mean);
}

void TestSuggestionEvidence::aStudyCanBeCancelled()
{
    const LopsidedHouse house;
    RolloutPlan plan = house.plan(2h, 200);
    double least = 1;
    double most = 0;
    plan.progress = [&](double share) {
        least = std::min(least, share);
        most = std::max(most, share);
        return true;
    };
    QVERIFY(proveSuggestions(house.state, house.zone, house.model, plan));
    QVERIFY(least >= 0 && least < 0.1 && most > 0.9 && most <= 1);
    for (const double when : {0.0, 0.2, 0.7}) {
        plan.progress = [when](double share) { return share < when; };
        const auto study = proveSuggestions(house.state, house.zone, house.model, plan);
        QVERIFY(!study && study.error().code == simulation_failures::cancelled);
    }
}

void TestSuggestionEvidence::badOptionsAreRefused()
{
    const LopsidedHouse house;
    const auto isRefused = [&](const RolloutPlan &plan, const SuggestionOptions &options) {
        const auto study = proveSuggestions(house.state, house.zone, house.model, plan, options);
        return !study && study.error().code == failures::outOfRange;
    };
    QVERIFY(isRefused(house.plan(1h, 1), {}));
    QVERIFY(isRefused(house.plan(-1h, 10), {}));
    SuggestionOptions options;
    options.fairnessSeconds = -1;
    QVERIFY(isRefused(house.plan(1h, 10), options));
    options = {};
    options.proven = 0;
    QVERIFY(isRefused(house.plan(1h, 10), options));
    options = {};
    options.screenReplications = 1;
    QVERIFY(isRefused(house.plan(1h, 10), options));
}

QTEST_GUILESS_MAIN(TestSuggestionEvidence)
#include "tst_suggestion_evidence.moc"
