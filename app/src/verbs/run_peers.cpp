#include <set>

#include <nlohmann/json.hpp>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/touched_tickets.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/presentation/peer_rights.h>
#include <smartqueue/storage/divergence.h>

#include "peers/arrived_copy.h"
#include "peers/peer_desktop.h"
#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

using Json = nlohmann::ordered_json;

/// Of each list that grows by what happens; how many there are stands beside it.
constexpr std::size_t mostListed = 1'000;

std::string hexadecimal(const std::string &bytes)
{
    return QByteArray::fromStdString(bytes).toHex().toStdString();
}

Json peerJson(const engine::PeerStatus &peer)
{
    return {{"device", peer.device.id},
            {"name", peer.device.name},
            {"address", peer.address},
            {"connected", peer.connected},
            {"live", peer.live},
            {"copying", peer.copying},
            {"program", peer.program},
            {"revoked", peer.device.revoked},
            {"last_seq", peer.lastSequence},
            {"lag_ms", peer.lag.count()},
            {"last_seen", peer.lastSeen ? Json(toIso8601(*peer.lastSeen)) : Json()},
            {"bytes_in", peer.bytesIn},
            {"bytes_out", peer.bytesOut},
            {"last_end", peer.lastEnd ? Json(std::string(peer.lastEnd->code.name())) : Json()}};
}

Json statusJson(const engine::PeersStatus &status)
{
    Json json{{"role", status.role == engine::PeersStatus::Role::host ? "host" : "replica"}};
    json["device"] = status.self;
    json["host"] = status.host;
    json["address"] = status.address;
    json["program"] = status.program;
    json["in_step"] = status.inStep;
    if (status.silence)
        json["host_silent_ms"] = status.silence->count();
    json["automatic"] = status.isAutomatic;
    if (status.lead)
        json["authority"] = {{"leads", status.lead->device}, {"last", status.lead->last}, {"epoch", status.lead->epoch}, {"counted", status.lead->counted}};
    json["trouble"] = status.trouble ? Json(std::string(status.trouble->code.name())) : Json();
    return json;
}

Json conflictJson(const Conflict &conflict, SiteId site)
{
    Json json{{"kind", "done_alone"},
              {"conflict", conflict.id.value},
              {"site", site.value},
              {"device", conflict.device},
              {"do", conflict.act},
              {"number", conflict.number},
              {"at", toIso8601(conflict.doneAt)},
              {"noted_at", toIso8601(conflict.notedAt)},
              {"code", conflict.reason},
              {"detail", Json::object()}};
    for (const ConflictDetail &detail : conflict.detail)
        json["detail"][detail.name] = detail.text;
    return json;
}

Json asideJson(const engine::Outbox::Aside &aside)
{
    Json json{{"act", aside.number}, {"code", aside.code}, {"reason", aside.reason}, {"ticket", aside.ticket.value}};
    if (const auto command = codec::decodeCommand(aside.command)) {
        json["do"] = std::string(nameOf(command->body));
        json["id"] = command->id;
        if (command->alone)
            json["at"] = toIso8601(command->alone->at);
        if (const auto *issue = std::get_if<IssueTicket>(&command->body); issue && issue->granted)
            json["number"] = issue->granted->number;
    }
    return json;
}

Json conflictJson(const std::string &aside, const std::string &database)
{
    Json json{{"kind", "log_set_aside"}, {"path", aside}, {"entries", Json::array()}};
    const auto tail = storage::onlyIn(aside, database);
    if (!tail) {
        json["unreadable"] = std::string(tail.error().code.name());
        return json;
    }
    // The first of them stand in "entries".
    json["count"] = tail->batches;
    for (const EventBatch &batch : tail->oldest) {
        Json tickets = Json::array();
        for (const TicketId ticket : touchedTickets(batch.events))
            tickets.push_back(ticket.value);
        json["entries"].push_back({{"seq", batch.sequence}, {"at", toIso8601(batch.at)}, {"do", batch.kind}, {"tickets", tickets}});
    }
    return json;
}

