#include "smartqueue/presentation/peer_table_model.h"

#include <algorithm>
#include <tuple>

#include <QLocale>

namespace smartqueue::presentation {

namespace {

bool looksAlike(const PeerFacts &a, const PeerFacts &b)
{
    return a.lastEnd == b.lastEnd
        && std::tie(a.name, a.isHost, a.isHere, a.standing, a.lag, a.last, a.missing, a.version, a.otherVersion, a.address, a.bytesIn, a.bytesOut, a.unseen)
        == std::tie(b.name, b.isHost, b.isHere, b.standing, b.lag, b.last, b.missing, b.version, b.otherVersion, b.address, b.bytesIn, b.bytesOut, b.unseen);
}

} // namespace

int PeerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PeerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString PeerTableModel::text(const PeerFacts &peer, int column) const
{
    switch (column) {
    case desktop: return peer.name;
    case role: return roleWord(peer);
    case state: return standingWord(peer.standing);
    case seen: return seenWords(peer);
    case behind: return behindWords(peer);
    case last: return peer.last > 0 ? QLocale().toString(qlonglong(peer.last)) : QStringLiteral("—");
    case version: return versionWords(peer);
    case traffic: return peer.isHere ? QStringLiteral("—") : trafficWords(peer);
    default: return {};
    }
}

QVariant PeerTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PeerFacts &peer = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(peer, index.column());
    case Qt::TextAlignmentRole: return index.column() >= behind ? int(Qt::AlignTrailing | Qt::AlignVCenter) : int(Qt::AlignLeading | Qt::AlignVCenter);
    case standingRole: return int(peer.standing);
    case hostRole: return peer.isHost;
    case hereRole: return peer.isHere;
    case otherVersionRole: return peer.otherVersion;
    default: return {};
    }
}

QVariant PeerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= behind ? int(Qt::AlignTrailing | Qt::AlignVCenter) : int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case desktop: return tr("Desktop");
    case PeerTableModel::role: return tr("Role");
    case state: return tr("State");
    case seen: return tr("Last seen");
    case behind: return tr("Behind");
    case last: return tr("Last entry");
    case version: return tr("Version");
    case traffic: return tr("Traffic");
    default: return {};
    }
}

void PeerTableModel::show(std::vector<PeerFacts> peers)
{
    std::stable_sort(peers.begin(), peers.end(), [](const PeerFacts &a, const PeerFacts &b) {
        return std::tuple(int(a.standing), !a.isHost) < std::tuple(int(b.standing), !b.isHost);
    });
    adoptRows(m_rows, std::move(peers), [](const PeerFacts &peer) { return peer.device; }, looksAlike);
}

void PeerTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columns - 1));
}

const PeerFacts *PeerTableModel::at(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[std::size_t(row)] : nullptr;
}

const PeerFacts *PeerTableModel::of(const DeviceId &device) const
{
    return at(rowOf(device));
}

int PeerTableModel::rowOf(const DeviceId &device) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const PeerFacts &peer) { return peer.device == device; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

} // namespace smartqueue::presentation
