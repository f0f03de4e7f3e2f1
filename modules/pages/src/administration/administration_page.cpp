#include "smartqueue/pages/administration_page.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>

#include <smartqueue/widgets/console_style.h>
#include <smartqueue/widgets/form_sheet.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

using namespace widgets;

AdministrationPage::AdministrationPage(presentation::Console &console, const QList<AdministrationTab *> &tabs, QWidget *parent)
    : Page(parent), m_console(console), m_all(tabs), m_main(new QWidget(this)), m_bar(new QTabBar(this)), m_stack(new QStackedWidget(this))
{
    m_bar->setObjectName(QStringLiteral("administrationTabs"));
    // Each tab shows its own focus.
    setRingShape(m_bar, RingShape::none);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);

    // The bar reaches out of the column so that its first word stands in it and the ring around that word has room.
    auto *below = new QVBoxLayout;
    below->setContentsMargins(space::s, 0, 0, 0);
    below->addWidget(m_stack);
    auto *column = new QVBoxLayout(m_main);
    column->setContentsMargins(space::xl - space::s, space::s, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_bar);
    column->addLayout(below, 1);
    auto *sides = new QHBoxLayout(this);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(0);
    sides->addWidget(m_main, 1);

    for (int i = 0; i < m_all.size(); ++i) {
        AdministrationTab *tab = m_all.at(i);
        m_stack->addWidget(tab);
        m_bar->addTab(tab->title());
        const auto sheets = tab->sheets();
        for (FormSheet *sheet : sheets) {
            sides->addWidget(sheet);
            sheet->installEventFilter(this);
        }
        connect(tab, &AdministrationTab::toastRequested, this, &Page::toastRequested);
        connect(tab, &AdministrationTab::failed, this, &Page::failed);
        connect(tab, &AdministrationTab::titleChanged, this, [this, i] { m_bar->setTabText(i, m_all.at(i)->title()); });
        connect(tab, &AdministrationTab::shown, this, [this, i] { Q_EMIT navigateRequested(PageId::administration, int(m_all.at(i)->kind())); m_bar->setCurrentIndex(i); });
    }
    giveRoomTo(0);
    connect(m_bar, &QTabBar::currentChanged, this, &AdministrationPage::tabChanged);
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

QString AdministrationPage::title() const
{
    return tr("Administration");
}

QString AdministrationPage::subtitle() const
{
    return m_branch;
}

QList<QAction *> AdministrationPage::paletteActions() const
{
    QList<QAction *> acts;
    for (const AdministrationTab *tab : m_all)
        acts += tab->paletteActions();
    return acts;
}

AdministrationTab *AdministrationPage::current() const
{
    return m_all.value(m_stack->currentIndex());
}

void AdministrationPage::focusFilter()
{
    current()->focusFilter();
}

void AdministrationPage::showFilterKeys(const QString &keys)
{
    for (AdministrationTab *tab : std::as_const(m_all))
        tab->showFilterKeys(keys);
}

AdministrationTab *AdministrationPage::tab(AdministrationTab::Kind kind) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [kind](const AdministrationTab *tab) { return tab->kind() == kind; });
    return found == m_all.end() ? nullptr : *found;
}

void AdministrationPage::activated(const QVariant &argument)
{
    if (argument.isValid())
        showTab(AdministrationTab::Kind(argument.toInt()));
    current()->activated();
}

bool AdministrationPage::holdsTyped() const
{
    return current()->holdsTyped();
}

void AdministrationPage::letGo(const std::function<void()> &then)
{
    current()->letGo(then);
}

void AdministrationPage::showTab(AdministrationTab::Kind kind)
{
    if (AdministrationTab *wanted = tab(kind))
        m_bar->setCurrentIndex(int(m_all.indexOf(wanted)));
}

void AdministrationPage::tabChanged(int index)
{
    if (index == m_stack->currentIndex())
        return;
    // Until the question is answered the tab of the open sheet stays the current one.
    if (current()->holdsTyped()) {
        const QSignalBlocker quiet(m_bar);
        m_bar->setCurrentIndex(m_stack->currentIndex());
    }
    current()->letGo([this, index] { front(index); });
}

void AdministrationPage::giveRoomTo(int index)
{
    for (int i = 0; i < m_stack->count(); ++i)
        m_stack->widget(i)->setSizePolicy(i == index ? QSizePolicy::Preferred : QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void AdministrationPage::front(int index)
{
    m_stack->setCurrentIndex(index);
    giveRoomTo(index);
    const QSignalBlocker quiet(m_bar);
    m_bar->setCurrentIndex(index);
    current()->activated();
}

void AdministrationPage::fit()
{
    const auto sheets = current()->sheets();
    const int least = std::max(scaled(420), m_main->minimumSizeHint().width());
    for (FormSheet *sheet : sheets) {
        // Without room for both the sheet takes the place of the list instead of pushing it out of the window.
        const bool covers = viewWidth() < sheet->sizeHint().width() + least;
        sheet->setMaximumWidth(covers ? QWIDGETSIZE_MAX : sheet->sizeHint().width());
        sheet->setSizePolicy(covers ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
    m_main->setVisible(std::none_of(sheets.begin(), sheets.end(), [this, least](const FormSheet *sheet) {
        return sheet->isVisibleTo(this) && viewWidth() < sheet->sizeHint().width() + least;
    }));
}

void AdministrationPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fit();
}

bool AdministrationPage::eventFilter(QObject *watched, QEvent *event)
{
    // Another language, or another row, may need more room.
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent || event->type() == QEvent::LayoutRequest)
        fit();
    return Page::eventFilter(watched, event);
}

void AdministrationPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    fit();
}

void AdministrationPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AdministrationPage::retranslate()
{
    for (int i = 0; i < m_all.size(); ++i)
        m_bar->setTabText(i, m_all.at(i)->title());
    m_bar->setAccessibleName(tr("Parts of the administration"));
    Q_EMIT headerChanged();
}

} // namespace smartqueue::pages
