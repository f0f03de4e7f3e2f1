#pragma once

#include <QObject>

#include <smartqueue/engine/secret_ports.h>

/// What is kept under a name; for a failure a text that no test writes.
std::optional<std::string> kept(smartqueue::engine::Keychain &keychain, const std::string &name);

/// What every implementation of engine::Keychain must do.
class KeychainContract : public QObject {
    Q_OBJECT

protected:
    virtual smartqueue::engine::Keychain &keychain() = 0;

private Q_SLOTS:
    void nothingIsThereAtFirst();
    void whatWasWrittenIsRead_data();
    void whatWasWrittenIsRead();
    void aSecondWriteReplacesTheFirst();
    void namesAreKeptApart();
    void whatWasRemovedIsGone();
    void removingNothingIsDone();
    void severalThreadsMayCall();
};
