#pragma once

#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>

class QAction;
class QBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace smartqueue::pages {

class CallBar;
class DeskActionBar;
class DeskController;
class DeskHeldCard;
class DeskLastCard;
class DeskNextCard;
class DeskQueuesCard;
class DeskSignIn;
class DeskTicketCard;

/// The agent's page, in the order of the conversation: who, how long, what was promised, notes, outcome; beside it what comes
/// next and why. Every act has a key, and only legal ones are enabled.
class DeskPage : public Page {
    Q_OBJECT
public:
    explicit DeskPage(presentation::Console &console, QWidget *parent = nullptr);
    ~DeskPage() override;

    PageId id() const override { return PageId::desk; }
    QString title() const override;
    QString subtitle() const override;
    QString iconName() const override { return QStringLiteral("headset"); }
    QList<QAction *> paletteActions() const override;
    void activated(const QVariant &argument) override;

    DeskController &desk() const { return *m_desk; }
    /// The small window over other programs; made when first asked for, owned by the page.
    CallBar &callBar();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeDesk();
    QWidget *makeSignIn();
    void makeActions();
    void retranslate();
    void showFacts();
    void showQueues();
    std::size_t upcomingThatFit() const;
    void passKeys();
    void openTransfer();
    void openHold();
    void rememberAgent(AgentId agent);
    void focusMain();

    presentation::Console &m_console;
    DeskController *m_desk;
    QStackedWidget *m_sides;
    QWidget *m_deskSide = nullptr;
    QWidget *m_signInSide = nullptr;
    DeskTicketCard *m_ticket = nullptr;
    DeskLastCard *m_last = nullptr;
    DeskHeldCard *m_held = nullptr;
    QBoxLayout *m_columns = nullptr;
    DeskQueuesCard *m_queuesCard = nullptr;
    DeskNextCard *m_nextCard = nullptr;
    DeskActionBar *m_bar = nullptr;
    DeskSignIn *m_signIn = nullptr;
    CallBar *m_callBar = nullptr;
    QAction *m_mainAction = nullptr;
    QAction *m_recallAction = nullptr;
    QAction *m_noShowAction = nullptr;
    QAction *m_transferAction = nullptr;
    QAction *m_holdAction = nullptr;
    QAction *m_breakAction = nullptr;
    QAction *m_undoAction = nullptr;
    QAction *m_signOutAction = nullptr;
    QAction *m_callBarAction = nullptr;
    QList<QAction *> m_outcomeActions;
    bool m_wasSignedIn = false;
};

} // namespace smartqueue::pages
