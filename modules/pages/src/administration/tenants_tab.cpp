#include "smartqueue/pages/tenants_tab.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>

#include <smartqueue/accounts/scope.h>
#include <smartqueue/pages/customer_dialog.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/flow_row.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/text_label.h>

#include "edit_sheet.h"
#include "question_card.h"
#include "tenant_cells.h"
#include "tenant_forms.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::SiteModel;
using presentation::TenantModel;
namespace words = presentation::words;

namespace {

/// A changing day asks for the figures far more often than somebody reads them.
constexpr auto followEvery = std::chrono::milliseconds(500);

void dress(QTableView &table, RowHeight height, int stretched)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    styleTable(table, height);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

} // namespace

bool TenantsTab::isFor(const presentation::Console &console)
{
    const engine::SharedDirectory directory = console.engine().installation().directory();
    return accounts::require(*directory, console.engine().user(), TenantId{}, Permission::readPlatform).has_value() || console.may(Permission::manageSettings);
}

TenantsTab::TenantsTab(presentation::Console &console, QWidget *parent)
    : AdministrationTab(parent), m_console(console), m_tenants(new TenantModel(console, this)), m_sites(new SiteModel(console, this)),
      m_tenantPart(new QWidget(this)), m_filter(new SearchField({}, this)), m_count(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)),
      m_customers(new ActionButton(Icon::person, {}, ButtonKind::secondary, this)),
      m_newTenant(new ActionButton(Icon::plus, {}, ButtonKind::secondary, this)), m_tenantTable(new QTableView(this)),
      m_siteTitle(new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, this)),
      m_facts(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)), m_edit(new ActionButton(Icon::edit, {}, ButtonKind::secondary, this)),
      m_suspend(new ActionButton({}, ButtonKind::danger, this)), m_newSite(new ActionButton(Icon::plus, {}, ButtonKind::secondary, this)),
      m_open(new ActionButton(Icon::building, {}, ButtonKind::secondary, this)), m_question(new QuestionCard(QStringLiteral("tenant"), this)),
      m_siteStack(new QStackedWidget(this)), m_siteTable(new QTableView(this)), m_sheet(new EditSheet(console.engine(), this)),
      m_siteSheet(new EditSheet(console.engine(), this)),
      m_tenantForm(new TenantForm(console)), m_siteForm(new SiteForm(console)), m_newTenantAct(new QAction(this)), m_newSiteAct(new QAction(this))
{
    m_filter->setObjectName(QStringLiteral("tenantFilter"));
    m_filter->setGlyph(Icon::filter);
    m_filter->setKeyCap(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    m_newTenant->setObjectName(QStringLiteral("tenantCreate"));
    m_customers->setObjectName(QStringLiteral("customersOpen"));
    m_tenantTable->setObjectName(QStringLiteral("tenantTable"));
    m_siteTable->setObjectName(QStringLiteral("siteTable"));
    m_edit->setObjectName(QStringLiteral("tenantEdit"));
    m_suspend->setObjectName(QStringLiteral("tenantSuspend"));
    m_newSite->setObjectName(QStringLiteral("siteCreate"));
    m_open->setObjectName(QStringLiteral("siteOpen"));
    m_facts->setObjectName(QStringLiteral("tenantFacts"));
    m_facts->setWordWrap(true);
    m_sheet->addForm(m_tenantForm);
    m_siteSheet->addForm(m_siteForm);

    auto *tenantCells = new TenantCells(this);
    tenantCells->setSourceModel(m_tenants);
    m_tenantTable->setModel(tenantCells);
    dress(*m_tenantTable, RowHeight::twoLines, TenantModel::name);
    auto *siteCells = new SiteCells(this);
    siteCells->setSourceModel(m_sites);
    m_siteTable->setModel(siteCells);
    dress(*m_siteTable, RowHeight::normal, SiteModel::name);
    m_tenantTable->installEventFilter(this);
    m_siteTable->installEventFilter(this);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::m);
    bar->addWidget(m_filter);
    bar->addWidget(m_count);
    bar->addStretch(1);
    bar->addWidget(m_newTenant);
    auto *tenantColumn = new QVBoxLayout(m_tenantPart);
    tenantColumn->setContentsMargins(0, 0, 0, 0);
    tenantColumn->setSpacing(space::m);
    tenantColumn->addLayout(bar);
    tenantColumn->addWidget(m_tenantTable, 1);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    m_siteTitle->setWordWrap(true);
    head->addWidget(m_siteTitle, 1);
    auto *acts = new QWidget(this);
    auto *actRow = new QHBoxLayout(acts);
    actRow->setContentsMargins(0, 0, 0, 0);
    actRow->setSpacing(space::s);
    for (ActionButton *button : {m_edit, m_suspend, m_newSite})
        actRow->addWidget(button);
    head->addWidget(acts, 0, Qt::AlignTop);
    auto *what = new QVBoxLayout;
    what->setSpacing(space::xs);
    what->addLayout(head);
    what->addWidget(m_facts);
    m_siteStack->addWidget(m_siteTable);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::s);
    foot->addWidget(m_open);
    foot->addStretch(1);
    foot->addWidget(m_customers);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_tenantPart, 3);
    column->addLayout(what);
    column->addWidget(m_question);
    column->addWidget(m_siteStack, 2);
    column->addLayout(foot);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_tenants->setFilter(text);
        follow();
    });
    connect(m_filter, &SearchField::leaveDownRequested, this, [this] {
        m_tenantTable->setFocus(Qt::OtherFocusReason);
        if (!m_tenantTable->currentIndex().isValid())
            m_tenantTable->setCurrentIndex(m_tenantTable->model()->index(0, 0));
    });
    connect(m_tenantTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TenantsTab::choose);
    connect(m_siteTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TenantsTab::chooseSite);
    connect(m_tenantTable, &QTableView::doubleClicked, this, &TenantsTab::editChosen);
    connect(m_siteTable, &QTableView::doubleClicked, this, &TenantsTab::openSite);
    connect(m_edit, &QAbstractButton::clicked, this, &TenantsTab::editChosen);
    connect(m_suspend, &QAbstractButton::clicked, this, &TenantsTab::askToSuspend);
    connect(m_open, &QAbstractButton::clicked, this, &TenantsTab::openSite);
    connect(m_newTenant, &QAbstractButton::clicked, this, &TenantsTab::createTenant);
    connect(m_newSite, &QAbstractButton::clicked, this, &TenantsTab::createSite);
    connect(m_customers, &QAbstractButton::clicked, this, &TenantsTab::openCustomers);
    connect(m_question, &QuestionCard::focusLeft, m_suspend, [this] { m_suspend->setFocus(Qt::OtherFocusReason); });
    using Work = void (TenantsTab::*)();
    for (const auto &[action, work] : {std::pair(m_newTenantAct, Work(&TenantsTab::createTenant)), std::pair(m_newSiteAct, Work(&TenantsTab::createSite))}) {
        connect(action, &QAction::triggered, this, [this, work = work] {
            Q_EMIT shown();
            (this->*work)();
        });
    }
    connect(m_sheet, &EditSheet::saved, this, [this](const QString &said, qint64 entity) {
        // Chosen as soon as the directory has it.
        if (m_creates)
            m_wanted = TenantId{entity};
        follow();
        Q_EMIT toastRequested(said);
    });
    m_followSoon.setSingleShot(true);
    m_followSoon.setInterval(followEvery);
    connect(m_siteSheet, &EditSheet::saved, this, [this](const QString &said) {
        follow();
        Q_EMIT toastRequested(said);
    });
    connect(&m_followSoon, &QTimer::timeout, this, &TenantsTab::follow);
    engine::Installation &installation = console.engine().installation();
    connect(&installation, &engine::Installation::directoryChanged, this, &TenantsTab::follow);
    connect(&installation, &engine::Installation::snapshotChanged, this, [this] {
        if (isVisible() && !m_followSoon.isActive())
            m_followSoon.start();
    });
    retranslate();
    follow();
}

