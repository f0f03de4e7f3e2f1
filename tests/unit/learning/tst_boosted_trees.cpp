#include <cmath>

#include <QTest>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/learning/boosted_trees.h>
#include <smartqueue/learning/training_failures.h>

using namespace smartqueue;
using namespace smartqueue::learning;

class TestBoostedTrees : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMeanIsFoundUnderSquaredError();
    void theMedianIsFoundUnderAbsoluteError();
    void countsStayCountsUnderPoisson();
    void anInteractionIsLearned();
    void whatIsNotKnownMayBeLeftOut();
    void weightsCount();
    void theSameSeedGivesTheSameModel();
    void aKeptModelPredictsTheSame();
    void damagedBytesAreNoModel();
    void nothingToLearnFromIsRefused();
    void rowsAndLabelsMustFit();
    void trainingCanBeCancelled();
};

namespace {

/// Two groups with skewed values of their own: the mean and the median differ.
struct Skewed {
    FeatureTable rows{1};
    std::vector<float> labels;

    Skewed()
    {
        RandomSource random(3);
        for (int i = 0; i < 4000; ++i) {
            const float group = float(i % 2);
            rows.add({group});
            labels.push_back(float(random.exponential(group == 0 ? 10 : 40)));
        }
    }
};

std::vector<float> predictedGroups(const TreeParameters &parameters)
{
    const Skewed data;
    const auto model = BoostedTrees::train(data.rows, data.labels, parameters);
    if (!model)
        return {};
    FeatureTable asked(1);
    asked.add({0.0f});
    asked.add({1.0f});
    return *model->predict(asked);
}

bool isNear(double value, double expected, double share)
{
    return std::abs(value - expected) <= share * expected;
}

} // namespace

void TestBoostedTrees::theMeanIsFoundUnderSquaredError()
{
    const auto groups = predictedGroups({});
    QCOMPARE(groups.size(), std::size_t(2));
    QVERIFY2(isNear(groups[0], 10, 0.1), qPrintable(QString::number(groups[0])));
    QVERIFY2(isNear(groups[1], 40, 0.1), qPrintable(QString::number(groups[1])));
}

void TestBoostedTrees::theMedianIsFoundUnderAbsoluteError()
{
    const auto groups = predictedGroups({.objective = Objective::absoluteError});
    QCOMPARE(groups.size(), std::size_t(2));
    QVERIFY2(isNear(groups[0], 10 * std::log(2), 0.1), qPrintable(QString::number(groups[0])));
    QVERIFY2(isNear(groups[1], 40 * std::log(2), 0.1), qPrintable(QString::number(groups[1])));
}

void TestBoostedTrees::countsStayCountsUnderPoisson()
{
    const auto groups = predictedGroups({.objective = Objective::poisson});
    QCOMPARE(groups.size(), std::size_t(2));
    QVERIFY2(isNear(groups[0], 10, 0.1), qPrintable(QString::number(groups[0])));
    QVERIFY2(isNear(groups[1], 40, 0.1), qPrintable(QString::number(groups[1])));
}

void TestBoostedTrees::anInteractionIsLearned()
{
    FeatureTable rows(2);
    std::vector<float> labels;
    for (int i = 0; i < 1000; ++i) {
        const float a = float(i % 10);
        const float b = float(i / 10 % 10);
        rows.add({a, b});
        labels.push_back(a * b);
    }
    const auto model = BoostedTrees::train(rows, labels, {});
    QVERIFY(model.has_value());
    const auto predicted = model->predict(rows);
    QVERIFY(predicted.has_value());
    for (std::size_t i = 0; i < labels.size(); ++i)
        QVERIFY(std::abs((*predicted)[i] - labels[i]) < 3);
}

