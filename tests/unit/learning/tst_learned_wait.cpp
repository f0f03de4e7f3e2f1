#include <cmath>

#include <QTest>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/learning/learned_wait.h>
#include <smartqueue/learning/queue_watch.h>
#include <smartqueue/learning/training_failures.h>

using namespace smartqueue;
using namespace smartqueue::learning;

class TestLearnedWait : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWaitIsFoundInTheFeatures();
    void theLinearModelFindsItToo();
    void theSameRowsGiveTheSamePredictions();
    void nothingToLearnFromIsRefused();
    void trainingCanBeCancelled();
};

namespace {

/// Rows in which the wait follows the QLS formula, with a noise of its own.
struct Past {
    std::vector<std::vector<float>> features;
    std::vector<WaitRow> rows;

    explicit Past(int count)
    {
        const auto &names = QueueWatch::featureNames();
        const auto formula = std::size_t(std::find(names.begin(), names.end(), "qls_50") - names.begin());
        RandomSource random(23);
        for (int i = 0; i < count; ++i) {
            std::vector<float> row;
            for (std::size_t column = 0; column < names.size(); ++column)
                row.push_back(float(random.between(0, 9)));
            row[formula] = float(random.between(20, 400));
            features.push_back(std::move(row));
        }
        for (const auto &row : features)
            rows.push_back({row, 1.5 * double(row[formula]) * (0.9 + 0.2 * random.uniform())});
    }

    FeatureTable table() const
    {
        FeatureTable table(QueueWatch::featureNames().size());
        for (const auto &row : features)
            table.add(row);
        return table;
    }
};

} // namespace

void TestLearnedWait::theWaitIsFoundInTheFeatures()
{
    const Past past(1500);
    const auto model = LearnedWait::train(past.rows);
    QVERIFY(model.has_value());
    const auto predicted = model->predict(past.table());
    QVERIFY(predicted.has_value());
    double off = 0;
    for (std::size_t i = 0; i < past.rows.size(); ++i)
        off += std::abs((*predicted)[i] / past.rows[i].wait - 1) / double(past.rows.size());
    QVERIFY2(off < 0.12, qPrintable(QString::number(off)));
}

void TestLearnedWait::theLinearModelFindsItToo()
{
    const Past past(1500);
    const auto model = LinearWait::train(past.rows);
    QVERIFY(model.has_value());
    for (const WaitRow &row : past.rows)
        QVERIFY(std::abs(model->predict(row.features) / row.wait - 1) < 0.4);
}

void TestLearnedWait::theSameRowsGiveTheSamePredictions()
{
    const Past past(400);
    const auto first = LearnedWait::train(past.rows);
    const auto second = LearnedWait::train(past.rows);
    QVERIFY(first && second);
    QCOMPARE(*first->predict(past.table()), *second->predict(past.table()));
}

void TestLearnedWait::nothingToLearnFromIsRefused()
{
    QCOMPARE(LearnedWait::train({}).error().code, training_failures::tooFewRows);
    QCOMPARE(LinearWait::train({}).error().code, training_failures::tooFewRows);
}

void TestLearnedWait::trainingCanBeCancelled()
{
    const Past past(200);
    const auto model = LearnedWait::train(past.rows, [](double) { return false; });
    QCOMPARE(model.error().code, training_failures::trainingCancelled);
}

QTEST_GUILESS_MAIN(TestLearnedWait)
#include "tst_learned_wait.moc"
