#include "ticket_columns.h"

#include <algorithm>
#include <numeric>

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <smartqueue/widgets/paint.h>
#include <smartqueue/widgets/pill.h>

#include "ticket_looks.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::TicketTableModel;

namespace {

/// Around what stands in a cell.
constexpr int room = 17;
constexpr int sortArrow = 20;
/// One long name must not push the others out.
constexpr int widest = 220;
constexpr int narrowest = 48;

} // namespace

TicketColumns::TicketColumns(QTableView &table, QObject *parent)
    : QObject(parent)
    , m_table(table)
{
    QHeaderView *header = table.horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_layingOut && column < count)
            m_dragged[std::size_t(column)] = width;
    });
    connect(header, &QHeaderView::sectionHandleDoubleClicked, this, [this](int column) {
        m_dragged[std::size_t(column)].reset();
        layOut();
    });
}

void TicketColumns::measure(const engine::BranchSnapshot &snapshot)
{
    // The view's own measure of its visible rows, which the delegate answers.
    const QAbstractItemView &rows = m_table;
    for (int column = 0; column < count; ++column) {
        const bool sorted = m_table.horizontalHeader()->sortIndicatorSection() == column;
        const QString head = m_table.model()->headerData(column, Qt::Horizontal).toString();
        const int seen = std::max(rows.sizeHintForColumn(column),
                                  textWidth(textFont(TextSize::small, QFont::Bold), head) + room + (sorted ? sortArrow : 0));
        m_wanted[std::size_t(column)] = std::max(m_wanted[std::size_t(column)], std::min(seen, scaled(widest)));
    }
    const auto want = [this](int column, int width) {
        m_wanted[std::size_t(column)] = std::max(m_wanted[std::size_t(column)], std::min(width + room, scaled(widest)));
    };
    for (const auto &[id, queue] : snapshot.state.queues)
        want(TicketTableModel::queue, textWidth(textFont(TextSize::body), QString::fromStdString(queue.config.name)));
    for (const TicketState state : {TicketState::waiting, TicketState::called, TicketState::serving, TicketState::held,
                                    TicketState::completed, TicketState::noShow})
        want(TicketTableModel::state, pillSize(stateLook(state)).width() - 5);
    layOut();
}

void TicketColumns::forget()
{
    m_wanted.fill(0);
}

void TicketColumns::layOut()
{
    static constexpr std::array<int, count> shares{1, 3, 1, 1, 1, 3, 1};
    std::array<int, count> widths = m_wanted;
    int open = 0;
    for (std::size_t column = 0; column < count; ++column) {
        if (m_dragged[column])
            widths[column] = *m_dragged[column];
        else
            open += shares[column];
    }
    int spare = m_table.viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    // Names give way first: they can be read in full in the story.
    for (const std::size_t column : {std::size_t(TicketTableModel::queue), std::size_t(TicketTableModel::agent)}) {
        if (spare < 0 && !m_dragged[column]) {
            const int given = std::clamp(-spare, 0, std::max(0, widths[column] - scaled(84)));
            widths[column] -= given;
            spare += given;
        }
    }
    const QScopedValueRollback<bool> quiet(m_layingOut, true);
    for (std::size_t column = 0; column < count; ++column) {
        const int more = spare > 0 && open > 0 && !m_dragged[column] ? spare * shares[column] / open : 0;
        m_table.setColumnWidth(int(column), std::max(widths[column] + more, narrowest));
    }
}

QByteArray TicketColumns::state() const
{
    QByteArrayList widths;
    for (const auto &width : m_dragged)
        widths.append(QByteArray::number(width.value_or(0)));
    return widths.join(',');
}

void TicketColumns::restore(const QByteArray &state)
{
    const QByteArrayList widths = state.split(',');
    if (widths.size() != count)
        return;
    for (qsizetype column = 0; column < count; ++column) {
        const int width = widths.at(column).toInt();
        m_dragged[std::size_t(column)] = width >= narrowest && width <= 2000 ? std::optional(width) : std::nullopt;
    }
    layOut();
}

} // namespace smartqueue::pages
