#pragma once

#include <optional>

#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/peer_facts.h>
#include <smartqueue/widgets/card.h>

namespace smartqueue::widgets {
class ActionButton;
class Pill;
class TextLabel;
}

namespace smartqueue::pages {

class QuestionCard;

/// One desktop in plain words: how it stands, why, what to do; and the way to shut it out.
class PeerDiagnosisCard : public widgets::Card {
    Q_OBJECT
public:
    explicit PeerDiagnosisCard(presentation::Console &console, QWidget *parent = nullptr);

    /// None: nothing is chosen.
    void show(const std::optional<presentation::PeerFacts> &peer, const engine::PeersStatus &status);
    void retranslate();
    bool isAsking() const;

Q_SIGNALS:
    void revoked(const QString &name);
    void failed(const smartqueue::Failure &failure);

private:
    bool mayRevoke() const;
    void ask();
    void revoke(const DeviceId &device, const QString &name);
    void showFacts();

    presentation::Console &m_console;
    std::optional<presentation::PeerFacts> m_peer;
    engine::PeersStatus m_status;
    widgets::TextLabel *m_name;
    widgets::Pill *m_pill;
    widgets::TextLabel *m_what;
    widgets::TextLabel *m_next;
    widgets::TextLabel *m_facts;
    QuestionCard *m_question;
    widgets::ActionButton *m_revoke;
};

} // namespace smartqueue::pages
