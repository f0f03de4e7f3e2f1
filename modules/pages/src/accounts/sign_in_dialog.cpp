#include "smartqueue/pages/sign_in_dialog.h"

#include <QCheckBox>
#include <QListWidget>
#include <QStackedWidget>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/emails.h>
#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "account_fields.h"
#include "height_keeper.h"
#include "second_factor_panel.h"
#include "secret_words.h"

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

std::unique_ptr<LineField> lineIn(QBoxLayout *rows, const QString &label, const char *name, QLineEdit::EchoMode echo = QLineEdit::Normal)
{
    auto field = std::make_unique<LineField>(addLine(rows, name, echo));
    field->box->setLabel(label);
    return field;
}

/// False, and said below the fields, when this cannot become a password.
bool agree(const LineField &password, const LineField &again)
{
    const QString weak = secret_words::passwordProblem(password.text(), password.text());
    password.box->setProblem(weak);
    again.box->setProblem(weak.isEmpty() ? secret_words::passwordProblem(password.text(), again.text()) : QString());
    if (!password.box->hasProblem() && !again.box->hasProblem())
        return true;
    (password.box->hasProblem() ? password : again).line->setFocus(Qt::OtherFocusReason);
    return false;
}

} // namespace

std::optional<EarlierSignIn> earlierSignIn(const accounts::Directory &directory, UserId id)
{
    const User *user = directory.user(id);
    if (!user || !user->lastSignIn)
        return std::nullopt;
    return EarlierSignIn{*user->lastSignIn, user->lastDevice};
}

SignInDialog::SignInDialog(engine::Installation &installation, std::string device, QWidget *parent)
    : QDialog(parent),
      m_installation(installation),
      m_device(std::move(device)),
      m_title(new TextLabel({}, TextSize::title, QFont::Bold)),
      m_note(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted)),
      m_problem(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::critical)),
      m_steps(new QStackedWidget),
      m_other(new ActionButton({}, ButtonKind::link)),
      m_close(new ActionButton(tr("Close"))),
      m_act(new ActionButton({}, ButtonKind::primary))
{
    setWindowIcon(applicationIcon());
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    rows->setSpacing(space::m);
    m_note->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("signInProblem"));
    rows->addWidget(m_title);
    rows->addWidget(m_note);
    m_steps->addWidget(makeCredentials());
    m_steps->addWidget(makeInvitation());
    m_steps->addWidget(makeNewPassword());
    m_steps->addWidget(makeSecondFactor());
    m_steps->addWidget(makeBranches());
    rows->addWidget(m_steps);
    rows->addWidget(m_problem);
    rows->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_other);
    buttons->addStretch();
    m_close->setKeyCap(tr("Esc"));
    buttons->addWidget(m_close);
    m_act->setDefault(true);
    m_act->setObjectName(QStringLiteral("signInAct"));
    m_other->setObjectName(QStringLiteral("signInOther"));
    buttons->addWidget(m_act);
    rows->addLayout(buttons);
    setMinimumWidth(scaled(460));
    new HeightKeeper(*this);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &SignInDialog::act);
    connect(m_other, &QPushButton::clicked, this, [this] { goTo(m_steps->currentIndex() == credentials ? invitation : credentials); });
    setKeeping(false, {});
    goTo(credentials);
}

SignInDialog::~SignInDialog() = default;

QWidget *SignInDialog::makeCredentials()
{
    auto *step = new QWidget;
    auto *rows = rowsIn(step);
    m_email = lineIn(rows, tr("E-mail address"), "email");
    m_password = lineIn(rows, tr("Password"), "password", QLineEdit::Password);
    m_code = lineIn(rows, tr("Code of the second factor"), "code");
    m_code->box->setHint(tr("Six digits from the app on your telephone, or one of your recovery codes"));
    m_code->box->hide();
    m_keep = new QCheckBox(tr("Keep me signed in on this computer"));
    m_keep->setObjectName(QStringLiteral("keepSignedIn"));
    m_keepNote = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    m_keepNote->setWordWrap(true);
    rows->addWidget(m_keep);
    rows->addWidget(m_keepNote);
    rows->addStretch();
    return step;
}

