#include "smartqueue/pages/users_tab.h"

#include <utility>

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>

#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/user_table_model.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/flow_row.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/text_label.h>

#include "edit_sheet.h"
#include "invitation_sheet.h"
#include "user_cells.h"
#include "user_export.h"
#include "user_form.h"
#include "user_import_dialog.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::Standing;
using presentation::UserTableModel;
using Status = UserTableModel::Status;

namespace {

/// People sign in far more often than the list of them is looked at.
constexpr auto followEvery = std::chrono::milliseconds(250);
/// Everybody, in the box of roles.
constexpr int anyStanding = -1;

QComboBox *box(const char *name, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(QString::fromLatin1(name));
    combo->setMinimumHeight(scaled(metric::control));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return combo;
}

} // namespace

UsersTab::UsersTab(presentation::Console &console, QWidget *parent)
    : AdministrationTab(parent), m_console(console), m_model(new UserTableModel(this)), m_filter(new SearchField({}, this)),
      m_standing(box("usersStanding", this)), m_status(box("usersStatus", this)),
      m_count(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)),
      m_invite(new ActionButton(Icon::personPlus, {}, ButtonKind::secondary, this)), m_new(new ActionButton(Icon::plus, {}, ButtonKind::secondary, this)),
      m_more(new IconButton(Icon::more, {}, this)), m_bar(new QWidget(this)), m_table(new QTableView(this)), m_stack(new QStackedWidget(this)), m_sheet(new EditSheet(console.engine(), this)),
      m_form(new UserForm(console, m_sheet)), m_invitation(new InvitationSheet(console, this))
{
    m_filter->setObjectName(QStringLiteral("usersFilter"));
    m_filter->setGlyph(Icon::filter);
    m_filter->setKeyCap(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    m_count->setObjectName(QStringLiteral("usersCount"));
    m_invite->setObjectName(QStringLiteral("usersInvite"));
    m_new->setObjectName(QStringLiteral("usersNew"));
    m_sheet->addForm(m_form);
    m_createAct = act(&UsersTab::create);
    m_inviteAct = act(&UsersTab::invite);
    m_importAct = act(&UsersTab::importPeople);
    m_exportAct = act(&UsersTab::exportPeople);
    arrange();

    connect(m_filter, &QLineEdit::textChanged, m_model, &UserTableModel::setFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &UsersTab::showCounts);
    connect(m_filter, &SearchField::leaveDownRequested, this, [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_table->model()->index(0, 0));
    });
    connect(m_standing, &QComboBox::currentIndexChanged, this, [this] {
        const int chosen = m_standing->currentData().toInt();
        m_model->setStandingFilter(chosen == anyStanding ? std::nullopt : std::optional(Standing(chosen)));
        showCounts();
    });
    connect(m_status, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setStatusFilter(Status(m_status->currentData().toInt()));
        showCounts();
    });
    connect(m_invite, &QAbstractButton::clicked, this, &UsersTab::invite);
    connect(m_new, &QAbstractButton::clicked, this, &UsersTab::create);
    connect(m_table, &QTableView::clicked, this, &UsersTab::clicked);
    connect(m_sheet, &EditSheet::saved, this, [this](const QString &words, qint64 user) {
        follow();
        if (user > 0)
            select(UserId{user});
        Q_EMIT toastRequested(words);
    });
    connect(m_invitation, &InvitationSheet::invited, this, [this](UserId user, const QString &words) {
        follow();
        select(user);
        Q_EMIT toastRequested(words);
    });
    connect(m_form, &UserForm::newCodeRequested, this, [this](UserId user) {
        letGo([this, user] { m_invitation->beginAgain(user); });
    });
    m_followSoon.setSingleShot(true);
    m_followSoon.setInterval(followEvery);
    connect(&m_followSoon, &QTimer::timeout, this, &UsersTab::follow);
    connect(&console.engine().installation(), &engine::Installation::directoryChanged, this, [this] {
        if (isVisible() && !m_followSoon.isActive())
            m_followSoon.start();
    });
    retranslate();
    follow();
}

