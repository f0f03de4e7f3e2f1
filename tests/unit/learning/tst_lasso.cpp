#include <cmath>

#include <QTest>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/learning/lasso.h>
#include <smartqueue/learning/training_failures.h>

using namespace smartqueue;
using namespace smartqueue::learning;

class TestLasso : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineIsFound();
    void whatSaysNothingIsLeftOut();
    void aConstantColumnDoesNoHarm();
    void whatLiesFarOutCountsAsFourDeviations();
    void nothingToLearnFromIsRefused();
    void rowsAndLabelsMustFit();
};

namespace {

/// label = 5 + 3·x0 − 2·x1, and eight columns of noise.
struct Line {
    FeatureTable rows{10};
    std::vector<float> labels;

    Line()
    {
        RandomSource random(11);
        for (int i = 0; i < 2000; ++i) {
            std::vector<float> row;
            for (int column = 0; column < 10; ++column)
                row.push_back(float(random.normal()));
            rows.add(row);
            labels.push_back(float(5 + 3 * row[0] - 2 * row[1] + 0.5 * random.normal()));
        }
    }
};

} // namespace

void TestLasso::aLineIsFound()
{
    const Line line;
    const auto model = Lasso::fit(line.rows, line.labels, {.sparsity = 0, .ridge = 0});
    QVERIFY(model.has_value());
    std::vector<float> row(10);
    QVERIFY(std::abs(model->predict(row) - 5) < 0.05);
    row[0] = 1;
    QVERIFY(std::abs(model->predict(row) - 8) < 0.1);
    row[1] = 1;
    QVERIFY(std::abs(model->predict(row) - 6) < 0.1);
}

void TestLasso::whatSaysNothingIsLeftOut()
{
    const Line line;
    const auto model = Lasso::fit(line.rows, line.labels, {.sparsity = 0.1, .ridge = 0});
    QVERIFY(model.has_value());
    QCOMPARE(model->used(), std::size_t(2));
}

void TestLasso::aConstantColumnDoesNoHarm()
{
    FeatureTable rows(2);
    std::vector<float> labels;
    for (int i = 0; i < 50; ++i) {
        rows.add({7.0f, float(i)});
        labels.push_back(float(2 * i));
    }
    const auto model = Lasso::fit(rows, labels, {.sparsity = 0, .ridge = 0});
    QVERIFY(model.has_value());
    const std::vector<float> row{7, 10};
    QVERIFY(std::abs(model->predict(row) - 20) < 0.01);
}

void TestLasso::whatLiesFarOutCountsAsFourDeviations()
{
    const Line line;
    const auto model = Lasso::fit(line.rows, line.labels);
    std::vector<float> far(10), farther(10);
    far[0] = 5;
    farther[0] = 5'000'000;
    QCOMPARE(model->predict(far), model->predict(farther));
}

void TestLasso::nothingToLearnFromIsRefused()
{
    QCOMPARE(Lasso::fit(FeatureTable(1), {}).error().code, training_failures::tooFewRows);
}

void TestLasso::rowsAndLabelsMustFit()
{
    const Line line;
    QCOMPARE(Lasso::fit(line.rows, std::span(line.labels).first(1)).error().code, training_failures::shapeMismatch);
}

QTEST_GUILESS_MAIN(TestLasso)
#include "tst_lasso.moc"
