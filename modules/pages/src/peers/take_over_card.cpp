#include "take_over_card.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/peer_rights.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/console_style.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "account_fields.h"
#include "icon_label.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::PeerFacts;
using presentation::PeerStanding;
namespace words = presentation::words;

TakeOverCard::TakeOverCard(presentation::Console &console, QWidget *parent)
    : Card(parent), m_console(console), m_title(new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, this)), m_box(new Card(this)),
      m_lock(new IconLabel(Icon::lock, m_box)), m_reason(new TextLabel({}, TextSize::body, QFont::Bold, Ink::text, m_box)),
      m_because(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, m_box)), m_form(new QWidget(this)),
      m_entries(new TextLabel({}, TextSize::small, QFont::Normal, Ink::text, m_form)), m_advice(new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, m_form)),
      m_problem(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::critical, this)), m_back(new ActionButton({}, ButtonKind::quiet, this)),
      m_act(new ActionButton(Icon::transfer, {}, ButtonKind::secondary, this))
{
    setObjectName(QStringLiteral("takeOverCard"));
    m_box->setObjectName(QStringLiteral("takeOverReason"));
    m_act->setObjectName(QStringLiteral("takeOver"));
    m_back->setObjectName(QStringLiteral("takeOverBack"));
    m_problem->setObjectName(QStringLiteral("takeOverProblem"));
    m_advice->setObjectName(QStringLiteral("takeOverAdvice"));
    for (TextLabel *label : {m_title, m_reason, m_because, m_entries, m_advice, m_problem})
        label->setWordWrap(true);
    // Read aloud although the button below cannot be reached.
    m_box->setInset(true);
    m_box->setPadding(space::m);
    m_box->setFocusPolicy(Qt::TabFocus);
    setRingShape(m_box, RingShape::card);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_reason);
    words->addWidget(m_because);
    auto *inside = new QHBoxLayout;
    inside->setSpacing(space::s);
    inside->addWidget(m_lock, 0, Qt::AlignTop);
    inside->addLayout(words, 1);
    m_box->column()->addLayout(inside);

    auto *rows = rowsIn(m_form);
    rows->setSpacing(space::s);
    rows->addWidget(m_advice);
    rows->addWidget(m_entries);
    m_password = std::make_unique<LineField>(addLine(rows, "takeOverPassword", QLineEdit::Password));
    m_code = std::make_unique<LineField>(addLine(rows, "takeOverCode"));
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(new IconLabel(Icon::transfer, this), 0, Qt::AlignVCenter);
    head->addWidget(m_title, 1);
    column()->setSpacing(space::m);
    column()->addLayout(head);
    column()->addWidget(m_box);
    column()->addWidget(m_form);
    column()->addWidget(m_problem);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::s);
    acts->addWidget(m_act);
    acts->addWidget(m_back);
    acts->addStretch(1);
    column()->addLayout(acts);
    m_problem->hide();
    for (const LineField *field : {m_password.get(), m_code.get()}) {
        connect(field->line, &QLineEdit::returnPressed, this, &TakeOverCard::prove);
        field->line->installEventFilter(this);
    }
    connect(m_back, &QAbstractButton::clicked, this, &TakeOverCard::closeUp);
    connect(m_act, &QAbstractButton::clicked, this, [this] { m_stage == Stage::closed ? lookAround() : prove(); });
    retranslate();
    setStage(Stage::closed);
}

TakeOverCard::~TakeOverCard() = default;

bool TakeOverCard::isAllowed() const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    return presentation::mayRunPeers(*directory, m_console.engine().user()).has_value();
}

bool TakeOverCard::needsPassword() const
{
    return m_console.engine().installation().directory()->hasUsers();
}

bool TakeOverCard::needsCode() const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const User *user = directory->user(m_console.engine().user());
    return user && user->secondFactor;
}

bool TakeOverCard::isPossible() const
{
    return m_status.role == engine::PeersStatus::Role::replica && !m_status.inStep && !m_status.copying && isAllowed();
}

QString TakeOverCard::hostName() const
{
    return presentation::deviceName(*m_console.engine().installation().directory(), m_status.host);
}

bool TakeOverCard::holdsTyped() const
{
    return m_stage == Stage::asking && !m_password->text().isEmpty();
}

