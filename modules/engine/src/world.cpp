#include "world.h"

#include <algorithm>
#include <vector>

#include <QByteArray>
#include <QList>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/fields.h>
#include <smartqueue/domain/json_fields.h>
#include <smartqueue/queueing/apply.h>

#include "agent_names.h"

namespace smartqueue::engine {

namespace {

struct Contents {
    std::vector<SiteId> sites;
    Sequence sequence = 0;

    SQ_FIELDS(v("sites", s.sites); v("world_sequence", s.sequence);)
};

struct Unpacked {
    Contents contents;
    QByteArray directory;
    std::map<SiteId, QByteArray> branches;
};

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

Result<Unpacked> unpack(std::string_view bytes)
{
    const QByteArray text = qUncompress(QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())));
    const QList<QByteArray> lines = text.split('\n');
    Unpacked unpacked;
    try {
        const json::Json head = json::Json::parse(viewOf(lines.front()));
        if (!head.contains("sites")) {
            unpacked.contents = {{firstSite}, head.at("sequence").get<Sequence>()};
            unpacked.branches[firstSite] = lines.front();
            return unpacked;
        }
        json::read(head, unpacked.contents);
    } catch (const std::exception &error) {
        return fail(codec::unreadable, {{"reason", error.what()}});
    }
    if (lines.size() != qsizetype(unpacked.contents.sites.size()) + 2)
        return fail(codec::unreadable, {{"reason", "lines"}});
    unpacked.directory = lines[1];
    for (std::size_t i = 0; i < unpacked.contents.sites.size(); ++i)
        unpacked.branches[unpacked.contents.sites[i]] = lines[qsizetype(i) + 2];
    return unpacked;
}

} // namespace

Instant World::at() const
{
    Instant latest{};
    for (const auto &[site, state] : branches)
        latest = std::max(latest, state.at);
    return latest;
}

const queueing::BranchState *World::branch(SiteId site) const
{
    const auto found = branches.find(site);
    return found == branches.end() ? nullptr : &found->second;
}

queueing::BranchState emptyBranch(SiteId site)
{
    queueing::BranchState state;
    state.lastId = idsBefore(site);
    return state;
}

void apply(World &world, const EventBatch &batch)
{
    world.sequence = batch.sequence;
    accounts::apply(world.directory, batch);
    if (batch.site)
        queueing::apply(world.branches.try_emplace(batch.site, emptyBranch(batch.site)).first->second, batch);
}

std::string pack(World world)
{
    for (auto &[site, state] : world.branches)
        leaveNamesOut(state, [&](UserId user) { return world.directory.profile(user) != nullptr; });
    Contents contents{{}, world.sequence};
    for (const auto &[site, state] : world.branches)
        contents.sites.push_back(site);
    json::Json head;
    json::write(head, contents);
    std::string text = head.dump() + '\n' + accounts::encodeDirectory(world.directory);
    for (const auto &[site, state] : world.branches)
        text += '\n' + queueing::encodeState(state);
    // Level 1: the state is text that repeats itself.
    return qCompress(QByteArray::fromRawData(text.data(), qsizetype(text.size())), 1).toStdString();
}

Result<World> unpackWorld(std::string_view bytes)
{
    const auto unpacked = unpack(bytes);
    if (!unpacked)
        return tl::unexpected(unpacked.error());
    World world;
    world.sequence = unpacked->contents.sequence;
    if (!unpacked->directory.isEmpty()) {
        auto directory = accounts::decodeDirectory(viewOf(unpacked->directory));
        if (!directory)
            return tl::unexpected(directory.error());
        world.directory = std::move(*directory);
    }
    for (const auto &[site, line] : unpacked->branches) {
        auto state = queueing::decodeState(viewOf(line));
        if (!state)
            return tl::unexpected(state.error());
        for (const auto &[id, agent] : state->agents) {
            if (agent.user)
                world.directory.desks[{site, id}] = agent.user;
        }
        world.branches.emplace(site, std::move(*state));
    }
    return world;
}

Result<queueing::BranchState> unpackBranch(std::string_view bytes, SiteId site)
{
    const auto unpacked = unpack(bytes);
    if (!unpacked)
        return tl::unexpected(unpacked.error());
    const auto line = unpacked->branches.find(site);
    return line == unpacked->branches.end() ? emptyBranch(site) : queueing::decodeState(viewOf(line->second));
}

} // namespace smartqueue::engine
