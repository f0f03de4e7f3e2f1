#include "user_form.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/presentation/user_table_model.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

#include "field_box.h"
#include "membership_rows.h"
#include "secret_words.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::EmailCheck;
using presentation::FieldProblem;
namespace people = presentation::people;

namespace {

using About = presentation::SetupField;

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QLineEdit *line(const char *name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setMinimumHeight(scaled(metric::control));
    return edit;
}

/// Four groups of four out of 32 letters and digits that are not mistaken for one another: 80 bits of the key's randomness.
QString passwordOf(const engine::SealingKey &random)
{
    static constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789-+";
    static_assert(letters.size() >= 32);
    QString password;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0)
            password += QLatin1Char('.');
        password += QLatin1Char(letters[std::size_t(static_cast<unsigned char>(random.at(i)) % 32)]);
    }
    return password;
}

} // namespace

UserForm::UserForm(presentation::Console &console, QWidget *parent)
    : EditForm(parent), m_console(console), m_directory(console.engine().installation().directory()), m_email(line("userEmail", this)),
      m_firstName(line("userFirstName", this)), m_lastName(line("userLastName", this)), m_phone(line("userPhone", this)),
      m_mustChange(new QCheckBox(this)), m_memberships(new MembershipRows(this)), m_platform(new QComboBox(this)), m_acts(new QWidget(this))
{
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_mustChange->setObjectName(QStringLiteral("userMustChange"));
    m_platform->setObjectName(QStringLiteral("userPlatform"));
    m_platform->setMinimumHeight(scaled(metric::control));

    auto *secrets = new QWidget(this);
    m_password = line("userPassword", secrets);
    m_again = line("userPasswordAgain", secrets);
    m_generate = new ActionButton(Icon::refresh, {}, ButtonKind::secondary, secrets);
    m_generate->setObjectName(QStringLiteral("userGenerate"));
    m_copy = new ActionButton(Icon::copy, {}, ButtonKind::quiet, secrets);
    m_copy->hide();
    auto *lines = new QVBoxLayout(secrets);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::s);
    lines->addWidget(m_password);
    lines->addWidget(m_again);
    auto *makes = new QHBoxLayout;
    makes->setSpacing(space::s);
    makes->addWidget(m_generate);
    makes->addWidget(m_copy);
    makes->addStretch(1);
    lines->addLayout(makes);
    lines->addWidget(m_mustChange);
    secrets->setFocusProxy(m_password);

    m_emailField = addField(About::email, m_email);
    m_firstNameField = addField(About::firstName, m_firstName);
    m_lastNameField = addField(About::lastName, m_lastName);
    auto *names = new QHBoxLayout;
    names->setSpacing(space::s);
    names->addWidget(m_firstNameField, 1, Qt::AlignTop);
    names->addWidget(m_lastNameField, 1, Qt::AlignTop);
    column()->addLayout(names);
    m_phoneField = addField(About::phone, m_phone);
    m_membershipsField = addField(About::memberships, m_memberships);
    m_platformField = addField(About::platformRole, m_platform);
    m_passwordField = addField(About::password, secrets);

    m_actsLabel = new TextLabel({}, TextSize::small, QFont::DemiBold, Ink::muted, m_acts);
    const auto act = [this](Icon icon, const char *name) {
        auto *button = new ActionButton(icon, {}, ButtonKind::secondary, m_acts);
        button->setObjectName(QString::fromLatin1(name));
        return button;
    };
    m_newCode = act(Icon::mail, "userNewCode");
    m_endSessions = act(Icon::personX, "userEndSessions");
    m_pinAway = act(Icon::lock, "userPinAway");
    m_factorAway = act(Icon::shield, "userFactorAway");
    auto *acts = new QVBoxLayout(m_acts);
    acts->setContentsMargins(0, 0, 0, 0);
    acts->setSpacing(space::s);
    acts->addWidget(m_actsLabel);
    for (ActionButton *button : {m_newCode, m_endSessions, m_pinAway, m_factorAway})
        acts->addWidget(button, 0, Qt::AlignLeading);
    column()->addWidget(m_acts);
    column()->addStretch(1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(EmailCheck::pause);
    connect(&m_pause, &QTimer::timeout, this, &UserForm::judgeEmail);
    connect(m_email, &QLineEdit::textEdited, this, [this] {
        m_emailField->setGood({});
        m_emailField->setProblem({});
        m_pause.start();
        typed();
    });
    connect(m_firstName, &QLineEdit::textEdited, this, touching(About::firstName));
    connect(m_lastName, &QLineEdit::textEdited, this, touching(About::lastName));
    connect(m_phone, &QLineEdit::textEdited, this, touching(About::phone));
    connect(m_password, &QLineEdit::textEdited, this, [this] {
        m_copy->hide();
        typed();
        sayAgain();
    });
    connect(m_again, &QLineEdit::textEdited, this, touching(About::password));
    connect(m_generate, &QAbstractButton::clicked, this, &UserForm::generate);
    connect(m_copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_password->text()); });
    connect(m_mustChange, &QAbstractButton::clicked, this, [this] { typed(); });
    connect(m_memberships, &MembershipRows::changed, this, touching(About::memberships));
    connect(m_platform, &QComboBox::currentIndexChanged, this, touching(About::platformRole));
    connect(m_newCode, &QAbstractButton::clicked, this, [this] { Q_EMIT newCodeRequested(user()); });
    connect(m_endSessions, &QAbstractButton::clicked, this, [this] {
        Q_EMIT actRequested(tr("Sign %1 out everywhere? What they have open is locked until they sign in again.").arg(askedName()), tr("Sign out"),
                            EndSessions{user()}, tr("%1 is signed out everywhere.").arg(askedName()));
    });
    connect(m_pinAway, &QAbstractButton::clicked, this, [this] {
        Q_EMIT actRequested(tr("Take the PIN of %1 away? They sign in with the password until they choose another.").arg(askedName()), tr("Take away"),
                            SetPin{user(), {}}, tr("%1 has no PIN any more.").arg(askedName()));
    });
    connect(m_factorAway, &QAbstractButton::clicked, this, [this] {
        Q_EMIT actRequested(tr("Take the second factor of %1 away? The password alone is enough then, until they set up another.").arg(askedName()),
                            tr("Take away"), SetSecondFactor{user(), {}, {}}, tr("%1 has no second factor any more.").arg(askedName()));
    });
    retranslate();
}

