#pragma once

#include <QIODevice>

namespace smartqueue::app {

/// Standard input as it comes: reading waits for the first bytes and then hands on what is there.
class StandardInput final : public QIODevice {
public:
    StandardInput() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }
};

} // namespace smartqueue::app