void UsersTab::arrange()
{
    auto *cells = new UserCells(this);
    cells->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("usersTable"));
    m_table->setModel(cells);
    styleTable(*m_table, RowHeight::twoLines);
    m_table->setItemDelegate(new UserCellDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(UserTableModel::name, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(UserTableModel::name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->installEventFilter(this);
    m_stack->addWidget(m_table);

    // Where the room ends the filters go on in a second line.
    auto *filters = new FlowRow;
    filters->setSpacing(space::m);
    filters->addWidget(m_filter);
    filters->addWidget(m_standing);
    filters->addWidget(m_status);
    filters->addWidget(m_count);
    m_count->setMinimumHeight(m_filter->sizeHint().height());
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::m);
    acts->addWidget(m_new);
    acts->addWidget(m_invite);
    acts->addWidget(m_more);
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, m_bar);
    m_sides->setContentsMargins(0, 0, 0, 0);
    m_sides->setSpacing(space::m);
    m_sides->addLayout(filters, 1);
    m_sides->addLayout(acts);
    m_sides->setAlignment(acts, Qt::AlignTop | Qt::AlignLeading);
    m_more->setObjectName(QStringLiteral("usersMore"));
    auto *menu = new QMenu(m_more);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        menu->addActions(fileActs());
    });
    m_more->setMenu(menu);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
}

QAction *UsersTab::act(void (UsersTab::*work)())
{
    auto *action = new QAction(this);
    connect(action, &QAction::triggered, this, [this, work] {
        Q_EMIT shown();
        (this->*work)();
    });
    return action;
}

bool UsersTab::isFor(const presentation::Console &console)
{
    return console.may(Permission::readPlatform) || console.may(Permission::manageMembers);
}

bool UsersTab::may(CommandBody body) const
{
    Command command;
    command.body = std::move(body);
    command.user = m_console.engine().user();
    return accounts::permit(*m_console.engine().installation().directory(), command, {}).has_value();
}

QString UsersTab::title() const
{
    return tr("Users");
}

QList<FormSheet *> UsersTab::sheets() const
{
    return {m_sheet, m_invitation};
}

QList<QAction *> UsersTab::paletteActions() const
{
    QList<QAction *> acts;
    if (!m_console.engine().installation().directory()->hasUsers())
        return acts;
    if (may(CreateUser{}))
        acts.append(m_createAct);
    if (m_console.may(Permission::manageMembers))
        acts.append(m_inviteAct);
    return acts + fileActs();
}

QList<QAction *> UsersTab::fileActs() const
{
    if (!m_console.userFiles() || !m_console.engine().installation().directory()->hasUsers())
        return {};
    return m_console.may(Permission::manageMembers) ? QList{m_importAct, m_exportAct} : QList{m_exportAct};
}

void UsersTab::importPeople()
{
    auto *dialog = new UserImportDialog(m_console, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UserImportDialog::imported, this, [this](const QString &words) {
        follow();
        Q_EMIT toastRequested(words);
    });
    dialog->open();
}

void UsersTab::exportPeople()
{
    exportUsers(m_console, this, [this](const QString &words) { Q_EMIT toastRequested(words); });
}

void UsersTab::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void UsersTab::showFilterKeys(const QString &keys)
{
    m_filter->setKeyCap(keys);
}

void UsersTab::activated()
{
    follow();
}

bool UsersTab::holdsTyped() const
{
    return m_sheet->holdsTyped() || m_invitation->holdsTyped();
}

void UsersTab::letGo(const std::function<void()> &then)
{
    m_sheet->letGo([this, then] {
        m_sheet->close();
        m_invitation->letGo(then);
    });
}

void UsersTab::create()
{
    m_invitation->letGo([this] { m_sheet->edit(m_form, 0); });
}

