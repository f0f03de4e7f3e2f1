#include "smartqueue/pages/account_dialog.h"

#include <utility>

#include <QHBoxLayout>
#include <QStackedWidget>

#include <smartqueue/domain/failures.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "account_fields.h"
#include "height_keeper.h"
#include "person_avatar.h"
#include "second_factor_panel.h"
#include "secret_words.h"

namespace smartqueue::pages {

using namespace widgets;
namespace people = presentation::people;

namespace {

std::unique_ptr<LineField> lineIn(QBoxLayout *rows, const QString &label, const char *name)
{
    auto field = std::make_unique<LineField>(addLine(rows, name, QLineEdit::Password));
    field->box->setLabel(label);
    QObject::connect(field->line, &QLineEdit::textEdited, field->box, [box = field->box] { box->setProblem({}); });
    return field;
}

ActionButton *named(ActionButton *button, const char *name)
{
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

} // namespace

AccountDialog::AccountDialog(presentation::Console &console, std::string device, QWidget *parent)
    : QDialog(parent),
      m_console(console),
      m_device(std::move(device)),
      m_pages(new QStackedWidget),
      m_told(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::good)),
      m_close(new ActionButton(tr("Close")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("My account"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    rows->setSpacing(space::l);
    rows->addWidget(makeHead());
    m_pages->addWidget(makeOverview());
    m_pages->addWidget(makeFactorPage());
    m_pages->addWidget(makeProofPage());
    rows->addWidget(m_pages, 1);
    auto *buttons = new QHBoxLayout;
    m_told->setObjectName(QStringLiteral("accountTold"));
    m_told->setWordWrap(true);
    buttons->addWidget(m_told, 1);
    m_close->setKeyCap(tr("Esc"));
    buttons->addWidget(m_back);
    buttons->addWidget(m_close);
    buttons->addWidget(m_goOn);
    rows->addLayout(buttons);
    setMinimumWidth(scaled(680));
    new HeightKeeper(*this);
    connect(m_close, &QPushButton::clicked, this, &AccountDialog::reject);
    connect(&console.engine().installation(), &engine::Installation::directoryChanged, this, &AccountDialog::refresh);
    showOverview();
}

AccountDialog::~AccountDialog() = default;

void AccountDialog::reject()
{
    // The answer that is under way would find nobody.
    if (m_console.isRenewing())
        return;
    if (m_pages->currentIndex() != int(Step::factor) || m_factor->stage() != SecondFactorPanel::Stage::codes)
        QDialog::reject();
}

QWidget *AccountDialog::makeHead()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const UserId user = m_console.engine().user();
    const Site *site = directory->site(m_console.engine().site());
    const Profile *profile = directory->profile(user);
    const QString name = people::name(*directory, user);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::l);
    row->addWidget(new PersonAvatar(name, 48));
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addWidget(new TextLabel(name, TextSize::title, QFont::Bold));
    lines->addWidget(new TextLabel(tr("%1 · %2", "role, e-mail").arg(people::roleIn(*directory, user, site ? site->tenant : TenantId{}),
                                                                    profile ? QString::fromStdString(profile->email) : QString()),
                                   TextSize::body, QFont::Normal, Ink::muted));
    row->addLayout(lines, 1);
    return head;
}

Card *AccountDialog::card(const QString &title, const QString &note)
{
    auto *made = new Card;
    made->column()->setSpacing(space::m);
    made->column()->addWidget(new TextLabel(title, TextSize::heading, QFont::Bold));
    if (!note.isEmpty()) {
        auto *words = new TextLabel(note, TextSize::body, QFont::Normal, Ink::muted);
        words->setWordWrap(true);
        made->column()->addWidget(words);
    }
    return made;
}

QWidget *AccountDialog::makeOverview()
{
    auto *page = new QWidget;
    auto *columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::l);
    auto *password = card(tr("Password"), tr("A new one signs you out on every other computer."));
    fillPassword(*password->column());
    columns->addWidget(password, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::l);
    auto *pin = card(tr("PIN"), tr("For a quick change at a shared counter, once you have signed in there with the password that day."));
    fillPin(*pin->column());
    auto *factor = card(tr("Second factor"), {});
    fillFactor(*factor->column());
    right->addWidget(pin);
    right->addWidget(factor);
    right->addStretch();
    columns->addLayout(right, 1);
    return page;
}

void AccountDialog::fillPassword(QVBoxLayout &rows)
{
    m_current = lineIn(&rows, tr("Current password"), "currentPassword");
    m_password = lineIn(&rows, tr("New password"), "accountPassword");
    m_password->box->setHint(tr("At least 8 characters"));
    m_again = lineIn(&rows, tr("The password again"), "accountPasswordAgain");
    m_change = named(new ActionButton(tr("Change the password")), "changePassword");
    rows.addWidget(m_change, 0, Qt::AlignLeading);
    rows.addStretch();
    connect(m_change, &QPushButton::clicked, this, &AccountDialog::changePassword);
    for (const LineField *field : {m_current.get(), m_password.get(), m_again.get()})
        connect(field->line, &QLineEdit::returnPressed, this, &AccountDialog::changePassword);
}

