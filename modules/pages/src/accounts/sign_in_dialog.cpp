#include "smartqueue/pages/sign_in_dialog.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>

#include <smartqueue/accounts/scope.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

/// A line under its label, which is its name for a screen reader too.
QLineEdit *addLine(QBoxLayout *rows, const QString &label, const QString &name, QLineEdit::EchoMode echo = QLineEdit::Normal)
{
    auto *title = new TextLabel(label, TextSize::small, QFont::DemiBold);
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setAccessibleName(label);
    line->setEchoMode(echo);
    line->setMinimumHeight(scaled(32));
    title->setBuddy(line);
    rows->addWidget(title);
    rows->addWidget(line);
    return line;
}

QVBoxLayout *rowsIn(QWidget *step)
{
    auto *rows = new QVBoxLayout(step);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::s);
    return rows;
}

} // namespace

SignInDialog::SignInDialog(engine::Installation &installation, std::string device, QWidget *parent)
    : QDialog(parent),
      m_installation(installation),
      m_device(std::move(device)),
      m_title(new TextLabel({}, TextSize::title, QFont::Bold)),
      m_note(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted)),
      m_problem(new TextLabel({}, TextSize::body, QFont::Normal, Ink::critical)),
      m_steps(new QStackedWidget),
      m_other(new ActionButton({}, ButtonKind::link)),
      m_close(new ActionButton(tr("Close"))),
      m_act(new ActionButton({}, ButtonKind::primary))
{
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
    setMinimumWidth(scaled(420));
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &SignInDialog::act);
    connect(m_other, &QPushButton::clicked, this, [this] { goTo(m_steps->currentIndex() == credentials ? invitation : credentials); });
    goTo(credentials);
}

QWidget *SignInDialog::makeCredentials()
{
    auto *step = new QWidget;
    auto *rows = rowsIn(step);
    m_email = addLine(rows, tr("E-mail address"), QStringLiteral("email"));
    m_password = addLine(rows, tr("Password"), QStringLiteral("password"), QLineEdit::Password);
    m_codeRow = new QWidget;
    m_code = addLine(rowsIn(m_codeRow), tr("Code of the second factor"), QStringLiteral("code"));
    m_codeRow->hide();
    rows->addWidget(m_codeRow);
    rows->addStretch();
    return step;
}

QWidget *SignInDialog::makeInvitation()
{
    auto *step = new QWidget;
    auto *rows = rowsIn(step);
    m_invitation = addLine(rows, tr("Code of the invitation"), QStringLiteral("invitationCode"));
    m_firstPassword = addLine(rows, tr("New password"), QStringLiteral("firstPassword"), QLineEdit::Password);
    rows->addStretch();
    return step;
}

QWidget *SignInDialog::makeNewPassword()
{
    auto *step = new QWidget;
    auto *rows = rowsIn(step);
    m_newPassword = addLine(rows, tr("New password"), QStringLiteral("newPassword"), QLineEdit::Password);
    rows->addStretch();
    return step;
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

void SignInDialog::goTo(Step step)
{
    m_steps->setCurrentIndex(step);
    say({});
    m_other->setVisible(step == credentials || step == invitation);
    switch (step) {
    case credentials:
        m_title->setText(tr("Sign in"));
        m_note->setText(tr("This database belongs to several people. Say who you are."));
        m_act->setText(tr("Sign in"));
        m_other->setText(tr("I have an invitation code"));
        (m_email->text().isEmpty() ? m_email : m_password)->setFocus();
        break;
    case invitation:
        m_title->setText(tr("Your invitation"));
        m_note->setText(tr("Type the code you were given, and choose the password you will sign in with: at least 8 characters."));
        m_act->setText(tr("Set the password"));
        m_other->setText(tr("Back to signing in"));
        m_invitation->setFocus();
        break;
    case newPassword:
        m_title->setText(tr("A new password"));
        m_note->setText(tr("Your password was set by somebody else. Choose one that only you know: at least 8 characters."));
        m_act->setText(tr("Set the password"));
        m_newPassword->setFocus();
        break;
    case branch:
        m_title->setText(tr("Your branch"));
        m_note->setText(tr("Where do you work today?"));
        m_act->setText(tr("Open"));
        m_branches->setFocus();
        break;
    }
    setWindowTitle(m_title->text());
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
    auto signing = m_installation.signIn(m_email->text().toStdString(), m_password->text().toStdString(), m_code->text().toStdString(), m_device);
    engine::whenDone(std::move(signing), this, [this](const Result<accounts::Session> &session) {
        setBusy(false);
        if (session)
            enter(*session);
        else if (session.error().code == failures::secondFactorNeeded) {
            m_codeRow->show();
            m_code->setFocus();
        } else {
            complain(session.error());
            m_password->selectAll();
            m_password->setFocus();
        }
    });
}

void SignInDialog::acceptInvitation()
{
    setBusy(true);
    AcceptInvitation accept{{m_invitation->text().toStdString()}, {m_firstPassword->text().toStdString()}};
    engine::whenDone(m_installation.submit(Command{{}, std::move(accept), {}, {}}), this, [this](const engine::Answer &answer) {
        setBusy(false);
        if (!answer)
            return complain(answer.error());
        m_invitation->clear();
        m_firstPassword->clear();
        goTo(credentials);
        m_note->setText(tr("Your password is set. Sign in with it now."));
    });
}

void SignInDialog::changePassword()
{
    setBusy(true);
    SetPassword change{m_session.user, {m_newPassword->text().toStdString()}};
    engine::whenDone(m_installation.door(firstSite, m_session.user).submit(std::move(change)), this, [this](const engine::Answer &answer) {
        setBusy(false);
        if (!answer)
            return complain(answer.error());
        m_password->setText(m_newPassword->text());
        m_newPassword->clear();
        // The change ended every session: the new password begins the one of this desktop.
        goTo(credentials);
        signIn();
    });
}

void SignInDialog::enter(const accounts::Session &session)
{
    m_session = session;
    const engine::SharedDirectory directory = m_installation.directory();
    const User *user = directory->user(session.user);
    if (user && user->mustChangePassword)
        goTo(newPassword);
    else
        findBranch();
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
        if (!tenant || !accounts::sees(*directory, m_session.user, site.tenant))
            continue;
        const QString of = QString::fromStdString(tenant->name.empty() ? tenant->slug : tenant->name);
        auto *item = new QListWidgetItem(tr("%1 · %2", "tenant, branch").arg(of, QString::fromStdString(site.name)), m_branches);
        item->setData(Qt::UserRole, qlonglong(site.tenant.value));
        item->setData(Qt::UserRole + 1, qlonglong(id.value));
    }
    if (m_branches->count() == 0) {
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
}

void SignInDialog::complain(const Failure &failure)
{
    say(words::failure(failure));
}

void SignInDialog::say(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

} // namespace smartqueue::pages
