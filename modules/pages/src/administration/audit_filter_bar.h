#pragma once

#include <QWidget>

#include <smartqueue/presentation/audit_reading.h>
#include <smartqueue/presentation/console.h>

class QComboBox;
class QDateEdit;
class QHBoxLayout;

namespace smartqueue::widgets {
class ChipGroup;
class SearchField;
class TextLabel;
}

namespace smartqueue::pages {

/// What the audit is narrowed by: words, person, branch, period, and a chip for each kind of act.
class AuditFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit AuditFilterBar(presentation::Console &console, QWidget *parent = nullptr);

    widgets::SearchField *search() const { return m_search; }
    presentation::AuditFilter filter() const;
    /// The row of the search and the row of the kinds, for what belongs beside them.
    QHBoxLayout *searchRow() const { return m_row; }
    QHBoxLayout *kindRow() const { return m_kindRow; }
    /// There are several to choose from.
    bool hasBranches() const;
    /// Everything at its widest.
    void clear();
    /// Takes over new people and branches.
    void followDirectory();
    void retranslate();

Q_SIGNALS:
    /// Something was chosen, or a pause in typing.
    void filterChanged();

private:
    enum Period { today, week, all, dates };
    void showDates();
    Instant startOf(const QDate &day) const;

    presentation::Console &m_console;
    QHBoxLayout *m_row;
    QHBoxLayout *m_kindRow;
    widgets::SearchField *m_search;
    QComboBox *m_person;
    QComboBox *m_branch;
    QComboBox *m_period;
    QWidget *m_dates;
    QDateEdit *m_from;
    QDateEdit *m_until;
    widgets::TextLabel *m_dash;
    widgets::ChipGroup *m_areas;
};

} // namespace smartqueue::pages
