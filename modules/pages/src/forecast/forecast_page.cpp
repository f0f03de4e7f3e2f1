#include "smartqueue/pages/forecast_page.h"

#include <QEvent>
#include <QHideEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>

#include <smartqueue/widgets/console_style.h>
#include <smartqueue/widgets/theme.h>

#include "experiments_tab.h"
#include "promises_tab.h"
#include "simulator_tab.h"
#include "today_tab.h"

namespace smartqueue::pages {

using namespace widgets;

ForecastPage::ForecastPage(presentation::Console &console, QWidget *parent)
    : Page(parent), m_console(console), m_bar(new QTabBar(this)), m_tools(new QStackedWidget(this)), m_stack(new QStackedWidget(this))
{
    m_bar->setObjectName(QStringLiteral("forecastTabs"));
    // Each tab shows its own focus.
    setRingShape(m_bar, RingShape::none);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_tools->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    // The bar reaches out of the column so that its first word stands in it and the ring around that word has room.
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::xl - space::s, space::s, space::xl, 0);
    head->addWidget(m_bar);
    head->addStretch(1);
    head->addWidget(m_tools, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);

    m_tabs = {new TodayTab(console), new SimulatorTab(console), new PromisesTab(console), new ExperimentsTab(console)};
    for (int i = 0; i < m_tabs.size(); ++i) {
        ForecastTab *tab = m_tabs.at(i);
        m_bar->addTab(tab->title());
        m_stack->addWidget(tab);
        m_tools->addWidget(tab->tools());
        connect(tab, &ForecastTab::navigateRequested, this, &Page::navigateRequested);
        connect(tab, &ForecastTab::toastRequested, this, &Page::toastRequested);
        connect(tab, &ForecastTab::failed, this, &Page::failed);
        auto *show = new QAction(this);
        connect(show, &QAction::triggered, this, [this, i] { Q_EMIT navigateRequested(PageId::forecast, i); });
        m_actions.append(show);
    }
    connect(m_bar, &QTabBar::currentChanged, this, &ForecastPage::front);
    const auto followName = [this](const engine::SharedSnapshot &snapshot) {
        const QString name = QString::fromStdString(snapshot->state.branch.name);
        if (name == m_branch)
            return;
        m_branch = name;
        Q_EMIT headerChanged();
    };
    connect(&console.engine(), &engine::Engine::snapshotChanged, this, followName);
    followName(console.engine().snapshot());
    retranslate();
}

QString ForecastPage::title() const
{
    return tr("Forecast");
}

QString ForecastPage::subtitle() const
{
    return m_branch;
}

QList<QAction *> ForecastPage::paletteActions() const
{
    QList<QAction *> all = m_actions;
    for (const ForecastTab *tab : m_tabs)
        all += tab->acts();
    return all;
}

void ForecastPage::setStale(bool stale)
{
    for (ForecastTab *tab : std::as_const(m_tabs))
        tab->setStale(stale);
}

void ForecastPage::activated(const QVariant &argument)
{
    if (argument.isValid() && argument.toInt() >= 0 && argument.toInt() < m_tabs.size())
        m_bar->setCurrentIndex(argument.toInt());
    m_tabs.at(m_stack->currentIndex())->enter();
}

void ForecastPage::front(int index)
{
    m_tabs.at(m_stack->currentIndex())->setWatched(false);
    m_stack->setCurrentIndex(index);
    m_tools->setCurrentIndex(index);
    m_tabs.at(index)->setWatched(isVisible());
}

void ForecastPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_tabs.at(m_stack->currentIndex())->setWatched(true);
}

void ForecastPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (!event->spontaneous())
        m_tabs.at(m_stack->currentIndex())->setWatched(false);
}

void ForecastPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ForecastPage::retranslate()
{
    m_bar->setAccessibleName(tr("Parts of the forecast"));
    for (int i = 0; i < m_tabs.size(); ++i) {
        m_bar->setTabText(i, m_tabs.at(i)->title());
        m_actions.at(i)->setText(tr("Forecast: %1", "tab").arg(m_tabs.at(i)->title()));
    }
    Q_EMIT headerChanged();
}

} // namespace smartqueue::pages
