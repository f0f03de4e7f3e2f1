#pragma once

#include <QTimer>

#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/agent_table_model.h>
#include <smartqueue/presentation/console.h>

class QBoxLayout;
class QStackedWidget;
class QTableView;

namespace smartqueue::presentation {
class AgentHistory;
}

namespace smartqueue::widgets {
class EmptyState;
class Banner;
class TextLabel;
}

namespace smartqueue::pages {

class AgentActs;
class AgentCellModel;
class AgentFilterBar;
class AgentForm;
class AgentPanel;
class BreakReasonsForm;
class EditSheet;

/// Who works in the branch and how they stand: live status, ticket in hand, queues, figures; with what a supervisor may do for
/// them. Whoever may only read sees no acts.
class AgentsPage : public Page {
    Q_OBJECT
public:
    explicit AgentsPage(presentation::Console &console, QWidget *parent = nullptr);
    ~AgentsPage() override;

    PageId id() const override { return PageId::agents; }
    QString title() const override;
    QString subtitle() const override;
    QString iconName() const override { return QStringLiteral("people"); }
    QList<QAction *> paletteActions() const override;
    void focusFilter() override;
    void showFilterKeys(const QString &keys) override;
    /// An agent's id: that agent is chosen.
    void activated(const QVariant &argument) override;
    bool holdsTyped() const override;
    void letGo(const std::function<void()> &then) override;

    presentation::AgentTableModel &model() const { return *m_model; }
    AgentActs &acts() const { return *m_acts; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeTable();
    void makeActions();
    void retranslate();
    void followBranch();
    void takeFilter();
    void showStatus();
    void showChosen();
    void choose(const presentation::AgentKey &key);
    void showPermissions();
    void edit(AgentId agent);
    void openMenu(const QPoint &at);
    void enterTable();
    void clearFilters();
    void fit();

    presentation::Console &m_console;
    presentation::AgentHistory *m_history;
    presentation::AgentTableModel *m_model;
    AgentCellModel *m_cells;
    AgentActs *m_acts;
    QBoxLayout *m_sides = nullptr;
    QWidget *m_main = nullptr;
    AgentFilterBar *m_filters = nullptr;
    widgets::Banner *m_failure = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_tableSides = nullptr;
    widgets::EmptyState *m_empty = nullptr;
    widgets::EmptyState *m_noMatch = nullptr;
    widgets::TextLabel *m_count = nullptr;
    widgets::TextLabel *m_legend = nullptr;
    QWidget *m_legendRow = nullptr;
    AgentPanel *m_panel = nullptr;
    EditSheet *m_sheet = nullptr;
    AgentForm *m_agentForm = nullptr;
    BreakReasonsForm *m_breaksForm = nullptr;
    QAction *m_newAction = nullptr;
    QAction *m_breaksAction = nullptr;
    QTimer m_branchSoon;
    QTimer m_tick;
};

} // namespace smartqueue::pages