void TestBoostedTrees::whatIsNotKnownMayBeLeftOut()
{
    FeatureTable rows(1);
    std::vector<float> labels;
    for (int i = 0; i < 300; ++i) {
        rows.add({i % 3 == 0 ? std::nanf("") : float(i % 3)});
        labels.push_back(i % 3 == 0 ? 50.0f : 5.0f);
    }
    const auto model = BoostedTrees::train(rows, labels, {});
    QVERIFY(model.has_value());
    FeatureTable asked(1);
    asked.add({std::nanf("")});
    asked.add({1.0f});
    const auto predicted = model->predict(asked);
    QVERIFY(std::abs((*predicted)[0] - 50) < 1);
    QVERIFY(std::abs((*predicted)[1] - 5) < 1);
}

void TestBoostedTrees::weightsCount()
{
    FeatureTable rows(1);
    std::vector<float> labels, weights;
    for (int i = 0; i < 100; ++i) {
        rows.add({1.0f});
        labels.push_back(i % 2 == 0 ? 0.0f : 100.0f);
        weights.push_back(i % 2 == 0 ? 3.0f : 1.0f);
    }
    const auto model = BoostedTrees::train(rows, labels, {}, weights);
    QVERIFY(model.has_value());
    QVERIFY(std::abs((*model->predict(rows))[0] - 25) < 1);
}

void TestBoostedTrees::theSameSeedGivesTheSameModel()
{
    const Skewed data;
    const TreeParameters parameters{.rowShare = 0.5, .columnShare = 0.5, .seed = 7};
    const auto first = BoostedTrees::train(data.rows, data.labels, parameters);
    const auto second = BoostedTrees::train(data.rows, data.labels, parameters);
    QVERIFY(first && second);
    QCOMPARE(*first->predict(data.rows), *second->predict(data.rows));
}

void TestBoostedTrees::aKeptModelPredictsTheSame()
{
    const Skewed data;
    const auto model = BoostedTrees::train(data.rows, data.labels, {});
    const auto bytes = model->save();
    QVERIFY(bytes.has_value());
    const auto again = BoostedTrees::load(*bytes);
    QVERIFY(again.has_value());
    QCOMPARE(again->columns(), std::size_t(1));
    QCOMPARE(*again->predict(data.rows), *model->predict(data.rows));
}

void TestBoostedTrees::damagedBytesAreNoModel()
{
    for (const std::string_view bytes : {"", "nonsense", "{\"version\":[1,7,4]}"}) {
        const auto model = BoostedTrees::load(bytes);
        QVERIFY(!model.has_value());
        QCOMPARE(model.error().code, training_failures::damagedModel);
    }
}

void TestBoostedTrees::nothingToLearnFromIsRefused()
{
    const auto model = BoostedTrees::train(FeatureTable(2), {}, {});
    QVERIFY(!model.has_value());
    QCOMPARE(model.error().code, training_failures::tooFewRows);
}

void TestBoostedTrees::rowsAndLabelsMustFit()
{
    const Skewed data;
    const auto few = BoostedTrees::train(data.rows, std::span(data.labels).first(10), {});
    QCOMPARE(few.error().code, training_failures::shapeMismatch);
    const auto model = BoostedTrees::train(data.rows, data.labels, {.trees = 1});
    FeatureTable wide(2);
    wide.add({1.0f, 2.0f});
    QCOMPARE(model->predict(wide).error().code, training_failures::shapeMismatch);
    QCOMPARE(*model->predict(FeatureTable(1)), std::vector<float>());
}

void TestBoostedTrees::trainingCanBeCancelled()
{
    const Skewed data;
    int told = 0;
    const auto model = BoostedTrees::train(data.rows, data.labels, {}, {}, [&](double share) { return ++told, share < 0.1; });
    QVERIFY(!model.has_value());
    QCOMPARE(model.error().code, training_failures::trainingCancelled);
    QCOMPARE(told, 15);
}

QTEST_GUILESS_MAIN(TestBoostedTrees)
#include "tst_boosted_trees.moc"
