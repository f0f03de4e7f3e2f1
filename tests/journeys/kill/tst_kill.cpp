#include <set>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/engine.h>
#include <smartqueue/storage/sqlite_store.h>

using namespace smartqueue;

/// The real program is killed at random moments under load; whatever it had answered must be there, once.
/// SQ_KILLS sets how often (the full proof: SQ_KILLS=1000).
class TestKill : public QObject {
    Q_OBJECT

    static QByteArray line(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'; }

private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        bool given = false;
        const int wanted = qEnvironmentVariableIntValue("SQ_KILLS", &given);
        const int kills = given ? wanted : 8;
        // A database takes so many kills before the next one: without that the day would only grow.
        constexpr int killsOnOne = 50;
        constexpr int looksEvery = 10;
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u, %d kills", seed, kills);
        QRandomGenerator random(seed);
        QTemporaryDir folder;
        QString database;
        const QString script = folder.filePath(QStringLiteral("load.jsonl"));
        std::map<QString, QString> acknowledged;

        for (int round = 0; round < kills; ++round) {
            QFile file(script);
            QVERIFY(file.open(QIODevice::WriteOnly));
            if (round % killsOnOne == 0) {
                database = folder.filePath(QStringLiteral("branch%1.db").arg(round / killsOnOne));
                acknowledged.clear();
                file.write(line({{QStringLiteral("command"), QStringLiteral("create_service")}, {QStringLiteral("name"), QStringLiteral("S")}, {QStringLiteral("sla_seconds"), 600}}));
                file.write(line({{QStringLiteral("command"), QStringLiteral("create_queue")}, {QStringLiteral("name"), QStringLiteral("Q")}, {QStringLiteral("service"), QStringLiteral("S")}, {QStringLiteral("algorithm"), QStringLiteral("fifo")}, {QStringLiteral("prefix"), QStringLiteral("A")}, {QStringLiteral("last_number"), 999'999}, {QStringLiteral("id"), QStringLiteral("queue")}}));
            }
            for (int i = 0; i < 400; ++i)
                file.write(line({{QStringLiteral("command"), QStringLiteral("issue")}, {QStringLiteral("queue"), QStringLiteral("Q")}, {QStringLiteral("id"), QStringLiteral("%1-%2").arg(round).arg(i)}}));
            file.close();

            QProcess program;
            program.start(QStringLiteral(SQ_PROGRAM), {QStringLiteral("do"), script, QStringLiteral("--db"), database, QStringLiteral("--json")});
            QVERIFY(program.waitForStarted());
            const int until = random.bounded(2, 150);
            QByteArray output;
            while (output.count('\n') < until && program.waitForReadyRead(30'000))
                output += program.readAllStandardOutput();
            program.kill();
            program.waitForFinished();
            output += program.readAllStandardOutput();
            QVERIFY2(output.count('\n') >= until, "the program ended by itself");
            for (const QByteArray &answer : output.left(output.lastIndexOf('\n')).split('\n')) {
                const QJsonObject object = QJsonDocument::fromJson(answer).object();
                QVERIFY2(object.value(QStringLiteral("ok")).toBool(), answer.constData());
                const QString number = object.value(QStringLiteral("number")).toString();
                if (!number.isEmpty())
                    acknowledged[object.value(QStringLiteral("id")).toString()] = number;
            }

            // The whole database is read each time; what is lost stays lost until the next look.
            if (round + 1 < kills && (round + 1) % looksEvery != 0)
                continue;
            storage::Options options;
            options.path = database.toStdString();
            SystemClock clock;
            engine::EngineOptions quiet;
            quiet.regularWork = false;
            auto store = storage::SqliteStore::open(options);
            QVERIFY(store);
            auto engine = engine::Engine::start(std::move(*store), clock, quiet).value();
            std::multiset<std::string> numbers;
            const engine::SharedSnapshot snapshot = engine->snapshot();
            for (const auto &[id, ticket] : snapshot->state.tickets)
                numbers.insert(ticket.number);
            QCOMPARE(numbers.size(), std::set<std::string>(numbers.begin(), numbers.end()).size());
            for (const auto &[id, number] : acknowledged)
                QVERIFY2(numbers.contains(number.toStdString()), qPrintable(id + QStringLiteral(" → ") + number));
            auto checking = engine->installation().check();
            checking.waitForFinished();
            QVERIFY(checking.result()->empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
