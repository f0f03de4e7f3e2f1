#pragma once

#include <vector>

#include <QTimer>

#include <smartqueue/pages/administration_tab.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/peer_table_model.h>

class QBoxLayout;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class Banner;
class Card;
class EmptyState;
class LinkButton;
class TextLabel;
}

namespace smartqueue::pages {

class AsideCard;
class AuthorityCard;
class PeerDiagnosisCard;
class PeerInvitationSheet;
class PeerStar;
class TakeOverCard;

/// The desktops of the branch: whether it is one piece, what is with each of them, and what can be done about it.
class PeersTab : public AdministrationTab {
    Q_OBJECT
public:
    /// The console knows the other desktops.
    explicit PeersTab(presentation::Console &console, QWidget *parent = nullptr);
    ~PeersTab() override;

    /// Whether there is such a tab for the one who sits here.
    static bool isFor(const presentation::Console &console);

    Kind kind() const override { return Kind::peers; }
    QString title() const override;
    QList<widgets::FormSheet *> sheets() const override;
    QList<QAction *> paletteActions() const override;
    void activated() override;
    bool holdsTyped() const override;
    void letGo(const std::function<void()> &then) override;

    void addDesktop();
    /// Writes all that is known of the desktops, without secrets, into the file.
    void exportTo(const QString &path);

Q_SIGNALS:
    /// This desktop is to become one of a branch that runs already.
    void joinRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *act(void (PeersTab::*work)());
    QWidget *makePicture();
    QWidget *makeSide();
    QWidget *makeNobody();
    bool mayRun() const;
    void askForFile();
    void join();
    void follow();
    void showChosen();
    void choose(const DeviceId &device);
    void lookForLogs();
    void showLogs(const std::vector<presentation::AsideLog> &logs);
    void settle(const QString &path);
    void fit();
    void retranslate();

    presentation::Console &m_console;
    presentation::BranchPeers &m_peers;
    presentation::PeerTableModel *m_model;
    engine::PeersStatus m_status;
    std::vector<presentation::PeerFacts> m_facts;
    std::vector<presentation::AsideLog> m_logs;
    DeviceId m_chosen;
    /// By the one who sits here.
    bool m_isPicked = false;
    QStackedWidget *m_stack;
    widgets::TextLabel *m_verdict = nullptr;
    widgets::ActionButton *m_add;
    widgets::ActionButton *m_export;
    widgets::Banner *m_banner;
    widgets::Card *m_picture = nullptr;
    PeerStar *m_star = nullptr;
    widgets::TextLabel *m_note = nullptr;
    QTableView *m_table;
    QWidget *m_side = nullptr;
    QWidget *m_sideRows = nullptr;
    QVBoxLayout *m_logRows = nullptr;
    PeerDiagnosisCard *m_diagnosis = nullptr;
    TakeOverCard *m_takeOver = nullptr;
    AuthorityCard *m_authority = nullptr;
    QBoxLayout *m_sides = nullptr;
    widgets::EmptyState *m_nobody = nullptr;
    widgets::LinkButton *m_join = nullptr;
    PeerInvitationSheet *m_invitation;
    QAction *m_addAct;
    QAction *m_exportAct;
    QAction *m_joinAct;
    QTimer m_followSoon;
};

} // namespace smartqueue::pages
