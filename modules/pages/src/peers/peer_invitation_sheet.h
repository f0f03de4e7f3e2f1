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

/// How another desktop joins: what to do there, the code with the time it holds, the six digits when somebody comes, what became of
/// an attempt that failed, and that they are in. Leaving the sheet closes the invitation.
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
    using End = presentation::BranchPeers::InvitationEnd;
    enum class Stage { waiting, code, digits, joined, over, refused };
    /// What went wrong while the code went on holding.
    struct Mishap {
        QString name;
        Failure why;
        /// After a wrong code, which has no name to it.
        int triesLeft = 0;
    };

    void watch();
    void setStage(Stage stage);
    void showTime();
    void showInvitation(const Result<presentation::PeerInvitation> &invitation);
    void showDigits(const Device &device, const QString &digits);
    void showMishap(Mishap mishap);
    void showEnd(End end);
    QString words(const Mishap &mishap) const;
    QString told() const;
    bool isOpenToOthers() const { return m_stage == Stage::waiting || m_stage == Stage::code || m_stage == Stage::digits; }
    void stop();
    void finish();

    presentation::BranchPeers &m_peers;
    Stage m_stage = Stage::waiting;
    End m_end = End::stopped;
    presentation::PeerInvitation m_invitation;
    QDeadlineTimer m_until;
    QTimer m_tick;
    /// Whose digits are shown, or who has joined.
    DeviceId m_device;
    QString m_name;
    QString m_digits;
    std::optional<Mishap> m_mishap;
    std::optional<Failure> m_why;
    widgets::TextLabel *m_told;
    widgets::TextLabel *m_failed;
    widgets::TextLabel *m_steps;
    widgets::Card *m_plate;
    widgets::TextLabel *m_plateTitle;
    widgets::NumberPlate *m_number;
    widgets::TextLabel *m_plateNote;
    widgets::TextLabel *m_address;
    widgets::ActionButton *m_again;
    widgets::ActionButton *m_stop;
    widgets::ActionButton *m_close;
};

} // namespace smartqueue::pages
