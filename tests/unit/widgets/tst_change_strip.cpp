#include <QTest>

#include <smartqueue/widgets/change_strip.h>
#include <smartqueue/widgets/fan_chart.h>
#include <smartqueue/widgets/theme.h>

using namespace smartqueue::widgets;

namespace {

QStringList spoken(const ChangeStrip &strip)
{
    QStringList names;
    for (const ChangeTile *tile : strip.findChildren<ChangeTile *>())
        names.append(tile->accessibleName());
    return names;
}

} // namespace

class TestChangeStrip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, {Look::light, 1.0, true}); }

    void aFigureReadsAsASentence()
    {
        ChangeStrip strip;
        strip.setFigures({{QStringLiteral("Mean wait"), QStringLiteral("31"), QStringLiteral("18"), QStringLiteral("min"), QStringLiteral("8 of 10 days: 15–22"), Tone::neutral},
                          {QStringLiteral("Called on time"), {}, QStringLiteral("83%"), {}, QStringLiteral("target 80% met"), Tone::good}});
        QCOMPARE(spoken(strip), (QStringList{QStringLiteral("Mean wait: 31 → 18 min, 8 of 10 days: 15–22"), QStringLiteral("Called on time: 83%, target 80% met")}));
        strip.setFigures({});
        QVERIFY(spoken(strip).isEmpty());
    }

    void figuresGoToAnotherLineWhereTheRoomEnds()
    {
        ChangeStrip strip;
        const ChangeFigure figure{QStringLiteral("Mean wait"), QStringLiteral("31"), QStringLiteral("18"), QStringLiteral("min"), {}, Tone::neutral};
        strip.setFigures({figure, figure, figure});
        const int oneLine = strip.heightForWidth(2000);
        QVERIFY(strip.heightForWidth(150) > 2 * oneLine);
    }

    void theLegendGoesToAnotherLineToo()
    {
        FanLegend legend;
        legend.setWords(QStringLiteral("People waiting"), {{FanLegend::Sample::median, QStringLiteral("median")}, {FanLegend::Sample::without, QStringLiteral("without the change")}});
        QCOMPARE(legend.accessibleName(), QStringLiteral("People waiting: median, without the change"));
        QVERIFY(legend.heightForWidth(150) > legend.heightForWidth(legend.sizeHint().width()));
    }

    void aFanShowsTheOtherWay()
    {
        FanChartData facts;
        facts.title = QStringLiteral("Passports");
        facts.observed = {1};
        for (int minute = 0; minute < 60; ++minute)
            facts.ahead.append({0, 1, 1, 2, 3, {}});
        FanChart chart;
        chart.resize(300, 200);
        chart.setData(facts);
        const QImage plain = chart.grab().toImage();
        facts.without = QList<double>(60, 40.0);
        chart.setData(facts);
        QVERIFY(chart.grab().toImage() != plain);
    }
};

QTEST_MAIN(TestChangeStrip)
#include "tst_change_strip.moc"
