#include <algorithm>

#include <QLocale>
#include <QProgressBar>

#include <smartqueue/pages/administration_tab.h>
#include <smartqueue/presentation/peer_facts.h>
#include <smartqueue/presentation/peer_rights.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/icons.h>

#include "smartqueue/pages/main_window.h"

namespace smartqueue::pages {

using presentation::PeerFacts;
using presentation::PeerStanding;
using widgets::Icon;
using widgets::Tone;
namespace words = presentation::words;

void MainWindow::watchPeers()
{
    presentation::BranchPeers *peers = m_console.peers();
    if (!peers)
        return;
    connect(peers, &presentation::BranchPeers::changed, this, &MainWindow::updateFreshness);
    connect(m_notice, &widgets::Banner::firstActionRequested, this, [this] {
        if (m_noticeOfPeers)
            openPeers();
    });
}

bool MainWindow::isCutOff() const
{
    const auto status = m_console.peers() ? m_console.peers()->status() : std::nullopt;
    return status && status->role == engine::PeersStatus::Role::replica && !status->inStep && !status->copying;
}

bool MainWindow::mayReadPeers() const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    return presentation::maySeePeers(*directory, m_console.engine().user()).has_value();
}

void MainWindow::openPeers()
{
    leaveTo(PageId::administration, int(AdministrationTab::Kind::peers));
}

bool MainWindow::showPeers()
{
    const auto status = m_console.peers() ? m_console.peers()->status() : std::nullopt;
    const bool wasShown = std::exchange(m_noticeOfPeers, false);
    m_copy->setVisible(status && status->copying);
    const bool hearsNobody = status && presentation::mayBeCutOff(*status);
    if (!status || (!status->copying && !isCutOff() && !hearsNobody))
        return false;
    m_noticeOfPeers = true;
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const QString host = presentation::deviceName(*directory, status->host);
    const auto snapshot = m_console.engine().snapshot();
    QString text;
    QString action;
    Icon icon = Icon::offline;
    Tone tone = Tone::warning;
    if (status->copying) {
        const auto [there, all] = *status->copying;
        m_copy->setRange(0, all > 0 ? 1000 : 0);
        m_copy->setValue(all > 0 ? int(there * 1000 / all) : 0);
        text = tr("A copy of the branch comes from %1: %2. The windows open again on it when it is there.")
                   .arg(host, words::percent(all > 0 ? double(there) / double(all) : 0));
        m_copy->setAccessibleName(tr("Copy of the branch"));
        icon = Icon::download;
        tone = Tone::neutral;
    } else if (status->trouble) {
        const presentation::Diagnosis said = presentation::diagnose(*status->trouble);
        text = said.next.isEmpty() ? said.what : said.what + QLatin1Char(' ') + said.next;
    } else if (hearsNobody) {
        text = tr("This desktop leads and hears none of the others any more. If it is cut off, somebody may take over elsewhere: look at the other desktops before you call on.");
        if (mayReadPeers())
            action = tr("See the desktops");
    } else {
        // Until the host fell silent what is shown was so, whenever the last of it happened.
        const Instant heard = status->silence ? m_console.engine().installation().clock().now() - std::chrono::duration_cast<Duration>(*status->silence) : snapshot->at;
        const QString asOf = words::timeWithSeconds(std::max(heard, snapshot->at), snapshot->zone);
        const QString still = status->toOffer > 0
                                  ? tr("%Ln act(s) done here wait for it. You can finish the ticket in hand, issue tickets, and call those.", nullptr, int(status->toOffer))
                                  : tr("You can finish the ticket in hand, issue tickets, and call those; the rest waits for the host.");
        text = status->silence ? tr("The host %1 has not answered for %2. What you see is from %3.")
                                     .arg(host, words::shortSpan(std::max(std::chrono::duration_cast<Duration>(*status->silence), Duration(std::chrono::seconds(1)))), asOf)
                               : tr("The host %1 has not been found yet. What you see is from %2.").arg(host, asOf);
        text += QLatin1Char(' ') + still;
        if (mayReadPeers())
            action = tr("See the desktops");
    }
    const QString kind = QStringLiteral("%1 %2").arg(int(icon)).arg(action);
    if (wasShown && m_notice->isVisibleTo(this) && m_notice->property("kind") == kind) {
        m_notice->updateText(text);
        return true;
    }
    m_notice->setProperty("kind", kind);
    m_notice->showMessage(tone, icon, text, action);
    return true;
}

QString MainWindow::peersInWords() const
{
    const auto status = m_console.peers() ? m_console.peers()->status() : std::nullopt;
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const std::vector<PeerFacts> peers = status ? presentation::peerFacts(*status, *directory) : std::vector<PeerFacts>{};
    const auto count = [&](PeerStanding standing) { return int(std::count_if(peers.begin(), peers.end(), [standing](const PeerFacts &peer) { return peer.standing == standing; })); };
    const int all = int(peers.size()) - count(PeerStanding::revoked);
    if (all < 2)
        return tr("This desktop alone");
    const QString host = presentation::deviceName(*directory, status->host);
    if (isCutOff())
        return tr("Host %1 does not answer").arg(host);
    return tr("Host %1 · %2 of %Ln desktop(s) in step", nullptr, all).arg(host).arg(QLocale().toString(count(PeerStanding::inStep)));
}

} // namespace smartqueue::pages