void TakeOverCard::show(const engine::PeersStatus &status, const std::vector<PeerFacts> &peers)
{
    m_status = status;
    m_peers = peers;
    // It is over while somebody still typed: the host is back.
    if (m_stage == Stage::asking && !isPossible())
        closeUp();
    else
        setStage(m_stage);
}

void TakeOverCard::showReason()
{
    const QString host = hostName();
    QString reason;
    QString because;
    if (m_status.role == engine::PeersStatus::Role::host) {
        reason = tr("This desktop is the host.");
        because = tr("There is nothing to take over. Should it be gone one day, another desktop of the branch can do it from this page.");
    } else if (!isAllowed()) {
        reason = tr("Not with this account.");
        because = tr("Whoever runs this installation may make another desktop the host.");
    } else if (m_status.copying) {
        reason = tr("Not now: a copy is on its way.");
        because = tr("This desktop fetches the branch from %1 first.").arg(host);
    } else if (m_status.inStep) {
        reason = tr("Not now: the host answers.");
        because = tr("%1 was heard a moment ago. You can take over when it is silent.").arg(host);
    } else {
        reason = tr("%1 does not answer.").arg(host);
        because = tr("When it cannot be brought back soon, this desktop can lead the branch in its place. What nobody else has received from it is then set aside.");
    }
    m_reason->setText(reason);
    m_because->setText(because);
    m_lock->setIcon(isPossible() ? Icon::info : Icon::lock);
    m_box->setAccessibleName(tr("%1: %2", "title, reason").arg(m_title->text(), reason + QLatin1Char(' ') + because));
}

void TakeOverCard::setStage(Stage stage)
{
    m_stage = stage;
    const bool isOpen = stage == Stage::asking || stage == Stage::taking;
    showReason();
    m_box->setVisible(!isOpen);
    m_form->setVisible(isOpen);
    m_password->box->setVisible(needsPassword() && m_mayGoOn);
    m_code->box->setVisible(needsPassword() && m_mayGoOn && (needsCode() || m_lacksCode));
    m_form->setEnabled(stage != Stage::taking);
    m_back->setVisible(isOpen);
    m_back->setEnabled(stage != Stage::taking);
    m_act->setEnabled(stage == Stage::asking ? m_mayGoOn : stage == Stage::closed && isPossible());
    m_act->setKind(isOpen ? ButtonKind::primary : ButtonKind::secondary);
    m_act->setGlyph(m_act->isEnabled() || stage != Stage::closed ? Icon::transfer : Icon::lock);
    m_act->setText(stage == Stage::looking ? tr("Asking the others…")
                       : stage == Stage::taking ? tr("Taking over…")
                       : isOpen               ? tr("Take over now")
                                              : tr("Take over…"));
}

void TakeOverCard::closeUp()
{
    const bool hadFocus = isAncestorOf(focusWidget());
    m_password->line->clear();
    m_code->line->clear();
    m_password->box->setProblem({});
    m_problem->hide();
    m_mayGoOn = false;
    m_lacksCode = false;
    setEdge(std::nullopt);
    setStage(Stage::closed);
    if (hadFocus)
        (m_act->isEnabled() ? static_cast<QWidget *>(m_act) : m_box)->setFocus(Qt::OtherFocusReason);
}

void TakeOverCard::lookAround()
{
    m_problem->hide();
    setStage(Stage::looking);
    engine::whenDone(m_console.peers()->lookAround(), this, [this](const replication::TakeOverAdvice &advice) { showAdvice(advice); });
}

void TakeOverCard::showAdvice(const replication::TakeOverAdvice &advice)
{
    m_given = advice;
    m_mayGoOn = advice.verdict == replication::TakeOverAdvice::Verdict::mayTakeOver;
    sayAdvice();
    setStage(Stage::asking);
    announce(m_advice, m_advice->text());
    QWidget *first = !m_mayGoOn ? static_cast<QWidget *>(m_back) : needsPassword() ? static_cast<QWidget *>(m_password->line) : m_act;
    first->setFocus(Qt::OtherFocusReason);
}

