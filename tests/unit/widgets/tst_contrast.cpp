#include <smartqueue/widgets/theme.h>

#include <QApplication>
#include <QPalette>
#include <QTest>

using namespace smartqueue::widgets;

class ContrastTest : public QObject {
    Q_OBJECT

private:
    static void looks()
    {
        QTest::addColumn<int>("look");
        QTest::newRow("light") << int(Look::light);
        QTest::newRow("dark") << int(Look::dark);
        QTest::newRow("high contrast light") << int(Look::highContrastLight);
        QTest::newRow("high contrast dark") << int(Look::highContrastDark);
    }
    static void need(double least, const QColor &ink, const QColor &ground, const char *what)
    {
        const double ratio = contrastRatio(ink, ground);
        // The table states one decimal.
        QVERIFY2(qRound(ratio * 10) >= qRound(least * 10), qPrintable(QStringLiteral("%1: %2 on %3 is %4:1")
                                                .arg(QLatin1String(what), ink.name(), ground.name())
                                                .arg(ratio, 0, 'f', 2)));
    }

private Q_SLOTS:
    void knownPairsHaveTheirPublishedContrast()
    {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white)), 21);
        QCOMPARE(qRound(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448);
    }

    void textReadsOnEveryGround_data() { looks(); }
    void textReadsOnEveryGround()
    {
        QFETCH(int, look);
        const Tokens &t = tokensFor(static_cast<Look>(look));
        constexpr double text = 5.4;
        for (const QColor &ground : {t.background, t.surface, t.alternate, t.accentSoft}) {
            need(text, t.text, ground, "text");
            if (ground != t.accentSoft)
                need(text, t.muted, ground, "muted");
        }
        for (const QColor &ground : {t.background, t.surface, t.alternate, t.accentSoft})
            need(text, t.accent, ground, "accent");
        need(text, t.onAccent, t.accent, "on accent");
        for (const ToneColours &tone : {t.good, t.warning, t.critical, t.paused}) {
            need(text, tone.text, tone.soft, "tone on its soft");
            need(text, tone.text, t.surface, "tone on surface");
            need(text, tone.text, t.background, "tone on background");
        }
    }

    void edgesAndFillsShowOnEveryGround_data() { looks(); }
    void edgesAndFillsShowOnEveryGround()
    {
        QFETCH(int, look);
        const Tokens &t = tokensFor(static_cast<Look>(look));
        constexpr double shape = 3.0;
        for (const QColor &ground : {t.background, t.surface, t.alternate}) {
            need(shape, t.border, ground, "control border");
            need(shape, t.focus, ground, "focus");
            need(shape, t.accent, ground, "accent fill");
        }
        for (const ToneColours &tone : {t.good, t.warning, t.critical, t.paused})
            need(shape, tone.fill, t.surface, "fill");
    }

    void everyHeatColourCarriesReadableInk_data() { looks(); }
    void everyHeatColourCarriesReadableInk()
    {
        QFETCH(int, look);
        const Tokens &t = tokensFor(static_cast<Look>(look));
        for (const HeatRamp ramp : {HeatRamp::blue, HeatRamp::cividis}) {
            for (int step = 0; step <= 100; ++step) {
                const QColor fill = heatColour(t, step / 100.0, ramp);
                need(4.3, inkOn(fill), fill, "heat ink");
            }
        }
    }

    void theHeatRampGoesOneWay_data() { looks(); }
    void theHeatRampGoesOneWay()
    {
        QFETCH(int, look);
        const Tokens &t = tokensFor(static_cast<Look>(look));
        for (int step = 1; step <= 6; ++step) {
            const double before = contrastRatio(t.heat[std::size_t(step) - 1], Qt::white);
            const double after = contrastRatio(t.heat[std::size_t(step)], Qt::white);
            QVERIFY(t.dark ? after < before : after > before);
        }
    }

    void thePaletteLeadsBackToItsTable_data() { looks(); }
    void thePaletteLeadsBackToItsTable()
    {
        QFETCH(int, look);
        const auto chosen = static_cast<Look>(look);
        QCOMPARE(&tokens(paletteFor(chosen)), &tokensFor(chosen));
    }
};

QTEST_MAIN(ContrastTest)
#include "tst_contrast.moc"
