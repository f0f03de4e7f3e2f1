#include <set>

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/exchange/import.h>
#include <smartqueue/exchange/log_importer.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>

using namespace smartqueue;
using namespace smartqueue::exchange;
using namespace std::chrono;

namespace {

/// A branch without a store: the real rules, and rows kept by their identity.
class MemoryBranch {
public:
    MemoryBranch() { m_state->at = fromIso8601("2026-01-01T00:00:00Z").value(); }

    ImportDoor door()
    {
        return {[this](CommandBody body) { return submit(std::move(body)); },
                [this](const std::vector<engine::ImportedTicket> &added) { return add(added); },
                [this] { return std::make_shared<const queueing::BranchState>(*m_state); }};
    }

    engine::Answer submit(CommandBody body)
    {
        Command command;
        command.body = std::move(body);
        const TimeZone zone;
        auto events = queueing::decide(*m_state, command, {m_state->at, zone});
        if (!events)
            return tl::unexpected(events.error());
        engine::Receipt receipt;
        receipt.entity = m_state->lastId + 1;
        EventBatch batch{m_state->sequence + 1, m_state->at, {}, {}, std::string(nameOf(command.body)), *std::move(events)};
        queueing::apply(*m_state, batch);
        commands.push_back(std::move(command));
        return receipt;
    }

    Result<engine::ImportedCounts> add(const std::vector<engine::ImportedTicket> &tickets)
    {
        engine::ImportedCounts counts;
        ++chunks;
        for (const engine::ImportedTicket &row : tickets) {
            if (m_known.emplace(row.queue, row.arrivedAt, row.number).second) {
                rows.push_back(row);
                ++counts.imported;
                counts.added.push_back(true);
            } else {
                ++counts.duplicates;
                counts.added.push_back(false);
            }
        }
        return counts;
    }

    template <class Body>
    std::vector<Body> submitted() const
    {
        std::vector<Body> found;
        for (const Command &command : commands) {
            if (const auto *body = std::get_if<Body>(&command.body))
                found.push_back(*body);
        }
        return found;
    }
    const queueing::BranchState &state() const { return *m_state; }

    std::vector<Command> commands;
    std::vector<engine::ImportedTicket> rows;
    int chunks = 0;

private:
    std::unique_ptr<queueing::BranchState> m_state = std::make_unique<queueing::BranchState>();
    std::set<std::tuple<QueueId, Instant, std::string>> m_known;
};

std::string clock(int second)
{
    char text[40];
    std::snprintf(text, sizeof text, "2025-12-01T%02d:%02d:%02d", 8 + second / 3600, second / 60 % 60, second % 60);
    return text;
}

std::string served(int number, const char *queue, const char *agent, int arrived, int wait, int service)
{
    return std::to_string(number) + ',' + queue + ",0,desk," + clock(arrived) + ',' + clock(arrived + wait) + ','
        + clock(arrived + wait) + ',' + clock(arrived + wait + service) + ',' + agent + ",served\n";
}

std::string abandoned(int number, const char *queue, int arrived, int patience)
{
    return std::to_string(number) + ',' + queue + ",0,desk," + clock(arrived) + ",,," + clock(arrived + patience) + ",,abandoned\n";
}

std::string smallLog()
{
    return standardHeader() + served(1, "Payments", "Nadia", 0, 60, 100) + served(2, "Payments", "Nadia", 10, 70, 110)
        + served(3, "Accounts", "Nadia", 20, 80, 120) + served(4, "Accounts", "Omar", 30, 90, 130) + abandoned(5, "Payments", 40, 50);
}

Result<ImportReport> import(MemoryBranch &branch, const std::string &text, ImportOptions options = {})
{
    QByteArray bytes = QByteArray::fromStdString(text);
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    options.source = "log.csv";
    return importLog(device, options, branch.door());
}

/// The same bytes as a pipe gives them.
class Pipe final : public QIODevice {
public:
    explicit Pipe(std::string text) : m_text(std::move(text)) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at == m_text.size(); }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const std::size_t count = std::min({std::size_t(size), std::size_t(7), m_text.size() - m_at});
        m_text.copy(data, count, m_at);
        m_at += count;
        return qint64(count);
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::string m_text;
    std::size_t m_at = 0;
};

} // namespace

