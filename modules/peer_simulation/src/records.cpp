#include "records.h"

#include <cstring>

namespace smartqueue::peer_simulation {

namespace {

/// Any hash will do that nobody attacks: SplitMix64's finish over the chain so far and the record.
std::uint64_t chained(const std::string &before, RecordIndex index)
{
    std::uint64_t hash = 0;
    std::memcpy(&hash, before.data(), std::min(before.size(), sizeof hash));
    hash = (hash ^ std::uint64_t(index + 1)) + 0x9e3779b97f4a7c15ULL;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31);
}

} // namespace

RecordIndex Records::add(RecordIndex before, Epoch epoch, EventBatch batch, bool isTakeOver)
{
    const RecordIndex index = size();
    const replication::Position last = before < 0 ? replication::Position{} : m_records[std::size_t(before)].end;
    const std::uint64_t hash = chained(last.hash, index);
    Record record;
    record.before = before;
    record.end = {epoch, last.sequence + 1, std::string(reinterpret_cast<const char *>(&hash), sizeof hash)};
    record.batch = std::move(batch);
    record.batch.sequence = record.end.sequence;
    record.batch.epoch = epoch;
    record.isTakeOver = isTakeOver;
    m_records.push_back(std::move(record));
    return index;
}

replication::Entry Records::entry(RecordIndex index) const
{
    const Record &record = (*this)[index];
    return {record.end.sequence, record.end, std::string(reinterpret_cast<const char *>(&index), sizeof index)};
}

RecordIndex Records::indexOf(const std::string &bytes) const
{
    RecordIndex index = -1;
    if (bytes.size() == sizeof index)
        std::memcpy(&index, bytes.data(), sizeof index);
    return index >= 0 && index < size() ? index : -1;
}

replication::Position Records::endOf(const std::vector<RecordIndex> &log, std::size_t size) const
{
    return size == 0 ? replication::Position{} : (*this)[log[size - 1]].end;
}

} // namespace smartqueue::peer_simulation
