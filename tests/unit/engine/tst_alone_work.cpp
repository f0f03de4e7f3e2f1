#include <map>
#include <set>

#include <QTest>

#include <smartqueue/engine/installation.h>
#include <smartqueue/engine/memory_outbox.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/foundation/random_source.h>
#include <smartqueue/replication/wire.h>

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace std::chrono_literals;

namespace {

constexpr Instant opening = Instant(std::chrono::sys_days(std::chrono::year{2026} / 11 / 19)) + 9h;

EngineOptions quiet()
{
    EngineOptions options;
    options.regularWork = false;
    return options;
}

template <class T>
T resultOf(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// The host and a desktop that follows it, with a cable between them.
struct Pair : Upstream {
    ManualClock clock{opening};
    MemoryOutbox outbox;
    std::unique_ptr<Installation> host = Installation::start(std::make_unique<MemoryStore>(), clock, quiet()).value();
    std::unique_ptr<Installation> desk = Installation::start(std::make_unique<MemoryStore>(), clock, quiet()).value();
    std::unique_ptr<TailReader> tail = host->openTail().value();
    Position followed;
    std::atomic<bool> heard = true;
    QueueId queue;
    AgentId ann;
    AgentId ben;

    Pair()
    {
        desk->decideElsewhere(this);
        if (!desk->workAlone(&outbox, "desk"))
            qFatal("the outbox cannot be read");
        Service service;
        service.name = "Passports";
        Queue config;
        config.name = "Passports";
        config.service = {ask(*host, DefineService{service})->entity};
        config.prefix = "P";
        queue = {ask(*host, DefineQueue{config})->entity};
        for (AgentId *agent : {&ann, &ben}) {
            Agent profile;
            profile.name = agent == &ann ? "Ann" : "Ben";
            profile.assignments = {{queue, 1}};
            *agent = {ask(*host, DefineAgent{profile})->entity};
            (void)ask(*host, SignIn{*agent, profile.name});
        }
        grant();
        follow();
    }
    ~Pair() override
    {
        (void)desk->workAlone(nullptr, {});
        desk->decideElsewhere(nullptr);
        tail.reset();
    }

    Answer ask(Installation &where, CommandBody body, CommandId id = {}) const { return resultOf(where.submit(Command{std::move(id), std::move(body), {}, {}})); }
    void grant() const
    {
        Command command{{}, GrantNumbers{{"host", "desk"}}, {}, {}};
        command.user = theProgram;
        (void)resultOf(host->submit(std::move(command)));
    }
    void follow()
    {
        for (;;) {
            auto groups = tail->read(followed, 1 << 20).value();
            if (!groups || groups->empty())
                return;
            followed = *groups->back().end;
            QVERIFY(resultOf(desk->follow(std::move(*groups))));
        }
    }
    /// The cable is there again: what was done alone is offered, and the desktop follows.
    void hear()
    {
        heard = true;
        follow();
        desk->offerWhatWasDone();
        QTRY_COMPARE(desk->toOffer(), std::size_t(0));
        follow();
        clock.advance(1s);
    }
    IssueTicket issuing() const
    {
        IssueTicket issue;
        issue.queue = queue;
        return issue;
    }
    const queueing::BranchState stateOf(Installation &where) const { return resultOf(where.settledSnapshot(firstSite))->state; }

    QFuture<Answer> submit(Command command) override { return heard ? host->submit(std::move(command)) : refusal(); }
    QFuture<Result<accounts::Session>> signIn(std::string, std::string, std::string, std::string) override { return {}; }
    QFuture<Result<accounts::Session>> signInWithPin(UserId, std::string, std::string) override { return {}; }
    QFuture<Result<accounts::Session>> resume(accounts::Session, std::string) override { return {}; }
    QFuture<std::vector<Answer>> offer(std::vector<Command> done) override { return host->submitTogether(std::move(done)); }
    bool isInStep() const override { return heard; }
    bool mayGoAlone(const CommandId &) const override { return !heard; }

    static QFuture<Answer> refusal()
    {
        QPromise<Answer> promise;
        promise.start();
        promise.addResult(fail(replication::peer_failures::hostUnreachable));
        promise.finish();
        return promise.future();
    }
};

} // namespace

/// A desktop that loses its host, goes on, and finds it again.
class TestAloneWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsInHandIsFinishedAndArrives()
    {
        Pair pair;
        const TicketId ticket = pair.ask(*pair.host, pair.issuing())->ticket;
        QVERIFY(pair.ask(*pair.desk, CallNext{pair.ben}));
        pair.follow();
        pair.heard = false;
        const Answer started = pair.ask(*pair.desk, StartService{pair.ben});
        QVERIFY(started && started->alone);
        QCOMPARE(started->sequence, Sequence(0));
        pair.clock.advance(5min);
        QVERIFY(pair.ask(*pair.desk, CompleteService{pair.ben, {}}));
        QCOMPARE(pair.desk->toOffer(), std::size_t(2));
        QVERIFY(pair.stateOf(*pair.desk).ticket(ticket)->state == TicketState::completed);
        QVERIFY(pair.stateOf(*pair.host).ticket(ticket)->state == TicketState::called);
        pair.clock.advance(1h);
        pair.hear();
        const queueing::BranchState state = pair.stateOf(*pair.host);
        QVERIFY(state.ticket(ticket)->state == TicketState::completed);
        QVERIFY(*state.ticket(ticket)->leg().endedAt - *state.ticket(ticket)->leg().startedAt == 5min);
        QVERIFY(state.conflicts.empty());
        QVERIFY(queueing::encodeState(state) == queueing::encodeState(pair.stateOf(*pair.desk)));
    }