QWidget *SignInDialog::makeInvitation()
{
    auto *step = new QWidget;
    auto *rows = rowsIn(step);
    m_invitation = lineIn(rows, tr("Code of the invitation"), "invitationCode");
    m_firstPassword = lineIn(rows, tr("New password"), "firstPassword", QLineEdit::Password);
    m_firstAgain = lineIn(rows, tr("The password again"), "firstPasswordAgain", QLineEdit::Password);
    rows->addStretch();
    return step;
}

QWidget *SignInDialog::makeNewPassword()
{
    auto *step = new QWidget;
    auto *rows = rowsIn(step);
    m_newPassword = lineIn(rows, tr("New password"), "newPassword", QLineEdit::Password);
    m_newAgain = lineIn(rows, tr("The password again"), "newPasswordAgain", QLineEdit::Password);
    rows->addStretch();
    return step;
}

QWidget *SignInDialog::makeSecondFactor()
{
    m_factorStep = new QWidget;
    rowsIn(m_factorStep);
    return m_factorStep;
}

QWidget *SignInDialog::makeBranches()
{
    auto *step = new QWidget;
    m_branches = new QListWidget;
    m_branches->setObjectName(QStringLiteral("branches"));
    m_branches->setAccessibleName(tr("Branches"));
    rowsIn(step)->addWidget(m_branches);
    connect(m_branches, &QListWidget::itemActivated, this, &SignInDialog::act);
    return step;
}

bool SignInDialog::keepsSignedIn() const
{
    return m_keep->isEnabled() && m_keep->isChecked();
}

void SignInDialog::setKeeping(bool possible, const QString &whyNot)
{
    m_keep->setEnabled(possible);
    if (!possible)
        m_keep->setChecked(false);
    m_keepNote->setText(whyNot);
    m_keepNote->setVisible(!whyNot.isEmpty());
    m_keep->setAccessibleDescription(whyNot);
}

void SignInDialog::setReason(const QString &reason)
{
    m_reason = reason;
    if (m_steps->currentIndex() == credentials && !reason.isEmpty())
        m_note->setText(reason);
}

bool SignInDialog::isTouched() const
{
    return m_steps->currentIndex() != credentials || !m_email->text().isEmpty() || !m_password->text().isEmpty();
}