void TakeOverCard::sayAdvice()
{
    using Verdict = replication::TakeOverAdvice::Verdict;
    const replication::TakeOverAdvice &advice = m_given;
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const auto named = [&](const std::vector<DeviceId> &devices) {
        QStringList names;
        for (const DeviceId &device : devices) {
            if (device != m_status.host)
                names << presentation::deviceName(*directory, device);
        }
        return names.join(QStringLiteral(", "));
    };
    const QString unreached = named(advice.unreached);
    const QString missed = named(advice.missed);
    if (advice.verdict == Verdict::hostIsAlive)
        m_advice->setText(tr("Another desktop hears %1: it is only the line from here that is cut. Look at this desktop’s network.").arg(hostName()));
    else if (advice.verdict == Verdict::fresherElsewhere)
        m_advice->setText(tr("%1 has more of the log than this desktop. Take over there: nothing is lost then.").arg(presentation::deviceName(*directory, advice.fresher)));
    else if (!missed.isEmpty())
        m_advice->setText(tr("Not heard: %1. What was confirmed last may be at %2 alone, and would be set aside: start it first, if you can.").arg(unreached, missed));
    else if (!unreached.isEmpty())
        m_advice->setText(tr("No desktop that answers has more than this one. Not heard: %1. What they alone hold would be set aside.").arg(unreached));
    else
        m_advice->setText(tr("No desktop has more of the log than this one."));
    setEdge(m_mayGoOn && !missed.isEmpty() ? std::optional(Tone::warning) : std::nullopt);
    QStringList entries;
    std::vector<PeerFacts> freshest = m_peers;
    std::stable_sort(freshest.begin(), freshest.end(), [](const PeerFacts &a, const PeerFacts &b) { return a.last > b.last; });
    for (const PeerFacts &peer : freshest) {
        if (peer.standing == PeerStanding::revoked)
            continue;
        const QString entry = peer.last > 0 ? tr("last entry %1").arg(QLocale().toString(qlonglong(peer.last))) : tr("last entry not known");
        entries << (peer.isHere ? tr("%1 (here): %2", "desktop, entry").arg(peer.name, entry) : tr("%1: %2", "desktop, entry").arg(peer.name, entry));
    }
    m_entries->setText(entries.join(QLatin1Char('\n')));
}

void TakeOverCard::prove()
{
    if (m_stage != Stage::asking || !m_mayGoOn)
        return;
    m_problem->hide();
    if (!needsPassword())
        return takeOver();
    m_password->box->setProblem(m_password->text().isEmpty() ? tr("Your password, please.") : QString());
    if (m_password->box->hasProblem())
        return m_password->line->setFocus();
    setStage(Stage::taking);
    engine::Installation &installation = m_console.engine().installation();
    engine::whenDone(installation.prove(m_console.engine().user(), m_password->plain(), m_code->plain()), this, [this](const Done &proven) {
        if (proven)
            return takeOver();
        m_lacksCode = proven.error().code == failures::secondFactorNeeded;
        setStage(Stage::asking);
        m_password->box->setProblem(m_lacksCode ? QString() : proven.error().code == failures::wrongCredentials ? tr("This is not your password, or not the code.")
                                                                                                              : words::failure(proven.error()));
        QLineEdit *wanted = m_lacksCode ? m_code->line : m_password->line;
        wanted->selectAll();
        wanted->setFocus();
    });
}

void TakeOverCard::takeOver()
{
    setStage(Stage::taking);
    engine::whenDone(m_console.peers()->takeOver(m_console.engine().user(), {m_given.unreached.begin(), m_given.unreached.end()}), this, [this](const engine::Answer &taken) {
        if (!taken)
            return refuse(taken.error());
        closeUp();
        Q_EMIT tookOver();
    });
}

void TakeOverCard::refuse(const Failure &why)
{
    QString said = words::failure(why);
    if (why.code == engine::peers_failures::hostIsAlive)
        said = tr("The host answers again. Nothing was changed.");
    else if (const auto device = why.detail.find("device"); why.code == engine::peers_failures::fresherReplica && device != why.detail.end())
        said = tr("%1 has more of the log. Take over there.").arg(presentation::deviceName(*m_console.engine().installation().directory(), device->second));
    closeUp();
    m_problem->setText(said);
    m_problem->show();
    announce(m_problem, said);
}

bool TakeOverCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && m_stage == Stage::asking) {
        closeUp();
        return true;
    }
    return Card::eventFilter(watched, event);
}

void TakeOverCard::retranslate()
{
    m_title->setText(tr("Take over as host"));
    m_back->setText(tr("Not now"));
    m_password->box->setLabel(tr("Your password, once more"));
    m_code->box->setLabel(tr("Code of your second factor"));
    if (m_stage == Stage::asking || m_stage == Stage::taking)
        sayAdvice();
    setStage(m_stage);
}

} // namespace smartqueue::pages