void UsersTab::invite()
{
    m_sheet->letGo([this] {
        m_sheet->close();
        m_invitation->begin();
    });
}

void UsersTab::follow()
{
    engine::Installation &installation = m_console.engine().installation();
    presentation::UserListing listing;
    listing.directory = installation.directory();
    listing.asking = m_console.engine().user();
    listing.now = m_console.now();
    listing.zone = m_console.engine().snapshot()->zone;
    for (const auto &[id, site] : listing.directory->sites) {
        const engine::SharedSnapshot branch = installation.snapshot(id);
        for (const auto &[agentId, agent] : branch->state.agents) {
            if (agent.user)
                listing.places[agent.user].insert(id);
        }
    }
    m_model->follow(std::move(listing));
    showCounts();
}

void UsersTab::select(UserId user)
{
    const int row = m_model->rowOf(user);
    if (row >= 0)
        m_table->setCurrentIndex(m_table->model()->index(row, 0));
}

void UsersTab::clicked(const QModelIndex &index)
{
    if (index.column() == UserTableModel::signIn && index.data(UserTableModel::switchableRole).toBool())
        switchRow(index);
    else
        openRow(index);
}

void UsersTab::openRow(const QModelIndex &index)
{
    const UserId user = m_model->idAt(index.row());
    if (user)
        m_invitation->letGo([this, user] { m_sheet->edit(m_form, user.value); });
}

void UsersTab::switchRow(const QModelIndex &index)
{
    if (!index.isValid() || !index.data(UserTableModel::switchableRole).toBool())
        return;
    const UserId user = m_model->idAt(index.row());
    const bool active = !index.data(UserTableModel::activeRole).toBool();
    const QString name = index.siblingAtColumn(UserTableModel::name).data().toString();
    presentation::submit(m_console.engine(), SetUserActive{user, active}, {}, this, [this, active, name](const engine::Answer &answer) {
        if (answer)
            Q_EMIT toastRequested(active ? tr("%1 can sign in again.").arg(name) : tr("%1 can no longer sign in.").arg(name));
        else
            Q_EMIT failed(answer.error());
    });
}

bool UsersTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            openRow(m_table->currentIndex());
            return true;
        }
        if (key->key() == Qt::Key_Space) {
            switchRow(m_table->currentIndex().siblingAtColumn(UserTableModel::signIn));
            return true;
        }
    }
    return AdministrationTab::eventFilter(watched, event);
}

void UsersTab::showCounts()
{
    const bool hasUsers = m_console.engine().installation().directory()->hasUsers();
    m_bar->setVisible(hasUsers);
    m_new->setVisible(hasUsers && may(CreateUser{}));
    m_invite->setVisible(hasUsers && m_console.may(Permission::manageMembers));
    m_more->setVisible(!fileActs().isEmpty());
    const int shown = m_model->rowCount();
    const QString people = tr("%Ln people", nullptr, m_model->total());
    m_count->setText(shown == m_model->total() ? tr("%1, %2", "how many people, how many of them are active").arg(people, tr("%Ln active", nullptr, m_model->active()))
                                               : tr("%L1 of %L2", "people shown of all").arg(shown).arg(m_model->total()));
    const bool nobody = shown == 0 || !hasUsers;
    const QString sentence = !nobody ? QString()
        : !hasUsers                  ? tr("Nobody has an account yet: whoever opens this database is its owner and may do everything. With the first "
                                          "superadmin everybody signs in, and each sees and may do what is theirs.")
        : m_filter->text().isEmpty() ? tr("Nobody fits these filters.")
                                     : tr("Nobody has “%1” in name, e-mail or phone.").arg(m_filter->text());
    sayInstead(sentence, hasUsers ? tr("Show everybody") : tr("Become the first superadmin"), hasUsers);
    fit();
}

