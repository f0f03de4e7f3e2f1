#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QWidget>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/history_import.h>

class QBoxLayout;
class QComboBox;
class QScrollArea;

namespace smartqueue::widgets {
class ActionButton;
class HeaderBar;
class KeyCap;
class LinkButton;
class PrimaryButton;
class SegmentedControl;
class StatusStrip;
class StepList;
class TextLabel;
}

namespace smartqueue::pages {

class WizardAccountStep;
class WizardBranchStep;

/// What the first start begins with.
struct WizardSettings {
    /// Language code → its own name, in the order shown.
    QList<std::pair<QString, QString>> languages;
    QString language;
    /// "light", "dark" or "system".
    QString theme;
    QString version;
    /// The keys of the window's actions by their name, as they are bound now; what is missing keeps the usual ones.
    QHash<QString, QKeySequence> keys{};
    /// This desktop can become one of a branch that runs already.
    bool canJoin = false;
};

/// The first start, filling the window: language and theme, three ways into a branch, and what is good to know. Every step
/// can be skipped, and all of it repeated from Help.
class Wizard : public QWidget {
    Q_OBJECT
public:
    enum class Step { look, branch, account, devices, shortcuts };

    Wizard(engine::Engine &engine, engine::HistoryImporter &importer, const WizardSettings &settings, QWidget *parent = nullptr);

    Step step() const { return m_step; }
    void showStep(Step step);
    /// Shows the form of a new branch.
    void setUpBranch();
    /// Shows the import, with `path` when it is chosen already.
    void importHistory(const QString &path = {});

Q_SIGNALS:
    /// The person wants the demo; the caller opens it in a database of its own.
    void demoRequested();
    /// This desktop is to become one of a branch that runs already.
    void joinRequested();
    /// The first superadmin is there and signed in; the rest of the first start is only read.
    void ownerMade(const smartqueue::accounts::Session &session);
    /// A branch stands, the last step is done.
    void branchReady();
    /// The first start is left as it is.
    void skipped();
    void helpRequested();
    void languageChosen(const QString &code);
    /// "light", "dark" or "system".
    void themeChosen(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *side();
    QWidget *lookBar();
    QWidget *footer();
    void retranslate();
    void fit();
    void goBack();
    void goOn();
    void updateFrame();

    WizardSettings m_settings;
    Step m_step = Step::branch;
    /// From then on the branch is no longer the wizard's to change.
    bool m_ownerMade = false;
    QBoxLayout *m_sideColumn = nullptr;
    widgets::StepList *m_steps = nullptr;
    widgets::ActionButton *m_help;
    widgets::HeaderBar *m_header;
    widgets::TextLabel *m_languageLabel;
    widgets::TextLabel *m_themeLabel;
    QBoxLayout *m_look;
    QComboBox *m_language;
    widgets::SegmentedControl *m_theme;
    QScrollArea *m_scroll;
    /// In the order of the steps. Hidden ones take no room; a stack would be as high as the highest.
    QList<QWidget *> m_pages;
    WizardBranchStep *m_branch;
    WizardAccountStep *m_account;
    widgets::ActionButton *m_back;
    widgets::PrimaryButton *m_next;
    widgets::LinkButton *m_skip;
    QWidget *m_hint;
    widgets::TextLabel *m_hintChoose;
    widgets::TextLabel *m_hintOpen;
    widgets::KeyCap *m_enter;
    widgets::StatusStrip *m_status;
};

} // namespace smartqueue::pages
