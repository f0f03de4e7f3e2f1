#include "peer_invitation_sheet.h"

#include <QHBoxLayout>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/number_plate.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
using presentation::BranchPeers;

namespace {

/// "482 913": read in two breaths.
QString inTwoGroups(const QString &digits)
{
    return digits.size() == 6 ? digits.left(3) + QChar(0x2007) + digits.mid(3) : digits;
}

} // namespace

PeerInvitationSheet::PeerInvitationSheet(BranchPeers &peers, QWidget *parent)
    : FormSheet({}, parent), m_peers(peers), m_told(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::text, this)),
      m_failed(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::critical, this)), m_steps(new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, this)),
      m_plate(new Card(this)), m_plateTitle(new TextLabel({}, TextSize::small, QFont::DemiBold, Ink::muted, m_plate)), m_number(new NumberPlate({}, m_plate)),
      m_plateNote(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, m_plate)), m_address(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, this)),
      m_again(new ActionButton(Icon::refresh, {}, ButtonKind::secondary, this)), m_stop(new ActionButton(Icon::xCircle, {}, ButtonKind::secondary, this)),
      m_close(new ActionButton({}, ButtonKind::secondary, this))
{
    setObjectName(QStringLiteral("peerInvitation"));
    m_number->setObjectName(QStringLiteral("peerCode"));
    m_told->setObjectName(QStringLiteral("peerTold"));
    m_failed->setObjectName(QStringLiteral("peerFailed"));
    m_again->setObjectName(QStringLiteral("peerAgain"));
    m_stop->setObjectName(QStringLiteral("peerStop"));
    m_close->setObjectName(QStringLiteral("peerInvitationClose"));
    m_number->setMinimumWidth(120);
    m_plate->setInset(true);
    m_plate->column()->addWidget(m_plateTitle);
    m_plate->column()->addWidget(m_number);
    m_plate->column()->addWidget(m_plateNote);
    for (TextLabel *label : {m_told, m_failed, m_steps, m_plateTitle, m_plateNote, m_address})
        label->setWordWrap(true);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    content()->setSpacing(space::l);
    content()->addWidget(m_told);
    content()->addWidget(m_failed);
    content()->addWidget(m_steps);
    content()->addWidget(m_plate);
    content()->addWidget(m_address);
    content()->addStretch(1);
    footer()->addWidget(m_again);
    footer()->addStretch(1);
    footer()->addWidget(m_stop);
    footer()->addWidget(m_close);

    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &PeerInvitationSheet::showTime);
    connect(this, &FormSheet::closeRequested, this, &PeerInvitationSheet::finish);
    connect(m_close, &QAbstractButton::clicked, this, &PeerInvitationSheet::finish);
    connect(m_stop, &QAbstractButton::clicked, this, &PeerInvitationSheet::stop);
    connect(m_again, &QAbstractButton::clicked, this, &PeerInvitationSheet::begin);
    watch();
    retranslate();
}

void PeerInvitationSheet::watch()
{
    connect(&m_peers, &BranchPeers::joining, this, &PeerInvitationSheet::showDigits);
    connect(&m_peers, &BranchPeers::joined, this, [this](const Device &device) {
        m_device = device.id;
        m_name = QString::fromStdString(device.name);
        setStage(Stage::joined);
        announce(this, m_told->text());
        Q_EMIT joined(m_name);
    });
    connect(&m_peers, &BranchPeers::wrongCodeTried, this, [this](int triesLeft) {
        if (m_stage == Stage::code && triesLeft > 0)
            showMishap({{}, {}, triesLeft});
    });
    connect(&m_peers, &BranchPeers::joiningFailed, this, [this](const Device &device, const Failure &why) {
        // The end of the invitation has words of its own; and while somebody compares, others are not their matter.
        const bool isEnd = why.code.name() == "pairing_closed";
        if (!isEnd && (m_stage == Stage::code || (m_stage == Stage::digits && device.id == m_device)))
            showMishap({QString::fromStdString(device.name), why, 0});
    });
    connect(&m_peers, &BranchPeers::invitationClosed, this, [this](End end) {
        if (m_stage == Stage::code || m_stage == Stage::digits)
            showEnd(end);
    });
}

void PeerInvitationSheet::begin()
{
    m_mishap.reset();
    setStage(Stage::waiting);
    open(m_stop);
    engine::whenDone(m_peers.invite(), this, [this](const Result<presentation::PeerInvitation> &invitation) { showInvitation(invitation); });
}

void PeerInvitationSheet::showInvitation(const Result<presentation::PeerInvitation> &invitation)
{
    // Somebody did not want to wait for it.
    if (m_stage != Stage::waiting)
        return;
    if (!invitation) {
        m_why = invitation.error();
        setStage(Stage::refused);
        announce(this, m_told->text());
        return;
    }
    m_invitation = *invitation;
    m_until = QDeadlineTimer(m_invitation.remaining);
    setStage(Stage::code);
}

void PeerInvitationSheet::showDigits(const Device &device, const QString &digits)
{
    m_device = device.id;
    m_name = QString::fromStdString(device.name);
    m_digits = inTwoGroups(digits);
    m_mishap.reset();
    setStage(Stage::digits);
    announce(this, m_told->text() + QLatin1Char(' ') + digits);
}

