#include <QTest>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/exchange/command_script.h>
#include <smartqueue/exchange/failure_text.h>

using namespace smartqueue;
using namespace smartqueue::exchange;

namespace {

/// A branch on a clock that stands still.
class RunningBranch {
public:
    RunningBranch()
    {
        engine::EngineOptions options;
        options.regularWork = false;
        m_engine = *engine::Engine::start(std::make_unique<engine::MemoryStore>(), m_clock, options);
    }

    /// Carries a line out, ' for the quotes; the sentence of its refusal, empty when it was done.
    std::string tell(std::string line)
    {
        for (char &c : line)
            c = c == '\'' ? '"' : c;
        auto settling = m_engine->settledSnapshot();
        settling.waitForFinished();
        ScriptCommand script = ScriptLine::parse(line)->command(settling.result()->state);
        if (script.command.refusal)
            return sentenceFor(*script.command.refusal);
        auto answering = m_engine->submit(std::move(script.command));
        answering.waitForFinished();
        const engine::Answer answer = answering.result();
        return answer ? std::string() : sentenceFor(answer.error());
    }

private:
    ManualClock m_clock{*fromIso8601("2026-01-05T09:00:00Z")};
    std::unique_ptr<engine::Engine> m_engine;
};

} // namespace

/// What the rules refuse, as people read it: every detail in its place.
class TestRefusals final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRefusalOfTheRulesSaysWhatItIsAbout()
    {
        RunningBranch branch;
        const auto done = [&](const char *line) {
            const std::string refusal = branch.tell(line);
            QVERIFY2(refusal.empty(), (std::string(line) + ": " + refusal).c_str());
        };
        const auto refused = [&](const char *line, const char *sentence) {
            const std::string told = branch.tell(line);
            QVERIFY2(told == sentence, (std::string(line) + ": " + told).c_str());
        };
        done("{'command':'create_service','name':'Cash'}");
        done("{'command':'create_service','name':'Visa','required_skills':['law']}");
        done("{'command':'create_queue','name':'Cash','service':'Cash','prefix':'C','max_capacity':2}");
        done("{'command':'create_queue','name':'Visa','service':'Visa','prefix':'V','last_number':2}");
        done("{'command':'create_queue','name':'Empty','service':'Cash','prefix':'E'}");
        done("{'command':'create_agent','name':'Nadia','queues':['Cash','Visa']}");
        done("{'command':'create_agent','name':'Omar','queues':['Cash'],'skills':['law']}");

        refused("{'command':'create_service','name':'cash'}", "The name “cash” is taken already.");
        refused("{'command':'create_queue','name':'Other','service':'Cash','prefix':'c'}", "The prefix “c” belongs to another queue, “Cash”.");
        refused("{'command':'create_service','name':''}", "The value of “name” is not valid.");
        refused("{'command':'remove_service','service':'Cash'}", "It is still in use: “Cash” by Cash.");
        refused("{'command':'set_branch','timezone':'Mars/Base'}", "The time zone “Mars/Base” is not known; use a name like Europe/Paris.");
        refused("{'command':'call_next','agent':'Nadia'}", "The agent Nadia is not signed in.");
        done("{'command':'sign_in','agent':'Nadia','counter':'3'}");
        refused("{'command':'sign_in','agent':'Nadia','counter':'4'}", "The agent Nadia is signed in already at 3.");
        refused("{'command':'sign_in','agent':'Omar','counter':'3'}", "The counter “3” is taken by Nadia.");
        refused("{'command':'call_next','agent':'Nadia'}", "Nobody is waiting for Nadia.");
        refused("{'command':'start','agent':'Nadia'}", "The agent Nadia has no ticket in hand.");
        refused("{'command':'unassign','agent':'Omar','queue':'Visa'}", "The agent Omar is not assigned to the queue “Visa”.");
        refused("{'command':'undo'}", "There is nothing to undo.");
        refused("{'command':'issue','queue':'Cash','at':'2026-01-05T08:00:00Z'}",
                "The time 2026-01-05T08:00:00Z lies before the last command (2026-01-05T09:00:00Z); time never runs backwards.");

        done("{'command':'issue','queue':'Cash'}");
        done("{'command':'issue','queue':'Cash'}");
        refused("{'command':'issue','queue':'Cash'}", "The queue “Cash” is full; it takes 2.");
        done("{'command':'issue','queue':'Visa'}");
        done("{'command':'issue','queue':'Visa'}");
        refused("{'command':'issue','queue':'Visa'}", "The queue “Visa” has no numbers left today after V002; widen its range.");
        refused("{'command':'remove_queue','queue':'Cash'}", "It is still in use: “Cash” by C001.");
        refused("{'command':'call','agent':'Nadia','number':'V001'}", "The agent Nadia lacks a skill that the service asks for in the queue “Visa”.");
        refused("{'command':'transfer','number':'C001','to_queue':'Visa'}", "The target cannot serve this ticket, C001 in the queue “Visa”.");
        refused("{'command':'transfer','number':'C001','to_agent':'Omar'}", "The agent Omar is not signed in.");
        done("{'command':'set_queue_status','queue':'Empty','status':'paused'}");
        refused("{'command':'issue','queue':'Empty'}", "The queue “Empty” is paused.");
        done("{'command':'set_queue_status','queue':'Empty','status':'closed'}");
        refused("{'command':'issue','queue':'Empty'}", "The queue “Empty” is closed.");

        done("{'command':'call_next','agent':'Nadia'}");
        refused("{'command':'call_next','agent':'Nadia'}", "The agent Nadia is busy with C001.");
        refused("{'command':'abandon','number':'C001'}", "The ticket C001 is in the wrong state for this: it is called, not waiting.");
        refused("{'command':'undo','at':'2026-01-05T09:10:00Z'}", "It is too late to undo this; that is possible for 30 seconds.");
        refused("{'command':'apply','suggestion':'nothing'}", "The suggestion “nothing” no longer fits; a new one is being worked out.");
        refused("{'command':'acknowledge_alert','alert':9}", "There is no open alert 9.");
        refused("{'command':'change_priority','number':'C002','priority':5000}", "The value of “priority” is out of range (-1000 to 1000).");
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
