#pragma once

#include <smartqueue/pages/administration_tab.h>
#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>

class QStackedWidget;
class QTabBar;

namespace smartqueue::pages {

/// Administration: a bar of tabs, the one in front, and its open sheet at the side. It asks before a tab is left in which
/// something was typed.
class AdministrationPage : public Page {
    Q_OBJECT
public:
    /// The page owns the tabs; at least one.
    AdministrationPage(presentation::Console &console, const QList<AdministrationTab *> &tabs, QWidget *parent = nullptr);

    PageId id() const override { return PageId::administration; }
    QString title() const override;
    QString subtitle() const override;
    QString iconName() const override { return QStringLiteral("sliders"); }
    QList<QAction *> paletteActions() const override;
    void focusFilter() override;
    void showFilterKeys(const QString &keys) override;
    /// `argument`: an AdministrationTab::Kind as int, or nothing.
    void activated(const QVariant &argument) override;
    bool holdsTyped() const override;
    void letGo(const std::function<void()> &then) override;

    /// Does nothing where there is no such tab.
    void showTab(AdministrationTab::Kind kind);
    /// Null where there is no such tab.
    AdministrationTab *tab(AdministrationTab::Kind kind) const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    AdministrationTab *current() const;
    void tabChanged(int index);
    void front(int index);
    /// The least width is that of the tab in front, and not the widest one's.
    void giveRoomTo(int index);
    void fit();
    void retranslate();

    presentation::Console &m_console;
    QList<AdministrationTab *> m_all;
    QWidget *m_main;
    QTabBar *m_bar;
    QStackedWidget *m_stack;
    QString m_branch;
};

} // namespace smartqueue::pages
