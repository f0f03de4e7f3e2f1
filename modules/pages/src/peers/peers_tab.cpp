#include "smartqueue/pages/peers_tab.h"

#include <algorithm>

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/peer_rights.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/text_label.h>

#include "aside_acts_card.h"
#include "aside_card.h"
#include "authority_card.h"
#include "peer_cells.h"
#include "peer_diagnosis_card.h"
#include "peer_invitation_sheet.h"
#include "peer_star.h"
#include "saved_file.h"
#include "take_over_card.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::PeerFacts;
using presentation::PeerTableModel;
namespace words = presentation::words;

namespace {

/// The desktops are told of four times a second; nobody reads faster.
constexpr auto followEvery = std::chrono::milliseconds(200);
constexpr int sideWidth = 352;
/// From here on star, table and diagnosis have room beside each other.
constexpr int roomForSides = 880;

} // namespace

bool PeersTab::isFor(const presentation::Console &console)
{
    if (!console.peers())
        return false;
    const engine::SharedDirectory directory = console.engine().installation().directory();
    return presentation::maySeePeers(*directory, console.engine().user()).has_value();
}

PeersTab::PeersTab(presentation::Console &console, QWidget *parent)
    : AdministrationTab(parent), m_console(console), m_peers(*console.peers()), m_model(new PeerTableModel(this)), m_stack(new QStackedWidget(this)),
      m_add(new ActionButton(Icon::plus, {}, ButtonKind::secondary, this)), m_export(new ActionButton(Icon::download, {}, ButtonKind::quiet, this)),
      m_banner(new Banner(this)), m_table(new QTableView(this)), m_invitation(new PeerInvitationSheet(m_peers, this)), m_addAct(act(&PeersTab::addDesktop)),
      m_exportAct(act(&PeersTab::askForFile)), m_joinAct(act(&PeersTab::join))
{
    m_add->setObjectName(QStringLiteral("peerAdd"));
    m_export->setObjectName(QStringLiteral("peerExport"));
    m_banner->setObjectName(QStringLiteral("peerBanner"));
    m_table->setObjectName(QStringLiteral("peerTable"));
    auto *cells = new PeerCells(this);
    cells->setSourceModel(m_model);
    m_table->setModel(cells);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    styleTable(*m_table, RowHeight::normal);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(PeerTableModel::desktop, QHeaderView::Stretch);
    header->setStretchLastSection(false);
    m_table->installEventFilter(this);

    auto *page = new QWidget(this);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::m);
    left->addWidget(makePicture(), 3);
    left->addWidget(m_table, 2);
    auto *body = new QWidget;
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, body);
    m_sides->setContentsMargins(0, 0, 0, 0);
    m_sides->setSpacing(space::m);
    m_sides->addLayout(left, 1);
    m_sides->addWidget(makeSide());
    m_verdict = new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, page);
    m_verdict->setObjectName(QStringLiteral("peerVerdict"));
    m_verdict->setWordWrap(true);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::s);
    bar->addWidget(m_verdict, 1);
    bar->addWidget(m_export);
    bar->addWidget(m_add);
    m_table->setMinimumHeight(scaled(132));
    // Below each other they are higher than the window.
    auto *scroll = new QScrollArea(page);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(bar);
    column->addWidget(m_banner);
    column->addWidget(scroll, 1);
    m_stack->addWidget(page);
    m_stack->addWidget(makeNobody());
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);

    connect(m_add, &QAbstractButton::clicked, this, &PeersTab::addDesktop);
    connect(m_export, &QAbstractButton::clicked, this, &PeersTab::askForFile);
    connect(m_banner, &Banner::firstActionRequested, m_banner, &QWidget::hide);
    connect(m_invitation, &PeerInvitationSheet::joined, this, &PeersTab::follow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (const PeerFacts *peer = m_model->at(now.row()))
            choose(peer->device);
    });
    connect(m_table, &QAbstractItemView::pressed, this, [this] { m_isPicked = true; });
    m_followSoon.setSingleShot(true);
    m_followSoon.setInterval(followEvery);
    connect(&m_followSoon, &QTimer::timeout, this, &PeersTab::follow);
    connect(&m_peers, &presentation::BranchPeers::changed, this, [this] {
        if (isVisible() && !m_followSoon.isActive())
            m_followSoon.start();
    });
    connect(&console.engine().installation(), &engine::Installation::directoryChanged, this, &PeersTab::follow);
    retranslate();
    follow();
    lookForLogs();
}