bool UserForm::may(CommandBody body) const
{
    Command command;
    command.body = std::move(body);
    command.user = m_console.engine().user();
    command.site = m_console.engine().site();
    return accounts::permit(*m_directory, command, {}).has_value();
}

bool UserForm::isOwn() const
{
    return !isNew() && user() == m_console.engine().user();
}

const User *UserForm::known() const
{
    return isNew() ? nullptr : m_directory->user(user());
}

void UserForm::fill()
{
    m_directory = m_console.engine().installation().directory();
    const Profile *profile = m_directory->profile(user());
    m_before = profile ? *profile : Profile{};
    m_platformBefore = known() ? known()->platform : PlatformRole::none;
    m_email->setText(text(m_before.email));
    m_firstName->setText(text(m_before.firstName));
    m_lastName->setText(text(m_before.lastName));
    m_phone->setText(text(m_before.phone));
    m_pause.stop();
    m_emailField->setGood({});
    m_memberships->fill(m_directory, m_console.engine().user(), user());
    m_platform->setCurrentIndex(m_platform->findData(int(m_platformBefore)));
    clearSecrets();
    fillRights();
    retranslate();
}

void UserForm::fillRights()
{
    Profile renamed = m_before;
    renamed.email += ".";
    const bool names = isNew() || may(UpdateUser{user(), m_before});
    for (QLineEdit *edit : {m_firstName, m_lastName, m_phone})
        edit->setReadOnly(!names);
    m_email->setReadOnly(!isNew() && !may(UpdateUser{user(), renamed}));
    // Whoever changes their own does it where the old one is asked for.
    m_passwordField->setVisible(isNew() || (!isOwn() && may(SetPassword{user(), {}, true})));
    m_membershipsField->setVisible(!m_memberships->isEmpty() || m_memberships->isChangeable());
    m_platformField->setVisible(may(SetPlatformRole{user(), PlatformRole::superadmin}));

    const User *person = known();
    const auto memberOf = person && !person->memberships.empty() ? person->memberships.front().tenant : TenantId{};
    m_newCode->setVisible(person && person->active && !person->hasPassword && memberOf && may(RenewInvitation{user(), memberOf, {}}));
    m_endSessions->setVisible(person && person->active && person->hasPassword && !isOwn() && may(EndSessions{user()}));
    m_pinAway->setVisible(person && person->hasPin && !isOwn() && may(SetPin{user(), {}}));
    m_factorAway->setVisible(person && person->secondFactor && !isOwn() && may(SetSecondFactor{user(), {}, {}}));
    bool any = false;
    for (const ActionButton *button : {m_newCode, m_endSessions, m_pinAway, m_factorAway})
        any = any || button->isVisibleTo(m_acts);
    m_acts->setVisible(any);
}

