#include <QApplication>
#include <QMessageBox>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <smartqueue/pages/main_window.h>

#include "console/console_app.h"
#include "branch/database.h"
#include "verbs/output.h"

using namespace smartqueue;

namespace {

/// A service and its queue: a branch without queues would begin with the wizard.
void define(engine::Engine &engine, const char *name)
{
    DefineService service;
    service.service.name = name;
    auto made = engine.submit(std::move(service));
    made.waitForFinished();
    DefineQueue queue;
    queue.queue.name = name;
    queue.queue.service = ServiceId{made.result()->entity};
    engine.submit(std::move(queue)).waitForFinished();
}

QWidget *shownWindow()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (qobject_cast<pages::MainWindow *>(widget) && widget->isVisible())
            return widget;
    }
    return nullptr;
}

/// The card of the administration, which the pages keep to themselves.
QObject *databaseCard(QWidget *window)
{
    for (QObject *child : window->findChildren<QObject *>()) {
        if (QLatin1String(child->metaObject()->className()).endsWith(QLatin1String("SetupDatabaseCard")))
            return child;
    }
    return nullptr;
}

} // namespace

/// The way through the window: the card asks, everything closes, and a new window stands on the backup.
class TestRestore final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
        qputenv("SMARTQUEUE_KEYCHAIN", "none");
        auto branch = app::openDatabase(path("branch.db"), true, {});
        QVERIFY(branch);
        define(branch->installation->door(firstSite), "Before");
        auto copying = branch->installation->backup(path("copy.db"));
        copying.waitForFinished();
        QVERIFY(copying.result());
        define(branch->installation->door(firstSite), "After");
    }

    void theWindowOpensAgainOnTheBackup()
    {
        QVERIFY(restoreInTheWindow(path("copy.db")));
        QCOMPARE(services(), 1);
        QVERIFY(QFile::exists(QString::fromStdString(path("branch.db.replaced"))));
    }

    void aBadBackupChangesNothing()
    {
        QFile bad(QString::fromStdString(path("bad.db")));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("no database");
        bad.close();
        QVERIFY(restoreInTheWindow(path("bad.db")));
        QCOMPARE(services(), 2);
    }

private:
    std::string path(const char *name) const { return m_folder->filePath(QLatin1String(name)).toStdString(); }

    int services() const
    {
        auto branch = app::openDatabase(path("branch.db"), false, {});
        return branch ? int(branch->installation->snapshot(firstSite)->state.services.size()) : -1;
    }

    /// Whether a second window came after the first.
    bool restoreInTheWindow(const std::string &file)
    {
        app::Invocation invocation;
        invocation.request.database = path("branch.db");
        QPointer<QWidget> first;
        bool second = false;
        QTimer hand;
        connect(&hand, &QTimer::timeout, this, [&] {
            if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget()); box && first.isNull() && m_asked) {
                box->accept();
                return;
            }
            QWidget *window = shownWindow();
            if (!m_asked && window != nullptr) {
                QObject *card = databaseCard(window);
                QVERIFY(card);
                first = window;
                m_asked = true;
                QMetaObject::invokeMethod(card, "restoreRequested", Q_ARG(QString, QString::fromStdString(file)));
            } else if (m_asked && first.isNull() && window != nullptr) {
                second = true;
                hand.stop();
                window->close();
                QCoreApplication::exit(0);
            }
        });
        m_asked = false;
        hand.start(50);
        app::runConsole(*qApp, invocation);
        return second;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    bool m_asked = false;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("SmartQueue"));
    QCoreApplication::setApplicationName(QStringLiteral("Restore test"));
    TestRestore test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_restore.moc"