    void whatWasPromisedAtTheDeskHolds()
    {
        Pair pair;
        pair.heard = false;
        const Answer issued = pair.ask(*pair.desk, pair.issuing(), "one");
        QVERIFY(issued && issued->alone);
        // Whoever asks again is told the same.
        QCOMPARE(pair.ask(*pair.desk, pair.issuing(), "one")->number, issued->number);
        QCOMPARE(pair.desk->toOffer(), std::size_t(1));
        pair.hear();
        const Answer arrived = pair.ask(*pair.desk, pair.issuing(), "one");
        QCOMPARE(arrived->number, issued->number);
        QCOMPARE(arrived->ticket.value, issued->ticket.value);
        QVERIFY(arrived->sequence > 0);
    }

    void whatNeedsTheHostSaysSo()
    {
        Pair pair;
        (void)pair.ask(*pair.host, pair.issuing());
        pair.follow();
        pair.heard = false;
        const Answer call = pair.ask(*pair.desk, CallNext{pair.ben});
        QVERIFY(!call);
        QCOMPARE(std::string(call.error().code.name()), std::string("host_unreachable"));
        QCOMPARE(call.error().detail.at("reason"), std::string("tickets"));
        QCOMPARE(pair.desk->toOffer(), std::size_t(0));
    }

    void whatDoesNotFitIsAConflictWithBothStories()
    {
        Pair pair;
        const TicketId ticket = pair.ask(*pair.host, pair.issuing())->ticket;
        QVERIFY(pair.ask(*pair.host, CallNext{pair.ben}));
        QVERIFY(pair.ask(*pair.host, StartService{pair.ben}));
        pair.follow();
        pair.heard = false;
        QVERIFY(pair.ask(*pair.desk, CompleteService{pair.ben, {}}));
        QVERIFY(pair.ask(*pair.host, ReturnTicket{ticket, {}}));
        pair.hear();
        const queueing::BranchState state = pair.stateOf(*pair.host);
        QCOMPARE(state.conflicts.size(), std::size_t(1));
        const Conflict &conflict = state.conflicts.begin()->second;
        QCOMPARE(conflict.act, std::string("complete"));
        QCOMPARE(conflict.device, std::string("desk"));
        QCOMPARE(conflict.number, state.ticket(ticket)->number);
        QCOMPARE(conflict.reason, std::string("no_current_ticket"));
        QVERIFY(state.ticket(ticket)->state == TicketState::waiting);
        // It cannot be done again as long as it does not fit; that it does not is told, and nothing settled.
        QCOMPARE(std::string(pair.ask(*pair.host, SettleConflict{conflict.id, true}).error().code.name()), std::string("no_current_ticket"));
        QVERIFY(pair.ask(*pair.desk, SettleConflict{conflict.id, false}));
        QVERIFY(pair.stateOf(*pair.host).conflicts.empty());
    }

    void aRefusedTicketIsIssuedUnderItsNumberOnceItFits()
    {
        Pair pair;
        pair.heard = false;
        const Answer refused = pair.ask(*pair.desk, pair.issuing());
        const Answer next = pair.ask(*pair.desk, pair.issuing());
        QVERIFY(refused && next);
        QVERIFY(pair.ask(*pair.host, SetQueueStatus{pair.queue, QueueStatus::closed}));
        pair.hear();
        QCOMPARE(pair.stateOf(*pair.host).conflicts.size(), std::size_t(2));
        QVERIFY(pair.ask(*pair.host, SetQueueStatus{pair.queue, QueueStatus::active}));
        for (const auto &[id, conflict] : pair.stateOf(*pair.host).conflicts)
            QVERIFY(pair.ask(*pair.host, SettleConflict{id, true}));
        const queueing::BranchState state = pair.stateOf(*pair.host);
        QVERIFY(state.conflicts.empty());
        QVERIFY(state.ticketByNumber(refused->number) && state.ticketByNumber(next->number));
    }

