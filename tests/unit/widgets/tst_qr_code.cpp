#include <smartqueue/widgets/console_style.h>
#include <smartqueue/widgets/qr_code.h>
#include <smartqueue/widgets/theme.h>

#include <QAccessible>
#include <QApplication>
#include <QTest>
#include <zbar.h>

using namespace smartqueue::widgets;

namespace {

QString address()
{
    return QStringLiteral("otpauth://totp/Mairie%20d%27%C3%89t%C3%A9:ann%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mairie");
}

/// What a camera's program reads; null when it reads nothing.
QString readBack(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray pixels;
    for (int y = 0; y < grey.height(); ++y)
        pixels.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    zbar::Image image(unsigned(grey.width()), unsigned(grey.height()), "Y800", pixels.constData(), static_cast<unsigned long>(pixels.size()));
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    if (scanner.scan(image) < 1)
        return {};
    return QString::fromStdString(image.symbol_begin()->get_data());
}

/// The widget as a screen of this pixel ratio shows it.
QImage shown(QrCode &code, qreal ratio)
{
    QImage picture((QSizeF(code.size()) * ratio).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(ratio);
    code.render(&picture);
    picture.setDevicePixelRatio(1);
    return picture;
}

/// Whether `part` stands in the middle of `picture`, give or take a pixel.
bool holds(const QImage &picture, const QImage &part)
{
    const QPoint corner = QRect(QPoint(), part.size()).translated(picture.rect().center() - part.rect().center()).topLeft();
    for (const int x : {-1, 0, 1}) {
        for (const int y : {-1, 0, 1}) {
            if (picture.copy(QRect(corner + QPoint(x, y), part.size())) == part)
                return true;
        }
    }
    return false;
}

} // namespace

class TestQrCode final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPictureIsReadBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("an address") << address();
        QTest::newRow("one character") << QStringLiteral("7");
        QTest::newRow("a code") << QStringLiteral("7K3Q-9XWM-VB2R-D5TN");
        QTest::newRow("other scripts") << QStringLiteral("Été, лето, 夏");
        QTest::newRow("much") << QStringLiteral("x%1").arg(QString(1000, QLatin1Char('y')));
    }

    void aPictureIsReadBack()
    {
        QFETCH(QString, text);
        for (const int moduleSize : {3, 4, 10})
            QCOMPARE(readBack(qrImage(text, moduleSize)), text);
    }

    void aQuietZoneOfFourModulesIsAroundIt()
    {
        const QImage one = qrImage(address(), 1);
        QCOMPARE(one.width(), one.height());
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x) {
                const bool outside = std::min({x, y, one.width() - 1 - x, one.height() - 1 - y}) < 4;
                const QRgb pixel = one.pixel(x, y) & RGB_MASK;
                QVERIFY(pixel == RGB_MASK || (!outside && pixel == 0));
            }
        }
        // The corner of the finder is dark, so the zone is no wider.
        QCOMPARE(one.pixel(4, 4) & RGB_MASK, 0U);
        QCOMPARE(qrImage(address(), 5), one.scaled(one.size() * 5));
    }

    void whatACodeCannotHoldIsNull()
    {
        QVERIFY(qrImage(QString(), 4).isNull());
        QVERIFY(qrImage(QStringLiteral("before") + QChar(0) + QStringLiteral("after"), 4).isNull());
        QVERIFY(!qrImage(QString(2331, QLatin1Char('a')), 1).isNull());
        QVERIFY(qrImage(QString(2332, QLatin1Char('a')), 1).isNull());
        QrCode code(QStringLiteral("Code"));
        code.setText(QString(2332, QLatin1Char('a')));
        code.resize(code.sizeHint());
        QCOMPARE(readBack(shown(code, 1)), QString());
    }

    void theWidgetIsReadBackInEveryLook_data()
    {
        QTest::addColumn<int>("look");
        QTest::addColumn<double>("ratio");
        for (const Look look : {Look::light, Look::dark, Look::highContrastDark}) {
            for (const double ratio : {1.0, 1.25, 1.5, 2.0})
                QTest::addRow("look %d at %g", int(look), ratio) << int(look) << ratio;
        }
    }

    void theWidgetIsReadBackInEveryLook()
    {
        QFETCH(int, look);
        QFETCH(double, ratio);
        QApplication::setPalette(paletteFor(Look(look)));
        QrCode code(QStringLiteral("Code"));
        code.setText(address());
        for (const QSize size : {code.sizeHint(), code.minimumSizeHint() * 3 / 2, QSize(333, 470)}) {
            code.resize(size);
            const QImage picture = shown(code, ratio);
            QCOMPARE(readBack(picture), address());
            // Every module is as wide as every other: the picture for printing stands in it, pixel by pixel.
            const int moduleSize = std::min(picture.width(), picture.height()) / qrImage(address(), 1).width();
            QVERIFY(holds(picture, qrImage(address(), moduleSize)));
        }
    }

    void anotherTextIsShown()
    {
        QrCode code(QStringLiteral("Code"));
        code.setText(address());
        const QSize before = code.sizeHint();
        code.setText(QStringLiteral("7"));
        QVERIFY(code.sizeHint().width() < before.width());
        code.resize(code.sizeHint());
        QCOMPARE(readBack(shown(code, 1)), QStringLiteral("7"));
        code.setText(QString());
        QCOMPARE(readBack(shown(code, 1)), QString());
    }

    void assistiveTechnologyIsGivenTheNameOnly()
    {
        QrCode code(QStringLiteral("Code for the app"));
        code.setText(address());
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&code);
        QVERIFY(face);
        QCOMPARE(face->role(), QAccessible::Graphic);
        QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Code for the app"));
        for (const auto kind : {QAccessible::Description, QAccessible::Value, QAccessible::Help})
            QVERIFY(!face->text(kind).contains(QLatin1String("otpauth")));
    }
};

QTEST_MAIN(TestQrCode)
#include "tst_qr_code.moc"
