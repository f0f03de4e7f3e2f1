#include <iostream>

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QThread>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/peers.h>
#include <smartqueue/transport/pairing_guest.h>
#include <smartqueue/transport/web_socket_network.h>

#include "peer_desktop.h"
#include "verbs.h"

namespace smartqueue::app {

namespace {

using Json = nlohmann::ordered_json;

/// How long the first copy may take to begin, and then to get on.
constexpr int copyPatienceMs = 60'000;

/// Whether whoever sits here sees the same digits at the other screen.
bool compared(const Request &request, const Output &output, const std::string &digits, const std::string &host)
{
    if (!request.digits.empty())
        return request.digits == digits;
    output.err("The desktop “" + host + "” shows six digits. Are they " + digits + "? [y/n] ");
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "yes" || answer == "o" || answer == "oui";
}

Result<transport::PairingHandover> join(const transport::DeviceIdentity &identity, const Request &request, const Output &output, std::string &digits)
{
    transport::PairingGuest guest(identity);
    QEventLoop loop;
    Result<transport::PairingHandover> result = fail(transport::pairing_failures::timedOut);
    QObject::connect(&guest, &transport::PairingGuest::digitsShown, &loop, [&](const std::string &shown, const std::string &host) {
        digits = shown;
        guest.answer(compared(request, output, shown, host));
    });
    QObject::connect(&guest, &transport::PairingGuest::joined, &loop, [&](const transport::PairingHandover &handover) {
        result = handover;
        loop.quit();
    });
    QObject::connect(&guest, &transport::PairingGuest::failed, &loop, [&](const Failure &why) {
        result = tl::unexpected(why);
        loop.quit();
    });
    QMetaObject::invokeMethod(&guest, [&] { guest.join(request.host, request.pairingCode); }, Qt::QueuedConnection);
    loop.exec();
    return result;
}

/// Fetches the host's database to arrivalPlace().
Done fetch(const transport::DeviceIdentity &identity, const transport::PairingHandover &handover, const Request &request)
{
    const SystemClock clock;
    engine::EngineOptions none;
    none.regularWork = false;
    auto nothing = engine::Installation::start(std::make_unique<engine::MemoryStore>(), clock, none);
    if (!nothing)
        return tl::unexpected(nothing.error());
    const PeerFolder folder(request.database);
    engine::PeersOptions options;
    options.snapshotPath = arrivalPlace(request.database);
    options.addressBook = folder.addressBook();
    options.listen = "127.0.0.1:0";
    options.hostAddress = request.host;
    options.cluster = handover.cluster;
    options.roster = handover.roster;
    auto peers = engine::Peers::start(**nothing, [&] { return std::make_unique<transport::WebSocketNetwork>(identity); }, std::move(options));
    if (!peers)
        return tl::unexpected(peers.error());
    QEventLoop loop;
    Done arrived = fail(replication::peer_failures::hostUnreachable, {{"address", request.host}});
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(peers->get(), &engine::Peers::snapshotArrived, &loop, [&] {
        arrived = {};
        loop.quit();
    }, Qt::QueuedConnection);
    patience.start(copyPatienceMs);
    loop.exec();
    peers->reset();
    return arrived;
}

} // namespace

int runPair(const Request &request, const Output &output)
{
    const QFileInfo database(QString::fromStdString(request.database));
    if (database.exists() && database.size() > 0)
        return output.failure({engine::storage_failures::inUse, {{"path", request.database}, {"reason", "a desktop joins with a database that is not there yet"}}});
    QDir().mkpath(database.absolutePath());
    const auto identity = transport::DeviceIdentity::open(transport::DeviceIdentity::folderBeside(request.database));
    if (!identity)
        return output.failure(identity.error());
    std::string digits;
    const auto handover = join(*identity, request, output, digits);
    if (!handover)
        return output.failure(handover.error());
    PeerFolder(request.database).noteAddress(handover->host.id, request.host);
    if (const Done fetched = fetch(*identity, *handover, request); !fetched)
        return output.failure(fetched.error());
    if (const Done taken = takeArrivedCopy(request.database); !taken)
        return output.failure(taken.error());
    output.answer(Json{{"ok", true},
                       {"database", request.database},
                       {"device", identity->id()},
                       {"digits", digits},
                       {"host", handover->host.id},
                       {"host_name", handover->host.name}});
    return done;
}

} // namespace smartqueue::app
