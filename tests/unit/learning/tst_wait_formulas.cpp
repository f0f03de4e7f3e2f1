#include <cmath>

#include <QTest>

#include <smartqueue/learning/wait_formulas.h>

using namespace smartqueue::learning;

class TestWaitFormulas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void qlsCountsOneself();
    void qlrIsQlsWithoutPatience();
    void patienceShortensTheWait();
    void theSumOfALongLineIsTheSum();
};

namespace {

LineFigures line(int ahead, int agents, double patienceRate = 0)
{
    LineFigures figures;
    figures.ahead = ahead;
    figures.agents = agents;
    figures.patienceRate = patienceRate;
    return figures;
}

} // namespace

void TestWaitFormulas::qlsCountsOneself()
{
    QCOMPARE(qls(line(0, 1), 120), 120.0);
    QCOMPARE(qls(line(3, 2), 120), 240.0);
}

void TestWaitFormulas::qlrIsQlsWithoutPatience()
{
    QCOMPARE(qlr(line(7, 3), 90), qls(line(7, 3), 90));
}

void TestWaitFormulas::patienceShortensTheWait()
{
    // 1 / (2/100) + 1 / (2/100 + 0.01)
    QCOMPARE(qlr(line(1, 2, 0.01), 100), 50 + 1 / 0.03);
}

void TestWaitFormulas::theSumOfALongLineIsTheSum()
{
    for (const int ahead : {255, 256, 300, 5000}) {
        double sum = 0;
        for (int i = 0; i <= ahead; ++i)
            sum += 1 / (4 / 180.0 + i * 0.001);
        const double wait = qlr(line(ahead, 4, 0.001), 180);
        QVERIFY2(std::abs(wait / sum - 1) < 1e-5, qPrintable(QStringLiteral("%1 %2").arg(wait).arg(sum)));
    }
}

QTEST_GUILESS_MAIN(TestWaitFormulas)
#include "tst_wait_formulas.moc"