bool UserForm::isReadOnly() const
{
    return m_email->isReadOnly() && m_firstName->isReadOnly() && !m_passwordField->isVisibleTo(this) && !m_memberships->isChangeable()
        && !m_platformField->isVisibleTo(this);
}

void UserForm::clearSecrets()
{
    m_password->clear();
    m_again->clear();
    m_password->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    m_mustChange->setChecked(true);
    m_copy->hide();
}

void UserForm::hideEvent(QHideEvent *event)
{
    EditForm::hideEvent(event);
    // A password stays no longer than the sheet is open.
    if (!event->spontaneous())
        clearSecrets();
}

void UserForm::generate()
{
    const engine::Vault *vault = m_console.engine().installation().vault();
    if (!vault)
        return;
    const QString password = passwordOf(vault->newKey());
    for (QLineEdit *edit : {m_password, m_again}) {
        edit->setText(password);
        edit->setEchoMode(QLineEdit::Normal);
    }
    m_mustChange->setChecked(true);
    m_copy->show();
    touched(About::password);
}

Profile UserForm::drafted() const
{
    const auto written = [](const QLineEdit *edit) { return edit->text().trimmed().toStdString(); };
    return {emailCheck().normalised(), written(m_firstName), written(m_lastName), written(m_phone)};
}

EmailCheck UserForm::emailCheck() const
{
    return {*m_console.engine().installation().directory(), m_console.engine().user(), m_email->text(), user()};
}

void UserForm::judgeEmail()
{
    const EmailCheck check = emailCheck();
    touched(About::email);
    m_emailField->setGood(check.isGood() ? check.words() : QString());
}

bool UserForm::wantsPassword() const
{
    return isNew() || !m_password->text().isEmpty() || !m_again->text().isEmpty();
}

QList<FieldProblem> UserForm::problems() const
{
    QList<FieldProblem> problems;
    const EmailCheck check = emailCheck();
    if (check.state() == EmailCheck::State::empty)
        problems.append({About::email, tr("Nobody signs in without an e-mail address.")});
    else if (!check.isGood())
        problems.append({About::email, check.words()});
    const Profile profile = drafted();
    const auto checkLength = [&problems](About about, const std::string &value, std::size_t most) {
        if (codePoints(value) > most)
            problems.append({about, tr("At most %Ln characters.", nullptr, int(most))});
    };
    checkLength(About::firstName, profile.firstName, limits::nameCodePoints);
    checkLength(About::lastName, profile.lastName, limits::nameCodePoints);
    checkLength(About::phone, profile.phone, limits::phoneCodePoints);
    if (wantsPassword()) {
        if (const QString words = secret_words::passwordProblem(m_password->text(), m_again->text()); !words.isEmpty())
            problems.append({About::password, words});
    }
    return problems;
}

QString UserForm::askedName() const
{
    const QString name = people::name(*m_directory, user());
    return name.isEmpty() ? m_email->text() : name;
}

