#pragma once

#include <atomic>
#include <memory>

#include <smartqueue/pages/administration_tab.h>
#include <smartqueue/presentation/audit_export.h>
#include <smartqueue/presentation/audit_model.h>
#include <smartqueue/presentation/console.h>

class QBoxLayout;
class QStackedWidget;
class QTableView;

namespace smartqueue::widgets {
class ActionButton;
class Banner;
class PillButton;
class Skeleton;
class TextLabel;
}

namespace smartqueue::pages {

class AuditFilterBar;
class AuditPanel;

/// Who did what, when and from where; for whoever may read the audit. The tenant's own, or all of the database for the platform's people.
class AuditTab : public AdministrationTab {
    Q_OBJECT
public:
    explicit AuditTab(presentation::Console &console, QWidget *parent = nullptr);
    ~AuditTab() override;

    /// Whether there is such a tab for the one who sits here.
    static bool isFor(const presentation::Console &console);

    Kind kind() const override { return Kind::audit; }
    QString title() const override;
    QList<QAction *> paletteActions() const override { return {m_checkAct, m_csvAct, m_jsonAct}; }
    void focusFilter() override;
    void showFilterKeys(const QString &keys) override;
    void activated() override;

    /// Writes all that matches into the file.
    void exportTo(const QString &path, presentation::AuditFormat format);
    /// Proves that no entry is missing or was changed.
    void checkChain();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *act(void (AuditTab::*work)());
    void askForCsv();
    void askForJson();
    void ask(presentation::AuditFormat format);
    void showStatus();
    void showSelected();
    void joinNew();
    void say(widgets::Banner &banner, bool good, const QString &words);
    void fit();
    void retranslate();

    presentation::Console &m_console;
    presentation::AuditModel *m_model;
    AuditFilterBar *m_filters;
    widgets::PillButton *m_new;
    widgets::ActionButton *m_export;
    widgets::ActionButton *m_check;
    widgets::Banner *m_banner;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QBoxLayout *m_sides = nullptr;
    QWidget *m_list;
    widgets::Skeleton *m_skeleton;
    QWidget *m_nothing = nullptr;
    widgets::TextLabel *m_footer;
    AuditPanel *m_panel;
    QAction *m_checkAct;
    QAction *m_csvAct;
    QAction *m_jsonAct;
    std::shared_ptr<std::atomic<bool>> m_stop;
    /// The entry of the panel.
    Sequence m_shown = 0;
};

} // namespace smartqueue::pages