PeersTab::~PeersTab() = default;

QAction *PeersTab::act(void (PeersTab::*work)())
{
    auto *made = new QAction(this);
    connect(made, &QAction::triggered, this, [this, work] {
        Q_EMIT shown();
        (this->*work)();
    });
    return made;
}

QWidget *PeersTab::makePicture()
{
    m_picture = new Card(this);
    m_picture->setPadding(space::m);
    m_star = new PeerStar(m_picture);
    m_note = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, m_picture);
    m_note->setWordWrap(true);
    m_picture->column()->addWidget(m_star, 1);
    m_picture->column()->addWidget(m_note);
    connect(m_star, &PeerStar::chosen, this, [this](const DeviceId &device) {
        m_isPicked = true;
        choose(device);
    });
    return m_picture;
}

QWidget *PeersTab::makeSide()
{
    auto *side = m_sideRows = new QWidget;
    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::m);
    m_logRows = new QVBoxLayout;
    m_logRows->setSpacing(space::m);
    m_diagnosis = new PeerDiagnosisCard(m_console, side);
    m_takeOver = new TakeOverCard(m_console, side);
    m_authority = new AuthorityCard(m_console, side);
    rows->addLayout(m_logRows);
    rows->addWidget(m_diagnosis);
    rows->addWidget(m_takeOver);
    rows->addWidget(m_authority);
    rows->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_diagnosis, &PeerDiagnosisCard::revoked, this, [this](const QString &name) {
        m_isPicked = true;
        follow();
        Q_EMIT toastRequested(tr("%1 is revoked: it can connect no more.").arg(name));
    });
    connect(m_diagnosis, &PeerDiagnosisCard::failed, this, &AdministrationTab::failed);
    connect(m_takeOver, &TakeOverCard::tookOver, this, [this] {
        follow();
        lookForLogs();
        Q_EMIT toastRequested(tr("This desktop is the host now. The others find it by themselves."));
    });
    connect(m_authority, &AuthorityCard::grown, scroll, [this, scroll] {
        m_sideRows->layout()->activate();
        scroll->ensureWidgetVisible(m_authority, 0, 0);
    }, Qt::QueuedConnection);
    connect(m_authority, &AuthorityCard::changed, this, [this](const QString &words) {
        follow();
        Q_EMIT toastRequested(words);
    });
    m_side = scroll;
    return scroll;
}

QWidget *PeersTab::makeNobody()
{
    auto *page = new QWidget(this);
    m_nobody = new EmptyState(Icon::monitor, page);
    m_nobody->setObjectName(QStringLiteral("peerNobody"));
    m_join = new LinkButton({}, page);
    m_join->setObjectName(QStringLiteral("peerJoin"));
    auto *rows = new QVBoxLayout(page);
    rows->addStretch(1);
    rows->addWidget(m_nobody, 0, Qt::AlignCenter);
    rows->addWidget(m_join, 0, Qt::AlignCenter);
    rows->addStretch(2);
    connect(m_nobody, &EmptyState::actionRequested, this, &PeersTab::addDesktop);
    connect(m_join, &QAbstractButton::clicked, this, &PeersTab::join);
    return page;
}

bool PeersTab::mayRun() const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    return presentation::mayRunPeers(*directory, m_console.engine().user()).has_value();
}

QString PeersTab::title() const
{
    return tr("Peers");
}

QList<FormSheet *> PeersTab::sheets() const
{
    return {m_invitation};
}

