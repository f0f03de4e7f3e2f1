#include "invitation_sheet.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPrintDialog>
#include <QPrinter>
#include <QUuid>
#include <QVBoxLayout>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/key_cap.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "invitation_form.h"
#include "invitation_plate.h"
#include "question_card.h"

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;
namespace people = presentation::people;

InvitationSheet::InvitationSheet(presentation::Console &console, QWidget *parent)
    : FormSheet({}, parent), m_console(console), m_form(new InvitationForm(console, this)), m_person(new QWidget(this)),
      m_personName(new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, m_person)),
      m_personFacts(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, m_person)),
      m_renewalNote(new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, this)), m_plate(new InvitationPlate(this)),
      m_howOn(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, this)),
      m_refusal(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::critical, this)), m_question(new QuestionCard(QStringLiteral("invitation"), this)),
      m_sendKey(new KeyCap({}, this)), m_close(new ActionButton({}, ButtonKind::quiet, this)),
      m_another(new ActionButton(Icon::personPlus, {}, ButtonKind::secondary, this)), m_send(new PrimaryButton({}, this))
{
    m_send->setObjectName(QStringLiteral("invitationSend"));
    m_another->setObjectName(QStringLiteral("invitationAnother"));
    m_refusal->setObjectName(QStringLiteral("invitationRefusal"));
    m_personName->setWordWrap(true);
    m_personFacts->setWordWrap(true);
    m_renewalNote->setWordWrap(true);
    m_howOn->setWordWrap(true);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    auto *person = new QVBoxLayout(m_person);
    person->setContentsMargins(0, 0, 0, space::s);
    person->setSpacing(space::xs);
    person->addWidget(m_personName);
    person->addWidget(m_personFacts);

    content()->addWidget(m_form, 1);
    content()->addWidget(m_person);
    content()->addWidget(m_renewalNote);
    // In a high sheet the room stays below it.
    content()->addWidget(m_plate, 0, Qt::AlignTop);
    content()->addSpacing(space::xs);
    content()->addWidget(m_howOn);
    content()->addStretch(0);
    notices()->addWidget(m_refusal);
    notices()->addWidget(m_question);
    footer()->addWidget(m_sendKey);
    footer()->addWidget(m_another);
    footer()->addStretch(1);
    footer()->addWidget(m_close);
    footer()->addWidget(m_send);

    connect(this, &FormSheet::closeRequested, this, &InvitationSheet::askToClose);
    connect(m_close, &QAbstractButton::clicked, this, &InvitationSheet::askToClose);
    connect(m_send, &QAbstractButton::clicked, this, [this] { m_stage == Stage::code ? askToClose() : send(); });
    connect(m_another, &QAbstractButton::clicked, this, &InvitationSheet::begin);
    connect(m_question, &QuestionCard::focusLeft, this, [this] { firstField()->setFocus(Qt::OtherFocusReason); });
    connect(m_plate, &InvitationPlate::copied, this, [this] { m_noted = true; });
    connect(m_plate, &InvitationPlate::printRequested, this, &InvitationSheet::print);
    retranslate();
    setStage(Stage::form);
}

void InvitationSheet::begin()
{
    letGo([this] {
        m_form->begin();
        setStage(Stage::form);
        open(m_form->firstField());
    });
}

void InvitationSheet::beginAgain(UserId id)
{
    letGo([this, id] {
        const engine::SharedDirectory directory = m_console.engine().installation().directory();
        const User *user = directory->user(id);
        const Profile *profile = directory->profile(id);
        if (!user || !profile)
            return;
        m_user = id;
        m_tenant = {};
        // The invitation may have come from another tenant that the one who sits here has no say in.
        for (const Membership &membership : user->memberships) {
            if (accounts::require(*directory, m_console.engine().user(), membership.tenant, Permission::manageMembers))
                m_tenant = membership.tenant;
        }
        const Tenant *tenant = directory->tenant(m_tenant);
        const auto sites = directory->sitesOf(m_tenant);
        const QString organisation = tenant ? people::tenantName(*tenant) : QString();
        m_paper = {};
        m_paper.name = people::name(*directory, id);
        m_paper.email = QString::fromStdString(profile->email);
        m_paper.place = sites.size() == 1 ? QString::fromStdString(directory->site(sites.front())->name) : organisation;
        m_paper.role = people::roleIn(*directory, id, m_tenant);
        setStage(Stage::renewal);
        open(m_send);
    });
}

bool InvitationSheet::holdsTyped() const
{
    if (isHidden())
        return false;
    return m_busy || (m_stage == Stage::form && m_form->isDirty()) || (m_stage == Stage::code && !m_noted);
}

void InvitationSheet::letGo(const std::function<void()> &then)
{
    if (!holdsTyped()) {
        if (!isHidden())
            leave();
        then();
        return;
    }
    const auto goOn = [this, then] {
        leave();
        then();
    };
    if (m_busy)
        m_question->ask(tr("The code is on its way. Leave without seeing it?"), tr("Leave"), tr("Wait"), goOn);
    else if (m_stage == Stage::code)
        m_question->ask(tr("Has the code been noted? It is shown only here."), tr("It is noted"), tr("Back to the code"), goOn);
    else
        m_question->ask(tr("Leave without inviting anybody?"), tr("Leave"), tr("Go on here"), goOn);
}

void InvitationSheet::leave()
{
    ++m_turn;
    setBusy(false);
    m_plate->clear();
    m_paper = {};
    close();
}

