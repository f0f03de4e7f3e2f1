#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include <QLocalServer>
#include <QObject>
#include <QThreadPool>

#include <smartqueue/engine/engine.h>

#include "output.h"
#include "request.h"

namespace smartqueue::app {

/// The name under which a console answers for a database; the same for every way to write its path.
QString serviceName(const std::string &database);

/// Answers the command line for a console that has the database open: same verbs, same engine, nobody writes beside it. Only
/// the same user may connect. Lives in the GUI thread; verbs run in a pool of their own.
class LocalService : public QObject {
    Q_OBJECT
public:
    LocalService(engine::Engine &engine, std::string database, QObject *parent = nullptr);
    ~LocalService() override;
    /// False when another process listens already.
    bool listen();

Q_SIGNALS:
    /// A second start of the program asks the first one to show itself.
    void showRequested();

private:
    void serve(class QLocalSocket *socket);

    engine::Engine &m_engine;
    std::string m_database;
    QLocalServer m_server;
    QThreadPool m_pool;
};

/// Hands the request to the console that has the database open; nothing when there is none.
std::optional<int> askConsole(const Request &request, const Output &output);

} // namespace smartqueue::app