    void nobodyComesBetweenATicketsIssueAndItsCall()
    {
        Pair pair;
        pair.heard = false;
        const Answer issued = pair.ask(*pair.desk, pair.issuing());
        QCOMPARE(pair.ask(*pair.desk, CallNext{pair.ben})->ticket.value, issued->ticket.value);
        pair.heard = true;
        pair.desk->offerWhatWasDone();
        // Ann asks at the very moment.
        std::vector<QFuture<Answer>> calls;
        for (int i = 0; i < 50; ++i)
            calls.push_back(pair.host->submit(Command{{}, CallNext{pair.ann}, {}, {}}));
        for (const QFuture<Answer> &call : calls)
            QVERIFY(!resultOf(call));
        QTRY_COMPARE(pair.desk->toOffer(), std::size_t(0));
        QCOMPARE(pair.stateOf(*pair.host).agent(pair.ben)->current.value, issued->ticket.value);
    }

    void nothingIsGivenOrCalledTwice()
    {
        const auto seed = std::uint64_t(QDateTime::currentMSecsSinceEpoch());
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        RandomSource random(seed);
        Pair pair;
        std::multiset<std::string> issued;
        std::map<std::int64_t, QStringList> called;
        std::map<CommandId, Receipt> alone;
        for (int i = 0; i < 1'500; ++i) {
            pair.clock.advance(Duration(random.between(0, 30'000)));
            const bool atDesk = random.between(0, 1) == 1;
            Installation &where = atDesk ? *pair.desk : *pair.host;
            const AgentId agent = atDesk ? pair.ben : pair.ann;
            const CommandId id = "act " + std::to_string(i);
            const auto act = random.between(0, 9);
            if (act == 0 && pair.heard) {
                pair.heard = false;
            } else if (act == 0) {
                pair.grant();
                pair.hear();
            } else if (act <= 3) {
                const Answer answer = pair.ask(where, pair.issuing(), id);
                if (answer) {
                    issued.insert(answer->number);
                    if (answer->alone)
                        alone.emplace(id, *answer);
                }
            } else if (act <= 6) {
                if (const Answer answer = pair.ask(where, CallNext{agent}, id))
                    called[answer->ticket.value].append(QStringLiteral("%1 as %2%3 under %4").arg(atDesk ? QStringLiteral("Ben") : QStringLiteral("Ann"), QString::fromStdString(answer->number),
                                                                                               answer->alone ? QStringLiteral(" alone") : QString()).arg(i));
            } else {
                (void)pair.ask(where, act <= 8 ? CommandBody(StartService{agent}) : CommandBody(CompleteService{agent, {}}), id);
            }
            if (pair.heard)
                pair.follow();
        }
        pair.hear();
        QVERIFY(!issued.empty() && !called.empty() && !alone.empty());
        qInfo("%zu issued, %zu of them alone, %zu called", issued.size(), alone.size(), called.size());
        for (const std::string &number : issued)
            QCOMPARE(issued.count(number), std::size_t(1));
        for (const auto &[ticket, calls] : called)
            QVERIFY2(calls.size() == 1, qPrintable(calls.join(QStringLiteral(", "))));
        for (const auto &[id, receipt] : alone) {
            const Answer arrived = pair.ask(*pair.host, pair.issuing(), id);
            QVERIFY(arrived && !arrived->conflict);
            QCOMPARE(arrived->number, receipt.number);
            QCOMPARE(arrived->ticket.value, receipt.ticket.value);
        }
        QVERIFY(pair.stateOf(*pair.host).conflicts.empty());
        QVERIFY(queueing::encodeState(pair.stateOf(*pair.host)) == queueing::encodeState(pair.stateOf(*pair.desk)));
    }

    void whatWasOfferedIsNobodysOwnAnyMore()
    {
        Pair pair;
        pair.heard = false;
        const Answer issued = pair.ask(*pair.desk, pair.issuing());
        QVERIFY(issued);
        // It may have reached a host that nobody hears any more.
        QVERIFY(pair.outbox.offer(1));
        QVERIFY(pair.desk->workAlone(&pair.outbox, "desk"));
        QVERIFY(!pair.ask(*pair.desk, CallNext{pair.ben}));
    }

    void theNextHostTakesWhatItDidAlone()
    {
        Pair pair;
        pair.heard = false;
        const Answer issued = pair.ask(*pair.desk, pair.issuing());
        QVERIFY(issued);
        pair.desk->decideElsewhere(nullptr);
        pair.desk->offerWhatWasDone();
        QTRY_COMPARE(pair.desk->toOffer(), std::size_t(0));
        const queueing::BranchState state = pair.stateOf(*pair.desk);
        QVERIFY(state.ticketByNumber(issued->number));
        QVERIFY(state.conflicts.empty());
    }
};

QTEST_GUILESS_MAIN(TestAloneWork)
#include "tst_alone_work.moc"
