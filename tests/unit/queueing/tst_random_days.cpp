#include <algorithm>
#include <map>
#include <set>

#include <QTest>

#include <smartqueue/foundation/random_source.h>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::queueing;
using namespace std::chrono_literals;

/// Random commands against the invariants; the seed of a failing day is printed and runs it again.
class TestRandomDays : public QObject {
    Q_OBJECT

    static std::uint64_t firstSeed()
    {
        bool given = false;
        const std::uint64_t seed = qEnvironmentVariable("SQ_SEED").toULongLong(&given);
        return given ? seed : std::uint64_t(std::chrono::system_clock::now().time_since_epoch().count());
    }

    struct Day {
        World world;
        RandomSource random;
        std::vector<QueueId> queues;
        std::vector<AgentId> agents;
        std::vector<TicketId> tickets;
        /// What a command did wrong at once.
        QString fault;

        explicit Day(std::uint64_t seed) : random(seed)
        {
            for (int q = 0; q < 4; ++q)
                queues.push_back(world.queue("Q" + std::to_string(q), Discipline(random.between(0, 2)), {}, q < 3 ? std::string(1, char('A' + q)) : "A"));
            // Two queues of one prefix, with ranges that overlap or not.
            Queue shared = world.state.queue(queues.back())->config;
            shared.firstNumber = int(random.between(1, 60));
            shared.lastNumber = shared.firstNumber + int(random.between(20, 300));
            world.must(DefineQueue{shared});
            if (random.chance(0.3)) {
                Branch branch;
                branch.numberReset.never = true;
                world.must(DefineBranch{branch});
            }
            for (int a = 0; a < 5; ++a) {
                std::vector<Assignment> assignments;
                for (const QueueId queue : queues) {
                    if (random.chance(0.6))
                        assignments.push_back({queue, int(random.between(1, 3))});
                }
                agents.push_back(world.agent("Agent " + std::to_string(a), assignments));
            }
        }

        template <class T>
        T any(const std::vector<T> &of) { return of.empty() ? T{} : of[std::size_t(random.between(0, std::int64_t(of.size()) - 1))]; }

