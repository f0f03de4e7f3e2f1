#pragma once

#include <map>

#include <QDeadlineTimer>
#include <QString>

#include <smartqueue/foundation/clock.h>

namespace smartqueue::transport {

/// Places from which too many came in vain of late.
class Barred {
public:
    Barred(int failures, Duration memory) : m_failures(failures), m_memory(memory) {}

    void noteFailure(const QString &place);
    bool contains(const QString &place);

private:
    struct Record {
        int failures = 0;
        QDeadlineTimer forgotten;
    };

    void forgetOld();

    const int m_failures;
    const Duration m_memory;
    std::map<QString, Record> m_records;
};

} // namespace smartqueue::transport
