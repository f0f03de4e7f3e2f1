#pragma once

#include <cstdint>
#include <queue>
#include <vector>

#include "branch_arm.h"
#include "rollout_tally.h"
#include "visitors.h"

namespace smartqueue::simulation {

/// Runs one way of the branch from its start, again and again. One thread; the arm and the plan outlive it.
class BranchRollout {
public:
    BranchRollout(const BranchArm &arm, const RolloutPlan &plan);

    /// `present` are those of the arm, in its order. Fails with the kernel's refusal of what the branch would do.
    Result<RolloutResult> run(const std::vector<Visitor> &present, const std::vector<Visitor> &arrivals);

private:
    enum class Happening { serviceStarts, serviceEnds, noShow, patienceEnds, breakEnds, shiftBegins, shiftEnds };
    struct Pending {
        Instant at{};
        /// Ties go by the order of scheduling.
        std::uint32_t order = 0;
        Happening what = Happening::serviceEnds;
        /// An agent, or a person where patience ends.
        int who = 0;
    };
    struct Later {
        bool operator()(const Pending &a, const Pending &b) const { return a.at != b.at ? a.at > b.at : a.order > b.order; }
    };
    struct Person {
        Visitor visitor;
        TicketId ticket;
        Instant waitingSince{};
        bool isWaiting = false;
        bool isCounted = false;
        /// Counted, or in hand from the start: the day is not over before they are out.
        bool isFollowed = false;
    };
    struct Seat {
        /// Free to call.
        bool isFree = false;
        Instant freeSince{};
        /// In hand; -1: nobody.
        int person = -1;
        /// Their shift is over.
        bool goes = false;
    };

    void reset();
    Done begin(const std::vector<Visitor> &present);
    void takeSeats();
    void addPresent(const PresentTicket &ticket, const Visitor &visitor);
    Done follow(const std::vector<Visitor> &arrivals);
    void advance(Instant to);
    Done arrive(const Visitor &visitor);
    Done happen(const Pending &pending);
    /// The agent calls if somebody waits for them, and is free otherwise.
    Done callOrRest(int agent);
    Done call(int agent);
    Done startOrWalk(int agent, double walkMilliseconds);
    Done start(int agent, double serviceMilliseconds);
    template <class Body>
    Done finish(int agent, Body command);
    Done leave(int person);
    Done signIn(int agent);
    Done signOut(int agent);
    /// What an agent does who has nobody in hand any more.
    Done goOn(int agent);
    int freeServer(int queue) const;
    bool isAnybodyWaitingFor(const ArmAgent &agent) const;
    void countCall(const Person &person, bool comes);
    void isOut(const Person &person);
    void countUnserved();
    template <class Body>
    Done carryOut(Body command);
    void schedule(double milliseconds, Happening what, int who);

    const BranchArm &m_arm;
    const RolloutPlan &m_plan;
    queueing::BranchState m_state;
    Command m_command;
    EventBatch m_batch;
    Instant m_now{};
    std::priority_queue<Pending, std::vector<Pending>, Later> m_pending;
    std::uint32_t m_scheduled = 0;
    std::vector<Person> m_people;
    std::vector<Seat> m_seats;
    std::vector<int> m_waiting;
    /// Kept for their agent at the start, and not called yet.
    int m_reserved = 0;
    /// Followed ones in the branch.
    int m_inside = 0;
    RolloutTally m_tally;
};

} // namespace smartqueue::simulation
