#include "invitation_form.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/accounts/scope.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/presentation/email_check.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/widgets/rank_list.h>
#include <smartqueue/widgets/text_label.h>

#include "field_box.h"
#include "icon_label.h"
#include "marked_field.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::EmailCheck;
namespace people = presentation::people;

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QHBoxLayout *sideBySide(QWidget *first, QWidget *second)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(first, 1, Qt::AlignTop);
    row->addWidget(second, 1, Qt::AlignTop);
    return row;
}

/// Long names of branches do not widen the sheet.
QComboBox *choiceBox(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->setIconSize({16, 16});
    return box;
}

Icon iconOf(Role role)
{
    switch (role) {
    case Role::agent: return Icon::headset;
    case Role::manager: return Icon::people;
    case Role::admin: return Icon::shield;
    }
    return Icon::person;
}

} // namespace

InvitationForm::InvitationForm(presentation::Console &console, QWidget *parent)
    : QWidget(parent), m_console(console), m_email(new MarkedField(Icon::mail, this)), m_state(new QWidget(this)),
      m_stateIcon(new IconLabel(Icon::checkCircle, m_state)),
      m_stateWords(new TextLabel({}, TextSize::small, QFont::DemiBold, Ink::good, m_state)), m_firstName(new QLineEdit(this)),
      m_lastName(new QLineEdit(this)), m_place(choiceBox(QStringLiteral("invitationPlace"), this)),
      m_role(choiceBox(QStringLiteral("invitationRole"), this)), m_queues(new RankList({}, this)), m_queuesPart(new QWidget(this)),
      m_queuesLabel(new TextLabel({}, TextSize::small, QFont::DemiBold, Ink::muted, m_queuesPart)),
      m_queuesKeys(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, m_queuesPart)),
      m_queuesNote(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, m_queuesPart)), m_emailField(new FieldBox(m_email, this)),
      m_firstNameField(new FieldBox(m_firstName, this)), m_lastNameField(new FieldBox(m_lastName, this)),
      m_placeField(new FieldBox(m_place, this)), m_roleField(new FieldBox(m_role, this))
{
    m_email->setObjectName(QStringLiteral("invitationEmail"));
    m_firstName->setObjectName(QStringLiteral("invitationFirstName"));
    m_lastName->setObjectName(QStringLiteral("invitationLastName"));
    m_queues->setObjectName(QStringLiteral("invitationQueues"));
    m_stateWords->setObjectName(QStringLiteral("invitationEmailState"));
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_pause.setSingleShot(true);
    m_pause.setInterval(EmailCheck::pause);
    m_stateWords->setWordWrap(true);
    auto *state = new QHBoxLayout(m_state);
    state->setContentsMargins(0, 0, 0, 0);
    state->setSpacing(6);
    state->addWidget(m_stateIcon, 0, Qt::AlignTop);
    state->addWidget(m_stateWords, 1);
    m_state->hide();

    auto *email = new QVBoxLayout;
    email->setSpacing(space::s);
    email->addWidget(m_emailField);
    email->addWidget(m_state);
    auto *queuesHead = new QHBoxLayout;
    queuesHead->setContentsMargins(0, 0, 0, 0);
    queuesHead->addWidget(m_queuesLabel, 1);
    queuesHead->addWidget(m_queuesKeys);
    auto *queues = new QVBoxLayout(m_queuesPart);
    queues->setContentsMargins(0, 0, 0, 0);
    queues->setSpacing(space::xs);
    queues->addLayout(queuesHead);
    queues->addWidget(m_queues);
    queues->addWidget(m_queuesNote);
    m_queuesNote->setWordWrap(true);
    m_queuesLabel->setBuddy(m_queues);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    column->addLayout(email);
    column->addLayout(sideBySide(m_firstNameField, m_lastNameField));
    column->addLayout(sideBySide(m_placeField, m_roleField));
    column->addWidget(m_queuesPart);
    column->addStretch(1);
    for (const auto &[before, after] : {std::pair<QWidget *, QWidget *>(m_email, m_firstName), {m_firstName, m_lastName}, {m_lastName, m_place},
                                        {m_place, m_role}, {m_role, m_queues}})
        setTabOrder(before, after);

    connect(&m_pause, &QTimer::timeout, this, &InvitationForm::checkEmail);
    connect(m_email, &QLineEdit::textEdited, this, [this] {
        // What was said of another address is no longer true.
        m_state->hide();
        m_email->setMark(Icon::none);
        m_emailField->setProblem({});
        m_pause.start();
        touched();
    });
    connect(m_email, &QLineEdit::editingFinished, this, &InvitationForm::checkEmail);
    connect(m_firstName, &QLineEdit::textEdited, this, &InvitationForm::touched);
    connect(m_lastName, &QLineEdit::textEdited, this, &InvitationForm::touched);
    connect(m_place, &QComboBox::activated, this, &InvitationForm::touched);
    connect(m_role, &QComboBox::activated, this, &InvitationForm::touched);
    connect(m_place, &QComboBox::currentIndexChanged, this, &InvitationForm::showQueues);
    connect(m_role, &QComboBox::currentIndexChanged, this, &InvitationForm::showQueues);
    connect(m_queues, &RankList::changed, this, &InvitationForm::touched);
    engine::Installation &installation = console.engine().installation();
    connect(&installation, &engine::Installation::directoryChanged, this, [this] {
        if (!isVisible())
            return;
        followPlaces();
        if (!m_pause.isActive())
            checkEmail();
    });
    connect(&installation, &engine::Installation::snapshotChanged, this, [this](SiteId site) {
        if (isVisible() && site == chosenPlace().site)
            showQueues();
    });
    retranslate();
}

