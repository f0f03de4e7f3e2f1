#include "smartqueue/pages/setup_tabs.h"

#include <QEvent>
#include <QVBoxLayout>

#include <smartqueue/presentation/setup_models.h>

#include "edit_sheet.h"
#include "setup_list.h"
#include "setup_queue_form.h"
#include "setup_small_forms.h"

namespace smartqueue::pages {

using presentation::CounterSetupModel;
using presentation::QueueSetupModel;
using presentation::ServiceSetupModel;

namespace {

/// A changing day asks for the lists far more often than a list changes.
constexpr auto followEvery = std::chrono::milliseconds(250);

SetupList::Words queueWords()
{
    return {SetupTab::tr("Filter queues"), SetupTab::tr("New queue"),
            SetupTab::tr("No queue yet. A service comes first: it says how long people may wait.")};
}

SetupList::Words serviceWords()
{
    return {SetupTab::tr("Filter services"), SetupTab::tr("New service"), SetupTab::tr("No service yet. What do people come for?")};
}

SetupList::Words counterWords()
{
    return {SetupTab::tr("Filter counters"), SetupTab::tr("New counter"), SetupTab::tr("No counter yet. Where are people served?")};
}

} // namespace

SetupTab *SetupTab::queues(presentation::Console &console, QWidget *parent)
{
    return new SetupTab(console, Kind::queues, new SetupList(new QueueSetupModel, QueueSetupModel::status, queueWords), new QueueForm, parent);
}

SetupTab *SetupTab::services(presentation::Console &console, QWidget *parent)
{
    return new SetupTab(console, Kind::services, new SetupList(new ServiceSetupModel, -1, serviceWords), new ServiceForm, parent);
}

SetupTab *SetupTab::counters(presentation::Console &console, QWidget *parent)
{
    return new SetupTab(console, Kind::counters, new SetupList(new CounterSetupModel, -1, counterWords), new CounterForm, parent);
}

SetupTab::SetupTab(presentation::Console &console, Kind kind, SetupList *list, EditForm *form, QWidget *parent)
    : AdministrationTab(parent), m_console(console), m_kind(kind), m_list(list), m_form(form), m_sheet(new EditSheet(console.engine(), this)),
      m_create(new QAction(this))
{
    m_list->model().setParent(m_list);
    m_sheet->addForm(form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);

    connect(m_list, &SetupList::createRequested, this, &SetupTab::create);
    connect(m_list, &SetupList::editRequested, this, [this](qint64 id) { m_sheet->edit(m_form, id); });
    connect(m_create, &QAction::triggered, this, [this] {
        Q_EMIT shown();
        create();
    });
    connect(m_sheet, &EditSheet::saved, this, [this](const QString &words, qint64 entity) {
        follow();
        if (entity > 0)
            m_list->select(entity);
        Q_EMIT toastRequested(words);
    });
    m_followSoon.setSingleShot(true);
    m_followSoon.setInterval(followEvery);
    connect(&m_followSoon, &QTimer::timeout, this, &SetupTab::follow);
    connect(&console.engine(), &engine::Engine::snapshotChanged, this, [this] {
        if (isVisible() && !m_followSoon.isActive())
            m_followSoon.start();
    });
    retranslate();
    follow();
}

QString SetupTab::title() const
{
    switch (m_kind) {
    case Kind::services:
        return tr("Services");
    case Kind::counters:
        return tr("Counters");
    default:
        return tr("Queues");
    }
}

QList<widgets::FormSheet *> SetupTab::sheets() const
{
    return {m_sheet};
}

void SetupTab::focusFilter()
{
    m_list->focusFilter();
}

void SetupTab::showFilterKeys(const QString &keys)
{
    m_list->showFilterKeys(keys);
}

bool SetupTab::holdsTyped() const
{
    return m_sheet->holdsTyped();
}

void SetupTab::letGo(const std::function<void()> &then)
{
    m_sheet->letGo([this, then] {
        m_sheet->close();
        then();
    });
}

void SetupTab::create()
{
    m_sheet->edit(m_form, 0);
}

void SetupTab::follow()
{
    m_list->model().follow(m_console.engine().snapshot());
}

void SetupTab::changeEvent(QEvent *event)
{
    AdministrationTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SetupTab::retranslate()
{
    m_create->setText(m_kind == Kind::services ? tr("Create a service") : m_kind == Kind::counters ? tr("Create a counter") : tr("Create a queue"));
    m_form->retranslate();
    m_form->sayAgain();
    Q_EMIT titleChanged();
}

} // namespace smartqueue::pages