void SignInDialog::goTo(Step step)
{
    m_steps->setCurrentIndex(step);
    // Each step is as high as it needs, and not as the highest.
    for (int i = 0; i < m_steps->count(); ++i)
        m_steps->widget(i)->setSizePolicy(QSizePolicy::Preferred, i == step ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    say({});
    m_other->setVisible(step == credentials || step == invitation);
    switch (step) {
    case credentials:
        m_title->setText(tr("Sign in"));
        m_note->setText(m_reason.isEmpty() ? tr("This database belongs to several people. Say who you are.") : m_reason);
        m_act->setText(tr("Sign in"));
        m_other->setText(tr("I have an invitation code"));
        break;
    case invitation:
        m_title->setText(tr("Your invitation"));
        m_note->setText(tr("Type the code you were given, and choose the password you will sign in with: at least 8 characters."));
        m_act->setText(tr("Set the password"));
        m_other->setText(tr("Back to signing in"));
        break;
    case newPassword:
        m_title->setText(tr("A new password"));
        m_note->setText(tr("Your password was set by somebody else. Choose one that only you know: at least 8 characters."));
        m_act->setText(tr("Set the password"));
        break;
    case secondFactor:
        m_title->setText(tr("A second factor"));
        m_note->setText(tr("Your role signs in with a code from your telephone besides the password."));
        switch (m_factor->stage()) {
        case SecondFactorPanel::Stage::scan: m_act->setText(tr("Switch on")); break;
        case SecondFactorPanel::Stage::codes: m_act->setText(tr("I have kept them, go on")); break;
        case SecondFactorPanel::Stage::shut: m_act->setText(tr("Back to signing in")); break;
        }
        break;
    case branch:
        m_title->setText(tr("Your branch"));
        m_note->setText(tr("Where do you work today?"));
        m_act->setText(tr("Open"));
        break;
    }
    setWindowTitle(m_title->text());
    focusStep(step);
    adjustSize();
}

void SignInDialog::focusStep(Step step)
{
    switch (step) {
    case credentials: return (m_email->text().isEmpty() ? m_email : m_password)->line->setFocus();
    case invitation: return m_invitation->line->setFocus();
    case newPassword: return m_newPassword->line->setFocus();
    case secondFactor: return (m_factor && m_factor->stage() == SecondFactorPanel::Stage::scan) ? m_factor->codeField()->setFocus() : m_act->setFocus();
    case branch: return m_branches->setFocus();
    }
}

void SignInDialog::act()
{
    switch (Step(m_steps->currentIndex())) {
    case credentials:
        return signIn();
    case invitation:
        return acceptInvitation();
    case newPassword:
        return changePassword();
    case secondFactor:
        switch (m_factor->stage()) {
        case SecondFactorPanel::Stage::scan: return m_factor->confirm();
        case SecondFactorPanel::Stage::codes: return enter();
        case SecondFactorPanel::Stage::shut: return goTo(credentials);
        }
        return;
    case branch:
        if (const auto *item = m_branches->currentItem()) {
            m_scope = {TenantId{item->data(Qt::UserRole).toLongLong()}, SiteId{item->data(Qt::UserRole + 1).toLongLong()}};
            accept();
        }
    }
}

void SignInDialog::signIn()
{
    setBusy(true);
    // The record of this sign-in takes the place of the one before.
    const engine::SharedDirectory before = m_installation.directory();
    const auto email = engine::normalisedEmail(m_email->plain());
    const User *user = email ? before->userByEmail(*email) : nullptr;
    m_earlier = user ? earlierSignIn(*before, user->id) : std::nullopt;
    auto signing = m_installation.signIn(m_email->plain(), m_password->plain(), m_code->plain(), m_device);
    engine::whenDone(std::move(signing), this, [this](const Result<accounts::Session> &session) {
        setBusy(false);
        if (session) {
            m_provenBy = ProvenBy::password;
            m_session = *session;
            m_password->line->clear();
            m_code->line->clear();
            return enter();
        }
        if (session.error().code == failures::secondFactorNeeded) {
            m_code->box->show();
            m_code->line->setFocus();
            return;
        }
        const bool byPasswordAlone = session.error().code == failures::wrongCredentials && m_code->box->isHidden();
        say(byPasswordAlone ? tr("The e-mail address or the password is not right. Try again.") : words::failure(session.error()));
        LineField &wrong = m_code->box->isVisible() ? *m_code : *m_password;
        wrong.line->selectAll();
        wrong.line->setFocus();
    });
}

void SignInDialog::acceptInvitation()
{
    if (!agree(*m_firstPassword, *m_firstAgain))
        return;
    setBusy(true);
    AcceptInvitation accept{{m_invitation->plain()}, {m_firstPassword->plain()}};
    const engine::SharedDirectory before = m_installation.directory();
    engine::whenDone(m_installation.submit(Command{{}, std::move(accept), {}, {}}), this, [this, before](const engine::Answer &answer) {
        if (!answer) {
            setBusy(false);
            return say(secret_words::problem(answer.error()));
        }
        engine::whenDone(m_installation.settledSnapshot(firstSite), this, [this, before](const engine::SharedSnapshot &) { signInAfter(before); });
    });
}

void SignInDialog::signInAfter(const engine::SharedDirectory &before)
{
    for (QLineEdit *line : {m_invitation->line, m_firstPassword->line, m_firstAgain->line, m_password->line})
        line->clear();
    const engine::SharedDirectory now = m_installation.directory();
    std::vector<UserId> arrived;
    for (const auto &[user, invitation] : before->invitations) {
        if (!now->invitations.contains(user))
            arrived.push_back(user);
    }
    // Two at the same moment: then they say themselves who they are.
    const Profile *profile = arrived.size() == 1 ? now->profile(arrived.front()) : nullptr;
    m_email->line->setText(profile ? QString::fromStdString(profile->email) : QString());
    m_steps->setCurrentIndex(credentials);
    setBusy(false);
    goTo(credentials);
    m_note->setText(tr("Your password is set. Sign in with it now."));
}

void SignInDialog::changePassword()
{
    if (!agree(*m_newPassword, *m_newAgain))
        return;
    setBusy(true);
    SetPassword change{m_session.user, {m_newPassword->plain()}};
    engine::whenDone(m_installation.door(firstSite, m_session.user).submit(std::move(change)), this, [this](const engine::Answer &answer) {
        if (!answer) {
            setBusy(false);
            return say(secret_words::problem(answer.error()));
        }
        m_newPassword->line->clear();
        m_newAgain->line->clear();
        // The change ended every session, and this one goes on as the next.
        ++m_session.sessions;
        engine::whenDone(m_installation.settledSnapshot(firstSite), this, [this](const engine::SharedSnapshot &) {
            setBusy(false);
            enter();
        });
    });
}

void SignInDialog::goOnWith(const accounts::Session &session, std::optional<EarlierSignIn> earlier, ProvenBy provenBy)
{
    m_provenBy = provenBy;
    m_session = session;
    m_earlier = std::move(earlier);
    enter();
}

void SignInDialog::enter()
{
    const engine::SharedDirectory directory = m_installation.directory();
    const User *user = directory->user(m_session.user);
    if (user && user->mustChangePassword)
        goTo(newPassword);
    else if (accounts::mustEnrolSecondFactor(*directory, m_session.user))
        setUpSecondFactor();
    else
        findBranch();
}

void SignInDialog::setUpSecondFactor()
{
    delete m_factor;
    m_factor = new SecondFactorPanel(m_installation.door(firstSite, m_session.user));
    m_factorStep->layout()->addWidget(m_factor);
    connect(m_factor, &SecondFactorPanel::busyChanged, this, &SignInDialog::setBusy);
    connect(m_factor, &SecondFactorPanel::stageChanged, this, [this] { goTo(secondFactor); });
    m_factor->begin();
}

void SignInDialog::findBranch()
{
    const engine::SharedDirectory directory = m_installation.directory();
    if (const auto only = accounts::scopeOf(*directory, m_session.user, {}, {}); only && only->site) {
        m_scope = *only;
        accept();
        return;
    }
    m_branches->clear();
    for (const auto &[id, site] : directory->sites) {
        const Tenant *tenant = directory->tenant(site.tenant);
        if (!tenant || !accounts::enters(*directory, m_session.user, id))
            continue;
        const QString of = presentation::people::tenantName(*tenant);
        auto *item = new QListWidgetItem(tr("%1 · %2", "tenant, branch").arg(of, QString::fromStdString(site.name)), m_branches);
        item->setData(Qt::UserRole, qlonglong(site.tenant.value));
        item->setData(Qt::UserRole + 1, qlonglong(id.value));
    }
    if (m_branches->count() == 0) {
        goTo(credentials);
        say(tr("You belong to no branch yet. Ask the person who invited you."));
        return;
    }
    m_branches->setCurrentRow(0);
    goTo(branch);
}

void SignInDialog::setBusy(bool busy)
{
    m_steps->setEnabled(!busy);
    m_act->setEnabled(!busy);
    m_other->setEnabled(!busy);
    if (busy)
        say({});
    else
        focusStep(Step(m_steps->currentIndex()));
}

void SignInDialog::say(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        announce(m_problem, text);
}

} // namespace smartqueue::pages
