#include <QBuffer>
#include <QTest>

#include <nlohmann/json.hpp>

#include <smartqueue/exchange/command_script.h>
#include <smartqueue/exchange/script_lines.h>
#include <smartqueue/foundation/random_source.h>

#include "script_branch.h"

using namespace smartqueue;
using namespace smartqueue::exchange;
using testing::branch;

namespace {

/// JSON with ' for the quotes.
std::string json(std::string text)
{
    for (char &c : text)
        c = c == '\'' ? '"' : c;
    return text;
}

Result<ScriptCommand> read(const std::string &text)
{
    const auto line = ScriptLine::parse(json(text));
    if (!line)
        return tl::unexpected(line.error());
    return line->command(branch());
}

template <class Body>
Body bodyOf(const std::string &text)
{
    const auto script = read(text);
    if (!script || script->command.refusal || !std::holds_alternative<Body>(script->command.body)) {
        QTest::qFail(text.c_str(), __FILE__, __LINE__);
        return {};
    }
    return std::get<Body>(script->command.body);
}

std::string codeOf(const std::string &text)
{
    const auto script = read(text);
    if (!script)
        return std::string(script.error().code.name());
    return script->command.refusal ? std::string(script->command.refusal->code.name()) : std::string();
}

} // namespace

class TestCommandScript final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void setupCommandsAreRead()
    {
        const auto service = bodyOf<DefineService>("{'command':'create_service','name':'Cash','sla_seconds':120}").service;
        QCOMPARE(service.name, std::string("Cash"));
        QVERIFY(service.sla == std::chrono::seconds(120));
        const auto queue = bodyOf<DefineQueue>("{'command':'create_queue','name':'C','service':'Payments','algorithm':'sla','prefix':'C','max_capacity':20}").queue;
        QVERIFY(queue.service == ServiceId{1});
        QVERIFY(queue.discipline == Discipline::sla);
        QCOMPARE(queue.maxCapacity, std::optional<int>(20));
        QVERIFY(bodyOf<DefineQueue>("{'command':'create_queue','name':'C','service':'payments'}").queue.prefix.empty());
        const auto agent = bodyOf<DefineAgent>("{'command':'create_agent','name':'Zoé','queues':['حسابات 🙂','Payments'],'skills':['x']}").agent;
        QCOMPARE(agent.assignments.size(), 2u);
        QVERIFY(agent.assignments[0].queue == QueueId{3});
        QCOMPARE(agent.assignments[1].rank, 2);
        QVERIFY(bodyOf<SetDiscipline>("{'command':'set_algorithm','queue':'Payments','algorithm':'priority'}").discipline == Discipline::priority);
        QVERIFY(bodyOf<SetQueueStatus>("{'command':'set_queue_status','queue':'Payments','status':'paused'}").status == QueueStatus::paused);
        QCOMPARE(bodyOf<AssignAgent>("{'command':'assign','agent':'Omar','queue':'Payments','rank':2}").rank, std::optional<int>(2));
        QVERIFY(!bodyOf<AssignAgent>("{'command':'assign','agent':'Omar','queue':'Payments'}").rank);
        QVERIFY(bodyOf<UnassignAgent>("{'command':'unassign','agent':'Omar','queue':'Payments'}").agent == AgentId{5});
        const auto changed = bodyOf<DefineBranch>("{'command':'set_branch','name':'Centre','reset_hour':'never','timezone':'Europe/Paris'}").branch;
        QVERIFY(changed.numberReset.never);
        QCOMPARE(changed.timeZone, std::string("Europe/Paris"));
        QCOMPARE(changed.retentionDays, 365);
        QCOMPARE(bodyOf<DefineAgent>("{'command':'create_agent','name':'Zoé','hourly_cost':2350}").agent.hourlyCost, std::optional<int>(2350));
        QVERIFY(!agent.hourlyCost);
    }

    void breakReasonsAreNamesWithOrWithoutALimit()
    {
        const auto reasons = bodyOf<DefineBranch>("{'command':'set_branch','break_reasons':[{'name':'lunch','limit_minutes':30},'meeting',{'name':'prayer'}]}")
                                 .branch.breakReasons;
        QCOMPARE(reasons.size(), 3u);
        QCOMPARE(reasons[0].name, std::string("lunch"));
        QVERIFY(reasons[0].limit == std::chrono::minutes(30));
        QCOMPARE(reasons[1].name, std::string("meeting"));
        QVERIFY(!reasons[1].limit && !reasons[2].limit);
        QVERIFY(bodyOf<DefineBranch>("{'command':'set_branch','break_reasons':[]}").branch.breakReasons.empty());
        for (const char *wrong : {"'lunch'", "[3]", "[{'limit_minutes':3}]", "[{'name':'x','limit_minutes':0}]", "[{'name':'x','limit':3}]"})
            QVERIFY2(!codeOf(std::string("{'command':'set_branch','break_reasons':") + wrong + "}").empty(), wrong);
    }

    void deskCommandsAreRead()
    {
        QCOMPARE(bodyOf<SignIn>("{'command':'sign_in','agent':'Omar','counter':'3'}").counter, std::string("3"));
        QVERIFY(bodyOf<SetAgentStatus>("{'command':'set_status','agent':'Omar','status':'paused','reason':'lunch'}").status == AgentStatus::paused);
        const auto issue = bodyOf<IssueTicket>("{'command':'issue','queue':'Payments','priority':5,'channel':'web','customer':'c1'}");
        QCOMPARE(issue.priority, 5);
        QCOMPARE(issue.channel, std::string("web"));
        QVERIFY(bodyOf<CallNext>("{'command':'call_next','agent':'Omar'}").agent == AgentId{5});
        QVERIFY(bodyOf<CallTicket>("{'command':'call','agent':'Omar','number':'P002'}").ticket == TicketId{7});
        for (const char *verb : {"recall", "start", "no_show", "complete", "sign_out"})
            QVERIFY(codeOf(std::string("{'command':'") + verb + "','agent':'Nadia'}").empty());
        QCOMPARE(bodyOf<HoldTicket>("{'command':'hold','agent':'Nadia','reason':'papers'}").reason, std::string("papers"));
        QVERIFY(bodyOf<ResumeTicket>("{'command':'resume','agent':'Omar','number':'P001'}").ticket == TicketId{6});
        QVERIFY(bodyOf<AbandonTicket>("{'command':'abandon','number':'P002'}").ticket == TicketId{7});
        QVERIFY(bodyOf<CancelTicket>("{'command':'cancel','number':'P002'}").ticket == TicketId{7});
        QCOMPARE(bodyOf<ChangePriority>("{'command':'change_priority','number':'P002','priority':7}").priority, 7);
        QVERIFY(bodyOf<Undo>("{'command':'undo','agent':'Omar'}").agent == AgentId{5});
        QVERIFY(!bodyOf<Undo>("{'command':'undo'}").agent);
        QCOMPARE(bodyOf<ApplySuggestion>("{'command':'apply','suggestion':'move-1-2'}").suggestion, std::string("move-1-2"));
        QVERIFY(read("{'command':'call_next','agent':'Omar'}")->command.actor == AgentId{5});
    }

    void aTransferTakesANumberOrTheTicketInHand()
    {
        QVERIFY(bodyOf<TransferTicket>("{'command':'transfer','number':'P002','to_queue':'Payments'}").ticket == TicketId{7});
        const auto inHand = bodyOf<TransferTicket>("{'command':'transfer','agent':'Nadia','to_agent':'Omar'}");
        QVERIFY(inHand.ticket == TicketId{6});
        QVERIFY(inHand.agent == AgentId{5});
        QCOMPARE(codeOf("{'command':'transfer','agent':'Omar','to_queue':'Payments'}"), std::string("no_current_ticket"));
        QCOMPARE(codeOf("{'command':'transfer','number':'P002'}"), std::string("missing_field"));
        QCOMPARE(codeOf("{'command':'transfer','number':'P002','to_queue':'Payments','to_agent':'Omar'}"), std::string("invalid_value"));
    }

    void aReturnHasAPlace()
    {
        QVERIFY(bodyOf<ReturnTicket>("{'command':'return','number':'P001'}").place.kind == ReturnPlace::Kind::own);
        QVERIFY(bodyOf<ReturnTicket>("{'command':'return','number':'P001','place':'end'}").place.kind == ReturnPlace::Kind::end);
        const ReturnPlace after = bodyOf<ReturnTicket>("{'command':'return','agent':'Nadia','place':3}").place;
        QVERIFY(after.kind == ReturnPlace::Kind::after);
        QCOMPARE(after.after, 3);
        QCOMPARE(codeOf("{'command':'return','number':'P001','place':'first'}"), std::string("invalid_value"));
        QCOMPARE(codeOf("{'command':'return','number':'P001','place':-1}"), std::string("out_of_range"));
    }

    void idAndTimeBelongToEveryCommand()
    {
        const auto script = read("{'command':'issue','queue':'Payments','id':'k-1','at':'2026-01-05T10:00:00+01:00'}");
        QVERIFY(script);
        QCOMPARE(script->command.id, std::string("k-1"));
        QVERIFY(script->command.at == fromIso8601("2026-01-05T09:00:00Z"));
        QCOMPARE(read("{'command':'undo','id':17}")->command.id, std::string("17"));
        QCOMPARE(codeOf("{'command':'undo','id':''}"), std::string("invalid_value"));
        QCOMPARE(codeOf("{'command':'undo','id':['x']}"), std::string("invalid_value"));
        QCOMPARE(codeOf("{'command':'undo','id':'" + std::string(129, 'x') + "'}"), std::string("invalid_value"));
        QCOMPARE(codeOf("{'command':'undo','at':'yesterday'}"), std::string("invalid_value"));
        QCOMPARE(codeOf("{'command':'undo','at':5}"), std::string("invalid_value"));
        QCOMPARE(codeOf("{'command':'undo','at':'9999-12-31T23:59:59Z'}"), std::string("time_out_of_range"));
        QCOMPARE(codeOf("{'command':'undo','at':'1969-12-31T23:59:59Z'}"), std::string("time_out_of_range"));
        QVERIFY(codeOf("{'command':'undo','at':'2199-12-31T23:59:59Z'}").empty());
    }

    void theVerbHasSeveralKeys()
    {
        for (const char *key : {"command", "cmd", "do", "op", "type", "action", "verb"})
            QVERIFY(codeOf(std::string("{'") + key + "':'undo'}").empty());
    }

    void badLinesSayWhy_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const std::string &line, const char *code) {
            QTest::newRow(line.substr(0, 60).c_str()) << QByteArray::fromStdString(line) << QByteArray(code);
        };
        row("", "malformed");
        row("nonsense", "malformed");
        row("[]", "malformed");
        row("'undo'", "malformed");
        row("{'command':'undo'", "malformed");
        row("{'command':'undo'} {}", "malformed");
        row("{'command':'undo','id':'a','id':'b'}", "malformed");
        row("{'command':'issue','queue':'Payments','priority':1e999}", "malformed");
        row("{'command':'issue','queue':'\xff\xfe'}", "malformed");
        row(std::string("{'command':'undo\0'}", 19), "malformed");
        row("{'command':'issue','queue':" + std::string(20'000, '[') + std::string(20'000, ']') + "}", "malformed");
        row(std::string(60'000, '{'), "malformed");
        row("{'command':'undo','id':'" + std::string(70'000, 'x') + "'}", "too_long");
        row("{}", "missing_field");
        row("{'command':5}", "invalid_value");
        row("{'command':'drop_table'}", "unknown_command");
        row("{'command':'ISSUE'}", "unknown_command");
        row("{'command':'issue'}", "missing_field");
        row("{'command':'issue','queue':null}", "missing_field");
        row("{'command':'issue','queue':7}", "invalid_value");
        row("{'command':'issue','queue':['Payments']}", "invalid_value");
        row("{'command':'issue','queue':'Payments','priority':'5'}", "invalid_value");
        row("{'command':'issue','queue':'Payments','priority':5.5}", "invalid_value");
        row("{'command':'issue','queue':'Payments','priority':1000000}", "out_of_range");
        row("{'command':'issue','queue':'Payments','priority':18446744073709551615}", "out_of_range");
        row("{'command':'issue','queue':'Payments','colour':'red'}", "unknown_field");
        row("{'command':'hold','agent':'Nadia'}", "missing_field");
        row("{'command':'set_status','agent':'Nadia','status':'asleep'}", "invalid_value");
        row("{'command':'create_queue','name':'x','service':'Payments','algorithm':'lifo'}", "invalid_value");
        row("{'command':'create_queue','name':'x','service':'Payments','max_capacity':0}", "out_of_range");
        row("{'command':'create_agent','name':'x','queues':'Payments'}", "invalid_value");
        row("{'command':'create_agent','name':'x','queues':[1]}", "invalid_value");
        row("{'command':'create_service','name':'x','sla_seconds':-1}", "out_of_range");
        row("{'command':'issue','queue':'Nowhere'}", "unknown_queue");
        row("{'command':'issue','queue':'" + std::string(10'000, 'q') + "'}", "unknown_queue");
        row("{'command':'call_next','agent':'Nobody'}", "unknown_agent");
        row("{'command':'abandon','number':'Z999'}", "unknown_ticket");
        row("{'command':'create_queue','name':'x','service':'None'}", "unknown_service");
        row("{'command':'create_agent','name':'x','queues':['Nowhere']}", "unknown_queue");
    }
    void badLinesSayWhy()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, code);
        QCOMPARE(codeOf(line.toStdString()), code.toStdString());
    }

    void aHostileNameIsNotEchoedInFull()
    {
        const auto script = read("{'command':'issue','queue':'" + std::string(10'000, 'q') + "'}");
        QVERIFY(script->command.refusal->detail.at("queue").size() < 210);
        const auto field = read("{'command':'undo','" + std::string(10'000, 'f') + "':1}");
        QVERIFY(field->command.refusal->detail.at("field").size() < 210);
    }

    void aRefusedLineKeepsItsId()
    {
        for (const char *line : {"{'command':'issue','queue':'Renamed since','id':'k'}", "{'command':'issue','queue':7,'id':'k'}", "{'command':'fly','id':'k'}"}) {
            const auto script = read(line);
            QVERIFY(script && script->command.refusal);
            QCOMPARE(script->command.id, std::string("k"));
        }
        QVERIFY(read("{'command':'issue','queue':'Renamed since'}")->hasUnknownName);
        QVERIFY(!read("{'command':'issue','queue':7}")->hasUnknownName);
    }

    void aLineSaysWhetherItReadsTickets()
    {
        QVERIFY(read("{'command':'abandon','number':'P002'}")->readsTickets);
        QVERIFY(read("{'command':'transfer','agent':'Nadia','to_queue':'Payments'}")->readsTickets);
        QVERIFY(!read("{'command':'call_next','agent':'Nadia'}")->readsTickets);
        QVERIFY(!read("{'command':'issue','queue':'Payments'}")->readsTickets);
    }

    void anUnknownReservationNeverBecomesNone()
    {
        const auto script = read("{'command':'issue','queue':'Payments','reserved_for':'Nobody','id':'x'}");
        QVERIFY(script);
        QVERIFY(bool(std::get<IssueTicket>(script->command.body).reservedFor));
    }

    void resultsAreOneFlatObject()
    {
        engine::Receipt receipt;
        receipt.sequence = 9;
        receipt.at = fromIso8601("2026-01-05T09:00:00Z").value();
        receipt.ticket = {6};
        receipt.number = "P001";
        const auto good = nlohmann::json::parse(resultLine(3, receipt, branch(), "k"));
        QVERIFY(good["line"] == 3);
        QVERIFY(good["ok"] == true);
        QVERIFY(good["number"] == "P001");
        QVERIFY(good["queue"] == "Payments");
        QVERIFY(good["state"] == "waiting");
        QVERIFY(good["id"] == "k");
        QVERIFY(good["at"] == "2026-01-05T09:00:00Z");
        const auto bad = nlohmann::json::parse(resultLine(4, fail(FailureCode("queue_full"), {{"queue", "Payments"}}), branch()));
        QVERIFY(bad["ok"] == false);
        QVERIFY(bad["code"] == "queue_full");
        QVERIFY(bad["message"] == "The queue “Payments” is full.");
        QVERIFY(bad["detail"]["queue"] == "Payments");
        QVERIFY(!bad.contains("id"));
    }

    void linesAreNumberedAndBounded()
    {
        QByteArray bytes = QByteArray("\xef\xbb\xbf{1}\r\n\n   \n{2}\n") + QByteArray(50 * 1024 * 1024, 'x') + "\n{3}";
        QBuffer device(&bytes);
        device.open(QIODevice::ReadOnly);
        ScriptLines lines(device);
        const ScriptLines::Line *line = lines.next();
        QCOMPARE(line->number, 1);
        QCOMPARE(line->text, std::string("{1}\r"));
        line = lines.next();
        QCOMPARE(line->number, 4);
        QCOMPARE(line->text, std::string("{2}"));
        line = lines.next();
        QCOMPARE(line->number, 5);
        QVERIFY(line->tooLong);
        line = lines.next();
        QCOMPARE(line->number, 6);
        QCOMPARE(line->text, std::string("{3}"));
        QVERIFY(!line->tooLong);
        QVERIFY(lines.next() == nullptr);
    }

    void randomLinesNeverBreakTheReader()
    {
        const auto seed = std::uint64_t(qEnvironmentVariableIsSet("SQ_SEED") ? qEnvironmentVariable("SQ_SEED").toULongLong() : 11);
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        RandomSource random(seed);
        const std::string sound = json("{'command':'create_agent','name':'x','queues':['Payments'],'id':'q','at':'2026-01-05T09:00:00Z'}");
        const queueing::BranchState state = branch();
        for (int round = 0; round < 5000; ++round) {
            std::string line = sound;
            for (auto changes = random.between(1, 6); changes > 0; --changes) {
                const auto at = std::size_t(random.between(0, std::int64_t(line.size()) - 1));
                if (random.chance(0.3))
                    line.erase(at, std::size_t(random.between(1, 5)));
                else
                    line[at] = char(random.between(0, 255));
                if (line.empty())
                    line = "{";
            }
            const auto script = ScriptLine::parse(line);
            engine::Answer answer = engine::Receipt{};
            if (!script)
                answer = tl::unexpected(script.error());
            else if (const auto refusal = script->command(state).command.refusal)
                answer = tl::unexpected(*refusal);
            QVERIFY(nlohmann::json::accept(resultLine(1, answer, state, script ? script->id() : CommandId())));
        }
    }
};

QTEST_GUILESS_MAIN(TestCommandScript)
#include "tst_command_script.moc"
