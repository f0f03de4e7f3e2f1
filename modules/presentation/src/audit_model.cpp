#include "smartqueue/presentation/audit_model.h"

#include <algorithm>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

AuditModel::AuditModel(Console &console, QObject *parent) : QAbstractTableModel(parent), m_console(console)
{
    connect(&console.engine().installation(), &engine::Installation::eventsCommitted, this,
            [this](SiteId, const engine::SharedBatches &batches) { follow(batches); });
}

AuditModel::~AuditModel()
{
    if (m_current)
        m_current->giveUp();
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AuditLine &line = m_lines[std::size_t(index.row())];
    switch (role) {
    case sequenceRole: return qint64(line.sequence);
    case areaRole: return int(line.area);
    case Qt::DisplayRole:
    case Qt::ToolTipRole: break;
    default: return {};
    }
    switch (index.column()) {
    case when: {
        const engine::SharedSnapshot branch = m_console.engine().snapshot();
        const QString day = words::shortDate(line.at, branch->zone);
        if (day == words::shortDate(m_console.now(), branch->zone))
            return words::timeWithSeconds(line.at, branch->zone);
        return tr("%1, %2", "day, time").arg(day, words::timeOfDay(line.at, branch->zone));
    }
    case who: return line.who;
    case what: return line.what;
    case branch:
        // What stands above the branches is the organisation's.
        return line.branch.isEmpty() ? line.tenant : line.branch;
    case device: return line.device;
    default: return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case when: return tr("When");
    case who: return tr("Who");
    case what: return tr("What");
    case branch: return tr("Branch");
    case device: return tr("Device");
    default: return {};
    }
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_loading && m_next && int(m_lines.size()) < rowsAtMost;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(m_next, partSize);
}

void AuditModel::setWatching(bool watching)
{
    if (watching == m_watching)
        return;
    m_watching = watching;
    if (watching && m_missed)
        refresh();
}

void AuditModel::setFilter(const AuditFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

AuditReading AuditModel::reading() const
{
    engine::Engine &engine = m_console.engine();
    return AuditReading(engine.installation(), engine.site(), engine.user(), m_filter);
}

void AuditModel::refresh()
{
    ++m_question;
    if (m_current)
        m_current->giveUp();
    m_current.reset();
    m_loading = false;
    m_joining = false;
    if (!m_watching) {
        m_missed = true;
        return;
    }
    m_missed = false;
    m_new.clear();
    m_fresh = true;
    read(std::nullopt, partSize);
}

void AuditModel::read(std::optional<Sequence> before, std::size_t wanted)
{
    m_loading = true;
    if (!m_current)
        m_current.emplace(reading());
    Q_EMIT statusChanged();
    const std::uint64_t question = m_question;
    engine::whenDone(engine::inPool(m_console.engine().installation().studyPool(),
                                    [reading = *m_current, before, wanted] { return reading.part(before, std::nullopt, wanted); }),
                     this, [this, question, wanted](const Result<AuditPart> &part) {
                         if (question == m_question)
                             adopt(part, wanted);
                     });
}

void AuditModel::adopt(const Result<AuditPart> &part, std::size_t wanted)
{
    m_loading = false;
    m_failure = part ? std::nullopt : std::optional(part.error());
    // What was shown stays until the first answer is there: emptying the list at every keystroke would flicker.
    if (m_fresh) {
        m_fresh = false;
        beginResetModel();
        m_lines.clear();
        m_next.reset();
        endResetModel();
    }
    if (!part) {
        m_next.reset();
        Q_EMIT statusChanged();
        return;
    }
    m_next = part->next;
    if (!part->lines.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(part->lines.size()) - 1);
        m_lines.insert(m_lines.end(), part->lines.begin(), part->lines.end());
        endInsertRows();
        settleNew();
    }
    if (m_next && part->lines.size() < wanted && int(m_lines.size()) < rowsAtMost)
        read(m_next, wanted - part->lines.size());
    else
        Q_EMIT statusChanged();
}

void AuditModel::showNew()
{
    if (m_new.empty() || m_loading || m_joining)
        return;
    if (newEntries() >= newAtMost || m_lines.empty()) {
        refresh();
        return;
    }
    m_joining = true;
    const std::uint64_t question = m_question;
    const Sequence newest = m_lines.front().sequence;
    engine::whenDone(engine::inPool(m_console.engine().installation().studyPool(),
                                    [reading = reading(), newest] { return reading.part(std::nullopt, newest, std::size_t(newAtMost)); }),
                     this, [this, question](const Result<AuditPart> &part) {
                         if (question != m_question)
                             return;
                         m_joining = false;
                         if (!part || part->next) {
                             refresh();
                             return;
                         }
                         if (!part->lines.empty()) {
                             beginInsertRows({}, 0, int(part->lines.size()) - 1);
                             m_lines.insert(m_lines.begin(), part->lines.begin(), part->lines.end());
                             endInsertRows();
                         }
                         settleNew();
                         Q_EMIT statusChanged();
                     });
}

void AuditModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    // The sentences are made where they are read.
    refresh();
}

void AuditModel::follow(const engine::SharedBatches &batches)
{
    if (!m_watching) {
        m_missed = true;
        return;
    }
    const std::size_t before = m_new.size();
    const AuditReading shown = reading();
    const Sequence newest = m_lines.empty() ? 0 : m_lines.front().sequence;
    for (const EventBatch &batch : *batches) {
        if (batch.sequence > newest && newEntries() < newAtMost && shown.shows(batch))
            m_new.push_back(batch.sequence);
    }
    if (m_new.size() != before)
        Q_EMIT statusChanged();
}

void AuditModel::settleNew()
{
    const Sequence newest = m_lines.empty() ? 0 : m_lines.front().sequence;
    m_new.erase(std::remove_if(m_new.begin(), m_new.end(), [newest](Sequence sequence) { return sequence <= newest; }), m_new.end());
}

Sequence AuditModel::sequenceAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_lines[std::size_t(row)].sequence : 0;
}

int AuditModel::rowOf(Sequence sequence) const
{
    const auto found = std::lower_bound(m_lines.begin(), m_lines.end(), sequence, [](const AuditLine &line, Sequence wanted) { return line.sequence > wanted; });
    return found != m_lines.end() && found->sequence == sequence ? int(found - m_lines.begin()) : -1;
}

QFuture<Result<std::optional<AuditDetail>>> AuditModel::detail(Sequence sequence) const
{
    return engine::inPool(m_console.engine().installation().studyPool(), [reading = reading(), sequence] { return reading.detail(sequence); });
}

} // namespace smartqueue::presentation