QList<QAction *> PeersTab::paletteActions() const
{
    QList<QAction *> offered{m_addAct, m_exportAct, m_joinAct};
    offered.removeIf([](const QAction *each) { return !each->isVisible(); });
    return offered;
}

void PeersTab::activated()
{
    follow();
    lookForLogs();
}

bool PeersTab::holdsTyped() const
{
    return m_takeOver->holdsTyped() || m_authority->holdsTyped();
}

void PeersTab::letGo(const std::function<void()> &then)
{
    // A password that was not sent is nothing to lose, and addresses are soon typed again.
    m_takeOver->closeUp();
    m_authority->closeUp();
    then();
}

void PeersTab::addDesktop()
{
    m_invitation->begin();
}

void PeersTab::join()
{
    Q_EMIT joinRequested();
}

void PeersTab::follow()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const auto status = m_peers.status();
    m_status = status.value_or(engine::PeersStatus{});
    m_facts = status ? presentation::peerFacts(m_status, *directory) : std::vector<PeerFacts>{};
    const bool isAlone = m_facts.size() < 2 && m_logs.empty();
    m_stack->setCurrentIndex(isAlone ? 1 : 0);
    const bool runs = mayRun();
    const bool leads = !status || m_status.role == engine::PeersStatus::Role::host;
    m_add->setVisible(runs && leads);
    m_addAct->setVisible(runs && leads);
    m_exportAct->setVisible(!isAlone);
    m_nobody->setAction(runs ? tr("Add a desktop") : QString());
    const bool canJoin = runs && isAlone && m_console.joiner();
    m_join->setVisible(canJoin);
    m_joinAct->setVisible(canJoin);
    if (isAlone)
        return;
    m_verdict->setText(presentation::verdict(m_facts));
    m_model->show(m_facts);
    const auto around = std::count_if(m_facts.begin(), m_facts.end(), [](const PeerFacts &peer) { return peer.standing != presentation::PeerStanding::revoked; });
    m_picture->setVisible(around > 1 && around <= PeerStar::mostAround + 1);
    m_star->show(m_facts);
    // Until somebody picks one it is the one that needs somebody most.
    if ((!m_isPicked && !m_diagnosis->isAsking()) || !m_model->of(m_chosen)) {
        if (const PeerFacts *worst = m_model->at(0))
            choose(worst->device);
    }
    if (const int row = m_model->rowOf(m_chosen); row >= 0 && m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_table->model()->index(row, 0));
    showChosen();
    m_takeOver->show(m_status, m_facts);
    m_authority->show(m_status);
    if (m_status.trouble) {
        const presentation::Diagnosis said = presentation::diagnose(*m_status.trouble);
        m_banner->showMessage(Tone::warning, Icon::warningTriangle, said.next.isEmpty() ? said.what : said.what + QLatin1Char(' ') + said.next);
    } else if (m_banner->property("ofTrouble").toBool()) {
        m_banner->hide();
    }
    m_banner->setProperty("ofTrouble", m_status.trouble.has_value());
}

void PeersTab::choose(const DeviceId &device)
{
    if (m_chosen == device)
        return;
    m_chosen = device;
    m_star->setCurrent(device);
    if (const int row = m_model->rowOf(device); row >= 0 && m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_table->model()->index(row, 0));
    showChosen();
}

void PeersTab::showChosen()
{
    const PeerFacts *peer = m_model->of(m_chosen);
    m_diagnosis->show(peer ? std::optional(*peer) : std::nullopt, m_status);
}

void PeersTab::lookForLogs()
{
    engine::whenDone(m_peers.setAside(), this, [this](const std::vector<presentation::AsideLog> &logs) { showLogs(logs); });
}