void PeerInvitationSheet::showMishap(Mishap mishap)
{
    m_mishap = std::move(mishap);
    setStage(Stage::code);
    announce(this, m_failed->text());
}

void PeerInvitationSheet::showEnd(End end)
{
    m_end = end;
    // That somebody has joined is said with their name.
    if (end == End::joined)
        return;
    setStage(Stage::over);
    announce(this, m_told->text());
}

void PeerInvitationSheet::showTime()
{
    if (m_stage != Stage::code) {
        m_tick.stop();
        return;
    }
    m_plateNote->setText(tr("Holds for %1 more", "time").arg(presentation::words::timer(Duration(std::max<qint64>(m_until.remainingTime(), 0)))));
}

QString PeerInvitationSheet::words(const Mishap &mishap) const
{
    if (mishap.triesLeft > 0)
        return tr("Somebody typed a wrong code. %Ln more try(ies), then this code holds no more.", nullptr, mishap.triesLeft);
    const std::string_view code = mishap.why.code.name();
    if (code == "digits_differ")
        return tr("%1 was not let in: it was said there that the digits differ. Try it once more with a new code. If they differ again, somebody is in "
                  "between: do not add it in this network.")
            .arg(mishap.name);
    if (code == "peer_unreachable")
        return tr("%1 went away before it was in. The code still holds: type it there once more.").arg(mishap.name);
    if (code == "pairing_timed_out")
        return tr("Nobody at %1 said in time whether the digits are the same. The code still holds: type it there once more.").arg(mishap.name);
    return tr("%1 was not let in. %2").arg(mishap.name, presentation::words::failure(mishap.why));
}

QString PeerInvitationSheet::told() const
{
    switch (m_stage) {
    case Stage::waiting: return tr("Making a code…");
    case Stage::code: return {};
    case Stage::digits: return tr("%1 has the right code.").arg(m_name);
    case Stage::joined: return tr("%1 is in. It fetches a copy of the branch now and is ready when that is there.").arg(m_name);
    case Stage::refused: return m_why ? presentation::words::failure(*m_why) : QString();
    case Stage::over:
        if (m_end == End::digitsDiffered && m_mishap)
            return words(*m_mishap);
        return m_end == End::expired        ? tr("The code holds no more: its time is over. Nobody has joined with it.")
               : m_end == End::tooManyTries ? tr("The code holds no more: it was typed wrong too often. Look who tries to join, and make a new one.")
                                            : tr("The invitation is closed. The code holds no more, and nobody has joined with it.");
    }
    return {};
}

void PeerInvitationSheet::setStage(Stage stage)
{
    const bool hadFocus = m_stop->hasFocus() || m_close->hasFocus();
    m_stage = stage;
    const bool hasNumber = stage == Stage::code || stage == Stage::digits;
    m_told->setText(told());
    m_told->setVisible(stage != Stage::code);
    m_told->setInk(stage == Stage::refused ? Ink::critical : stage == Stage::joined ? Ink::good : Ink::text);
    m_failed->setText(m_mishap ? words(*m_mishap) : QString());
    m_failed->setVisible(m_mishap && stage == Stage::code);
    m_steps->setVisible(stage == Stage::code);
    m_plate->setVisible(hasNumber);
    m_plateTitle->setText(stage == Stage::digits ? tr("Both screens must show") : tr("The code"));
    m_number->setNumber(stage == Stage::digits ? m_digits : m_invitation.code);
    m_address->setVisible(stage == Stage::code);
    m_address->setText(tr("If this desktop does not appear there, type its address: %1").arg(m_invitation.address));
    m_again->setVisible(stage != Stage::waiting && stage != Stage::digits);
    m_again->setText(stage == Stage::joined ? tr("Add another") : tr("New code"));
    m_again->setGlyph(stage == Stage::joined ? Icon::plus : Icon::refresh);
    m_stop->setVisible(isOpenToOthers());
    m_close->setVisible(!isOpenToOthers());
    if (hadFocus)
        (isOpenToOthers() ? m_stop : m_close)->setFocus(Qt::OtherFocusReason);
    if (stage == Stage::digits)
        m_plateNote->setText(tr("Compare them there, and say yes there if they are the same."));
    if (stage == Stage::code) {
        m_tick.start();
        showTime();
    }
}

void PeerInvitationSheet::stop()
{
    m_peers.closeInvitation();
    showEnd(End::stopped);
}

void PeerInvitationSheet::finish()
{
    m_tick.stop();
    // With nobody at the digits here it is not to be said there that they are the same.
    if (isOpenToOthers())
        m_peers.closeInvitation();
    m_stage = Stage::over;
    close();
}

void PeerInvitationSheet::retranslate()
{
    setTitle(tr("Add a desktop"));
    m_stop->setText(tr("Stop"));
    m_close->setText(tr("Close"));
    m_steps->setText(tr("1. Open SmartQueue on the new desktop.\n2. Choose “Join a branch that runs already”.\n3. Choose this desktop there, and type the code."));
    setStage(m_stage);
}

} // namespace smartqueue::pages
