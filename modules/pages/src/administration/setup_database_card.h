#pragma once

#include <smartqueue/engine/engine.h>
#include <smartqueue/widgets/card.h>

class QAction;
class QProgressBar;

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

/// Where the branch's data lies, and what can be done for it.
class SetupDatabaseCard : public widgets::Card {
    Q_OBJECT
public:
    explicit SetupDatabaseCard(engine::Engine &engine, QWidget *parent = nullptr);

    /// What the buttons do, for the command palette: those that are offered, disabled while they may not run.
    QList<QAction *> acts() const;
    /// Which of the acts there are here: the database may be that of several organisations.
    void offer(bool backup, bool check, bool restore);

Q_SIGNALS:
    /// One of the acts was asked for and is about to begin.
    void actBegins();
    void importRequested();
    /// Was asked for and confirmed.
    void restoreRequested(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    QAction *act(widgets::ActionButton *button, void (SetupDatabaseCard::*work)());
    void askForBackup();
    /// Copies the database to `path` while the branch goes on.
    void backUpTo(const QString &path);
    void check();
    void askForRestore();
    void setBusy(bool busy);
    void begin(const QString &doing);
    void end(bool good, const QString &words);
    void retranslate();

    engine::Engine &m_engine;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_note;
    widgets::TextLabel *m_pathLabel;
    widgets::TextLabel *m_path;
    widgets::ActionButton *m_backup;
    widgets::ActionButton *m_check;
    widgets::ActionButton *m_restore;
    widgets::ActionButton *m_import;
    QAction *m_backupAct;
    QAction *m_checkAct;
    QAction *m_restoreAct;
    QAction *m_importAct;
    widgets::TextLabel *m_importNote;
    QProgressBar *m_progress;
    widgets::TextLabel *m_result;
};

} // namespace smartqueue::pages