class TestLogImport final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void queuesAndAgentsComeWithTheLog()
    {
        MemoryBranch branch;
        const auto report = import(branch, smallLog());
        QVERIFY(report);
        QCOMPARE(report->rows, 5);
        QCOMPARE(report->imported, 5);
        QCOMPARE(report->refusedCount, 0);
        QCOMPARE(branch.state().queues.size(), 2u);
        QCOMPARE(branch.state().services.size(), 2u);
        QCOMPARE(branch.state().agents.size(), 2u);
        const Agent &nadia = branch.state().agents.begin()->second;
        QCOMPARE(nadia.name, std::string("Nadia"));
        QCOMPARE(nadia.assignments.size(), 2u);
        QCOMPARE(branch.state().queue(nadia.assignments[0].queue)->config.name, std::string("Payments"));
        QCOMPARE(nadia.assignments[0].rank, 1);
        QCOMPARE(nadia.assignments[1].rank, 2);
    }

    void theFirstEstimatesGetTheirFigures()
    {
        MemoryBranch branch;
        QVERIFY(import(branch, smallLog()));
        const auto records = branch.submitted<RecordImport>();
        QCOMPARE(records.size(), 1u);
        QCOMPARE(records[0].rows, 5);
        QCOMPARE(records[0].source, std::string("log.csv"));
        QCOMPARE(records[0].queues.size(), 2u);
        const QueueHistory &payments = records[0].queues[0];
        QCOMPARE(payments.services, (std::vector<Duration>{100s, 110s}));
        QCOMPARE(payments.abandonments, 1);
        QVERIFY(payments.waited == 60s + 70s + 50s);
    }

    void onlyTheLastFiftyServicesCountByTheirEnd()
    {
        MemoryBranch branch;
        std::string text = standardHeader();
        for (int i = 79; i >= 0; --i)
            text += served(i, "Payments", "Nadia", i * 60, 0, 1 + i % 60);
        QVERIFY(import(branch, text));
        const auto services = branch.submitted<RecordImport>().at(0).queues.at(0).services;
        QCOMPARE(services.size(), 50u);
        QVERIFY(services.front() == 31s);
        QVERIFY(services.back() == 20s);
    }

    void importedAgainNothingIsAdded()
    {
        MemoryBranch branch;
        QVERIFY(import(branch, smallLog()));
        const std::size_t before = branch.commands.size();
        const auto again = import(branch, smallLog());
        QVERIFY(again);
        QCOMPARE(again->imported, 0);
        QCOMPARE(again->duplicates, 5);
        QCOMPARE(branch.rows.size(), 5u);
        QCOMPARE(branch.commands.size(), before);
    }

    void aGrownLogFeedsOnlyItsNewRows()
    {
        MemoryBranch branch;
        QVERIFY(import(branch, smallLog()));
        const auto again = import(branch, smallLog() + served(6, "Payments", "Nadia", 100, 5, 200));
        QVERIFY(again);
        QCOMPARE(again->imported, 1);
        const auto records = branch.submitted<RecordImport>();
        QCOMPARE(records.size(), 2u);
        QCOMPARE(records[1].queues.size(), 1u);
        QCOMPARE(records[1].queues[0].services, (std::vector<Duration>{200s}));
        QVERIFY(records[1].queues[0].waited == 5s);
    }

    void whatTheBranchHasIsUsedAsItIs()
    {
        MemoryBranch branch;
        DefineService service;
        service.service.name = "Money";
        const auto made = branch.submit(service);
        DefineQueue queue;
        queue.queue.name = "payments";
        queue.queue.service = ServiceId{made->entity};
        QVERIFY(branch.submit(queue));
        DefineAgent agent;
        agent.agent.name = "Nadia";
        QVERIFY(branch.submit(agent));
        QVERIFY(import(branch, smallLog()));
        QCOMPARE(branch.state().queues.size(), 2u);
        QVERIFY(branch.state().agents.begin()->second.assignments.empty());
    }

    void namesThatDifferInCaseAreOne()
    {
        MemoryBranch branch;
        const auto report = import(branch, standardHeader() + served(1, "Payments", "Nadia", 0, 1, 1) + served(2, "PAYMENTS", "NADIA", 1, 1, 1));
        QVERIFY(report);
        QCOMPARE(report->imported, 2);
        QCOMPARE(branch.state().queues.size(), 1u);
        QCOMPARE(branch.state().agents.size(), 1u);
        QCOMPARE(branch.state().agents.begin()->second.assignments.size(), 1u);
    }

    void refusedLinesAreListedAndStopNothing()
    {
        MemoryBranch branch;
        const auto report = import(branch, smallLog() + "6,Payments,0,desk,never,,,never,,abandoned\nshort,line\n" + abandoned(7, "Payments", 50, 10));
        QVERIFY(report);
        QCOMPARE(report->rows, 8);
        QCOMPARE(report->imported, 6);
        QCOMPARE(report->refusedCount, 2);
        QCOMPARE(report->refused[0].line, 7);
        QCOMPARE(std::string(report->refused[0].reason.code.name()), std::string("bad_time"));
        QCOMPARE(std::string(report->refused[1].reason.code.name()), std::string("wrong_column_count"));
        const std::string text = importJson(*report);
        QVERIFY(text.find("bad_time") != std::string::npos);
        QCOMPARE(text.substr(0, 22), std::string("{\"rows\":8,\"imported\":6"));
    }

    void theListOfRefusedLinesIsBounded()
    {
        MemoryBranch branch;
        std::string text = standardHeader();
        for (int i = 0; i < 3000; ++i)
            text += "x\n";
        const auto report = import(branch, text);
        QVERIFY(report);
        QCOMPARE(report->refusedCount, 3000);
        QCOMPARE(report->refused.size(), ImportReport::listed);
        // Counted they are all the same.
        QCOMPARE(report->refusedByReason.size(), std::size_t(1));
        QCOMPARE(report->refusedByReason[0].count, 3000);
        QCOMPARE(report->refusedByReason[0].lines, (std::vector<std::int64_t>{2, 3, 4}));
        QVERIFY(branch.commands.empty());
    }

    void strictWritesNothingWhenALineIsRefused()
    {
        MemoryBranch branch;
        ImportOptions options;
        options.strict = true;
        const auto report = import(branch, smallLog() + "short,line\n", options);
        QVERIFY(!report);
        QCOMPARE(std::string(report.error().code.name()), std::string("refused_lines"));
        QCOMPARE(report.error().detail.at("line"), std::string("7"));
        QVERIFY(branch.commands.empty());
        QVERIFY(branch.rows.empty());
        QVERIFY(import(branch, smallLog(), options));
    }

    void rowsComeInChunks()
    {
        MemoryBranch branch;
        ImportOptions options;
        options.chunk = 2;
        QVERIFY(import(branch, smallLog(), options));
        QCOMPARE(branch.chunks, 3);
        QCOMPARE(branch.rows.size(), 5u);
    }

    void cancellingKeepsWhatIsWritten()
    {
        MemoryBranch branch;
        ImportOptions options;
        options.chunk = 2;
        options.progress = [](double share) { return share < 0.5; };
        const auto report = import(branch, smallLog(), options);
        QVERIFY(report);
        QVERIFY(report->cancelled);
        QCOMPARE(report->imported, 2);
        QCOMPARE(branch.submitted<RecordImport>().at(0).rows, 2);
    }

    void aRefusedQueueFailsBeforeAnyRow()
    {
        MemoryBranch branch;
        ImportDoor door = branch.door();
        door.submit = [](const CommandBody &) -> engine::Answer { return fail(engine::storage_failures::diskFull); };
        QByteArray bytes = QByteArray::fromStdString(smallLog());
        QBuffer device(&bytes);
        device.open(QIODevice::ReadOnly);
        const auto report = importLog(device, {}, door);
        QVERIFY(!report);
        QCOMPARE(std::string(report.error().code.name()), std::string("disk_full"));
        QVERIFY(branch.rows.empty());
    }

    void aPipeIsImportedToo()
    {
        MemoryBranch branch;
        Pipe pipe(smallLog());
        const auto report = importLog(pipe, {}, branch.door());
        QVERIFY2(report, report ? "" : std::string(report.error().code.name()).c_str());
        QCOMPARE(report->imported, 5);
    }

    void thePortReadsFilesByChosenColumns()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("visites.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Nr;Guichet;Venu;Servi;Parti\n1;Caisse;01/12/2025 08:00;01/12/2025 08:05;01/12/2025 08:10\n");
        file.close();

        MemoryBranch branch;
        LogImporter importer(branch.door());
        const auto preview = importer.preview(path.toStdString());
        QVERIFY(preview);
        QCOMPARE(preview->columns.size(), 5u);
        QCOMPARE(preview->rows.size(), 1u);
        QCOMPARE(preview->delimiter, ';');

        using engine::HistoryField;
        engine::HistoryImportOptions options;
        options.assignment = {{HistoryField::ticket, "Nr"}, {HistoryField::queue, "Guichet"}, {HistoryField::arrivedAt, "Venu"},
                              {HistoryField::startedAt, "Servi"}, {HistoryField::endedAt, "Parti"}};
        options.timeZone = "UTC";
        const auto summary = importer.run(path.toStdString(), options, {});
        QVERIFY2(summary, summary ? "" : std::string(summary.error().code.name()).c_str());
        QCOMPARE(summary->imported, 1);
        QVERIFY(branch.rows[0].arrivedAt == fromIso8601("2025-12-01T08:00:00Z"));
        QVERIFY(branch.rows[0].calledAt == fromIso8601("2025-12-01T08:05:00Z"));

        options.timeZone = "Mars/Olympus";
        QCOMPARE(std::string(importer.run(path.toStdString(), options, {}).error().code.name()), std::string("unknown_time_zone"));
        QCOMPARE(std::string(importer.preview("no such file").error().code.name()), std::string("cannot_read"));
    }
};

QTEST_GUILESS_MAIN(TestLogImport)
#include "tst_log_import.moc"
