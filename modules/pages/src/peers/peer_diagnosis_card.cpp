#include "peer_diagnosis_card.h"

#include <QBoxLayout>
#include <QLocale>

#include <smartqueue/presentation/peer_rights.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/text_label.h>

#include "peer_looks.h"
#include "question_card.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::PeerFacts;
using presentation::PeerStanding;
namespace words = presentation::words;

PeerDiagnosisCard::PeerDiagnosisCard(presentation::Console &console, QWidget *parent)
    : Card(parent), m_console(console), m_name(new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, this)), m_pill(new Pill(this)),
      m_what(new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, this)), m_next(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, this)),
      m_facts(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)), m_question(new QuestionCard(QStringLiteral("peerRevoke"), this)),
      m_revoke(new ActionButton(Icon::lock, {}, ButtonKind::danger, this))
{
    setObjectName(QStringLiteral("peerDiagnosis"));
    m_what->setObjectName(QStringLiteral("peerWhat"));
    m_next->setObjectName(QStringLiteral("peerNext"));
    m_revoke->setObjectName(QStringLiteral("peerRevoke"));
    for (TextLabel *label : {m_name, m_what, m_next, m_facts})
        label->setWordWrap(true);
    m_question->setGlyph(Icon::lock);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_name, 1);
    head->addWidget(m_pill, 0, Qt::AlignTop);
    column()->addLayout(head);
    column()->addWidget(m_what);
    column()->addWidget(m_next);
    column()->addWidget(m_facts);
    column()->addWidget(m_question);
    column()->addWidget(m_revoke, 0, Qt::AlignLeading);
    connect(m_revoke, &QAbstractButton::clicked, this, &PeerDiagnosisCard::ask);
    connect(m_question, &QuestionCard::focusLeft, m_revoke, [this] { m_revoke->setFocus(Qt::OtherFocusReason); });
    retranslate();
}

bool PeerDiagnosisCard::mayRevoke() const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const bool isOther = m_peer && !m_peer->isHere && !m_peer->isHost && m_peer->standing != PeerStanding::revoked;
    // Without the host nobody can be shut out.
    return isOther && m_status.inStep && presentation::mayRunPeers(*directory, m_console.engine().user()).has_value();
}

void PeerDiagnosisCard::show(const std::optional<PeerFacts> &peer, const engine::PeersStatus &status)
{
    if (m_question->isAsking() && (!peer || !m_peer || peer->device != m_peer->device))
        m_question->withdraw();
    m_peer = peer;
    m_status = status;
    showFacts();
}

void PeerDiagnosisCard::showFacts()
{
    setVisible(m_peer.has_value());
    if (!m_peer)
        return;
    const PeerFacts &peer = *m_peer;
    const presentation::Diagnosis said = presentation::diagnose(peer, m_status);
    m_name->setText(peer.name);
    m_pill->setLook({iconOf(peer.standing), presentation::standingWord(peer.standing), toneOf(peer.standing), PillStyle::filled});
    m_pill->setAccessibleName(presentation::standingWord(peer.standing));
    m_what->setText(said.what);
    m_next->setText(said.next);
    m_next->setVisible(!said.next.isEmpty());
    QStringList facts;
    if (!peer.address.isEmpty())
        facts << tr("Address %1").arg(peer.address);
    const QString since = words::shortDate(peer.admittedAt, m_console.engine().snapshot()->zone);
    if (peer.admittedAt != Instant{})
        facts << tr("In the branch since %1").arg(since);
    if (!peer.isHere && peer.bytesIn + peer.bytesOut > 0) {
        const auto size = [](std::int64_t bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat); };
        facts << tr("Received %1, sent %2").arg(size(peer.bytesIn), size(peer.bytesOut));
    }
    m_facts->setText(facts.join(QLatin1Char('\n')));
    m_facts->setVisible(!facts.isEmpty());
    m_revoke->setVisible(mayRevoke() && !m_question->isAsking());
    setEdge(peer.standing == PeerStanding::offline || peer.standing == PeerStanding::behind || peer.standing == PeerStanding::cutOff
                ? std::optional(toneOf(peer.standing))
                : std::nullopt);
}

bool PeerDiagnosisCard::isAsking() const
{
    return m_question->isAsking();
}

void PeerDiagnosisCard::ask()
{
    m_question->ask(tr("Revoke %1? Its connection ends at once, whoever works there is cut off, and it cannot come back by itself: it would have to be added "
                       "anew. What it holds of the branch stays on its disk.")
                        .arg(m_peer->name),
                    tr("Revoke at once"), tr("Leave it"), [this, device = m_peer->device, name = m_peer->name] { revoke(device, name); });
    m_revoke->hide();
}

void PeerDiagnosisCard::revoke(const DeviceId &device, const QString &name)
{
    presentation::submit(m_console.engine(), RevokeDevice{device}, AgentId{}, this, [this, name](const engine::Answer &answer) {
        if (answer)
            Q_EMIT revoked(name);
        else
            Q_EMIT failed(answer.error());
    });
}

void PeerDiagnosisCard::retranslate()
{
    m_question->withdraw();
    m_revoke->setText(tr("Revoke…"));
    showFacts();
}

} // namespace smartqueue::pages