void InvitationForm::begin()
{
    m_filling = true;
    m_pause.stop();
    m_submitted = false;
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_email), m_firstName, m_lastName})
        field->clear();
    for (FieldBox *field : {m_emailField, m_firstNameField, m_lastNameField, m_placeField, m_roleField})
        field->setProblem({});
    m_queuesProblem.clear();
    m_state->hide();
    m_email->setMark(Icon::none);
    m_queues->setItems({});
    m_places = places();
    fillPlaces();
    choosePlace({{}, m_console.engine().site()});
    m_role->setCurrentIndex(0);
    showQueues();
    m_filling = false;
    m_dirty = false;
}

void InvitationForm::followPlaces()
{
    std::vector<Place> now = places();
    if (now == m_places)
        return;
    const Place chosen = chosenPlace();
    m_places = std::move(now);
    fillPlaces();
    choosePlace(chosen.site ? chosen : Place{{}, m_console.engine().site()});
    showQueues();
}

void InvitationForm::choosePlace(const Place &wanted)
{
    const auto found = std::find_if(m_places.begin(), m_places.end(), [&](const Place &place) { return place.site == wanted.site; });
    m_place->setCurrentIndex(found == m_places.end() ? 0 : int(found - m_places.begin()));
}

std::vector<InvitationForm::Place> InvitationForm::places() const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const UserId asking = m_console.engine().user();
    std::vector<Place> found;
    for (const auto &[id, tenant] : directory->tenants) {
        if (tenant.suspended || !accounts::require(*directory, asking, id, Permission::manageMembers))
            continue;
        const auto sites = directory->sitesOf(id);
        for (const SiteId site : sites)
            found.push_back({id, site});
        if (sites.empty())
            found.push_back({id, {}});
    }
    return found;
}

void InvitationForm::fillPlaces()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const bool several = std::any_of(m_places.begin(), m_places.end(), [this](const Place &place) { return place.tenant != m_places.front().tenant; });
    const int current = m_place->currentIndex();
    // An empty list in between would lose the queues that are ticked.
    const QSignalBlocker quiet(m_place);
    m_place->clear();
    for (const Place &each : m_places) {
        const Tenant *tenant = directory->tenant(each.tenant);
        const Site *site = directory->site(each.site);
        const QString of = tenant ? presentation::people::tenantName(*tenant) : QString();
        const QString name = site ? text(site->name) : tr("no branch yet");
        m_place->addItem(themedIcon(Icon::building), several || !site ? tr("%1 · %2", "organisation, branch").arg(of, name) : name);
    }
    m_place->setCurrentIndex(current);
    m_place->setEnabled(hasPlace());
    m_placeField->setHint(hasPlace() ? QString() : tr("There is no branch where your role lets you invite somebody."));
}

