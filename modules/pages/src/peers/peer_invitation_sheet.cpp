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
namespace words = presentation::words;

namespace {

/// "482 913": read in two breaths.
QString inTwoGroups(const QString &digits)
{
    return digits.size() == 6 ? digits.left(3) + QChar(0x2007) + digits.mid(3) : digits;
}

} // namespace

PeerInvitationSheet::PeerInvitationSheet(presentation::BranchPeers &peers, QWidget *parent)
    : FormSheet({}, parent), m_peers(peers), m_steps(new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, this)), m_plate(new Card(this)),
      m_plateTitle(new TextLabel({}, TextSize::small, QFont::DemiBold, Ink::muted, m_plate)), m_number(new NumberPlate({}, m_plate)),
      m_plateNote(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, m_plate)),
      m_address(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, this)), m_told(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::text, this)),
      m_again(new ActionButton(Icon::refresh, {}, ButtonKind::secondary, this)), m_close(new ActionButton({}, ButtonKind::secondary, this))
{
    setObjectName(QStringLiteral("peerInvitation"));
    m_number->setObjectName(QStringLiteral("peerCode"));
    m_told->setObjectName(QStringLiteral("peerTold"));
    m_again->setObjectName(QStringLiteral("peerAgain"));
    m_close->setObjectName(QStringLiteral("peerInvitationClose"));
    m_number->setMinimumWidth(120);
    m_plate->setInset(true);
    m_plate->column()->addWidget(m_plateTitle);
    m_plate->column()->addWidget(m_number);
    m_plate->column()->addWidget(m_plateNote);
    for (TextLabel *label : {m_steps, m_plateTitle, m_plateNote, m_address, m_told})
        label->setWordWrap(true);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    content()->setSpacing(space::l);
    content()->addWidget(m_told);
    content()->addWidget(m_steps);
    content()->addWidget(m_plate);
    content()->addWidget(m_address);
    content()->addStretch(1);
    footer()->addWidget(m_again);
    footer()->addStretch(1);
    footer()->addWidget(m_close);

    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &PeerInvitationSheet::showTime);
    connect(this, &FormSheet::closeRequested, this, &PeerInvitationSheet::finish);
    connect(m_close, &QAbstractButton::clicked, this, &PeerInvitationSheet::finish);
    connect(m_again, &QAbstractButton::clicked, this, &PeerInvitationSheet::begin);
    connect(&peers, &presentation::BranchPeers::joining, this, [this](const Device &device, const QString &digits) {
        m_name = QString::fromStdString(device.name);
        m_number->setNumber(inTwoGroups(digits));
        setStage(Stage::digits);
        announce(this, m_told->text() + QLatin1Char(' ') + digits);
    });
    connect(&peers, &presentation::BranchPeers::joined, this, [this](const Device &device) {
        m_name = QString::fromStdString(device.name);
        setStage(Stage::joined);
        announce(this, m_told->text());
        Q_EMIT joined(m_name);
    });
    connect(&peers, &presentation::BranchPeers::invitationClosed, this, [this] {
        if (m_stage == Stage::code)
            setStage(Stage::over);
    });
    retranslate();
}

void PeerInvitationSheet::begin()
{
    setStage(Stage::waiting);
    open(m_close);
    engine::whenDone(m_peers.invite(), this, [this](const Result<presentation::PeerInvitation> &invitation) { showInvitation(invitation); });
}

void PeerInvitationSheet::showInvitation(const Result<presentation::PeerInvitation> &invitation)
{
    if (!invitation) {
        m_why = words::failure(invitation.error());
        setStage(Stage::refused);
        announce(this, m_why);
        return;
    }
    m_invitation = *invitation;
    m_until = QDeadlineTimer(m_invitation.remaining);
    m_number->setNumber(m_invitation.code);
    setStage(Stage::code);
    m_tick.start();
}

void PeerInvitationSheet::showTime()
{
    if (m_stage != Stage::code) {
        m_tick.stop();
        return;
    }
    m_plateNote->setText(tr("Holds for %1 more", "time").arg(words::timer(Duration(std::max<qint64>(m_until.remainingTime(), 0)))));
}

void PeerInvitationSheet::setStage(Stage stage)
{
    m_stage = stage;
    const bool hasNumber = stage == Stage::code || stage == Stage::digits;
    m_plate->setVisible(hasNumber);
    m_steps->setVisible(stage == Stage::code);
    m_address->setVisible(stage == Stage::code);
    m_told->setVisible(stage != Stage::code);
    m_again->setVisible(stage != Stage::waiting && stage != Stage::digits);
    m_again->setText(stage == Stage::joined ? tr("Add another") : tr("New code"));
    m_again->setGlyph(stage == Stage::joined ? Icon::plus : Icon::refresh);
    m_close->setText(hasNumber ? tr("Stop") : tr("Close"));
    m_plateTitle->setText(stage == Stage::digits ? tr("Both screens must show") : tr("The code"));
    m_address->setText(tr("If this desktop does not appear there, type its address: %1").arg(m_invitation.address));
    switch (stage) {
    case Stage::waiting: m_told->setText(tr("Making a code…")); break;
    case Stage::code: showTime(); break;
    case Stage::digits:
        m_told->setText(tr("%1 has the right code.").arg(m_name));
        m_plateNote->setText(tr("Compare them there, and say yes there if they are the same."));
        break;
    case Stage::joined: m_told->setText(tr("%1 is in. It fetches a copy of the branch now and is ready when that is there.").arg(m_name)); break;
    case Stage::over: m_told->setText(tr("The code holds no more: its time is over, or it was typed wrong too often.")); break;
    case Stage::refused: m_told->setText(m_why); break;
    }
    m_told->setInk(stage == Stage::refused ? Ink::critical : stage == Stage::joined ? Ink::good : Ink::text);
}

void PeerInvitationSheet::finish()
{
    m_tick.stop();
    if (m_stage == Stage::code || m_stage == Stage::waiting)
        m_peers.closeInvitation();
    close();
}

void PeerInvitationSheet::retranslate()
{
    setTitle(tr("Add a desktop"));
    m_steps->setText(tr("1. Open SmartQueue on the new desktop.\n2. Choose “Join a branch that runs already”.\n3. Choose this desktop there, and type the code."));
    setStage(m_stage);
}

} // namespace smartqueue::pages
