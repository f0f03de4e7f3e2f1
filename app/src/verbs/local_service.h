#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>

#include <QByteArray>
#include <QLocalServer>
#include <QObject>
#include <QThreadPool>

#include <smartqueue/engine/engine.h>

#include "verbs/caller.h"
#include "verbs/request.h"

namespace smartqueue::app {

/// Answers the command line for a console that has the database open: same verbs, same installation, nobody writes beside it. Only
/// the same user can connect. Lives in the GUI thread; every conversation has a thread of its own.
class LocalService : public QObject {
    Q_OBJECT
public:
    /// `desktop`: with the other desktops, where there are some; it outlives this.
    LocalService(engine::Installation &installation, std::string database, PeerDesktop *desktop = nullptr, QObject *parent = nullptr);
    /// Verbs under way are stopped first.
    ~LocalService() override;
    /// Takes over the address of a process that died. False when no folder can be kept for this user alone.
    bool listen();

Q_SIGNALS:
    /// A second start of the program asks the first one to show itself.
    void showRequested();

private:
    /// Connections as bare descriptors: the socket is made in the thread that talks.
    class Door : public QLocalServer {
    public:
        std::function<void(quintptr)> visited;

    protected:
        void incomingConnection(quintptr descriptor) override { visited(descriptor); }
    };

    void converse(quintptr descriptor);

    engine::Installation &m_installation;
    std::string m_database;
    PeerDesktop *m_desktop;
    std::atomic<bool> m_stopping = false;
    Door m_door;
    QThreadPool m_pool;
};

/// The next piece of an input where it is there; an empty one is the end.
using InputSource = std::function<std::optional<QByteArray>()>;

/// Hands the request to the console that has the database open and passes on what it says; nothing when there is none. `input`: what the
/// file "-" stands for; the standard input where none is given.
std::optional<int> askConsole(const Request &request, const Output &output, InputSource input = {});

} // namespace smartqueue::app
