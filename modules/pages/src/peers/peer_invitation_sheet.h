#pragma once

#include <QDeadlineTimer>
#include <QTimer>

#include <smartqueue/presentation/branch_peers.h>
#include <smartqueue/widgets/form_sheet.h>

namespace smartqueue::widgets {
class ActionButton;
class Card;
class NumberPlate;
class TextLabel;
}

namespace smartqueue::pages {

/// How another desktop joins: what to do there, the code with the time it holds, the six digits when somebody comes, and that they
/// are in.
class PeerInvitationSheet : public widgets::FormSheet {
    Q_OBJECT
public:
    explicit PeerInvitationSheet(presentation::BranchPeers &peers, QWidget *parent = nullptr);

    /// Asks for a code and shows it.
    void begin();
    void retranslate();

Q_SIGNALS:
    /// Somebody has joined.
    void joined(const QString &name);

private:
    enum class Stage { waiting, code, digits, joined, over, refused };

    void setStage(Stage stage);
    void showTime();
    void showInvitation(const Result<presentation::PeerInvitation> &invitation);
    void finish();

    presentation::BranchPeers &m_peers;
    Stage m_stage = Stage::waiting;
    presentation::PeerInvitation m_invitation;
    QDeadlineTimer m_until;
    QTimer m_tick;
    QString m_name;
    QString m_why;
    widgets::TextLabel *m_steps;
    widgets::Card *m_plate;
    widgets::TextLabel *m_plateTitle;
    widgets::NumberPlate *m_number;
    widgets::TextLabel *m_plateNote;
    widgets::TextLabel *m_address;
    widgets::TextLabel *m_told;
    widgets::ActionButton *m_again;
    widgets::ActionButton *m_close;
};

} // namespace smartqueue::pages
