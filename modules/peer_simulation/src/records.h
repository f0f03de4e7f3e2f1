#pragma once

#include <string>
#include <vector>

#include <smartqueue/domain/events.h>
#include <smartqueue/replication/wire.h>

namespace smartqueue::peer_simulation {

/// Of a record; −1: none.
using RecordIndex = int;

/// One decision that some desktop has written. It stands behind one other and nowhere else, as its hash says.
struct Record {
    RecordIndex before = -1;
    replication::Position end;
    EventBatch batch;
    bool isTakeOver = false;
    /// Somebody was told that it is done.
    bool acknowledged = false;
};

/// Everything that was ever decided; logs are lists of indices.
class Records {
public:
    RecordIndex add(RecordIndex before, Epoch epoch, EventBatch batch, bool isTakeOver = false);
    Record &operator[](RecordIndex index) { return m_records[std::size_t(index)]; }
    const Record &operator[](RecordIndex index) const { return m_records[std::size_t(index)]; }
    int size() const { return int(m_records.size()); }

    /// As it travels, and back; −1 where the bytes are no record's.
    replication::Entry entry(RecordIndex index) const;
    RecordIndex indexOf(const std::string &bytes) const;
    /// The end of a log.
    replication::Position endOf(const std::vector<RecordIndex> &log, std::size_t size) const;

private:
    std::vector<Record> m_records;
};

} // namespace smartqueue::peer_simulation