void InvitationForm::fillRoles()
{
    const int current = m_role->currentIndex();
    const QSignalBlocker quiet(m_role);
    m_role->clear();
    for (const Role role : {Role::agent, Role::manager, Role::admin})
        m_role->addItem(themedIcon(iconOf(role)), people::role(role), int(role));
    m_role->setCurrentIndex(std::max(0, current));
}

InvitationForm::Place InvitationForm::chosenPlace() const
{
    const int index = m_place->currentIndex();
    return index >= 0 && index < int(m_places.size()) ? m_places[std::size_t(index)] : Place{};
}

Role InvitationForm::chosenRole() const
{
    return Role(m_role->currentData().toInt());
}

bool InvitationForm::hasPlace() const
{
    return !m_places.empty();
}

void InvitationForm::showQueues()
{
    const Place place = chosenPlace();
    const engine::SharedSnapshot snapshot = m_console.engine().installation().snapshot(place.site);
    QList<RankItem> items;
    const QList<RankItem> shown = m_queues->items();
    for (const RankItem &item : shown) {
        if (const auto *queue = item.checked ? snapshot->state.queue(QueueId{item.id.toLongLong()}) : nullptr)
            items.append({item.id, text(queue->config.name), true, {}});
    }
    const auto chosen = items.size();
    for (const auto &[id, queue] : snapshot->state.queues) {
        const QString key = QString::number(id.value);
        if (std::any_of(items.begin(), items.begin() + chosen, [&](const RankItem &item) { return item.id == key; }))
            continue;
        const Service *service = snapshot->state.service(queue.config.service);
        // Somebody new has no skills yet; the agents' page gives them.
        const QString locked = service && !service->requiredSkills.empty() ? tr("needs %1").arg(text(service->requiredSkills.front())) : QString();
        items.append({key, text(queue.config.name), false, locked});
    }
    std::stable_sort(items.begin() + chosen, items.end(), [](const RankItem &a, const RankItem &b) { return QString::localeAwareCompare(a.text, b.text) < 0; });
    if (items != shown)
        m_queues->setItems(items);
    m_queues->setVisible(!items.isEmpty());
    m_queuesKeys->setVisible(!items.isEmpty());
    m_queuesPart->setVisible(bool(place.site));
    const bool isAgent = chosenRole() == Role::agent;
    const QString note = items.isEmpty() ? tr("This branch has no queues yet.") : isAgent ? QString() : tr("Only if they serve customers too.");
    m_queuesNote->setInk(m_queuesProblem.isEmpty() ? Ink::muted : Ink::critical);
    m_queuesNote->setText(m_queuesProblem.isEmpty() ? note : m_queuesProblem);
    m_queuesNote->setVisible(!m_queuesNote->text().isEmpty());
}

void InvitationForm::checkEmail()
{
    m_pause.stop();
    showEmailState();
}

void InvitationForm::showEmailState()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const EmailCheck found(*directory, m_console.engine().user(), m_email->text());
    const QString sentence = found.words();
    const QString before = m_state->isVisible() ? m_stateWords->text() : QString();
    const bool isUnfinished = found.state() == EmailCheck::State::empty || found.state() == EmailCheck::State::malformed;
    const bool isOpen = isUnfinished && !m_submitted;
    const Tone tone = found.isGood() ? Tone::good : isOpen ? Tone::neutral : Tone::critical;
    const Icon icon = found.isGood() ? Icon::checkCircle : isOpen ? Icon::info : Icon::xCircle;
    m_stateIcon->setIcon(icon);
    m_stateIcon->setTone(tone);
    m_stateWords->setInk(found.isGood() ? Ink::good : isOpen ? Ink::muted : Ink::critical);
    m_stateWords->setText(sentence);
    m_state->setVisible(!sentence.isEmpty() && !m_emailField->hasProblem());
    m_email->setAccessibleDescription(sentence);
    m_email->setMark(found.isGood() || tone == Tone::critical ? icon : Icon::none, tone);
    if (sentence != before && !sentence.isEmpty() && m_email->hasFocus())
        announce(m_email, sentence);
}

