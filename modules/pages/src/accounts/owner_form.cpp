#include "owner_form.h"

#include <QEvent>
#include <QHBoxLayout>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/emails.h>
#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "secret_words.h"

namespace smartqueue::pages {

using namespace widgets;

OwnerForm::OwnerForm(engine::Installation &installation, std::string device, QWidget *parent)
    : QWidget(parent), m_installation(installation), m_device(std::move(device))
{
    auto *rows = rowsIn(this);
    m_email = addLine(rows, "ownerEmail");
    const auto beside = [rows] {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::m);
        rows->addLayout(row);
        return row;
    };
    auto *names = beside();
    m_firstName = addLine(names, "ownerFirstName");
    m_lastName = addLine(names, "ownerLastName");
    auto *passwords = beside();
    m_password = addLine(passwords, "ownerPassword", QLineEdit::Password);
    m_again = addLine(passwords, "ownerPasswordAgain", QLineEdit::Password);
    for (QHBoxLayout *row : {names, passwords}) {
        for (int i = 0; i < row->count(); ++i)
            row->setAlignment(row->itemAt(i)->widget(), Qt::AlignTop);
    }
    m_problem = new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::critical, this);
    m_problem->setObjectName(QStringLiteral("ownerProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    for (const LineField *field : {&m_email, &m_firstName, &m_lastName, &m_password, &m_again}) {
        connect(field->line, &QLineEdit::returnPressed, this, &OwnerForm::submit);
        connect(field->line, &QLineEdit::textEdited, this, [box = field->box] { box->setProblem({}); });
    }
    retranslate();
}

void OwnerForm::retranslate()
{
    m_email.box->setLabel(tr("E-mail address"));
    m_email.box->setHint(tr("You sign in with it. Nothing is sent to it."));
    m_firstName.box->setLabel(tr("First name"));
    m_lastName.box->setLabel(tr("Last name"));
    m_password.box->setLabel(tr("Password"));
    m_password.box->setHint(tr("At least 8 characters"));
    m_again.box->setLabel(tr("The password again"));
}

bool OwnerForm::check()
{
    m_email.box->setProblem(engine::normalisedEmail(m_email.plain()) ? QString() : tr("This is no e-mail address."));
    m_firstName.box->setProblem(m_firstName.text().trimmed().isEmpty() && m_lastName.text().trimmed().isEmpty() ? tr("A name, please.") : QString());
    const QString weak = secret_words::passwordProblem(m_password.text(), m_password.text());
    m_password.box->setProblem(weak);
    m_again.box->setProblem(weak.isEmpty() ? secret_words::passwordProblem(m_password.text(), m_again.text()) : QString());
    for (const LineField *field : {&m_email, &m_firstName, &m_password, &m_again}) {
        if (!field->box->hasProblem())
            continue;
        field->line->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

void OwnerForm::submit()
{
    if (m_busy || !check())
        return;
    setBusy(true);
    CreateUser create;
    create.profile = {m_email.plain(), m_firstName.plain(), m_lastName.plain(), {}};
    create.platform = PlatformRole::superadmin;
    create.password.plain = m_password.plain();
    engine::whenDone(m_installation.door(firstSite).submit(std::move(create)), this, [this](const engine::Answer &answer) {
        if (answer)
            signIn();
        else
            refuse(answer.error());
    });
}

void OwnerForm::signIn()
{
    engine::whenDone(m_installation.signIn(m_email.plain(), m_password.plain(), {}, m_device), this, [this](const Result<accounts::Session> &session) {
        if (!session)
            return refuse(session.error());
        setBusy(false);
        m_password.line->clear();
        m_again.line->clear();
        Q_EMIT made(*session);
    });
}

void OwnerForm::refuse(const Failure &failure)
{
    setBusy(false);
    if (failure.code == failures::weakPassword) {
        m_password.box->setProblem(secret_words::problem(failure));
        m_password.line->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_problem->setText(presentation::words::failure(failure));
    m_problem->show();
    announce(m_problem, m_problem->text());
}

void OwnerForm::setBusy(bool busy)
{
    m_busy = busy;
    m_problem->hide();
    setEnabled(!busy);
    Q_EMIT busyChanged(busy);
}

void OwnerForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace smartqueue::pages
