#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <smartqueue/secrets/platform_keychain.h>

using namespace smartqueue;
using namespace smartqueue::engine;

class TestNoKeychain final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCallSaysSoSoon()
    {
        secrets::PlatformKeychain keychain;
        QElapsedTimer watch;
        watch.start();
        for (const Failure &failure :
             {keychain.read("name").error(), keychain.write("name", "geheimnis").error(), keychain.remove("name").error()}) {
            QCOMPARE(failure.code.name(), secret_failures::noKeychain.name());
            QVERIFY(!failure.detail.at("reason").empty());
        }
        QVERIFY2(watch.elapsed() < 5000, qPrintable(QString::number(watch.elapsed())));
    }

    void nothingIsWrittenInsteadToTheDisk()
    {
        QVERIFY(!secrets::PlatformKeychain().write("name", "geheimnis").has_value());
        for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
            QDirIterator files(qEnvironmentVariable(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray text = file.readAll();
                QVERIFY2(!text.contains("geheimnis") && !text.contains(QByteArray("geheimnis").toBase64()), qPrintable(file.fileName()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_no_keychain.moc"
