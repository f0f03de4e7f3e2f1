#include "smartqueue/engine/when_done.h"
#include "writer.h"

namespace smartqueue::engine {

Done Installation::Writer::workAlone(Outbox *outbox, DeviceId device)
{
    m_alone = outbox ? std::make_unique<AloneWork>(m_world, m_zones, m_store, *outbox, std::move(device)) : nullptr;
    m_installation.m_worksAlone = m_alone != nullptr;
    if (!m_alone) {
        m_installation.m_toOffer = 0;
        letThoseBehindGo();
        return {};
    }
    const Done loaded = m_alone->load(m_clock.now());
    aloneChanged();
    return loaded;
}

void Installation::Writer::aloneChanged()
{
    m_alone->rebase(m_clock.now());
    m_installation.m_toOffer = m_alone->size();
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
    const SiteId site = command.site;
    const Answer answer = m_alone->carryOut(std::move(command), std::max(m_clock.now(), m_world.at()));
    if (answer) {
        m_installation.m_toOffer = m_alone->size();
        m_unpublished.insert(site);
        publishSoon();
    }
    return answer;
}

void Installation::Writer::offer()
{
    const Upstream *upstream = m_installation.m_upstream;
    if (!m_alone || m_alone->isEmpty() || m_offering || m_deposed || m_degraded || (upstream && !upstream->isInStep()))
        return;
    auto commands = m_alone->offer();
    if (!commands)
        return degrade(commands.error());
    m_offering = true;
    whenDone(m_installation.submitTogether(std::move(*commands)), this, [this](const std::vector<Answer> &answers) {
        m_offering = false;
        if (!m_alone)
            return letThoseBehindGo();
        if (const Done dropped = m_alone->answered(answers, m_clock.now()); !dropped)
            degrade(dropped.error());
        aloneChanged();
        letThoseBehindGo();
    });
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
    const bool isClear = !m_alone || m_alone->isEmpty();
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