QString UserForm::title() const
{
    return isNew() ? tr("New user") : askedName();
}

CommandBody UserForm::command() const
{
    if (!isNew())
        return UpdateUser{user(), drafted()};
    return CreateUser{drafted(), PlatformRole(m_platform->currentData().toInt()), {m_password->text().toStdString()}, m_mustChange->isChecked()};
}

std::vector<EditForm::Step> UserForm::steps() const
{
    std::vector<Step> steps;
    const Profile now = drafted();
    const auto step = [&steps](auto make) { steps.push_back([make](qint64 id) -> CommandBody { return make(UserId{id}); }); };
    if (isNew() || now.email != m_before.email || now.firstName != m_before.firstName || now.lastName != m_before.lastName || now.phone != m_before.phone)
        steps.push_back([body = command()](qint64) { return body; });
    if (!isNew() && wantsPassword())
        step([secret = m_password->text().toStdString(), must = m_mustChange->isChecked()](UserId id) { return SetPassword{id, {secret}, must}; });
    for (const TenantId tenant : m_memberships->revoked())
        step([tenant](UserId id) { return RevokeRole{id, tenant}; });
    for (const Membership &member : m_memberships->granted())
        step([member](UserId id) { return GrantRole{id, member.tenant, member.role}; });
    // Last, since it may take the right to the others away.
    const auto platform = PlatformRole(m_platform->currentData().toInt());
    if (!isNew() && platform != m_platformBefore)
        step([platform](UserId id) { return SetPlatformRole{id, platform}; });
    return steps;
}

std::optional<CommandBody> UserForm::removal() const
{
    if (isNew() || isOwn() || !may(DeleteUser{user()}))
        return std::nullopt;
    return DeleteUser{user()};
}

QString UserForm::removalQuestion() const
{
    return tr("Remove %1? They are signed out everywhere and never sign in again; their roles and invitations go. What they did stays in the history "
              "under their name until its retention ends. With a ticket in their hands they cannot go.")
        .arg(askedName());
}

QWidget *UserForm::firstField() const
{
    return isNew() ? m_email : m_firstName;
}

void UserForm::retranslate()
{
    m_emailField->setLabel(tr("E-mail"));
    m_firstNameField->setLabel(tr("First name"));
    m_lastNameField->setLabel(tr("Last name"));
    m_phoneField->setLabel(tr("Phone"));
    m_membershipsField->setLabel(tr("Organisations and roles"));
    m_platformField->setLabel(tr("Role on the platform"));
    m_platformField->setHint(tr("Staff read everything, a superadmin does everything, in every organisation."));
    m_passwordField->setLabel(isNew() ? tr("Password") : tr("New password"));
    m_passwordField->setHint(isNew() ? QString() : tr("Left empty, the one they have stays. A new one ends what they have open elsewhere."));
    m_password->setAccessibleName(isNew() ? tr("Password") : tr("New password"));
    m_again->setAccessibleName(tr("The same password again"));
    m_again->setPlaceholderText(tr("The same again"));
    m_generate->setText(tr("Generate one"));
    m_copy->setText(tr("Copy"));
    m_mustChange->setText(tr("Asks for another one at the next sign-in"));
    const QSignalBlocker quiet(m_platform);
    const int chosen = m_platform->currentIndex();
    m_platform->clear();
    m_platform->addItem(tr("None"), int(PlatformRole::none));
    m_platform->addItem(presentation::standingWord(presentation::Standing::staff), int(PlatformRole::staff));
    m_platform->addItem(presentation::standingWord(presentation::Standing::superadmin), int(PlatformRole::superadmin));
    m_platform->setCurrentIndex(std::max(chosen, 0));
    m_actsLabel->setText(tr("Sign-in"));
    m_newCode->setText(tr("New invitation code…"));
    m_endSessions->setText(tr("Sign out everywhere…"));
    m_pinAway->setText(tr("Take the PIN away…"));
    m_factorAway->setText(tr("Take the second factor away…"));
    m_memberships->retranslate();
}

} // namespace smartqueue::pages
