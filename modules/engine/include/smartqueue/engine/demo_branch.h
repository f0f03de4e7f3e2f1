#pragma once

#include <array>
#include <memory>
#include <string>

#include <QObject>

#include <smartqueue/engine/engine.h>

namespace smartqueue::engine {

/// The demo's day: a Thursday whose doors open at 8 in the demo branch's zone.
Instant demoDayStart();
/// When the demo is handed to the person at the screen; the crisis comes an hour of the branch later.
Instant demoHandOver();
/// Two wall-clock minutes bring an hour of the branch.
inline constexpr double demoSpeed = 30.0;

/// What the demo's branch calls things, for people to read: in the language of whoever watches.
struct DemoWords {
    struct Errand {
        std::string service;
        std::string queue;
    };
    std::string branch = "Downtown branch";
    /// In the order of the numbers' letters, A to D.
    std::array<Errand, 4> errands{{{"Passport renewal", "Passports"},
                                   {"Tax payment", "Payments"},
                                   {"Information", "Information"},
                                   {"Vehicle registration", "Vehicle titles"}}};
    /// Why two agents leave in the crisis.
    std::string breakReason = "Fire drill";
};

/// Invented customers and agents of a town hall, as commands through the engine's door: the same seed lives the same day.
/// Lives in the thread that made it.
class DemoBranch : public QObject {
    Q_OBJECT
public:
    /// The engine must run on `clock`; all outlive the demo. In a database with users it is the program's door.
    DemoBranch(Engine &engine, PacedClock &clock, std::uint64_t seed, DemoWords words = {}, QObject *parent = nullptr);
    ~DemoBranch() override;

    /// Creates the branch in an empty database, four weeks of history included, and opens the doors. The visitor's agent is this
    /// user's. Blocks.
    Done furnish(UserId visitor = {});
    /// Lives on until `until`, as fast as the machine goes. Blocks.
    void fastForward(Instant until);
    /// Goes on at the pace of the clock.
    void start(double speed = demoSpeed);
    /// The agent whom the person at the screen plays; the demo leaves them alone.
    AgentId visitorsAgent() const;

private:
    class Day;
    std::unique_ptr<Day> m_day;
};

} // namespace smartqueue::engine
