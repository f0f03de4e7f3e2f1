#include <QTest>

#include <smartqueue/foundation/csv.h>

using namespace smartqueue;

/// Cells of delimited files, which a spreadsheet is to show and not to run.
class TestCsv final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCellIsNoFormula_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"=1+1", "+49 30", "-5", "@sum", "\tx", "'=1", "''-2"})
            QTest::newRow(text) << QByteArray(text);
    }

    void aCellIsNoFormula()
    {
        QFETCH(QByteArray, text);
        const std::string guarded = guardedCell(text.toStdString());
        QCOMPARE(guarded.front(), '\'');
        QCOMPARE(guarded.size(), std::size_t(text.size()) + 1);
        QCOMPARE(std::string(unguardedCell(guarded)), text.toStdString());
    }

    void onlyWhatNeedsThemStandsInQuotes()
    {
        QCOMPARE(csvCell("=\"a\",b"), std::string("\"'=\"\"a\"\",b\""));
        QCOMPARE(csvCell("Called A001"), std::string("Called A001"));
        QCOMPARE(csvCell("a;b"), std::string("\"a;b\""));
        QCOMPARE(csvCell(" a"), std::string("\" a\""));
        QCOMPARE(csvCell("'twas"), std::string("'twas"));
        QCOMPARE(csvCell(""), std::string());
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
