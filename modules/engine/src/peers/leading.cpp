#include <algorithm>

#include <QTimer>

#include "peer_worker.h"
#include "smartqueue/engine/when_done.h"

namespace smartqueue::engine {

namespace {

constexpr replication::Moment claimEvery{1000};
/// Until the authority is told once more who counts.
constexpr replication::Moment countAgainAfter{500};
/// A desktop that is missed in a take-over is waited for so long, and asked so often.
constexpr replication::Moment askAgainFor{5000};
constexpr replication::Moment askAgainAfter{200};

} // namespace

void PeerWorker::followAuthority()
{
    const SharedDirectory directory = m_installation.directory();
    if (m_authority && directory->authority == m_endpoints)
        return;
    if (m_authority)
        m_authority->resign();
    if (const auto told = std::exchange(m_claimed, {}))
        told(fail(authority_failures::unreachable));
    m_endpoints = directory->authority;
    if (m_endpoints.empty() || !m_options.authority)
        m_authority = std::make_unique<ManualAuthority>();
    else
        m_authority = m_options.authority(m_network->self(), m_cluster, m_endpoints);
    connect(m_authority.get(), &EpochAuthority::granted, this, [this] {
        if (const auto told = std::exchange(m_claimed, {}))
            told({});
    });
    connect(m_authority.get(), &EpochAuthority::refused, this, [this](const Failure &why) {
        if (const auto told = std::exchange(m_claimed, {}))
            told(tl::unexpected(why));
    });
    connect(m_authority.get(), &EpochAuthority::counted, this, [this](const std::set<DeviceId> &devices) {
        m_counted = devices;
        if (m_host)
            perform(m_host->counted(devices, now()));
    });
    if (m_host && !m_authority->isAutomatic())
        perform(m_host->counted(std::nullopt, now()));
    keepLead();
}

void PeerWorker::claim(Epoch epoch, std::function<void(Done)> told)
{
    if (m_claimed)
        return told(fail(authority_failures::taken));
    m_nextClaim = now() + claimEvery;
    m_claimed = std::move(told);
    m_authority->claim(epoch);
}

void PeerWorker::keepLead()
{
    // Whoever stepped down claims nothing any more.
    if (m_isOutlived)
        return;
    if (m_host) {
        if (m_authority->isAutomatic() && m_authority->holds())
            publishLive();
        else
            m_counted.reset();
        const bool may = !m_authority->isAutomatic() || (m_authority->holds() && m_counted);
        if (may != m_mayDecide) {
            m_mayDecide = may;
            perform(m_host->authorised(may, now()));
        }
        if (m_authority->isAutomatic() && !m_authority->holds() && now() >= m_nextClaim)
            claim(m_host->end().epoch, [this](const Done &claimed) { m_noLead = claimed ? std::nullopt : std::optional(claimed.error()); });
    } else if (m_replica && m_authority->isAutomatic() && !m_replica->isFollowing(now()) && now() >= m_nextClaim) {
        campaign();
    }
}

void PeerWorker::publishLive()
{
    const std::vector<DeviceId> live = m_host->live();
    const std::set<DeviceId> devices(live.begin(), live.end());
    const bool isKnown = m_counted && *m_counted == devices;
    const bool isUnderWay = m_counting == devices && now() - m_countedAt < countAgainAfter;
    if (isKnown || isUnderWay)
        return;
    m_counting = devices;
    m_countedAt = now();
    m_authority->count(devices);
}

void PeerWorker::campaign()
{
    const std::optional<Lead> lead = m_authority->lead();
    if (!lead || !lead->device.empty() || !lead->counted.contains(m_network->self()))
        return;
    m_nextClaim = now() + claimEvery;
    takeOver(theProgram, [counted = lead->counted, self = m_network->self()](const Answers &answers) {
        std::vector<DeviceId> missed;
        std::copy_if(counted.begin(), counted.end(), std::back_inserter(missed), [&](const DeviceId &device) { return device != self && !answers.contains(device); });
        return missed;
    }, [](const Answer &) {});
}

replication::TakeOverAdvice PeerWorker::adviceOn(const Answers &answers) const
{
    const SharedDirectory directory = m_installation.directory();
    const std::optional<Lead> lead = m_authority->lead();
    replication::LastKnown known{m_network->self(), m_replica ? m_replica->end() : m_fed, {}, {}, {}};
    known.epoch = std::max({directory->epoch, knownEpoch(), lead ? lead->epoch : Epoch(0)});
    const DeviceId gone = hostFollowed();
    for (const auto &[id, device] : directory->devices) {
        if (!device.revoked && id != gone)
            known.roster.push_back(id);
    }
    if (m_replica && m_replica->heard())
        known.counted = m_replica->live();
    return replication::takeOverAdvice(known, answers);
}

std::optional<Failure> PeerWorker::objection(const Answers &answers, const Missed &missed) const
{
    using Verdict = replication::TakeOverAdvice::Verdict;
    if (const auto out = shutOut())
        return out;
    const replication::TakeOverAdvice advice = adviceOn(answers);
    if (!m_replica || m_replica->isFollowing(now()) || advice.verdict == Verdict::hostIsAlive)
        return Failure{peers_failures::hostIsAlive, {}};
    if (advice.verdict == Verdict::fresherElsewhere)
        return Failure{peers_failures::fresherReplica, {{"device", advice.fresher}}};
    const std::vector<DeviceId> silent = missed(answers);
    return silent.empty() ? std::nullopt : std::optional(Failure{peers_failures::silentDesktop, {{"device", silent.front()}}});
}

void PeerWorker::askForLead(Epoch fence, const Missed &missed, Moment until, const std::function<void(const Answers &, const std::optional<Failure> &)> &told)
{
    lookAround([=, this](const replication::Inquiry &inquiry) {
        const Answers &answers = inquiry.answers();
        const auto why = objection(answers, missed);
        // It may be busy, or about to start again.
        if (why && why->code == peers_failures::silentDesktop && now() < until)
            QTimer::singleShot(askAgainAfter, this, [=, this] { askForLead(fence, missed, until, told); });
        else
            told(answers, why);
    }, fence);
}

void PeerWorker::takeOver(UserId user, const std::set<DeviceId> &without, Finish finish)
{
    takeOver(user, [this, without](const Answers &answers) {
        std::vector<DeviceId> missed = adviceOn(answers).missed;
        std::erase_if(missed, [&](const DeviceId &device) { return without.contains(device); });
        return missed;
    }, std::move(finish));
}

void PeerWorker::takeOver(UserId user, const Missed &missed, Finish finish)
{
    if (!m_replica || m_replica->isFollowing(now()))
        return finish(fail(peers_failures::hostIsAlive));
    if (std::exchange(m_takesOver, true))
        return finish(fail(peers_failures::underWay));
    finish = [this, told = std::move(finish)](Answer answer) {
        m_takesOver = false;
        told(std::move(answer));
    };
    askForLead(0, missed, now() + askAgainFor, [this, user, missed, finish](const Answers &first, const std::optional<Failure> &objection) {
        if (objection)
            return finish(tl::unexpected(*objection));
        claim(adviceOn(first).epoch, [this, user, missed, finish, epoch = adviceOn(first).epoch](const Done &claimed) {
            if (!claimed)
                return finish(tl::unexpected(claimed.error()));
            // Asked again under the new epoch, so that whoever has answered does not listen to the host of before.
            askForLead(epoch, missed, now() + askAgainFor, [this, user, finish, epoch](const Answers &second, std::optional<Failure> why) {
                // Somebody else is about to take over under an epoch of their own.
                if (!why && adviceOn(second).epoch > epoch + 1)
                    why = Failure{peers_failures::hostIsAlive, {}};
                if (!why)
                    return takeOverUnder(epoch, user, finish);
                m_authority->resign();
                finish(tl::unexpected(*why));
            });
        });
    });
}

void PeerWorker::takeOverUnder(Epoch epoch, UserId user, const Finish &finish)
{
    const Position before = m_replica->end();
    if (const PeerLink link = std::exchange(m_hostLink, 0))
        m_network->close(link);
    leaveUnanswered();
    m_replica.reset();
    whenDone(m_installation.decideHere(TakeOver{m_network->self(), epoch}, user, &m_peers), this, [this, finish, before](const Answer &taken) {
        if (!taken) {
            m_authority->resign();
            becomeReplica(before);
            finish(taken);
            return;
        }
        const Result<Position> end = endOf(taken->sequence, before);
        if (end) {
            becomeHost(*end, before);
            Q_EMIT m_peers.tookOver();
        } else {
            m_trouble = end.error();
            m_authority->resign();
            stopConfirming();
            becomeReplica(before);
        }
        report();
        finish(end ? taken : Answer(tl::unexpected(end.error())));
    });
}

Result<Position> PeerWorker::endOf(Sequence entry, Position after)
{
    while (tail()) {
        const auto groups = tail()->read(after, entryWeight);
        if (!groups)
            return tl::unexpected(groups.error());
        if (!*groups || (*groups)->empty())
            break;
        for (const CommitGroup &group : **groups) {
            if (group.batches.back().sequence == entry)
                return *group.end;
        }
        after = *(*groups)->back().end;
    }
    return fail(storage_failures::ioError);
}

} // namespace smartqueue::engine