bool TenantsTab::may(TenantId tenant, Permission permission) const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    return accounts::require(*directory, m_console.engine().user(), tenant, permission).has_value();
}

QString TenantsTab::title() const
{
    return may(TenantId{}, Permission::readPlatform) ? tr("Organisations and branches") : tr("Branches");
}

QList<FormSheet *> TenantsTab::sheets() const
{
    return {m_sheet, m_siteSheet};
}

QList<QAction *> TenantsTab::paletteActions() const
{
    QList<QAction *> offered;
    if (may(TenantId{}, Permission::managePlatform))
        offered.append(m_newTenantAct);
    if (may(chosen(), Permission::manageSettings))
        offered.append(m_newSiteAct);
    return offered;
}

void TenantsTab::focusFilter()
{
    if (!m_tenantPart->isVisible()) {
        m_siteTable->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TenantsTab::showFilterKeys(const QString &keys)
{
    m_filter->setKeyCap(keys);
}

bool TenantsTab::holdsTyped() const
{
    return m_sheet->holdsTyped() || m_siteSheet->holdsTyped();
}

void TenantsTab::letGo(const std::function<void()> &then)
{
    m_sheet->letGo([this, then] {
        m_sheet->close();
        m_siteSheet->letGo([this, then] {
            m_siteSheet->close();
            then();
        });
    });
}

TenantId TenantsTab::chosen() const
{
    return m_tenants->tenantAt(m_tenantTable->currentIndex().row());
}

const Tenant *TenantsTab::chosenTenant(const accounts::Directory &directory) const
{
    return directory.tenant(chosen());
}

void TenantsTab::createTenant()
{
    letGo([this] {
        m_creates = true;
        m_sheet->edit(m_tenantForm, 0);
    });
}

void TenantsTab::createSite()
{
    letGo([this] {
        m_siteForm->setTenant(chosen());
        m_siteSheet->edit(m_siteForm, 0);
    });
}

void TenantsTab::openCustomers()
{
    auto *dialog = new CustomerDialog(m_console, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CustomerDialog::carriedOut, this, [this](const QString &said) { Q_EMIT toastRequested(said); });
    dialog->open();
}

void TenantsTab::editChosen()
{
    if (chosen() && may(chosen(), Permission::manageSettings))
        letGo([this] {
            m_creates = false;
            m_sheet->edit(m_tenantForm, chosen().value);
        });
}

void TenantsTab::openSite()
{
    const SiteId site = m_sites->siteAt(m_siteTable->currentIndex().row());
    if (site && site != m_console.engine().site())
        m_console.requestBranch(site);
}

void TenantsTab::follow()
{
    m_tenants->follow();
    if (const int row = m_wanted ? m_tenants->rowOf(m_wanted) : -1; row >= 0) {
        m_wanted = {};
        m_tenantTable->setCurrentIndex(m_tenantTable->model()->index(row, 0));
    }
    // Somebody is always chosen, the organisation of the open branch first.
    if (!chosen() && m_tenants->rowCount() > 0) {
        const engine::SharedDirectory directory = m_console.engine().installation().directory();
        const Site *here = directory->site(m_console.engine().site());
        const int wanted = m_tenants->rowOf(m_shown ? m_shown : here ? here->tenant : TenantId{});
        m_tenantTable->setCurrentIndex(m_tenantTable->model()->index(std::max(wanted, 0), 0));
    }
    choose();
}

void TenantsTab::choose()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const Tenant *tenant = chosenTenant(*directory);
    if (m_shown != chosen())
        m_question->withdraw();
    m_shown = chosen();
    const bool isPlatforms = may(TenantId{}, Permission::readPlatform);
    m_tenantPart->setVisible(isPlatforms || m_tenants->total() > 1);
    const int matches = m_tenants->rowCount();
    m_count->setText(matches == m_tenants->total() ? tr("%Ln in all", nullptr, matches) : tr("%L1 of %L2").arg(matches).arg(m_tenants->total()));
    const bool manages = tenant && may(tenant->id, Permission::manageSettings);
    const bool runsPlatform = may(TenantId{}, Permission::managePlatform);
    m_newTenant->setVisible(runsPlatform);
    m_edit->setVisible(manages);
    m_suspend->setVisible(tenant && runsPlatform);
    m_newSite->setVisible(manages && !tenant->suspended);
    m_customers->setVisible(m_console.may(Permission::readCustomer));

    m_sites->show(tenant ? tenant->id : TenantId{});
    if (tenant) {
        m_siteTitle->setText(m_tenantPart->isVisibleTo(this) ? tr("Branches of %1").arg(QString::fromStdString(tenant->name)) : QString::fromStdString(tenant->name));
        const presentation::TenantUse use = presentation::tenantUse(m_console.engine().installation(), *directory, *tenant);
        const auto most = [](const presentation::LimitUse &each) { return QLocale().toString(each.limit); };
        QStringList facts{presentation::languageName(QString::fromStdString(tenant->locale)), QString::fromStdString(tenant->timeZone),
                          tr("tickets kept %Ln day(s)", nullptr, tenant->retentionDays), tr("%Ln of %1 branches", nullptr, use.sites.used).arg(most(use.sites)),
                          tr("%Ln of %1 agents", nullptr, use.agents.used).arg(most(use.agents)),
                          tr("%Ln of %1 queues", nullptr, use.queues.used).arg(most(use.queues))};
        if (tenant->suspended)
            facts.prepend(tr("Suspended"));
        m_facts->setText(facts.join(QStringLiteral(" · ")));
        m_facts->setInk(tenant->suspended ? Ink::warning : Ink::muted);
        m_suspend->setText(tenant->suspended ? tr("Resume") : tr("Suspend…"));
        m_suspend->setKind(tenant->suspended ? ButtonKind::secondary : ButtonKind::danger);
    } else {
        m_siteTitle->setText({});
        m_facts->setText({});
    }
    if (m_noSite) {
        m_siteStack->removeWidget(m_noSite);
        m_noSite->deleteLater();
        m_noSite = nullptr;
    }
    if (m_sites->rowCount() == 0) {
        auto *nothing = tenant ? new EmptyState(Icon::building, tr("No branch yet. Where are people received?"), manages && !tenant->suspended ? tr("New branch") : QString(), this)
                               : new EmptyState(Icon::search, tr("No organisation is chosen."), {}, this);
        connect(nothing, &EmptyState::actionRequested, this, &TenantsTab::createSite);
        m_noSite = nothing;
        m_siteStack->addWidget(nothing);
        m_siteStack->setCurrentWidget(nothing);
    } else {
        m_siteStack->setCurrentWidget(m_siteTable);
        if (!m_siteTable->currentIndex().isValid())
            m_siteTable->setCurrentIndex(m_siteTable->model()->index(std::max(m_sites->rowOf(m_console.engine().site()), 0), 0));
    }
    chooseSite();
}

void TenantsTab::chooseSite()
{
    const SiteId site = m_sites->siteAt(m_siteTable->currentIndex().row());
    m_open->setVisible(m_sites->rowCount() > 0);
    m_open->setEnabled(site && site != m_console.engine().site());
    m_open->setText(site && site == m_console.engine().site() ? tr("This branch is open") : tr("Open this branch"));
}

void TenantsTab::askToSuspend()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const Tenant *tenant = chosenTenant(*directory);
    if (!tenant)
        return;
    if (tenant->suspended) {
        suspend();
        return;
    }
    const QString name = QString::fromStdString(tenant->name);
    m_question->ask(tr("Suspend %1? Nobody of it can sign in or work any more, in any of its branches, until you resume it. "
                               "Nothing is deleted: tickets, people and settings stay as they are.")
                        .arg(name),
                    tr("Suspend"), tr("Go on as it is"), [this] { suspend(); });
}

