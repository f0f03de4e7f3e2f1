#include <smartqueue/domain/failures.h>

#include "smartqueue/engine/when_done.h"
#include "writer.h"

namespace smartqueue::engine {

namespace {

/// Between two offers of what no host takes at present.
constexpr auto offerPause = std::chrono::seconds(10);

} // namespace

Done Installation::Writer::workAlone(Outbox *outbox, DeviceId device)
{
    m_alone = outbox ? std::make_unique<AloneWork>(m_world, m_zones, m_store, *outbox, std::move(device)) : nullptr;
    m_installation.m_worksAlone = m_alone != nullptr;
    const Done loaded = m_alone ? m_alone->load(m_clock.now()) : Done();
    aloneChanged();
    if (!m_alone)
        letThoseBehindGo();
    return loaded;
}

void Installation::Writer::aloneChanged()
{
    m_installation.m_toOffer = m_alone ? m_alone->waiting() : 0;
    m_installation.m_isUnheard = m_alone && m_alone->isUnheard();
    {
        const std::lock_guard lock(m_installation.m_mutex);
        m_installation.m_aside = m_alone ? m_alone->aside() : std::vector<Outbox::Aside>();
    }
    for (const auto &[site, state] : m_world.branches)
        m_unpublished.insert(site);
    publishSoon();
}

Answer Installation::Writer::carryOutAlone(Command command)
{
    if (!m_alone)
        return fail(replication::peer_failures::hostUnreachable);
    if (!command.id.empty()) {
        const auto earlier = m_store.log().answerOf(command.site, command.id);
        if (!earlier || *earlier)
            return earlier ? **earlier : Answer(tl::unexpected(earlier.error()));
    }
    // The host would not believe it of somebody who has never signed in here.
    if (!m_installation.isSignedInAt(command.user, m_installation.self()))
        return fail(failures::signInNeeded);
    const SiteId site = command.site;
    const Answer answer = m_alone->carryOut(std::move(command), std::max(m_clock.now(), m_world.at()));
    if (answer) {
        m_installation.m_toOffer = m_alone->waiting();
        m_installation.m_isUnheard = m_alone->isUnheard();
        m_unpublished.insert(site);
        publishSoon();
    }
    return answer;
}

void Installation::Writer::offer()
{
    const Upstream *upstream = m_installation.m_upstream;
    if (!m_alone || m_alone->waiting() == 0 || m_offering || m_deposed || m_degraded || (upstream && !upstream->isInStep()))
        return;
    std::vector<Command> commands = m_alone->offer();
    m_offering = true;
    m_offeredAt = m_clock.now();
    whenDone(m_installation.submitTogether(std::move(commands)), this, [this](const std::vector<Answer> &answers) {
        m_offering = false;
        if (!m_alone)
            return letThoseBehindGo();
        if (const Done noted = m_alone->answered(answers); !noted)
            degrade(noted.error());
        aloneChanged();
        letThoseBehindGo();
    });
}

void Installation::Writer::offerAgain(Instant now)
{
    // A supervisor settles conflicts one by one: there is no hurry.
    if (m_alone && (m_alone->isUnheard() || now < m_offeredAt || now - m_offeredAt >= offerPause))
        offer();
}

void Installation::Writer::submitBehindOffer(Command command, std::shared_ptr<QPromise<Answer>> promise)
{
    m_behindOffer.emplace_back(std::move(command), std::move(promise));
    offer();
    if (!m_offering)
        letThoseBehindGo();
}

void Installation::Writer::letThoseBehindGo()
{
    const bool isClear = !m_alone || !m_alone->isUnheard();
    for (auto &[command, promise] : std::exchange(m_behindOffer, {})) {
        if (!isClear) {
            promise->addResult(fail(replication::peer_failures::hostUnreachable));
            promise->finish();
            continue;
        }
        whenDone(m_installation.submit(std::move(command)), this, [promise = promise](const Answer &answer) {
            promise->addResult(answer);
            promise->finish();
        });
    }
}

void Installation::Writer::grantNumbers(SiteId site)
{
    GrantNumbers grant;
    for (const auto &[id, device] : m_world.directory.devices) {
        if (!device.revoked)
            grant.devices.push_back(id);
    }
    // A desktop that knows no other loses no host.
    if (grant.devices.size() < 2)
        return;
    Command command{{}, std::move(grant), {}, {}};
    command.site = site;
    command.user = theProgram;
    submit(std::move(command), {});
}

} // namespace smartqueue::engine
