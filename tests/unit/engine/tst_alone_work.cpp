#include <map>
#include <set>

#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
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

/// On a disk that is full now and then.
struct FullOutbox final : Outbox {
    Result<std::vector<Entry>> all() override { return kept.all(); }
    Result<std::vector<Aside>> aside() override { return kept.aside(); }
    Result<std::int64_t> keep(const Command &command) override { return isFull ? fail(storage_failures::diskFull) : kept.keep(command); }
    Done offer(std::int64_t upTo) override { return isFull ? fail(storage_failures::diskFull) : kept.offer(upTo); }
    Done drop(const std::vector<std::int64_t> &numbers) override { return isFull ? fail(storage_failures::diskFull) : kept.drop(numbers); }
    Done setAside(std::int64_t number, const Failure &why) override { return isFull ? fail(storage_failures::diskFull) : kept.setAside(number, why); }

    MemoryOutbox kept;
    std::atomic<bool> isFull = false;
};

/// The host and a desktop that follows it, with a cable between them.
struct Pair : Upstream {
    ManualClock clock{opening};
    FullOutbox outbox;
    std::unique_ptr<Installation> host = Installation::start(std::make_unique<MemoryStore>(), clock, quiet()).value();
    std::unique_ptr<Installation> desk = Installation::start(std::make_unique<MemoryStore>(), clock, quiet()).value();
    std::unique_ptr<TailReader> tail = host->openTail().value();
    Position followed;
    std::atomic<bool> heard = true;
    /// The desktop's program has heard its host before.
    std::atomic<bool> hasFollowed = true;
    /// What the host will never take.
    std::set<CommandId> refused;
    QueueId queue;
    AgentId ann;
    AgentId ben;

