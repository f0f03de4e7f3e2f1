#include "smartqueue/pages/lock_screen.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "account_fields.h"
#include "person_avatar.h"
#include "question_card.h"

namespace smartqueue::pages {

using namespace widgets;
namespace people = presentation::people;
namespace words = presentation::words;

namespace {

constexpr int cardWidth = 420;
constexpr int largeAvatar = 64;

} // namespace

LockScreen::LockScreen(engine::Installation &installation, Facts facts, QWidget *parent)
    : QWidget(parent, Qt::Window),
      m_installation(installation),
      m_facts(std::move(facts)),
      m_avatar(new PersonAvatar({}, largeAvatar)),
      m_name(new TextLabel({}, TextSize::title, QFont::Bold)),
      m_since(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted)),
      m_problem(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::critical)),
      m_question(new QuestionCard(QStringLiteral("lock"))),
      m_enter(new ActionButton({}, ButtonKind::primary)),
      m_way(new ActionButton({}, ButtonKind::link)),
      m_othersTitle(new TextLabel({}, TextSize::small, QFont::DemiBold, Ink::muted)),
      m_others(new QVBoxLayout),
      m_somebodyElse(new ActionButton({}, ButtonKind::link))
{
    setWindowIcon(applicationIcon());
    setMinimumSize(480, 360);
    auto *ground = new QWidget;
    auto *outer = new QVBoxLayout(ground);
    outer->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    outer->addStretch(1);
    auto *card = new Card;
    card->setPadding(space::xl);
    card->setFixedWidth(scaled(cardWidth));
    QVBoxLayout *rows = card->column();
    rows->setSpacing(space::m);
    rows->addWidget(m_avatar, 0, Qt::AlignHCenter);
    rows->addWidget(m_name, 0, Qt::AlignHCenter);
    m_since->setObjectName(QStringLiteral("lockedSince"));
    m_since->setAlignment(Qt::AlignHCenter);
    m_since->setWordWrap(true);
    rows->addWidget(m_since);
    rows->addSpacing(space::s);
    m_secret = std::make_unique<LineField>(addLine(rows, "lockSecret", QLineEdit::Password));
    m_code = std::make_unique<LineField>(addLine(rows, "lockCode"));
    m_code->box->hide();
    m_problem->setObjectName(QStringLiteral("lockProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    rows->addWidget(m_question);
    m_enter->setObjectName(QStringLiteral("unlock"));
    m_enter->setTall(true);
    rows->addWidget(m_enter);
    m_way->setObjectName(QStringLiteral("lockWay"));
    rows->addWidget(m_way, 0, Qt::AlignHCenter);
    rows->addWidget(new Divider);
    rows->addWidget(m_othersTitle);
    m_others->setSpacing(space::xs);
    rows->addLayout(m_others);
    m_somebodyElse->setObjectName(QStringLiteral("lockSomebodyElse"));
    rows->addWidget(m_somebodyElse, 0, Qt::AlignHCenter);
    // Between two stretches, not aligned: an aligned card gets the height of its hint, which may be a line short.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card);
    middle->addStretch(1);
    outer->addLayout(middle);
    outer->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(ground);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(m_enter, &QPushButton::clicked, this, &LockScreen::enter);
    connect(m_secret->line, &QLineEdit::returnPressed, this, &LockScreen::enter);
    connect(m_code->line, &QLineEdit::returnPressed, this, &LockScreen::enter);
    connect(m_way, &QPushButton::clicked, this, [this] { usePassword(!m_byPassword); });
    connect(m_somebodyElse, &QPushButton::clicked, this, [this] { askTakeOver([this] { Q_EMIT signInRequested(); }); });
    connect(m_question, &QuestionCard::focusLeft, this, [this] { m_secret->line->setFocus(Qt::OtherFocusReason); });
    choose(m_facts.user);
}

LockScreen::~LockScreen() = default;

void LockScreen::choose(UserId id)
{
    m_chosen = id;
    m_question->withdraw();
    usePassword(!mayUsePin());
}

bool LockScreen::mayUsePin() const
{
    const engine::SharedDirectory directory = m_installation.directory();
    const User *user = directory->user(m_chosen);
    return user && user->hasPin && m_facts.pinServes && m_facts.pinServes(m_chosen);
}

void LockScreen::offerOthers()
{
    if (m_otherButtons.isEmpty())
        m_somebodyElse->setFocus(Qt::OtherFocusReason);
    else
        m_otherButtons.first()->setFocus(Qt::OtherFocusReason);
}

void LockScreen::usePassword(bool password)
{
    m_byPassword = password;
    m_code->box->hide();
    m_code->line->clear();
    m_secret->line->clear();
    m_secret->line->setMaxLength(password ? 1024 : 8);
    m_secret->line->setInputMethodHints(password ? Qt::ImhSensitiveData : Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
    say({});
    retranslate();
    m_secret->line->setFocus(Qt::OtherFocusReason);
}

void LockScreen::retranslate()
{
    const engine::SharedDirectory directory = m_installation.directory();
    const User *user = directory->user(m_chosen);
    const Site *site = directory->site(m_facts.site);
    const QString name = people::name(*directory, m_chosen);
    const bool own = m_chosen == m_facts.user;
    setWindowTitle(tr("SmartQueue Console, locked"));
    m_avatar->setPerson(name);
    m_name->setText(name);
    const QString branch = site ? QString::fromStdString(site->name) : QString();
    m_since->setText(own ? tr("Locked since %1 · %2", "time of day, branch")
                               .arg(words::timeOfDay(m_facts.since, m_installation.snapshot(m_facts.site)->zone), branch)
                         : tr("takes over at this desktop"));
    m_secret->box->setLabel(m_byPassword ? tr("Password") : tr("PIN"));
    m_secret->box->setHint(user && user->hasPin && !mayUsePin() ? tr("The PIN serves again once you have signed in here with the password today.") : QString());
    m_code->box->setLabel(tr("Code of the second factor"));
    m_enter->setText(own ? tr("Unlock") : tr("Go on as %1").arg(name));
    m_way->setText(m_byPassword ? tr("Use the PIN") : tr("Use the password"));
    m_way->setVisible(mayUsePin());
    m_somebodyElse->setText(tr("Somebody else…"));
    m_othersTitle->setText(tr("Signed in here today"));
    fillOthers();
}

void LockScreen::fillOthers()
{
    for (ActionButton *button : std::as_const(m_otherButtons)) {
        button->hide();
        button->deleteLater();
    }
    m_otherButtons.clear();
    const engine::SharedDirectory directory = m_installation.directory();
    const Site *site = directory->site(m_facts.site);
    QList<UserId> listed = m_facts.others;
    listed.prepend(m_facts.user);
    for (const UserId id : std::as_const(listed)) {
        if (id == m_chosen)
            continue;
        auto *button = new ActionButton(Icon::person,
                                        tr("%1 · %2", "name, role").arg(people::name(*directory, id), people::roleIn(*directory, id, site ? site->tenant : TenantId{})));
        button->setObjectName(QStringLiteral("lockPerson%1").arg(id.value));
        connect(button, &QPushButton::clicked, this, [this, id] { choose(id); });
        m_others->addWidget(button);
        m_otherButtons << button;
    }
    m_othersTitle->setVisible(!m_otherButtons.isEmpty());
}

void LockScreen::letGo(const QString &question, const QString &yes, const std::function<void()> &then)
{
    if (m_facts.holdsTyped && m_facts.holdsTyped())
        m_question->ask(question, yes, tr("Stay here"), then);
    else
        then();
}

void LockScreen::askTakeOver(const std::function<void()> &then)
{
    letGo(tr("%1 has not saved what they typed here. Whoever takes over throws it away.").arg(people::name(*m_installation.directory(), m_facts.user)), tr("Take over"), then);
}

void LockScreen::enter()
{
    if (!m_enter->isEnabled() || m_secret->text().isEmpty())
        return m_secret->line->setFocus();
    if (!m_byPassword && !mayUsePin()) {
        usePassword(true);
        say(tr("A new day begins with the password."));
        return;
    }
    if (m_chosen == m_facts.user)
        signIn();
    else
        askTakeOver([this] { signIn(); });
}

void LockScreen::signIn()
{
    const engine::SharedDirectory directory = m_installation.directory();
    m_earlier = earlierSignIn(*directory, m_chosen);
    const Profile *profile = directory->profile(m_chosen);
    setBusy(true);
    auto entering = m_byPassword ? m_installation.signIn(profile ? profile->email : std::string(), m_secret->plain(), m_code->plain(), m_facts.device)
                                 : m_installation.signInWithPin(m_chosen, m_secret->plain(), m_facts.device);
    engine::whenDone(std::move(entering), this, [this](const Result<accounts::Session> &session) {
        setBusy(false);
        if (session) {
            m_secret->line->clear();
            Q_EMIT entered(*session, m_earlier, m_byPassword ? ProvenBy::password : ProvenBy::pin);
            return;
        }
        if (session.error().code == failures::secondFactorNeeded) {
            m_code->box->show();
            m_code->line->setFocus();
            return;
        }
        const bool wrong = session.error().code == failures::wrongCredentials;
        say(!wrong ? words::failure(session.error()) : m_byPassword ? tr("This is not the password.") : tr("This is not the PIN."));
        QLineEdit *line = m_code->box->isVisible() ? m_code->line : m_secret->line;
        line->selectAll();
        line->setFocus();
    });
}

void LockScreen::setBusy(bool busy)
{
    m_enter->setEnabled(!busy);
    m_secret->box->setEnabled(!busy);
    m_code->box->setEnabled(!busy);
    if (busy)
        say({});
}

void LockScreen::say(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        announce(m_problem, text);
}

void LockScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LockScreen::closeEvent(QCloseEvent *event)
{
    const bool holds = m_facts.holdsTyped && m_facts.holdsTyped();
    // Who shuts the computer down is not held up.
    if (holds && !qGuiApp->isSavingSession()) {
        event->ignore();
        letGo(tr("%1 has not saved what they typed here. Whoever quits throws it away.").arg(people::name(*m_installation.directory(), m_facts.user)), tr("Quit"), [this] {
            m_facts.holdsTyped = {};
            close();
        });
        return;
    }
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

void LockScreen::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens(this).background);
}

} // namespace smartqueue::pages
