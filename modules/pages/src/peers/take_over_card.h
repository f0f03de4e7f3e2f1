#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/peer_facts.h>
#include <smartqueue/widgets/card.h>

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

class IconLabel;
struct LineField;

/// How this desktop becomes the host when the host is gone: two clicks and the password once more. It keeps its place and says
/// why it is not to be had.
class TakeOverCard : public widgets::Card {
    Q_OBJECT
public:
    explicit TakeOverCard(presentation::Console &console, QWidget *parent = nullptr);
    ~TakeOverCard() override;

    void show(const engine::PeersStatus &status, const std::vector<presentation::PeerFacts> &peers);
    void retranslate();
    /// A password stands in its field.
    bool holdsTyped() const;
    void closeUp();

Q_SIGNALS:
    void tookOver();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Stage { closed, looking, asking, taking };

    void setStage(Stage stage);
    void showReason();
    void lookAround();
    void showAdvice(const replication::TakeOverAdvice &advice);
    void sayAdvice();
    /// Who proves themselves first, where there are users.
    void prove();
    void takeOver();
    void refuse(const Failure &why);
    bool isAllowed() const;
    bool needsPassword() const;
    bool needsCode() const;
    /// The host is silent, and this desktop follows.
    bool isPossible() const;
    QString hostName() const;

    presentation::Console &m_console;
    engine::PeersStatus m_status;
    std::vector<presentation::PeerFacts> m_peers;
    Stage m_stage = Stage::closed;
    widgets::TextLabel *m_title;
    widgets::Card *m_box;
    IconLabel *m_lock;
    widgets::TextLabel *m_reason;
    widgets::TextLabel *m_because;
    QWidget *m_form;
    widgets::TextLabel *m_entries;
    widgets::TextLabel *m_advice;
    std::unique_ptr<LineField> m_password;
    std::unique_ptr<LineField> m_code;
    widgets::TextLabel *m_problem;
    widgets::ActionButton *m_back;
    widgets::ActionButton *m_act;
    replication::TakeOverAdvice m_given;
    /// The second click is to be had.
    bool m_mayGoOn = false;
    bool m_lacksCode = false;
};

} // namespace smartqueue::pages