    Pair()
    {
        desk->decideElsewhere(this);
        desk->isDesktop("desk");
        if (!desk->workAlone(&outbox))
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
        (void)desk->workAlone(nullptr);
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
    QFuture<std::vector<Answer>> offer(std::vector<Command> done) override
    {
        if (refused.empty())
            return host->submitTogether(std::move(done));
        std::vector<Answer> answers;
        for (Command &each : done) {
            const bool isRefused = refused.contains(each.id);
            answers.push_back(isRefused ? Answer(fail(failures::notAlone, {{"reason", "unreadable"}})) : resultOf(host->submitTogether({std::move(each)})).front());
        }
        QPromise<std::vector<Answer>> promise;
        promise.start();
        promise.addResult(std::move(answers));
        promise.finish();
        return promise.future();
    }
    bool isInStep() const override { return heard; }
    bool mayGoAlone(const CommandId &id) const override { return !heard && (hasFollowed || id.empty()); }

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
        // With another customer's ticket in hand it is not that one's either.
        QVERIFY(pair.ask(*pair.host, CancelTicket{ticket}));
        QVERIFY(pair.ask(*pair.host, pair.issuing()));
        const TicketId other = pair.ask(*pair.host, CallNext{pair.ben})->ticket;
        QVERIFY(other != ticket);
        QVERIFY(pair.ask(*pair.host, StartService{pair.ben}));
        QCOMPARE(std::string(pair.ask(*pair.host, SettleConflict{conflict.id, true}).error().code.name()), std::string("not_in_hand"));
        QVERIFY(pair.stateOf(*pair.host).ticket(other)->state == TicketState::serving);
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
            if (random.between(0, 49) == 0) {
                Queue config = pair.stateOf(*pair.host).queue(pair.queue)->config;
                config.prefix = config.prefix == "P" ? "Q" : "P";
                QVERIFY(pair.ask(*pair.host, DefineQueue{config}));
            } else if (random.between(0, 29) == 0) {
                // The desktop's program starts anew.
                QVERIFY(pair.desk->workAlone(&pair.outbox));
            } else if (act == 0 && pair.heard) {
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

    void whatNoHostTakesIsSetAsideAndTheRestArrives()
    {
        Pair pair;
        pair.heard = false;
        pair.refused = {"bad"};
        const Answer good = pair.ask(*pair.desk, pair.issuing(), "good");
        const Answer bad = pair.ask(*pair.desk, pair.issuing(), "bad");
        const Answer last = pair.ask(*pair.desk, CallTicket{pair.ben, good->ticket, {}}, "call");
        QVERIFY(last);
        pair.hear();
        QCOMPARE(pair.ask(*pair.host, pair.issuing(), "good")->number, good->number);
        QCOMPARE(pair.stateOf(*pair.host).agent(pair.ben)->current.value, good->ticket.value);
        QVERIFY(pair.stateOf(*pair.host).conflicts.empty());
        QTRY_COMPARE(pair.desk->setAside().size(), std::size_t(1));
        const Outbox::Aside aside = pair.desk->setAside().front();
        QCOMPARE(aside.ticket.value, bad->ticket.value);
        QCOMPARE(aside.code + ' ' + aside.reason, std::string("not_alone unreadable"));
        // The desktop goes on, with its host and without, and after it was started anew; the number stays given.
        QVERIFY(pair.ask(*pair.desk, pair.issuing()));
        pair.follow();
        pair.heard = false;
        QVERIFY(pair.desk->workAlone(&pair.outbox));
        QCOMPARE(pair.desk->setAside().size(), std::size_t(1));
        std::set<std::string> given{bad->number, good->number};
        for (int i = 0; i < 8; ++i)
            QVERIFY(given.insert(pair.ask(*pair.desk, pair.issuing())->number).second);
    }

    void whatWasDoneUnderAnotherNameIsAConflict()
    {
        Pair pair;
        pair.heard = false;
        QVERIFY(pair.ask(*pair.desk, pair.issuing(), "mine"));
        Command command = pair.outbox.all()->front().command;
        command.refusal = Failure{failures::notAlone, {{"reason", "device"}, {"device", "desk before"}}};
        const Answer taken = resultOf(pair.host->submitTogether({command})).front();
        QVERIFY(taken && taken->conflict);
        const Conflict conflict = pair.stateOf(*pair.host).conflicts.begin()->second;
        QCOMPARE(conflict.reason, std::string("not_alone"));
        QVERIFY(!conflict.number.empty());
        QCOMPARE(taken->number, conflict.number);
        QVERIFY(pair.ask(*pair.host, SettleConflict{conflict.id, true}));
        QVERIFY(pair.stateOf(*pair.host).ticketByNumber(conflict.number));
    }

    void aRefusalOfBeforeUndoesNothing()
    {
        Pair pair;
        QVERIFY(!pair.ask(*pair.host, CallNext{pair.ann}, "again"));
        Command command{"again", StartService{pair.ben}, {}, {}};
        command.alone = DoneAlone{"desk", pair.clock.now(), {}};
        const Answer taken = resultOf(pair.host->submitTogether({command})).front();
        QVERIFY(taken && taken->conflict);
    }

    void aResendIsToldItsConflict()
    {
        Pair pair;
        pair.heard = false;
        const Answer issued = pair.ask(*pair.desk, pair.issuing(), "refused");
        QVERIFY(pair.ask(*pair.host, SetQueueStatus{pair.queue, QueueStatus::closed}));
        pair.hear();
        const ConflictId conflict = pair.stateOf(*pair.host).conflicts.begin()->first;
        for (Installation *where : {pair.host.get(), pair.desk.get()}) {
            const Answer again = pair.ask(*where, pair.issuing(), "refused");
            QVERIFY(again);
            QCOMPARE(again->conflict.value, conflict.value);
            QCOMPARE(again->number, issued->number);
        }
    }

    void withTooManyConflictsTheRestWaitsAtTheDesktop()
    {
        Pair pair;
        std::vector<Command> many;
        for (std::size_t i = 0; i < limits::conflicts; ++i) {
            many.push_back({"old " + std::to_string(i), StartService{pair.ben}, {}, {}});
            many.back().alone = DoneAlone{"desk", pair.clock.now(), {}};
        }
        for (const Answer &answer : resultOf(pair.host->submitTogether(many)))
            QVERIFY(answer && answer->conflict);
        pair.follow();
        pair.heard = false;
        const Answer issued = pair.ask(*pair.desk, pair.issuing(), "waits");
        QVERIFY(pair.ask(*pair.host, SetQueueStatus{pair.queue, QueueStatus::closed}));
        pair.heard = true;
        pair.desk->offerWhatWasDone();
        // It goes to its host with whatever it asks next.
        Answer next = fail(failures::busy);
        QTRY_VERIFY((next = pair.ask(*pair.desk, SetAgentStatus{pair.ben, AgentStatus::paused, {}})).has_value());
        QVERIFY(!next->alone);
        QCOMPARE(pair.desk->toOffer(), std::size_t(1));
        QCOMPARE(pair.stateOf(*pair.host).conflicts.size(), limits::conflicts);
        QVERIFY(pair.ask(*pair.host, SettleConflict{pair.stateOf(*pair.host).conflicts.begin()->first, false}));
        pair.hear();
        QCOMPARE(pair.stateOf(*pair.host).conflicts.rbegin()->second.number, issued->number);
    }

    void aNumberIsNotFreeWhileTheHostsLogIsOnItsWay()
    {
        Pair pair;
        pair.heard = false;
        const Answer first = pair.ask(*pair.desk, pair.issuing());
        QVERIFY(first);
        pair.heard = true;
        pair.desk->offerWhatWasDone();
        QTRY_COMPARE(pair.desk->toOffer(), std::size_t(0));
        // The host is gone again, and its log has not come.
        pair.heard = false;
        const Answer second = pair.ask(*pair.desk, pair.issuing());
        QVERIFY(second);
        QVERIFY(second->number != first->number && second->ticket != first->ticket);
        QVERIFY(!pair.ask(*pair.desk, CallTicket{pair.ben, first->ticket, {}}));
        pair.hear();
        QVERIFY(pair.stateOf(*pair.host).conflicts.empty());
        QVERIFY(queueing::encodeState(pair.stateOf(*pair.host)) == queueing::encodeState(pair.stateOf(*pair.desk)));
    }

    void whatTheLogHoldsIsNotOfferedAgain()
    {
        Pair pair;
        pair.heard = false;
        QVERIFY(pair.ask(*pair.desk, pair.issuing(), "lost answer"));
        const Command command = pair.outbox.all()->front().command;
        QVERIFY(pair.outbox.offer(1));
        QVERIFY(resultOf(pair.host->submitTogether({command})).front());
        pair.follow();
        QVERIFY(pair.outbox.all()->empty());
        QVERIFY(pair.outbox.keep(command) && pair.outbox.offer(2));
        QVERIFY(pair.desk->workAlone(&pair.outbox));
        QCOMPARE(pair.desk->toOffer(), std::size_t(0));
        QVERIFY(pair.outbox.all()->empty());
    }

    void noActLooksLikeOneOfTheLog()
    {
        Pair pair;
        pair.heard = false;
        const TicketId ticket = pair.ask(*pair.desk, pair.issuing())->ticket;
        const Ticket waiting = *pair.stateOf(*pair.desk).ticket(ticket);
        QVERIFY(resultOf(pair.desk->settledSnapshot(firstSite))->isAhead);
        // As many commands at the host, so that its log comes to the same length.
        for (int i = 0; i < 3; ++i)
            QVERIFY(pair.ask(*pair.host, pair.issuing()));
        QVERIFY(pair.ask(*pair.desk, CallNext{pair.ben}));
        const Ticket called = *pair.stateOf(*pair.desk).ticket(ticket);
        pair.hear();
        const queueing::BranchState state = pair.stateOf(*pair.desk);
        QVERIFY(!resultOf(pair.desk->settledSnapshot(firstSite))->isAhead);
        QVERIFY(waiting.revision > state.sequence && called.revision > state.sequence && waiting.revision != called.revision);
        QVERIFY(state.ticket(ticket)->revision <= state.sequence);
    }

    void whoStartsWithoutAHostGoesOnWithWhatNobodyWasAskedBefore()
    {
        Pair pair;
        pair.heard = false;
        const Answer before = pair.ask(*pair.desk, pair.issuing(), "before");
        pair.hasFollowed = false;
        QVERIFY(pair.desk->workAlone(&pair.outbox));
        // Somebody may have asked a host under this id.
        QCOMPARE(std::string(pair.ask(*pair.desk, pair.issuing(), "brought along").error().code.name()), std::string("host_unreachable"));
        Command fresh{"made here", pair.issuing(), {}, {}};
        fresh.isNew = true;
        const Answer issued = resultOf(pair.desk->submit(fresh));
        QVERIFY(issued && issued->alone);
        const Answer other = pair.ask(*pair.desk, pair.issuing());
        QVERIFY(other && other->alone);
        QCOMPARE(std::set<std::string>({before->number, issued->number, other->number}).size(), std::size_t(3));
        pair.hear();
        QVERIFY(pair.stateOf(*pair.host).conflicts.empty());
        QCOMPARE(pair.ask(*pair.host, pair.issuing(), "made here")->number, issued->number);
    }

    void whatWasOfferedIsNobodysOwnAnyMore()
    {
        Pair pair;
        pair.heard = false;
        const Answer issued = pair.ask(*pair.desk, pair.issuing());
        QVERIFY(issued);
        // It may have reached a host that nobody hears any more.
        QVERIFY(pair.outbox.offer(1));
        QVERIFY(pair.desk->workAlone(&pair.outbox));
        QVERIFY(!pair.ask(*pair.desk, CallNext{pair.ben}));
    }

    void withAFullDiskTheDeskGoesOn()
    {
        Pair pair;
        pair.heard = false;
        const Answer issued = pair.ask(*pair.desk, pair.issuing(), "kept");
        QVERIFY(issued);
        pair.outbox.isFull = true;
        QCOMPARE(pair.ask(*pair.desk, pair.issuing(), "not kept").error().code, storage_failures::diskFull);
        QCOMPARE(pair.desk->toOffer(), std::size_t(1));
        // What is there is offered all the same, and what the host does arrives.
        pair.heard = true;
        pair.desk->offerWhatWasDone();
        QTRY_COMPARE(pair.desk->toOffer(), std::size_t(0));
        pair.follow();
        QVERIFY(pair.stateOf(*pair.desk).ticketByNumber(issued->number));
        QVERIFY(pair.ask(*pair.host, pair.issuing()));
        pair.follow();
        QVERIFY(queueing::encodeState(pair.stateOf(*pair.host)) == queueing::encodeState(pair.stateOf(*pair.desk)));
        // It is offered no second time, and the outbox is empty once it can be.
        pair.outbox.isFull = false;
        QVERIFY(pair.ask(*pair.host, pair.issuing()));
        pair.follow();
        QVERIFY(pair.outbox.all()->empty());
        pair.heard = false;
        const Answer next = pair.ask(*pair.desk, pair.issuing());
        QVERIFY(next && next->number != issued->number);
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