void InvitationForm::touched()
{
    if (m_filling)
        return;
    m_dirty = true;
    // One name is enough, and a limit may not hold for another role or branch.
    for (const auto &[field, other] : {std::pair(m_firstNameField, m_lastNameField), std::pair(m_placeField, m_roleField)}) {
        if (field->isAncestorOf(focusWidget()) || other->isAncestorOf(focusWidget())) {
            field->setProblem({});
            other->setProblem({});
        }
    }
    if (!m_queuesProblem.isEmpty()) {
        m_queuesProblem.clear();
        showQueues();
    }
}

bool InvitationForm::check()
{
    m_submitted = true;
    checkEmail();
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const EmailCheck email(*directory, m_console.engine().user(), m_email->text());
    m_emailField->setProblem(email.state() == EmailCheck::State::empty ? tr("Type the person’s e-mail address.") : QString());
    showEmailState();
    const bool nameless = m_firstName->text().trimmed().isEmpty() && m_lastName->text().trimmed().isEmpty();
    m_firstNameField->setProblem(nameless ? tr("Type at least one name.") : QString());
    m_lastNameField->setProblem({});
    m_placeField->setProblem(hasPlace() ? QString() : tr("There is no branch where your role lets you invite somebody."));
    QWidget *first = !email.isGood() ? static_cast<QWidget *>(m_email) : nameless ? m_firstName : !hasPlace() ? static_cast<QWidget *>(m_place) : nullptr;
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return first == nullptr;
}

InviteAgent InvitationForm::command() const
{
    InviteAgent invite;
    invite.profile.email = m_email->text().trimmed().toStdString();
    invite.profile.firstName = m_firstName->text().simplified().toStdString();
    invite.profile.lastName = m_lastName->text().simplified().toStdString();
    invite.tenant = chosenPlace().tenant;
    invite.role = chosenRole();
    const QStringList ranked = m_queues->ranked();
    for (const QString &id : ranked)
        invite.queues.push_back(QueueId{id.toLongLong()});
    return invite;
}

SiteId InvitationForm::site() const
{
    const bool serves = chosenRole() == Role::agent || !m_queues->ranked().isEmpty();
    return serves ? chosenPlace().site : SiteId{};
}

QString InvitationForm::personName() const
{
    return (m_firstName->text().simplified() + QLatin1Char(' ') + m_lastName->text().simplified()).trimmed();
}

QString InvitationForm::email() const
{
    return m_email->text().trimmed();
}

QString InvitationForm::place() const
{
    return m_place->currentText();
}

QString InvitationForm::roleWords() const
{
    return m_role->currentText();
}

bool InvitationForm::showRefusal(const Failure &failure, const QString &words)
{
    namespace f = failures;
    const auto detail = failure.detail.find("field");
    const std::string about = detail == failure.detail.end() ? std::string() : detail->second;
    FieldBox *field = nullptr;
    if (failure.code == f::emailTaken || about == "email") {
        field = m_emailField;
        m_state->hide();
        m_email->setMark(Icon::none);
    } else if (about == "first_name") {
        field = m_firstNameField;
    } else if (about == "last_name") {
        field = m_lastNameField;
    } else if (failure.code == f::limitReached) {
        field = m_roleField;
    } else if (failure.code == f::unknownSite || failure.code == f::unknownTenant || failure.code == f::tenantSuspended) {
        field = m_placeField;
    } else if (failure.code == f::unknownQueue || failure.code == f::missingSkill) {
        m_queuesProblem = words;
        showQueues();
        m_queues->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (!field)
        return false;
    field->setProblem(words);
    field->control()->setFocus(Qt::OtherFocusReason);
    return true;
}

QWidget *InvitationForm::firstField() const
{
    return m_email;
}

void InvitationForm::retranslate()
{
    m_emailField->setLabel(tr("E-mail"));
    m_firstNameField->setLabel(tr("First name"));
    m_lastNameField->setLabel(tr("Last name"));
    m_placeField->setLabel(tr("Branch"));
    m_roleField->setLabel(tr("Role"));
    m_queuesLabel->setText(tr("Queues, first choice on top"));
    m_queues->setAccessibleName(tr("Queues, first choice on top"));
    m_queues->setAccessibleDescription(tr("Space ticks, Alt+↑ and Alt+↓ move."));
    m_queuesKeys->setText(tr("Alt+↑ ↓ to move"));
    fillPlaces();
    fillRoles();
    showQueues();
    if (m_state->isVisible())
        showEmailState();
}

} // namespace smartqueue::pages
