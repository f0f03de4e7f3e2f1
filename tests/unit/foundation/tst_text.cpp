#include <QTest>

#include <smartqueue/foundation/text.h>

using namespace smartqueue;

class TestText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wellFormedTextIsPlain_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("plain");
        // Ill-formed sequences: table 3-8 and its neighbours in the Unicode Standard, chapter 3.9.
        QTest::newRow("letters") << QByteArray("Guichet n\xc2\xb0 1") << true;
        QTest::newRow("line break and tab") << QByteArray("a\n\tb") << true;
        QTest::newRow("arabic") << QStringLiteral("صف الانتظار").toUtf8() << true;
        QTest::newRow("emoji") << QStringLiteral("🙂👩‍👧").toUtf8() << true;
        QTest::newRow("lone continuation") << QByteArray("\x80") << false;
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << false;
        QTest::newRow("overlong of three") << QByteArray("\xe0\x9f\xbf") << false;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
        QTest::newRow("beyond the last plane") << QByteArray("\xf4\x90\x80\x80") << false;
        QTest::newRow("cut off") << QByteArray("\xf0\x9f\x99") << false;
        QTest::newRow("bell") << QByteArray("\x07") << false;
        QTest::newRow("zero") << QByteArray("a\0b", 3) << false;
        QTest::newRow("delete") << QByteArray("\x7f") << false;
        QTest::newRow("next line, C1") << QByteArray("\xc2\x85") << false;
    }
    void wellFormedTextIsPlain()
    {
        QFETCH(QByteArray, bytes);
        QTEST(isPlainUtf8(std::string_view(bytes.data(), std::size_t(bytes.size()))), "plain");
    }

    void inkIsWhatMakesTextVisible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("visible");
        QTest::newRow("letter") << QStringLiteral("a") << true;
        QTest::newRow("letter among spaces") << QStringLiteral("\u00a0\u200b é") << true;
        QTest::newRow("arabic") << QStringLiteral("صف") << true;
        QTest::newRow("emoji with joiner") << QStringLiteral("👩‍👧") << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("no-break spaces") << QStringLiteral("\u00a0\u202f\u3000") << false;
        QTest::newRow("zero width") << QStringLiteral("\u200b\u200d\ufeff") << false;
        QTest::newRow("direction marks") << QStringLiteral("\u200e\u202e\u2066") << false;
        QTest::newRow("hangul filler") << QStringLiteral("\u3164") << false;
        QTest::newRow("braille blank") << QStringLiteral("\u2800") << false;
    }
    void inkIsWhatMakesTextVisible()
    {
        QFETCH(QString, text);
        QTEST(hasVisibleText(text.toStdString()), "visible");
    }

    void marksThatHideAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hides");
        QTest::newRow("plain") << QStringLiteral("Guichet n° 1 – Zoë") << false;
        QTest::newRow("arabic") << QStringLiteral("الحسابات 🙂 Zoë") << false;
        QTest::newRow("persian with a non-joiner") << QStringLiteral("می\u200cخواهم") << false;
        QTest::newRow("family") << QStringLiteral("👩\u200d👩\u200d👧 x") << false;
        QTest::newRow("heart with a selector") << QStringLiteral("👩\u200d❤\ufe0f\u200d👨") << false;
        QTest::newRow("joiner first") << QStringLiteral("\u200dé") << true;
        QTest::newRow("joiner last") << QStringLiteral("é\u200d") << true;
        QTest::newRow("two joiners") << QStringLiteral("é\u200d\u200dé") << true;
        QTest::newRow("joiner among latin letters") << QStringLiteral("An\u200dna") << true;
        QTest::newRow("non-joiner before a latin letter") << QStringLiteral("é\u200cn") << true;
        for (const char16_t mark : {u'\u200b', u'\u200e', u'\u200f', u'\u061c', u'\u202a', u'\u202e', u'\u2066', u'\u2069', u'\u2060', u'\ufeff', u'\u2028'})
            QTest::newRow(qPrintable(QString::number(mark, 16))) << QStringLiteral("An") + QChar(mark) + QStringLiteral("na") << true;
    }
    void marksThatHideAreFound()
    {
        QFETCH(QString, text);
        QTEST(hasHiddenMarks(text.toStdString()), "hides");
    }

    void aLongTextIsCutBetweenCodePoints()
    {
        QCOMPARE(shortened("", 3), std::string());
        QCOMPARE(shortened("été", 3), std::string("été"));
        QCOMPARE(shortened("étés", 3), std::string("ét…"));
        const std::string faces = QStringLiteral("🙂").repeated(300).toStdString();
        const std::string cut = shortened(faces, 200);
        QCOMPARE(codePoints(cut), std::size_t(200));
        QVERIFY(isPlainUtf8(cut));
        QVERIFY(shortened(std::string(60'000, char(0x80)), 200).size() < 900);
    }

    void aLabelHidesNothing()
    {
        QVERIFY(isVisibleThroughout("Guichet 1é"));
        QVERIFY(isVisibleThroughout(""));
        QVERIFY(!isVisibleThroughout(QStringLiteral("A001\u200b").toStdString()));
        QVERIFY(!isVisibleThroughout(QStringLiteral("A\u00a01").toStdString()));
        QVERIFY(!isVisibleThroughout("A\n9"));
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
