#pragma once

#include <QTableView>

namespace smartqueue::pages {

/// The ticket list. What is typed into it goes to the search: looking for it row by row would read all of them.
class TicketTableView : public QTableView {
    Q_OBJECT
public:
    explicit TicketTableView(QWidget *parent = nullptr) : QTableView(parent) {}
    void keyboardSearch(const QString &typed) override { Q_EMIT typedInto(typed); }

Q_SIGNALS:
    void typedInto(const QString &text);
};

} // namespace smartqueue::pages