void InvitationSheet::setStage(Stage stage)
{
    m_question->withdraw();
    say({});
    m_stage = stage;
    m_form->setVisible(stage == Stage::form);
    m_person->setVisible(stage != Stage::form);
    m_renewalNote->setVisible(stage == Stage::renewal);
    m_plate->setVisible(stage == Stage::code);
    m_howOn->setVisible(stage == Stage::code);
    m_sendKey->setVisible(stage != Stage::code);
    m_close->setVisible(stage != Stage::code);
    m_another->setVisible(stage == Stage::code && m_form->hasPlace());
    if (stage != Stage::code)
        m_plate->clear();
    m_noted = false;
    retranslate();
}

void InvitationSheet::send()
{
    if (m_busy)
        return;
    say({});
    if (m_stage == Stage::form)
        sendInvitation();
    else if (m_stage == Stage::renewal)
        sendRenewal();
}

void InvitationSheet::sendInvitation()
{
    if (!m_form->check())
        return;
    m_paper = {m_form->personName(), m_form->email(), m_form->place(), m_form->roleWords(), {}, {}};
    submit(m_form->command(), m_form->site());
}

void InvitationSheet::sendRenewal()
{
    submit(RenewInvitation{m_user, m_tenant}, SiteId{});
}

void InvitationSheet::submit(CommandBody body, SiteId site)
{
    setBusy(true);
    Command command{QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(), std::move(body), {}, {}};
    // Through no door: somebody who serves nobody is invited to no branch.
    command.site = site;
    command.user = m_console.engine().user();
    engine::whenDone(m_console.engine().installation().submit(std::move(command)), this, [this, turn = m_turn](const engine::Answer &answer) {
        // Whoever left meanwhile finds the person in the list and can make another code.
        if (turn != m_turn)
            return;
        setBusy(false);
        if (answer)
            showCode(*answer);
        else
            refuse(answer.error());
    });
}

void InvitationSheet::showCode(const engine::Receipt &receipt)
{
    const bool again = m_stage == Stage::renewal;
    const engine::SharedSnapshot here = m_console.engine().snapshot();
    const Instant until = receipt.at + limits::invitationStands;
    m_paper.code = QString::fromStdString(receipt.code);
    m_paper.until = tr("%1, %2", "date, time").arg(words::longDate(until, here->zone), words::timeOfDay(until, here->zone));
    setStage(Stage::code);
    m_plate->setCode(m_paper.code);
    m_plate->copyButton()->setFocus(Qt::OtherFocusReason);
    announce(m_plate, tr("The one-time code is %1.").arg(m_paper.code));
    Q_EMIT invited(again ? m_user : UserId{receipt.entity}, again ? tr("%1 has a new code.").arg(m_paper.name) : tr("%1 is invited.").arg(m_paper.name));
}

void InvitationSheet::refuse(const Failure &failure)
{
    QString sentence = words::failure(failure);
    if (failure.code == failures::inUse)
        sentence = tr("%1 has signed in meanwhile and needs no code any more.").arg(m_paper.name);
    if (m_stage != Stage::form || !m_form->showRefusal(failure, sentence))
        say(sentence);
}

void InvitationSheet::say(const QString &sentence)
{
    m_refusal->setText(sentence);
    m_refusal->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        announce(m_refusal, sentence);
}

void InvitationSheet::setBusy(bool busy)
{
    m_busy = busy;
    m_send->setEnabled(!busy);
    m_form->setEnabled(!busy);
    if (!busy)
        m_question->withdraw();
    // Hashing takes a moment, in which the button says that something happens.
    retranslate();
}

void InvitationSheet::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(tr("Invitation"));
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print the invitation"));
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        if (m_paper.code.isEmpty())
            return;
        if (printInvitation(*printer, m_paper, layoutDirection()))
            m_noted = true;
        else
            say(tr("The printer does not answer. Check it, or copy the code."));
    });
    dialog->open();
}

void InvitationSheet::askToClose()
{
    if (m_question->isAsking())
        m_question->withdraw();
    else
        letGo([] {});
}

QWidget *InvitationSheet::firstField() const
{
    switch (m_stage) {
    case Stage::form: return m_form->firstField();
    case Stage::renewal: return m_send;
    case Stage::code: return m_plate->copyButton();
    }
    return m_send;
}

void InvitationSheet::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier) && m_stage != Stage::code)
        send();
    else
        FormSheet::keyPressEvent(event);
}

void InvitationSheet::changeEvent(QEvent *event)
{
    FormSheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_form->retranslate();
        m_plate->retranslate();
        retranslate();
    }
}

QString InvitationSheet::titleOfStage() const
{
    switch (m_stage) {
    case Stage::form: return tr("Invite somebody");
    case Stage::renewal: return tr("A new code");
    case Stage::code: return tr("Hand over the code");
    }
    return {};
}

void InvitationSheet::retranslate()
{
    setTitle(titleOfStage());
    m_personName->setText(m_paper.name);
    m_personFacts->setText(tr("%1 · %2 · %3", "e-mail, branch, role").arg(m_paper.email, m_paper.place, m_paper.role));
    m_renewalNote->setText(tr("A new one-time code is made. The one before no longer works."));
    m_howOn->setText(tr("Give it to %1 in person. At the first start they choose “I have an invitation code”, type it and set their own password.").arg(m_paper.name));
    m_sendKey->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Enter).toString(QKeySequence::NativeText));
    m_close->setText(tr("Close"));
    m_another->setText(tr("Invite another"));
    m_send->setGlyph(m_stage == Stage::code ? Icon::check : Icon::mail);
    m_send->setText(m_busy ? tr("Making the code…") : m_stage == Stage::code ? tr("Done") : m_stage == Stage::renewal ? tr("Make a new code") : tr("Invite"));
}

} // namespace smartqueue::pages
