#pragma once

#include <QTimer>

#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/ticket_table_model.h>

class QBoxLayout;
class QStackedWidget;

namespace smartqueue::widgets {
class EmptyState;
class ActionButton;
class Banner;
class SearchField;
class Skeleton;
class TextLabel;
}

namespace smartqueue::pages {

class TicketActs;
class TicketCellModel;
class TicketColumns;
class TicketFilterBar;
class TicketStoryPanel;
class TicketTableView;

/// Every ticket, live and past: found by its number, narrowed by chips, told as a story, acted on without leaving the list.
class TicketsPage : public Page {
    Q_OBJECT
public:
    explicit TicketsPage(presentation::Console &console, QWidget *parent = nullptr);
    ~TicketsPage() override;

    PageId id() const override { return PageId::tickets; }
    QString title() const override;
    QString subtitle() const override;
    QString iconName() const override { return QStringLiteral("ticket"); }
    QList<QAction *> paletteActions() const override;
    void focusFilter() override;
    void showFilterKeys(const QString &keys) override;
    /// A ticket number is searched for; a queue's value narrows to it.
    void activated(const QVariant &argument) override;
    QByteArray viewState() const override;
    void restoreView(const QByteArray &state) override;

    presentation::TicketTableModel &model() const { return *m_model; }
    TicketActs &acts() const { return *m_acts; }

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    QWidget *makeTable();
    void retranslate();
    void showNewKeys();
    void takeFilter();
    void showStatus();
    void showStory();
    void followBranch();
    void fitText();
    void clearFilters();
    void enterTable();
    void openMenu(const QPoint &at);
    void openNewTicket();

    presentation::Console &m_console;
    presentation::TicketTableModel *m_model;
    TicketCellModel *m_cells;
    TicketActs *m_acts;
    QBoxLayout *m_sides = nullptr;
    TicketFilterBar *m_filters = nullptr;
    widgets::SearchField *m_search = nullptr;
    widgets::ActionButton *m_new = nullptr;
    TicketTableView *m_table = nullptr;
    TicketColumns *m_columns = nullptr;
    QStackedWidget *m_tableSides = nullptr;
    widgets::Skeleton *m_skeleton = nullptr;
    widgets::EmptyState *m_empty = nullptr;
    widgets::EmptyState *m_noMatch = nullptr;
    widgets::Banner *m_failure = nullptr;
    widgets::TextLabel *m_count = nullptr;
    widgets::TextLabel *m_legend = nullptr;
    TicketStoryPanel *m_story = nullptr;
    QAction *m_newAction = nullptr;
    QAction *m_transferAction = nullptr;
    QAction *m_priorityAction = nullptr;
    QAction *m_leftAction = nullptr;
    QAction *m_cancelAction = nullptr;
    QAction *m_undoAction = nullptr;
    QAction *m_copyAction = nullptr;
    QAction *m_customersAction = nullptr;
    QTimer m_branchSoon;
    QTimer m_tick;
    TicketId m_shown;
    Sequence m_shownRevision = 0;
    /// The next answer is to another question: it begins at its first row.
    bool m_selectFirst = true;
};

} // namespace smartqueue::pages