/// The first of many, and how many there are.
struct Listed {
    template <class Made>
    void add(const Made &made)
    {
        if (++all <= mostListed)
            rows.push_back(made());
    }
    void writeTo(Json &json, const std::string &name)
    {
        json[name] = std::move(rows);
        json[name + "_count"] = all;
    }

    Json rows = Json::array();
    std::size_t all = 0;
};

void addConflicts(Json &json, const Request &request, const engine::Installation &installation, UserId user)
{
    const engine::SharedDirectory directory = installation.directory();
    Listed conflicts;
    for (const std::string &path : setAside(request.database))
        conflicts.add([&] { return conflictJson(path, request.database); });
    std::set<SiteId> sites{firstSite};
    for (const auto &[id, site] : directory->sites)
        sites.insert(id);
    for (const SiteId id : sites) {
        if (!accounts::require(*directory, user, id, Permission::readTicket))
            continue;
        const engine::SharedSnapshot snapshot = installation.snapshot(id);
        for (const auto &[number, conflict] : snapshot->state.conflicts)
            conflicts.add([&] { return conflictJson(conflict, id); });
    }
    conflicts.writeTo(json, "conflicts");
}

} // namespace

int runPeers(const Request &request, engine::Installation &installation, UserId user, const Caller &caller)
{
    const engine::SharedDirectory directory = installation.directory();
    const Done mayRun = presentation::mayRunPeers(*directory, user);
    if (const Done may = request.invite ? mayRun : presentation::maySeePeers(*directory, user); !may)
        return caller.output.failure(may.error());
    if (request.invite) {
        const auto code = caller.desktop ? caller.desktop->invite() : fail(exchange::refusals::notServed);
        if (!code)
            return caller.output.failure(code.error());
        caller.output.answer(Json{{"ok", true}, {"pairing_code", *code}, {"address", caller.desktop->peers()->status().address}});
        return done;
    }
    auto ending = installation.logEnd();
    ending.waitForFinished();
    const Result<engine::Position> end = ending.result();
    if (!end)
        return caller.output.failure(end.error());
    engine::Peers *peers = caller.desktop ? caller.desktop->peers() : nullptr;
    const engine::PeersStatus status = peers ? peers->status() : engine::PeersStatus{};
    Json json = statusJson(status);
    json["epoch"] = installation.directory()->epoch;
    json["last_seq"] = end->sequence;
    json["last_hash"] = hexadecimal(end->hash);
    json["peers"] = Json::array();
    for (const engine::PeerStatus &peer : status.peers)
        json["peers"].push_back(peerJson(peer));
    addConflicts(json, request, installation, user);
    json["to_offer"] = installation.toOffer();
    Listed acts;
    for (const engine::Outbox::Aside &aside : installation.setAside())
        acts.add([&] { return asideJson(aside); });
    acts.writeTo(json, "acts_set_aside");
    if (caller.desktop && !caller.desktop->invitation().empty() && mayRun)
        json["pairing_code"] = caller.desktop->invitation();
    caller.output.answer(json);
    return done;
}

int runTakeOver(const Request &request, engine::Installation &, UserId user, const Caller &caller)
{
    if (!caller.desktop || !caller.desktop->peers())
        return caller.output.failure({engine::peers_failures::hostIsAlive, {{"reason", "no_others"}}});
    auto looking = caller.desktop->peers()->lookAround();
    looking.waitForFinished();
    const auto advice = looking.resultCount() > 0 ? looking.result() : replication::TakeOverAdvice{};
    std::set<DeviceId> without;
    if (request.withoutSilent)
        without.insert(advice.unreached.begin(), advice.unreached.end());
    const engine::Answer taken = caller.desktop->takeOver(user, without);
    if (!taken)
        return caller.output.failure(taken.error());
    Json json{{"ok", true}, {"epoch", caller.desktop->peers()->status().end.epoch}, {"last_seq", taken->sequence}, {"unreached", Json::array()}};
    for (const DeviceId &device : advice.unreached)
        json["unreached"].push_back(device);
    caller.output.answer(json);
    return done;
}

} // namespace smartqueue::app
