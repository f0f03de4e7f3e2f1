#pragma once

#include <array>
#include <optional>

#include <QObject>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/ticket_table_model.h>

class QTableView;

namespace smartqueue::pages {

/// Widths of the ticket list: each column as wide as what stands in it, in this language and text size, and what is left
/// over shared out. A width that somebody dragged stays, until its edge is double-clicked. GUI thread.
class TicketColumns : public QObject {
    Q_OBJECT
public:
    TicketColumns(QTableView &table, QObject *parent);

    /// Measures what is shown now. A column only grows, so that scrolling moves nothing.
    void measure(const engine::BranchSnapshot &snapshot);
    /// The language or the text size is another one: earlier measures say nothing any more.
    void forget();
    void layOut();

    /// The dragged widths, to be kept until the next start; what cannot be read is ignored.
    QByteArray state() const;
    void restore(const QByteArray &state);

private:
    static constexpr int count = presentation::TicketTableModel::columns;

    QTableView &m_table;
    std::array<int, count> m_wanted{};
    std::array<std::optional<int>, count> m_dragged;
    bool m_layingOut = false;
};

} // namespace smartqueue::pages
