#include "desktop.h"

#include <algorithm>

namespace smartqueue::peer_simulation {

using namespace replication;

namespace {

const std::string cluster = "branch";
constexpr Schemas schemas;
constexpr Time passesEvery = 100 * millisecond;
constexpr Time lookPassesEvery = 100 * millisecond;

} // namespace

Desktop::Desktop(int index, World &world)
    : m_index(index), m_world(world), m_clockStart(world.random.between(0, 1'000'000) * second), m_log{0}, m_durable(1), m_leads(index == 0)
{
}

Moment Desktop::moment() const
{
    return Moment((m_clockStart + m_world.now) / millisecond);
}

Instant Desktop::wall() const
{
    return m_world.people.opening() + Duration(m_world.now / millisecond) + m_wallOffset;
}

bool Desktop::holds(RecordIndex record) const
{
    const std::size_t at = std::size_t(m_world.records[record].end.sequence) - 1;
    return at < m_durable && m_log[at] == record;
}

Position Desktop::end() const
{
    return m_world.records.endOf(m_log, m_durable);
}

bool Desktop::isFollowing() const
{
    return m_replica && m_replica->isFollowing(moment());
}

void Desktop::start()
{
    m_power = Power::running;
    ++m_life;
    m_world.network.started(m_index);
    m_world.say("d", m_index, " starts, ", m_leads ? "host" : "replica", " at ", m_durable);
    beginAsDiskSays();
    m_world.plan(m_world.random.between(0, passesEvery), What::passed, m_index, m_life);
}

void Desktop::beginAsDiskSays()
{
    const bool fits = m_incarnation == m_incarnationBeside;
    m_incarnation = m_incarnationBeside = std::int64_t(m_world.random.next() >> 1);
    if (!fits && m_world.trial.plant != Plant::trustRestored)
        m_leads = false;
    if (m_leads)
        beginHost();
    else
        beginReplica(end());
}

void Desktop::beginReplica(const Position &end)
{
    leaveRole();
    m_replica = std::make_unique<Replica>(Member{nameOfDesktop(m_index), nameOfDesktop(m_index)}, cluster, schemas, end, m_world.random, moment());
}

void Desktop::leaveRole()
{
    endLook();
    for (const Link link : m_links)
        m_world.network.close(link, m_index);
    m_links.clear();
    m_guests.clear();
    m_dialing = 0;
    m_host.reset();
    m_replica.reset();
    m_hostEffects.clear();
    m_stepDown.reset();
    m_results.clear();
    m_pending.clear();
    m_deciding = false;
    m_answers.clear();
    m_copies.clear();
    m_copy.clear();
}

void Desktop::crash(bool silently)
{
    m_world.say("d", m_index, silently ? " loses its power" : " crashes");
    m_power = Power::off;
    ++m_life;
    m_world.network.crashed(m_index, silently);
    m_links.clear();
    leaveRole();
    m_inbox.clear();
    m_operations.clear();
    ++m_diskTurn;
    // What was not forced to the disk may be there, in part or not at all.
    m_log.resize(m_durable + std::size_t(m_world.random.between(0, std::int64_t(m_log.size() - m_durable))));
    m_durable = m_log.size();
}

void Desktop::freeze()
{
    m_world.say("d", m_index, " freezes");
    m_power = Power::frozen;
}

void Desktop::wake()
{
    m_world.say("d", m_index, " wakes");
    // What others said before the sleep is old; a host's own protocol knows of it.
    if (m_look && m_look->forAdmin)
        lookAround(true, m_look->epoch);
    m_power = Power::running;
    const int life = m_life;
    if (m_world.random.chance(0.3))
        pass();
    // What lay in its sockets and its timers comes in the order in which it came.
    for (const Occasion &event : std::exchange(m_inbox, {})) {
        if (life == m_life)
            take(event);
    }
}

void Desktop::take(const Occasion &event)
{
    if (m_power == Power::off)
        return;
    const bool hasLife = event.what == What::passed || event.what == What::diskWritten || event.what == What::diskDone
        || event.what == What::snapshotMade || event.what == What::snapshotRead || event.what == What::lookPassed;
    if (hasLife && event.life != m_life)
        return;
    if (m_power == Power::frozen) {
        m_inbox.push_back(event);
        return;
    }
    switch (event.what) {
    case What::passed:
        pass();
        m_world.plan(passesEvery, What::passed, m_index, m_life);
        break;
    case What::dialArrived: dialArrived(event); break;
    case What::dialAnswered: dialAnswered(event); break;
    case What::dialFailed: dialFailed(event); break;
    case What::frame: frame(event); break;
    case What::linkEnded: linkEnded(event); break;
    case What::diskWritten: written(event.value); break;
    case What::diskDone: durable(event.value); break;
    case What::snapshotMade:
        if (m_host && m_copies.contains(event.link)) {
            const std::string &copy = m_copies[event.link];
            perform(m_host->snapshotMade(event.link, SnapshotOffer{std::int64_t(copy.size()), "digest", end()}, moment()));
        }
        break;
    case What::snapshotRead:
        if (m_host && m_copies.contains(event.link)) {
            const std::string &copy = m_copies[event.link];
            perform(m_host->snapshotRead(event.link, event.value, copy.substr(std::min(copy.size(), std::size_t(event.value)), snapshotChunk), moment()));
        }
        break;
    case What::lookPassed: lookPassed(event.value); break;
    default: break;
    }
}

void Desktop::pass()
{
    if (m_host) {
        perform(m_host->passed(moment()));
    } else if (m_replica) {
        follow(m_replica->passed(moment()));
        if (isFollowing()) {
            m_lastHost = indexOfDesktop(m_replica->host());
            const auto &live = m_replica->live();
            if (std::find(live.begin(), live.end(), nameOfDesktop(m_index)) != live.end())
                m_isRestored = false;
        }
    }
}

void Desktop::dialArrived(const Occasion &event)
{
    if (!m_world.network.arrived(event))
        return;
    m_links.insert(event.link);
    if (m_host)
        perform(m_host->connected(event.link, nameOfDesktop(m_world.network.other(event.link, m_index)), moment()));
    else
        m_guests.insert(event.link);
}

void Desktop::dialAnswered(const Occasion &event)
{
    if (!m_world.network.answered(event))
        return;
    if (m_look && m_look->inquiry.holds(event.link)) {
        m_world.network.send(event.link, m_index, encode({{cluster, nameOfDesktop(m_index), m_look->epoch, 1}, WhoLeads{}}));
    } else if (m_replica && event.link == m_dialing) {
        m_dialing = 0;
        follow(m_replica->connected(event.link, nameOfDesktop(m_world.network.other(event.link, m_index)), moment()));
    } else {
        close(event.link);
    }
}

void Desktop::dialFailed(const Occasion &event)
{
    if (!m_world.network.failed(event))
        return;
    m_links.erase(event.link);
    if (m_look && m_look->inquiry.holds(event.link)) {
        lookUnanswered(event.link, m_world.network.wasCut(event) ? NoAnswer::cut : NoAnswer::absent);
    } else if (m_replica && event.link == m_dialing) {
        m_dialing = 0;
        follow(m_replica->connectFailed(moment()));
    }
}

void Desktop::frame(const Occasion &event)
{
    std::string bytes;
    if (!m_world.network.takeFrame(event, bytes))
        return;
    if (m_look && m_look->inquiry.holds(event.link))
        lookAnswered(event.link, bytes);
    else if (m_guests.contains(event.link))
        toGuest(event.link, bytes);
    else if (m_host)
        perform(m_host->received(event.link, bytes, moment()));
    else if (m_replica)
        follow(m_replica->received(event.link, bytes, moment()));
}

void Desktop::linkEnded(const Occasion &event)
{
    if (!m_world.network.ended(event))
        return;
    m_links.erase(event.link);
    m_guests.erase(event.link);
    if (m_look && m_look->inquiry.holds(event.link)) {
        lookUnanswered(event.link, NoAnswer::notLetIn);
    } else if (m_host) {
        perform(m_host->disconnected(event.link, moment()));
    } else if (m_replica) {
        if (event.link == m_dialing) {
            m_dialing = 0;
            follow(m_replica->connectFailed(moment()));
        } else {
            follow(m_replica->disconnected(event.link, moment()));
        }
    }
}

void Desktop::toGuest(Link link, const std::string &bytes)
{
    const auto asked = decode(bytes);
    if (!asked || !m_replica)
        return close(link);
    const Leads leads = m_replica->leads(asked->envelope.epoch, asked->envelope.from, {}, moment());
    const Envelope envelope{cluster, nameOfDesktop(m_index), leads.epoch, 1};
    if (std::holds_alternative<WhoLeads>(asked->message))
        m_world.network.send(link, m_index, encode({envelope, leads}));
    else if (std::holds_alternative<Hello>(asked->message))
        m_world.network.send(link, m_index, encode({envelope, NotHost{leads.epoch, leads.isAlive ? leads.host : DeviceId(), {}}}));
    else
        close(link);
}

void Desktop::close(Link link)
{
    m_world.network.close(link, m_index);
    m_links.erase(link);
    m_guests.erase(link);
}

void Desktop::lookAround(bool forAdmin, Epoch epoch, Moment patience)
{
    endLook();
    m_look = Look{Inquiry(moment(), patience), forAdmin, m_world.trial.plant == Plant::noEpoch ? 1 : epoch, ++m_lookTurn};
    for (int other = 0; other < m_world.count(); ++other) {
        if (other != m_index)
            dialForAnswer(other);
    }
    m_world.plan(lookPassesEvery, What::lookPassed, m_index, m_life, m_lookTurn);
}

void Desktop::dialForAnswer(int other)
{
    const Link link = m_world.network.dial(m_index, other);
    m_links.insert(link);
    m_look->inquiry.dialed(link, nameOfDesktop(other));
}

void Desktop::lookAnswered(Link link, const std::string &bytes)
{
    const auto frame = decode(bytes);
    if (const auto *leads = frame ? std::get_if<Leads>(&frame->message) : nullptr) {
        Leads answer = *leads;
        answer.epoch = std::max(leads->epoch, frame->envelope.epoch);
        m_look->inquiry.answered(link, nameOfDesktop(m_world.network.other(link, m_index)), answer);
    } else {
        m_look->inquiry.ended(link, NoAnswer::absent, moment());
    }
    close(link);
    passLook();
}

void Desktop::lookUnanswered(Link link, NoAnswer why)
{
    m_look->inquiry.ended(link, why, moment());
    passLook();
}

void Desktop::lookPassed(int turn)
{
    if (!m_look || m_look->turn != turn)
        return;
    for (const DeviceId &device : m_look->inquiry.due(moment()))
        dialForAnswer(indexOfDesktop(device));
    m_world.plan(lookPassesEvery, What::lookPassed, m_index, m_life, turn);
    passLook();
}

void Desktop::passLook()
{
    if (!m_look->inquiry.isOver(moment()))
        return;
    const Look look = *m_look;
    endLook();
    if (look.forAdmin) {
        m_world.people.advised(m_index, look.inquiry.answers());
    } else if (m_host) {
        m_world.say("d", m_index, " has looked around, ", look.inquiry.answers().size(), " answered", look.inquiry.isTurnedAway() ? ", turned away" : "");
        perform(look.inquiry.isTurnedAway() ? m_host->turnedAway(moment()) : m_host->lookedAround(look.inquiry.answers(), moment()));
    }
}

void Desktop::endLook()
{
    if (!m_look)
        return;
    const Look look = *std::exchange(m_look, std::nullopt);
    for (const Link link : look.inquiry.open())
        close(link);
}

void Desktop::press(int agent, const std::string &id)
{
    if (m_host)
        submit(id, {agent, 0});
    else if (m_replica)
        follow(m_replica->request(id, {}, moment()));
}

void Desktop::askAround(Epoch under)
{
    lookAround(true, std::max(under, m_replica ? epoch() : 0));
}

void Desktop::backUp()
{
    m_backup = Backup{{m_log.begin(), m_log.begin() + std::ptrdiff_t(m_durable)}, m_leads};
}

void Desktop::restoreBackup()
{
    m_world.say("d", m_index, " gets a backup back: ", m_backup->log.size(), " of ", m_log.size());
    m_log = m_backup->log;
    m_durable = m_log.size();
    m_leads = m_backup->leads;
    m_beforeTakeOver = 0;
    // A copy is a life of its own: it never carries the mark of the one it was taken from.
    m_incarnation = 0;
    m_isRestored = true;
    ++m_world.findings.restored;
}

void Desktop::setDisk(Time delay, double failure)
{
    m_diskDelay = delay;
    m_diskFailure = failure;
}

} // namespace smartqueue::peer_simulation
