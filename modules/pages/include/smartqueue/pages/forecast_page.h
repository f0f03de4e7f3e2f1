#pragma once

#include <QList>

#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>

class QHBoxLayout;
class QStackedWidget;
class QTabBar;

namespace smartqueue::pages {

class ForecastTab;

/// What is to be expected, and whether what was said came true: a bar of tabs with the tools of the one in front beside it.
class ForecastPage : public Page {
    Q_OBJECT
public:
    /// In the order of the bar.
    enum class Tab { today, simulator, promises, experiments };

    explicit ForecastPage(presentation::Console &console, QWidget *parent = nullptr);

    PageId id() const override { return PageId::forecast; }
    QString title() const override;
    QString subtitle() const override;
    QString iconName() const override { return QStringLiteral("trend"); }
    QList<QAction *> paletteActions() const override;
    void setStale(bool stale) override;
    /// `argument`: a Tab as a number, or nothing.
    void activated(const QVariant &argument) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void front(int index);
    void retranslate();

    presentation::Console &m_console;
    QList<ForecastTab *> m_tabs;
    QTabBar *m_bar;
    QStackedWidget *m_tools;
    QStackedWidget *m_stack;
    QList<QAction *> m_actions;
    QString m_branch;
};

} // namespace smartqueue::pages
