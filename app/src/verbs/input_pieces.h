#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include <QByteArray>

namespace smartqueue::app {

/// An input read in a thread of its own, so that something else can be done while it is waited for. The thread may outlive this:
/// a read that waits cannot be called back. Used by one thread.
class InputPieces {
public:
    /// `read` waits for the next piece; an empty one is the end.
    explicit InputPieces(std::function<QByteArray()> read);
    /// Of the standard input.
    static InputPieces standard();

    /// What is there, after at most this long; an empty piece is the end.
    std::optional<QByteArray> take(std::chrono::milliseconds patience = {});

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace smartqueue::app
