#pragma once

#include <array>
#include <optional>

#include <QWidget>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/ticket_table_model.h>

class QComboBox;
class QHBoxLayout;

namespace smartqueue::widgets {
class ChipGroup;
class SearchField;
}

namespace smartqueue::pages {

/// What the ticket list is narrowed by: number, period, queue, agent, and a chip for each state with its count.
class TicketFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit TicketFilterBar(engine::Engine &engine, QWidget *parent = nullptr);

    widgets::SearchField *search() const { return m_search; }
    /// Puts the boxes below the search where `width` has no room for both in one row.
    void fit(int width);
    /// Puts a button behind the filters.
    void addButton(QWidget *button);
    presentation::TicketFilter filter() const;
    /// One number or one queue, everything else at its widest.
    void narrowTo(const QString &number, std::optional<QueueId> queue);
    void showCounts(const std::array<std::int64_t, 8> &counts, std::int64_t matches);
    /// Takes over new and renamed queues and agents.
    void followBranch();
    void retranslate();

Q_SIGNALS:
    /// Something was chosen, or a pause in typing.
    void filterChanged();

private:
    engine::Engine &m_engine;
    QHBoxLayout *m_row;
    QHBoxLayout *m_boxes;
    widgets::SearchField *m_search;
    QComboBox *m_period;
    QComboBox *m_queue;
    QComboBox *m_agent;
    widgets::ChipGroup *m_states;
};

} // namespace smartqueue::pages