void AccountDialog::fillPin(QVBoxLayout &rows)
{
    m_pin = lineIn(&rows, tr("New PIN"), "pin");
    m_pin->box->setHint(tr("4 to 8 digits"));
    m_pin->line->setMaxLength(8);
    m_setPin = named(new ActionButton(tr("Set the PIN")), "setPin");
    m_removePin = named(new ActionButton(tr("Remove it"), ButtonKind::quiet), "removePin");
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_setPin);
    acts->addWidget(m_removePin);
    acts->addStretch();
    rows.addLayout(acts);
    connect(m_setPin, &QPushButton::clicked, this, &AccountDialog::askForPin);
    connect(m_pin->line, &QLineEdit::returnPressed, this, &AccountDialog::askForPin);
    connect(m_removePin, &QPushButton::clicked, this, [this] { prove(tr("Remove the PIN"), [this] { setPin({}); }); });
}

void AccountDialog::fillFactor(QVBoxLayout &rows)
{
    m_factorState = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_factorState->setObjectName(QStringLiteral("factorState"));
    m_factorState->setWordWrap(true);
    rows.addWidget(m_factorState);
    m_setUp = named(new ActionButton(QString()), "setUpFactor");
    m_remove = named(new ActionButton(tr("Switch it off"), ButtonKind::quiet), "removeFactor");
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_setUp);
    acts->addWidget(m_remove);
    acts->addStretch();
    rows.addLayout(acts);
    connect(m_setUp, &QPushButton::clicked, this, [this] { prove(tr("Set up the second factor"), [this] { setUpFactor(); }); });
    connect(m_remove, &QPushButton::clicked, this, [this] { prove(tr("Switch the second factor off"), [this] { removeFactor(); }); });
}

QWidget *AccountDialog::makeFactorPage()
{
    auto *page = new QWidget;
    auto *rows = rowsIn(page);
    rows->addWidget(new TextLabel(tr("Second factor"), TextSize::heading, QFont::Bold));
    m_factor = new SecondFactorPanel(m_console.engine());
    rows->addWidget(m_factor, 1);
    m_back = named(new ActionButton(tr("Back")), "factorBack");
    m_goOn = named(new ActionButton(QString(), ButtonKind::primary), "factorGoOn");
    connect(m_back, &QPushButton::clicked, this, &AccountDialog::showOverview);
    connect(m_goOn, &QPushButton::clicked, this, &AccountDialog::goOn);
    connect(m_factor->codeField(), &QLineEdit::returnPressed, this, &AccountDialog::goOn);
    connect(m_factor, &SecondFactorPanel::busyChanged, this, &AccountDialog::setBusy);
    connect(m_factor, &SecondFactorPanel::stageChanged, this, [this] {
        const bool showsCodes = m_factor->stage() == SecondFactorPanel::Stage::codes;
        m_goOn->setText(showsCodes ? tr("I have kept them") : tr("Switch on"));
        m_goOn->setVisible(m_factor->stage() != SecondFactorPanel::Stage::shut);
        m_back->setVisible(!showsCodes);
        // Closing by the way would lose the codes.
        m_close->setVisible(!showsCodes);
        if (showsCodes)
            m_goOn->setFocus();
        else if (m_factor->stage() == SecondFactorPanel::Stage::shut)
            m_back->setFocus();
    });
    return page;
}

QWidget *AccountDialog::makeProofPage()
{
    auto *page = new QWidget;
    auto *rows = rowsIn(page);
    m_proofTitle = new TextLabel({}, TextSize::heading, QFont::Bold);
    rows->addWidget(m_proofTitle);
    auto *why = new TextLabel(tr("Your password, so that nobody else does this at a desk you left open."), TextSize::body, QFont::Normal, Ink::muted);
    why->setWordWrap(true);
    rows->addWidget(why);
    m_proof = lineIn(rows, tr("Current password"), "proofPassword");
    rows->addStretch();
    connect(m_proof->line, &QLineEdit::returnPressed, this, &AccountDialog::goOn);
    return page;
}

void AccountDialog::turnTo(Step step)
{
    m_pages->setCurrentIndex(int(step));
    m_back->setVisible(step != Step::overview);
    m_goOn->setVisible(step != Step::overview);
    m_close->show();
}

void AccountDialog::showOverview()
{
    m_factor->forget();
    m_proof->line->clear();
    m_proven = {};
    turnTo(Step::overview);
    refresh();
    m_current->line->setFocus();
}

void AccountDialog::prove(const QString &what, std::function<void()> then)
{
    // In the demo nobody has a password.
    if (m_console.isDemo())
        return then();
    tell({});
    m_proven = std::move(then);
    m_proofTitle->setText(what);
    m_proof->box->setProblem({});
    m_goOn->setText(tr("Go on"));
    turnTo(Step::proof);
    m_proof->line->setFocus();
}

