#include <algorithm>

#include "desktop.h"

namespace smartqueue::peer_simulation {

using namespace replication;

void Desktop::write(Operation operation)
{
    m_operations.push_back(std::move(operation));
    if (m_operations.size() == 1)
        nextOperation();
}

void Desktop::nextOperation()
{
    if (!m_operations.empty())
        m_world.plan(m_world.random.between(m_diskDelay / 4, m_diskDelay), What::diskWritten, m_index, m_life, ++m_diskTurn);
}

/// In the files, and lost if the machine stops now.
void Desktop::written(int turn)
{
    if (turn != m_diskTurn || m_operations.empty())
        return;
    Operation &operation = m_operations.front();
    if (m_world.random.chance(m_diskFailure)) {
        if (operation.kind == Operation::Kind::decision) {
            m_operations.pop_front();
            nextOperation();
            if (m_host)
                notWritten();
        } else {
            m_world.plan(200 * millisecond, What::diskWritten, m_index, m_life, m_diskTurn);
        }
        return;
    }
    switch (operation.kind) {
    case Operation::Kind::decision:
        m_log.push_back(operation.records.front());
        break;
    case Operation::Kind::entries:
        if (!appendEntries(operation.records)) {
            m_operations.clear();
            m_world.say("d", m_index, " has diverged");
            if (m_replica)
                follow(m_replica->diverged(moment()));
            return;
        }
        break;
    case Operation::Kind::takeOver:
    case Operation::Kind::install:
        break;
    }
    if (m_world.trial.plant == Plant::ackBeforeFsync && operation.kind == Operation::Kind::decision)
        committed(operation.records.front());
    m_world.plan(m_world.random.between(m_diskDelay / 4, m_diskDelay), What::diskDone, m_index, m_life, m_diskTurn);
}

bool Desktop::appendEntries(const std::vector<RecordIndex> &records)
{
    for (const RecordIndex index : records) {
        const Record &record = m_world.records[index];
        const auto sequence = std::size_t(record.end.sequence);
        // What was on its way to the disk when the link changed comes a second time.
        if (sequence <= m_log.size()) {
            if (m_log[sequence - 1] != index)
                return false;
        } else if (record.before != (m_log.empty() ? -1 : m_log.back())) {
            return false;
        } else {
            m_log.push_back(index);
        }
    }
    return true;
}

void Desktop::durable(int turn)
{
    if (turn != m_diskTurn || m_operations.empty())
        return;
    const Operation operation = m_operations.front();
    if (operation.kind == Operation::Kind::takeOver) {
        // The entry and the role are one transaction.
        EventBatch batch;
        batch.at = wall();
        batch.kind = "take_over";
        m_beforeTakeOver = m_log.size();
        m_hasLed = false;
        m_log.push_back(m_world.records.add(m_log.back(), operation.epoch, std::move(batch), true));
        m_leads = true;
    }
    if (operation.kind == Operation::Kind::install) {
        std::size_t common = 0;
        while (common < std::min(m_log.size(), operation.records.size()) && m_log[common] == operation.records[common])
            ++common;
        keepAside(common, operation.records);
        m_log = operation.records;
    }
    m_durable = m_log.size();
    m_operations.pop_front();
    nextOperation();
    switch (operation.kind) {
    case Operation::Kind::decision:
        if (m_world.trial.plant != Plant::ackBeforeFsync)
            committed(operation.records.front());
        break;
    case Operation::Kind::takeOver:
        m_operations.clear();
        ++m_diskTurn;
        m_isRestored = false;
        m_world.people.claimed(m_index, m_log.back());
        m_world.say("d", m_index, " takes over at ", m_durable, " epoch ", operation.epoch);
        beginHost();
        break;
    case Operation::Kind::entries:
        if (m_replica)
            follow(m_replica->appended(m_world.records[operation.records.back()].end, moment()));
        break;
    case Operation::Kind::install:
        m_world.say("d", m_index, " has a copy up to ", m_durable);
        ++m_world.findings.copies;
        m_operations.clear();
        ++m_diskTurn;
        beginReplica(end());
        break;
    }
}

void Desktop::keepAside(std::size_t from, const std::vector<RecordIndex> &besides)
{
    for (std::size_t at = from; at < m_log.size(); ++at) {
        const bool isThere = at < besides.size() && besides[at] == m_log[at];
        if (!isThere && !m_world.records[m_log[at]].isTakeOver && m_kept.insert(m_log[at]).second)
            ++m_world.findings.conflicts;
    }
}

} // namespace smartqueue::peer_simulation
