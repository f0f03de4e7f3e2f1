#include <cmath>

#include <QTest>

#include <smartqueue/analytics/prediction_score.h>

using namespace smartqueue::analytics;

class TestPredictionScore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutPredictionsEverythingIsZero();
    void theFiguresAreThoseWorkedOutByHand();
    void theEndsBelongToTheRangeAndTheMinute();
};

void TestPredictionScore::withoutPredictionsEverythingIsZero()
{
    const PredictionScore score;
    QCOMPARE(score.count(), std::size_t(0));
    QCOMPARE(score.rootMeanSquaredError(), 0.0);
    QCOMPARE(score.coverage(), 0.0);
}

void TestPredictionScore::theFiguresAreThoseWorkedOutByHand()
{
    PredictionScore score;
    // Off by +30, −100, 0 and +70.
    score.add({130, 50, 200}, 100);
    score.add({100, 40, 150}, 200);
    score.add({60, 10, 110}, 60);
    score.add({80, 0, 90}, 10);
    QCOMPARE(score.count(), std::size_t(4));
    QCOMPARE(score.meanAbsoluteError(), 50.0);
    QCOMPARE(score.rootMeanSquaredError(), std::sqrt((900 + 10'000 + 0 + 4'900) / 4.0));
    QCOMPARE(score.bias(), 0.0);
    QCOMPARE(score.withinMinute(), 0.5);
    QCOMPARE(score.coverage(), 0.75);
    QCOMPARE(score.meanWidth(), (150 + 110 + 100 + 90) / 4.0);
}

void TestPredictionScore::theEndsBelongToTheRangeAndTheMinute()
{
    PredictionScore score;
    score.add({60, 0, 100}, 0);
    score.add({40, 0, 100}, 100);
    QCOMPARE(score.coverage(), 1.0);
    QCOMPARE(score.withinMinute(), 1.0);
}

QTEST_GUILESS_MAIN(TestPredictionScore)
#include "tst_prediction_score.moc"