void AccountDialog::checkProof()
{
    check(*m_proof, [this] {
        const auto proven = std::exchange(m_proven, {});
        setBusy(false);
        showOverview();
        if (proven)
            proven();
    });
}

void AccountDialog::check(const LineField &field, std::function<void()> then)
{
    field.box->setProblem(field.text().isEmpty() ? tr("The password you have now, please.") : QString());
    if (field.box->hasProblem())
        return field.line->setFocus();
    setBusy(true);
    engine::Installation &installation = m_console.engine().installation();
    const engine::SharedDirectory directory = installation.directory();
    const Profile *profile = directory->profile(m_console.engine().user());
    const std::string email = profile ? profile->email : std::string();
    engine::whenDone(installation.signIn(email, field.plain(), {}, m_device), this, [this, field, then = std::move(then)](const Result<accounts::Session> &proven) {
        // Which code of the second factor it is does not matter: only a right password is asked for one.
        if (proven || proven.error().code == failures::secondFactorNeeded)
            return then();
        setBusy(false);
        field.box->setProblem(proven.error().code == failures::wrongCredentials ? tr("This is not your password.")
                                                                                  : presentation::words::failure(proven.error()));
        field.line->selectAll();
        field.line->setFocus();
    });
}

void AccountDialog::refresh()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const User *user = directory->user(m_console.engine().user());
    if (!user)
        return;
    m_setPin->setText(user->hasPin ? tr("Change the PIN") : tr("Set the PIN"));
    m_removePin->setVisible(user->hasPin);
    m_factorState->setText(user->secondFactor ? tr("On. %n recovery code(s) left.", nullptr, user->recoveryCodes)
                                              : tr("Off. With it, a code from your telephone is asked for besides the password."));
    m_setUp->setText(user->secondFactor ? tr("Set up anew…") : tr("Set up…"));
    m_remove->setVisible(user->secondFactor);
}

void AccountDialog::changePassword()
{
    const QString weak = secret_words::passwordProblem(m_password->text(), m_password->text());
    m_current->box->setProblem(m_current->text().isEmpty() ? tr("The password you have now, please.") : QString());
    m_password->box->setProblem(weak);
    m_again->box->setProblem(weak.isEmpty() ? secret_words::passwordProblem(m_password->text(), m_again->text()) : QString());
    for (const LineField *field : {m_current.get(), m_password.get(), m_again.get()}) {
        if (field->box->hasProblem())
            return field->line->setFocus();
    }
    check(*m_current, [this] { setPassword(); });
}

void AccountDialog::setPassword()
{
    m_console.beginRenewing();
    const UserId user = m_console.engine().user();
    presentation::submit(m_console.engine(), SetPassword{user, {m_password->plain()}}, {}, this, [this](const engine::Answer &answer) {
        m_console.endRenewing(answer.has_value());
        setBusy(false);
        if (!answer) {
            m_password->box->setProblem(secret_words::problem(answer.error()));
            m_password->line->setFocus();
            return;
        }
        for (const LineField *field : {m_current.get(), m_password.get(), m_again.get()})
            field->line->clear();
        tell(tr("Your password is changed."));
    });
}

void AccountDialog::askForPin()
{
    m_pin->box->setProblem(secret_words::pinProblem(m_pin->text()));
    if (m_pin->box->hasProblem())
        return m_pin->line->setFocus();
    prove(m_setPin->text(), [this, pin = m_pin->plain()] { setPin(pin); });
}

void AccountDialog::setPin(const std::string &pin)
{
    setBusy(true);
    presentation::submit(m_console.engine(), SetPin{m_console.engine().user(), {pin}}, {}, this, [this, removed = pin.empty()](const engine::Answer &answer) {
        setBusy(false);
        if (!answer)
            return m_pin->box->setProblem(secret_words::problem(answer.error()));
        m_pin->line->clear();
        tell(removed ? tr("You have no PIN any more.") : tr("Your PIN is set."));
    });
}

void AccountDialog::setUpFactor()
{
    tell({});
    turnTo(Step::factor);
    m_factor->begin();
}

void AccountDialog::goOn()
{
    if (m_pages->currentIndex() == int(Step::proof))
        return checkProof();
    if (m_factor->stage() == SecondFactorPanel::Stage::scan)
        return m_factor->confirm();
    showOverview();
    tell(tr("Your second factor is on."));
}

void AccountDialog::removeFactor()
{
    setBusy(true);
    presentation::submit(m_console.engine(), SetSecondFactor{m_console.engine().user(), {}, {}}, {}, this, [this](const engine::Answer &answer) {
        setBusy(false);
        tell(answer ? tr("Your second factor is off.") : presentation::words::failure(answer.error()));
    });
}

void AccountDialog::setBusy(bool busy)
{
    m_pages->setEnabled(!busy);
    m_goOn->setEnabled(!busy);
    m_back->setEnabled(!busy);
    if (busy)
        tell({});
    else
        refresh();
}

void AccountDialog::tell(const QString &text)
{
    m_told->setText(text);
    if (!text.isEmpty())
        announce(m_told, text);
}

} // namespace smartqueue::pages