void TenantsTab::suspend()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const Tenant *tenant = chosenTenant(*directory);
    if (!tenant)
        return;
    const bool suspends = !tenant->suspended;
    const QString name = QString::fromStdString(tenant->name);
    presentation::submit(m_console.engine(), SuspendTenant{tenant->id, suspends}, {}, this, [this, suspends, name](const engine::Answer &answer) {
        follow();
        m_suspend->setFocus(Qt::OtherFocusReason);
        if (!answer)
            Q_EMIT failed(answer.error());
        else
            Q_EMIT toastRequested(suspends ? tr("%1 is suspended.").arg(name) : tr("%1 may work again.").arg(name));
    });
}

bool TenantsTab::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            watched == m_tenantTable ? editChosen() : openSite();
            return true;
        }
    }
    return AdministrationTab::eventFilter(watched, event);
}

void TenantsTab::resizeEvent(QResizeEvent *event)
{
    AdministrationTab::resizeEvent(event);
    // Beside the open sheet the limits matter more than language and zone.
    m_tenantTable->setColumnHidden(TenantModel::language, width() < scaled(800));
    m_tenantTable->setColumnHidden(TenantModel::zone, width() < scaled(880));
    m_siteTable->setColumnHidden(SiteModel::zone, width() < scaled(560));
}

void TenantsTab::showEvent(QShowEvent *event)
{
    AdministrationTab::showEvent(event);
    follow();
}

void TenantsTab::changeEvent(QEvent *event)
{
    AdministrationTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TenantsTab::retranslate()
{
    const QString filter = tr("Filter organisations");
    m_filter->setPlaceholderText(filter);
    m_filter->setAccessibleName(filter);
    m_newTenant->setText(tr("New organisation"));
    m_customers->setText(tr("A customer’s data…"));
    m_edit->setText(tr("Edit…"));
    m_newSite->setText(tr("New branch"));
    m_tenantTable->setAccessibleName(tr("Organisations"));
    m_siteTable->setAccessibleName(tr("Branches"));
    m_newTenantAct->setText(tr("Create an organisation"));
    m_newSiteAct->setText(tr("Create a branch"));
    m_tenants->retranslate();
    m_sites->retranslate();
    for (EditForm *form : {static_cast<EditForm *>(m_tenantForm), static_cast<EditForm *>(m_siteForm)}) {
        form->retranslate();
        form->sayAgain();
    }
    choose();
    Q_EMIT titleChanged();
}

} // namespace smartqueue::pages