void PeersTab::showLogs(const std::vector<presentation::AsideLog> &logs)
{
    m_logs = logs;
    while (QLayoutItem *item = m_logRows->takeAt(0)) {
        // A card may be the one whose button was just pressed.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    for (const presentation::AsideLog &log : logs) {
        QStringList numbers;
        for (const TicketId id : log.tickets) {
            const Ticket *ticket = snapshot->state.ticket(id);
            numbers << (ticket ? QString::fromStdString(ticket->number) : tr("ticket %1").arg(id.value));
        }
        auto *card = new AsideCard(log, numbers, snapshot->zone, mayRun(), this);
        connect(card, &AsideCard::settled, this, &PeersTab::settle);
        m_logRows->addWidget(card);
    }
    if (const auto acts = m_console.engine().installation().setAside(); !acts.empty())
        m_logRows->addWidget(new AsideActsCard(acts, snapshot->zone, this));
    follow();
}

void PeersTab::settle(const QString &path)
{
    engine::whenDone(m_peers.settle(path), this, [this](const Done &settled) {
        if (!settled)
            Q_EMIT failed(settled.error());
        else
            Q_EMIT toastRequested(tr("Marked as settled. The file stays where it is."));
        lookForLogs();
    });
}

void PeersTab::askForFile()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Export diagnostics"), documents + QStringLiteral("/smartqueue-peers.json"), tr("JSON (*.json);;All files (*)"));
    if (!path.isEmpty())
        exportTo(path);
}

void PeersTab::exportTo(const QString &path)
{
    engine::Installation &installation = m_console.engine().installation();
    std::string text = presentation::peerDiagnostics(m_status, m_facts, m_logs, installation.setAside(), m_console.now());
    engine::whenDone(saveFile(installation.studyPool(), path, std::move(text), Readers::asUsual), this, [this, path](const QString &hindered) {
        if (hindered.isEmpty())
            Q_EMIT toastRequested(tr("Written to %1. It holds names and addresses of desktops, and no secrets.").arg(QDir::toNativeSeparators(path)));
        else
            Q_EMIT toastRequested(tr("The file could not be written: %1").arg(hindered));
    });
}

bool PeersTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            m_star->setFocus(Qt::OtherFocusReason);
            return true;
        }
        m_isPicked = true;
    }
    return AdministrationTab::eventFilter(watched, event);
}

void PeersTab::fit()
{
    const bool beside = width() >= scaled(roomForSides);
    m_sides->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_side->setMinimumWidth(beside ? scaled(sideWidth) : 0);
    m_side->setMaximumWidth(beside ? scaled(sideWidth) : QWIDGETSIZE_MAX);
    m_side->setMinimumHeight(beside ? 0 : m_sideRows->sizeHint().height());
    const int left = beside ? width() - scaled(sideWidth) - space::m : width();
    m_table->setColumnHidden(PeerTableModel::traffic, left < scaled(760));
    m_table->setColumnHidden(PeerTableModel::seen, left < scaled(640));
    m_table->setColumnHidden(PeerTableModel::role, left < scaled(560));
}

void PeersTab::resizeEvent(QResizeEvent *event)
{
    AdministrationTab::resizeEvent(event);
    fit();
}

void PeersTab::showEvent(QShowEvent *event)
{
    AdministrationTab::showEvent(event);
    fit();
    follow();
}

void PeersTab::changeEvent(QEvent *event)
{
    AdministrationTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PeersTab::retranslate()
{
    m_add->setText(tr("Add a desktop"));
    m_export->setText(tr("Export diagnostics"));
    m_addAct->setText(tr("Add a desktop…"));
    m_exportAct->setText(tr("Export diagnostics of the desktops…"));
    m_joinAct->setText(tr("Join a branch that runs already…"));
    m_join->setText(tr("Or join a branch that runs already"));
    m_nobody->setSentence(tr("This desktop runs the branch alone. Add a second one, and both show and do the same."));
    m_note->setText(tr("Every desktop writes, the host puts it in order. On each line: how far behind the host."));
    m_table->setAccessibleName(tr("Desktops of the branch"));
    m_star->retranslate();
    m_model->retranslate();
    m_diagnosis->retranslate();
    m_takeOver->retranslate();
    m_authority->retranslate();
    m_invitation->retranslate();
    showLogs(m_logs);
    Q_EMIT titleChanged();
}

} // namespace smartqueue::pages