void UsersTab::sayInstead(const QString &sentence, const QString &action, bool hasUsers)
{
    if (sentence == m_instead)
        return;
    m_instead = sentence;
    if (m_nothing) {
        m_stack->removeWidget(m_nothing);
        delete std::exchange(m_nothing, nullptr);
    }
    if (sentence.isEmpty()) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    m_nothing = new EmptyState(hasUsers ? Icon::search : Icon::shield, sentence, action, this);
    if (auto *button = m_nothing->findChild<ActionButton *>(); button && !hasUsers)
        button->setKind(ButtonKind::primary);
    // Later, since what it does may take it away.
    connect(m_nothing, &EmptyState::actionRequested, this, [this, hasUsers] {
        if (hasUsers)
            showAll();
        else
            m_console.requestOwnership();
    }, Qt::QueuedConnection);
    m_stack->addWidget(m_nothing);
    m_stack->setCurrentWidget(m_nothing);
}

void UsersTab::showAll()
{
    m_filter->clear();
    m_standing->setCurrentIndex(0);
    m_status->setCurrentIndex(0);
    m_filter->setFocus(Qt::OtherFocusReason);
}

void UsersTab::fit()
{
    // Beside an open sheet the names come first: where somebody works is read in the sheet.
    m_table->setColumnHidden(UserTableModel::places, width() < scaled(620));
    m_table->horizontalHeader()->setSectionResizeMode(UserTableModel::places, width() < scaled(760) ? QHeaderView::ResizeToContents : QHeaderView::Stretch);
    m_table->setColumnHidden(UserTableModel::lastSeen, width() < scaled(500));
    int acts = 0;
    for (const ActionButton *button : {m_new, m_invite, static_cast<ActionButton *>(m_more)})
        acts += button->isVisibleTo(this) ? button->sizeHint().width() + space::m : 0;
    m_sides->setDirection(width() < m_filter->sizeHint().width() + acts ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void UsersTab::resizeEvent(QResizeEvent *event)
{
    AdministrationTab::resizeEvent(event);
    fit();
}

void UsersTab::changeEvent(QEvent *event)
{
    AdministrationTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UsersTab::retranslate()
{
    const auto fill = [](QComboBox *combo, const QString &name, const QList<std::pair<QString, int>> &choices) {
        const QSignalBlocker quiet(combo);
        const int chosen = std::max(combo->currentIndex(), 0);
        combo->clear();
        for (const auto &[words, value] : choices)
            combo->addItem(words, value);
        combo->setCurrentIndex(chosen);
        combo->setAccessibleName(name);
    };
    QList<std::pair<QString, int>> standings{{tr("All roles"), anyStanding}};
    for (const Standing standing : {Standing::agent, Standing::manager, Standing::admin, Standing::staff, Standing::superadmin}) {
        // Who sees one tenant has no use for the platform's people.
        if (standing < Standing::staff || m_console.may(Permission::readPlatform))
            standings.append({presentation::standingWord(standing), int(standing)});
    }
    fill(m_standing, tr("Role"), standings);
    fill(m_status, tr("State"), {{tr("Every state"), int(Status::any)}, {tr("Active"), int(Status::active)}, {tr("Off"), int(Status::off)},
                                 {tr("Invited"), int(Status::invited)}, {tr("Code expired"), int(Status::expired)}, {tr("No password"), int(Status::noPassword)}});
    const QString filter = tr("Filter people");
    m_filter->setPlaceholderText(filter);
    m_filter->setAccessibleName(filter);
    m_table->setAccessibleName(tr("People"));
    m_invite->setText(tr("Invite"));
    m_new->setText(tr("New user"));
    m_createAct->setText(tr("Create a user"));
    m_inviteAct->setText(tr("Invite an agent"));
    m_importAct->setText(tr("Import people…"));
    m_exportAct->setText(tr("Export people…"));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(m_more->accessibleName());
    m_model->retranslate();
    m_form->retranslate();
    m_form->sayAgain();
    showCounts();
    Q_EMIT titleChanged();
}

} // namespace smartqueue::pages
