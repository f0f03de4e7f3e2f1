#include <algorithm>
#include <cstring>

#include "desktop.h"

namespace smartqueue::peer_simulation {

using namespace replication;

void Desktop::follow(ReplicaEffects effects)
{
    for (const ReplicaEffect &effect : effects)
        std::visit([this](const auto &e) { perform(e); }, effect);
}

void Desktop::perform(const Connect &effect)
{
    if (m_dialing != 0)
        close(std::exchange(m_dialing, 0));
    int to = indexOfDesktop(effect.device);
    if (to < 0 || to >= m_world.count() || to == m_index) {
        // Who led last, then the others in turn.
        to = m_nextCandidate % 2 == 0 ? m_lastHost : (m_nextCandidate / 2) % m_world.count();
        ++m_nextCandidate;
        if (to == m_index)
            to = (m_index + 1 + (m_nextCandidate / 2) % (m_world.count() - 1)) % m_world.count();
    }
    m_dialing = m_world.network.dial(m_index, to);
    m_links.insert(m_dialing);
}

void Desktop::perform(const AppendEntries &effect)
{
    Operation operation{Operation::Kind::entries, {}, 0};
    for (const Entry &entry : effect.entries) {
        const RecordIndex index = m_world.records.indexOf(entry.bytes);
        if (index < 0 || !(m_world.records[index].end == entry.end))
            return follow(m_replica->diverged(moment()));
        operation.records.push_back(index);
    }
    write(std::move(operation));
}

void Desktop::perform(const BeginSnapshot &)
{
    m_copy.clear();
}

void Desktop::perform(const WriteSnapshot &effect)
{
    m_copy.resize(std::size_t(effect.offset));
    m_copy += effect.bytes;
}

void Desktop::perform(const TakeSnapshot &)
{
    std::vector<RecordIndex> log(m_copy.size() / sizeof(RecordIndex));
    std::memcpy(log.data(), m_copy.data(), log.size() * sizeof(RecordIndex));
    // Behind the log stands what makes the copy large; record 0 is the first of every log and stands nowhere else.
    const auto padding = log.empty() ? log.end() : std::find(log.begin() + 1, log.end(), 0);
    log.erase(padding, log.end());
    write({Operation::Kind::install, std::move(log), 0});
}

void Desktop::perform(const Told &effect)
{
    m_world.people.answered(-1, effect.id, effect.bytes);
}

void Desktop::perform(const NotTold &effect)
{
    m_world.people.notAnswered(effect.id);
}

void Desktop::perform(const CannotFollow &)
{
}

void Desktop::takeOver(Epoch epoch)
{
    // Decided behind everything that is on its way to the disk.
    m_operations.push_back({Operation::Kind::takeOver, {}, m_world.trial.plant == Plant::noEpoch ? 1 : epoch});
    if (m_operations.size() == 1)
        nextOperation();
}

} // namespace smartqueue::peer_simulation
