#pragma once

#include <QWidget>

#include <smartqueue/presentation/agent_table_model.h>

class QBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class ChipGroup;
class SearchField;
}

namespace smartqueue::pages {

/// What the people are narrowed by: a search and a chip for each status with its count; beside it what can be made anew.
class AgentFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit AgentFilterBar(QWidget *parent = nullptr);

    widgets::SearchField *search() const { return m_search; }
    QString text() const;
    presentation::AgentGroup group() const;
    void clear();
    void showCounts(const presentation::AgentTableModel &model);
    /// Leaves out what the one who sits here may not do.
    void setActs(bool agents, bool breaks);
    /// Puts the buttons below the search where `width` has no room for both in one row.
    void fit(int width);
    void retranslate();

Q_SIGNALS:
    void filterChanged();
    void newRequested();
    void breaksRequested();

private:
    QBoxLayout *m_row;
    widgets::SearchField *m_search;
    widgets::ActionButton *m_breaks;
    widgets::ActionButton *m_new;
    widgets::ChipGroup *m_groups;
};

} // namespace smartqueue::pages