        void step()
        {
            world.wait(Duration(random.between(0, 40'000)));
            if (random.chance(0.002))
                world.wait(20h);
            // Closed tickets leave the live state meanwhile.
            if (random.chance(0.01))
                world.wait(31min);
            // Many things happen in one instant when counters are quick.
            if (random.chance(0.3))
                world.now = std::max(world.state.at, world.now - 40s);
            const AgentId agent = any(agents);
            const TicketId ticket = any(tickets);
            switch (random.between(0, 23)) {
            case 0: case 1: case 2: case 3: {
                IssueTicket issue;
                issue.queue = any(queues);
                issue.priority = int(random.between(0, 6));
                if (random.chance(0.1))
                    issue.number = QStringLiteral("A%1").arg(random.between(1, 150), 3, 10, QLatin1Char('0')).toStdString();
                if (random.chance(0.1))
                    issue.reservedFor = agent;
                if (world.tell(issue))
                    tickets.push_back({world.state.lastId});
                break;
            }
            case 4: case 5: case 6: (void)world.tell(CallNext{agent}, agent); break;
            case 7: (void)world.tell(CallTicket{agent, ticket, "random"}, agent); break;
            case 8: case 9: (void)world.tell(StartService{agent}, agent); break;
            case 10: case 11: (void)world.tell(CompleteService{agent, "done"}, agent); break;
            case 12: (void)world.tell(MarkNoShow{agent}, agent); break;
            case 13: (void)world.tell(HoldTicket{agent, "r"}, agent); break;
            case 14: (void)world.tell(ResumeTicket{agent, ticket}, agent); break;
            case 15: (void)world.tell(random.chance(0.7) ? TransferTicket{ticket, any(queues), {}} : TransferTicket{ticket, {}, agent}, random.chance(0.5) ? agent : AgentId{}); break;
            case 16: {
                const ReturnPlace place{ReturnPlace::Kind(random.between(0, 2)), int(random.between(0, 5))};
                if (world.tell(ReturnTicket{ticket, place}, agent))
                    fault = wronglyReturned(ticket, place);
                break;
            }
            case 17: (void)world.tell(random.chance(0.5) ? CommandBody(AbandonTicket{ticket}) : CommandBody(CancelTicket{ticket})); break;
            case 18: (void)world.tell(Undo{random.chance(0.7) ? agent : AgentId{}, {}}, agent); break;
            case 19: (void)world.tell(ChangePriority{ticket, int(random.between(-3, 9))}); break;
            case 20: (void)world.tell(SetAgentStatus{agent, AgentStatus(random.between(0, 2)), "r"}, agent); break;
            case 21:
                if (random.chance(0.3))
                    (void)world.tell(random.chance(0.5) ? CommandBody(SignOut{agent}) : CommandBody(SignIn{agent, {}}), agent);
                else if (random.chance(0.3))
                    (void)world.tell(SetDiscipline{any(queues), Discipline(random.between(0, 2))});
                else if (random.chance(0.3))
                    (void)world.tell(SetQueueStatus{any(queues), QueueStatus(random.between(0, 2))});
                else
                    (void)world.tell(random.chance(0.5) ? CommandBody(AssignAgent{agent, any(queues), {}}) : CommandBody(UnassignAgent{agent, any(queues)}));
                break;
            case 22: {
                SuggestedAction action;
                action.kind = SuggestionKind(random.between(0, 2));
                action.ticket = ticket;
                action.agent = agent;
                action.fromQueue = any(queues);
                action.toQueue = any(queues);
                action.discipline = Discipline(random.between(0, 2));
                (void)world.tell(ApplySuggestion{"s" + std::to_string(random.between(0, 9)), {action}});
                break;
            }
            case 23:
                if (random.chance(0.1) && world.tell(RemoveAgent{agent})) {
                    std::erase(agents, agent);
                    agents.push_back(world.agent("Agent " + std::to_string(world.state.lastId), {{any(queues), 1}, }));
                }
                break;
            }
        }

        QString wronglyReturned(TicketId id, const ReturnPlace &place) const
        {
            if (place.kind == ReturnPlace::Kind::own)
                return {};
            const QueueId queue = world.ticket(id).queue;
            const auto order = world.state.waitingInOrder(queue, world.now);
            const auto kept = world.state.queue(queue)->reserved.size();
            const std::size_t last = order.size() - 1;
            const std::size_t wanted = place.kind == ReturnPlace::Kind::end ? last : std::min(std::max(std::size_t(place.after), kept), last);
            const auto index = std::size_t(std::find(order.begin(), order.end(), id) - order.begin());
            return index == wanted ? QString() : QStringLiteral("returned to %1 instead of %2").arg(index).arg(wanted);
        }

        QString violation() const
        {
            if (!fault.isEmpty())
                return fault;
            std::map<TicketId, int> lines;
            for (const auto &[id, queue] : world.state.queues) {
                for (const auto &entry : queue.line.byPriority())
                    ++lines[entry.ticket];
                for (const TicketId reserved : queue.reserved)
                    ++lines[reserved];
                if (queue.today.served < 0 || queue.today.noShow < 0 || queue.waited.count() < 0)
                    return QStringLiteral("a figure is negative");
            }
            for (const auto &[id, agent] : world.state.agents) {
                if (!agent.current)
                    continue;
                const Ticket *inHand = world.state.ticket(agent.current);
                if (!inHand || inHand->agent != id || (inHand->state != TicketState::called && inHand->state != TicketState::serving))
                    return QStringLiteral("%1 has something in hand that is not there").arg(QString::fromStdString(agent.name));
            }
            for (const auto &[id, ticket] : world.state.tickets) {
                const Agent *keptFor = world.state.agent(ticket.reservedFor);
                if (ticket.state == TicketState::waiting && ticket.reservedFor && (!keptFor || keptFor->status == AgentStatus::offline))
                    return QStringLiteral("ticket %1 waits for nobody").arg(QString::fromStdString(ticket.number));
                const Duration walked = ticket.leg().startedAt ? *ticket.leg().startedAt - *ticket.leg().calledAt - ticket.leg().heldBefore : Duration(0);
                if (walked < Duration(0))
                    return QStringLiteral("ticket %1 walked backwards").arg(QString::fromStdString(ticket.number));
                const int expected = ticket.state == TicketState::waiting ? 1 : 0;
                if (lines[id] != expected)
                    return QStringLiteral("ticket %1 stands in %2 lines").arg(QString::fromStdString(ticket.number)).arg(lines[id]);
                const bool inHand = ticket.state == TicketState::called || ticket.state == TicketState::serving;
                const auto holders = std::count_if(world.state.agents.begin(), world.state.agents.end(),
                                                   [&, ticketId = id](const auto &agent) { return agent.second.current == ticketId; });
                if (holders != (inHand ? 1 : 0))
                    return QStringLiteral("ticket %1 is in %2 hands").arg(QString::fromStdString(ticket.number)).arg(holders);
            }
            return {};
        }

        QString numberGivenTwice() const
        {
            std::set<std::pair<std::int32_t, std::string>> given;
            for (const EventBatch &batch : world.log) {
                for (const Event &event : batch.events) {
                    const auto *issued = std::get_if<TicketIssued>(&event);
                    if (issued && !given.emplace(issued->businessDay, issued->number).second)
                        return QString::fromStdString(issued->number);
                }
            }
            return {};
        }

        /// Whoever was issued is still there or was closed by an event.
        int lost() const
        {
            std::set<TicketId> open;
            for (const EventBatch &batch : world.log) {
                for (const Event &event : batch.events) {
                    if (const auto *issued = std::get_if<TicketIssued>(&event))
                        open.insert(issued->ticket);
                    else if (const auto *undone = std::get_if<ActionUndone>(&event)) {
                        for (const Ticket &ticket : undone->tickets)
                            isOpen(ticket.state) ? void(open.insert(ticket.id)) : void(open.erase(ticket.id));
                    } else if (const auto *returned = std::get_if<TicketReturned>(&event))
                        open.insert(returned->ticket);
                    else if (const auto *completed = std::get_if<ServiceCompleted>(&event))
                        open.erase(completed->ticket);
                    else if (const auto *absent = std::get_if<TicketNotShown>(&event))
                        open.erase(absent->ticket);
                    else if (const auto *left = std::get_if<TicketAbandoned>(&event))
                        open.erase(left->ticket);
                    else if (const auto *cancelled = std::get_if<TicketCancelled>(&event))
                        open.erase(cancelled->ticket);
                }
            }
            return int(std::count_if(open.begin(), open.end(), [&](TicketId id) {
                const Ticket *ticket = world.state.ticket(id);
                return !ticket || !isOpen(ticket->state);
            }));
        }
    };

private Q_SLOTS:
    void randomDaysKeepEveryPromise()
    {
        const std::uint64_t first = firstSeed();
        qInfo("first seed %llu", static_cast<unsigned long long>(first));
        for (std::uint64_t seed = first; seed < first + 40; ++seed) {
            Day day(seed);
            for (int i = 0; i < 600; ++i) {
                day.step();
                const QString violation = day.violation();
                QVERIFY2(violation.isEmpty(), qPrintable(QStringLiteral("seed %1, step %2: %3").arg(seed).arg(i).arg(violation)));
            }
            QVERIFY2(day.numberGivenTwice().isEmpty(), qPrintable(QStringLiteral("seed %1: %2 twice").arg(seed).arg(day.numberGivenTwice())));
            QVERIFY2(day.lost() == 0, qPrintable(QStringLiteral("seed %1: %2 lost").arg(seed).arg(day.lost())));
        }
    }

    void whoeverIsListedFirstIsCalledFirstByTheRuleThatIsNamed()
    {
        const std::uint64_t first = firstSeed();
        qInfo("first seed %llu", static_cast<unsigned long long>(first));
        for (std::uint64_t seed = first; seed < first + 10; ++seed) {
            Day day(seed);
            for (int i = 0; i < 400; ++i) {
                day.step();
                const Agent *agent = day.world.state.agent(day.any(day.agents));
                if (!agent)
                    continue;
                const auto upcoming = upcomingFor(day.world.state, *agent, day.world.now, 50);
                for (std::size_t a = 0; a < upcoming.size(); ++a) {
                    const Ticket &ticket = day.world.ticket(upcoming[a].ticket);
                    const Standing standing = standingOf(day.world.state, *agent, ticket, day.world.now);
                    QVERIFY(standing.obstacle == Obstacle::none);
                    QCOMPARE(standing.choice.basis.rank, upcoming[a].basis.rank);
                    for (std::size_t b = a + 1; b < upcoming.size(); ++b)
                        QVERIFY2(precedenceOf(upcoming[a], upcoming[b]).firstGoes, qPrintable(QStringLiteral("seed %1").arg(seed)));
                }
                const auto next = nextFor(day.world.state, *agent, day.world.now);
                QVERIFY(next.has_value() == !upcoming.empty());
                QVERIFY(!next || next->ticket == upcoming.front().ticket);
            }
        }
    }

    void theLogRebuildsTheSameStateAndACheckpointTakesNothingAway()
    {
        const std::uint64_t first = firstSeed();
        qInfo("first seed %llu", static_cast<unsigned long long>(first));
        for (std::uint64_t seed = first; seed < first + 15; ++seed) {
            Day day(seed);
            for (int i = 0; i < 500; ++i)
                day.step();
            const std::string live = encodeState(day.world.state);
            BranchState rebuilt;
            const std::size_t middle = day.world.log.size() / 2;
            for (std::size_t i = 0; i < day.world.log.size(); ++i) {
                if (i == middle)
                    rebuilt = decodeState(encodeState(rebuilt)).value();
                EventBatch batch = day.world.log[i];
                batch.events = codec::decodeEvents(codec::encodeEvents(batch.events)).value();
                apply(rebuilt, batch);
            }
            QVERIFY2(encodeState(rebuilt) == live, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void anUndoRightAwayGivesEveryTicketAndAgentBack()
    {
        const std::uint64_t first = firstSeed();
        qInfo("first seed %llu", static_cast<unsigned long long>(first));
        int undone = 0;
        for (std::uint64_t seed = first; seed < first + 20; ++seed) {
            Day day(seed);
            for (int i = 0; i < 400; ++i) {
                day.step();
                const AgentId agent = day.any(day.agents);
                const BranchState before = day.world.state;
                const bool acted = bool(day.world.tell(CallNext{agent}, agent)) || bool(day.world.tell(CompleteService{agent, {}}, agent))
                    || bool(day.world.tell(MarkNoShow{agent}, agent));
                if (!acted || before.businessDay != day.world.state.businessDay)
                    continue;
                day.world.must(Undo{agent, {}}, agent);
                ++undone;
                for (const auto &[id, ticket] : before.tickets) {
                    // Closed ones leave the live state after a while.
                    if (!day.world.state.ticket(id) && !isOpen(ticket.state))
                        continue;
                    QCOMPARE(day.world.ticket(id).state, ticket.state);
                    QVERIFY(day.world.ticket(id).queue == ticket.queue);
                }
                for (const auto &[id, queue] : before.queues) {
                    QVERIFY(day.world.state.waitingInOrder(id, day.world.now) == before.waitingInOrder(id, day.world.now));
                    QCOMPARE(day.world.state.queue(id)->today.served, queue.today.served);
                    QCOMPARE(day.world.state.queue(id)->waited.count(), queue.waited.count());
                }
                QVERIFY(day.world.inHand(agent) == before.agents.at(agent).current);
            }
        }
        QVERIFY(undone > 100);
    }
};

QTEST_GUILESS_MAIN(TestRandomDays)
#include "tst_random_days.moc"
