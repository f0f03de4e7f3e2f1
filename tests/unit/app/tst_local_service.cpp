#include <thread>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/time_zones.h>

#include "verbs/local_service.h"

using namespace smartqueue;
using namespace smartqueue::app;

namespace {

/// A client of its own thread, as another process would be.
class Client {
public:
    explicit Client(Request request)
    {
        m_thread = std::thread([this, request = std::move(request)] {
            const auto keep = [](std::string &text) { return [&text](std::string_view more) { text += more; }; };
            const Output output{keep(m_out), keep(m_err), true};
            const auto code = askConsole(request, output);
            m_code = code.value_or(-1);
            m_done = true;
        });
    }
    ~Client() { m_thread.join(); }
    bool isDone() const { return m_done; }
    int code() const { return m_code; }
    const std::string &out() const { return m_out; }
    const std::string &err() const { return m_err; }

private:
    std::string m_out;
    std::string m_err;
    std::atomic<int> m_code = -1;
    std::atomic<bool> m_done = false;
    std::thread m_thread;
};

} // namespace

class TestLocalService final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toLocal8Bit());
        m_engine = *engine::Engine::start(std::make_unique<engine::MemoryStore>(), m_clock);
        m_service = std::make_unique<LocalService>(m_engine->installation(), database());
        QVERIFY(m_service->listen());
    }
    void cleanup()
    {
        m_service.reset();
        m_engine.reset();
    }

    void aVerbIsAnswered()
    {
        const Client client(request("overview"));
        QTRY_VERIFY(client.isDone());
        QCOMPARE(client.code(), int(done));
        QVERIFY(client.out().starts_with("{\"queues\":[]"));
    }

    void nobodyAnswersForAnotherDatabase()
    {
        Request other = request("overview");
        other.database += ".other";
        const Client client(other);
        QTRY_VERIFY(client.isDone());
        QCOMPARE(client.code(), -1);
    }

    void aVerbThatIsNoneIsWrongUsage()
    {
        const Client client(request("fly"));
        QTRY_VERIFY(client.isDone());
        QCOMPARE(client.code(), int(wrongUsage));
    }

    void aRequestThatIsTooLargeSaysSo()
    {
        Request large = request("stats");
        large.queue.assign(1 << 20, 'q');
        const Client client(large);
        QTRY_VERIFY(client.isDone());
        QCOMPARE(client.code(), int(refused));
        QVERIFY(client.err().find("too_long") != std::string::npos);
    }

    void aSecondStartAsksToBeShown()
    {
        bool asked = false;
        connect(m_service.get(), &LocalService::showRequested, this, [&asked] { asked = true; });
        const Client client(request("show"));
        QTRY_VERIFY(client.isDone());
        QCOMPARE(client.code(), int(done));
        QTRY_VERIFY(asked);
    }

    void theEndStopsWhatIsUnderWay()
    {
        QFile log(m_folder->filePath(QStringLiteral("log.csv")));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("ticket,queue,priority,channel,arrived_at,called_at,started_at,ended_at,agent,outcome\n"
                  "A1,Payments,0,kiosk,2026-01-05T09:00:00,,,2026-01-05T19:00:00,,abandoned\n");
        log.close();
        Request replay = request("replay");
        replay.file = log.fileName().toStdString();
        replay.speed = "1";
        const Client client(replay);
        QTRY_COMPARE(m_engine->snapshot()->state.queues.size(), 1u);
        QElapsedTimer ending;
        ending.start();
        m_service.reset();
        QVERIFY(ending.elapsed() < 2'000);
        QTRY_VERIFY(client.isDone());
        QCOMPARE(client.code(), int(refused));
        QVERIFY(!m_engine->clock().followsRecording());
    }

private:
    std::string database() const { return m_folder->filePath(QStringLiteral("branch.db")).toStdString(); }
    Request request(const char *verb) const
    {
        Request request;
        request.verb = verb;
        request.database = database();
        request.json = true;
        return request;
    }

    ManualClock m_clock{*fromIso8601("2026-01-05T09:00:00Z")};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<LocalService> m_service;
};

QTEST_GUILESS_MAIN(TestLocalService)
#include "tst_local_service.moc"
