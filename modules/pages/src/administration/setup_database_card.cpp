#include "setup_database_card.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;

SetupDatabaseCard::SetupDatabaseCard(engine::Engine &engine, QWidget *parent)
    : Card(parent), m_engine(engine), m_title(new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, this)),
      m_note(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)),
      m_pathLabel(new TextLabel({}, TextSize::small, QFont::DemiBold, Ink::muted, this)),
      m_path(new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, this)),
      m_backup(new ActionButton(Icon::download, {}, ButtonKind::secondary, this)),
      m_check(new ActionButton(Icon::shield, {}, ButtonKind::secondary, this)),
      m_restore(new ActionButton(Icon::undo, {}, ButtonKind::secondary, this)),
      m_import(new ActionButton(Icon::upload, {}, ButtonKind::secondary, this)),
      m_backupAct(act(m_backup, &SetupDatabaseCard::askForBackup)), m_checkAct(act(m_check, &SetupDatabaseCard::check)),
      m_restoreAct(act(m_restore, &SetupDatabaseCard::askForRestore)), m_importAct(act(m_import, &SetupDatabaseCard::importRequested)),
      m_importNote(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)), m_progress(new QProgressBar(this)),
      m_result(new TextLabel({}, TextSize::body, QFont::Normal, Ink::good, this))
{
    setPadding(space::xl);
    for (TextLabel *label : {m_note, m_path, m_importNote, m_result})
        label->setWordWrap(true);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->hide();
    m_result->hide();

    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::s);
    acts->addWidget(m_backup);
    acts->addWidget(m_check);
    acts->addWidget(m_restore);
    acts->addStretch(1);
    column()->setSpacing(space::s);
    column()->addWidget(m_title);
    column()->addWidget(m_note);
    column()->addSpacing(space::xs);
    column()->addWidget(m_pathLabel);
    column()->addWidget(m_path);
    column()->addSpacing(space::xs);
    column()->addLayout(acts);
    column()->addWidget(m_progress);
    column()->addWidget(m_result);
    column()->addSpacing(space::s);
    column()->addWidget(new Divider(Qt::Horizontal, this));
    column()->addSpacing(space::s);
    column()->addWidget(m_import, 0, Qt::AlignLeading);
    column()->addWidget(m_importNote);
    column()->addStretch(1);

    retranslate();
}

QAction *SetupDatabaseCard::act(ActionButton *button, void (SetupDatabaseCard::*work)())
{
    auto *made = new QAction(this);
    connect(made, &QAction::triggered, this, [this, work] {
        Q_EMIT actBegins();
        (this->*work)();
    });
    connect(made, &QAction::changed, button, [made, button] {
        button->setEnabled(made->isEnabled());
        button->setVisible(made->isVisible());
    });
    connect(button, &QAbstractButton::clicked, made, &QAction::trigger);
    return made;
}

QList<QAction *> SetupDatabaseCard::acts() const
{
    QList<QAction *> offered{m_backupAct, m_checkAct, m_importAct, m_restoreAct};
    offered.removeIf([](const QAction *each) { return !each->isVisible(); });
    return offered;
}

void SetupDatabaseCard::askForBackup()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Back up to"), documents + QStringLiteral("/smartqueue-backup.db"),
                                                      tr("Databases (*.db);;All files (*)"));
    if (!path.isEmpty())
        backUpTo(path);
}

void SetupDatabaseCard::backUpTo(const QString &path)
{
    begin(tr("Copying the database…"));
    engine::whenDone(m_engine.installation().backup(QDir::cleanPath(path).toStdString()), this, [this, path](const Done &done) {
        end(done.has_value(), done ? tr("The copy is complete: %1").arg(QDir::toNativeSeparators(path)) : presentation::words::failure(done.error()));
    });
}

void SetupDatabaseCard::offer(bool backup, bool check, bool restore)
{
    m_backupAct->setVisible(backup);
    m_checkAct->setVisible(check);
    m_restoreAct->setVisible(restore);
}

void SetupDatabaseCard::askForRestore()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getOpenFileName(this, tr("Restore from"), documents, tr("Databases (*.db);;All files (*)"));
    if (path.isEmpty())
        return;
    QMessageBox question(QMessageBox::Warning, tr("Restore"), tr("Put this backup in the place of the branch's database?"),
                         QMessageBox::Cancel, this);
    question.setInformativeText(tr("Everything that happened after the backup is no longer seen here. The database of now is kept beside it."));
    QPushButton *restore = question.addButton(tr("Restore"), QMessageBox::AcceptRole);
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() == restore)
        Q_EMIT restoreRequested(QDir::cleanPath(path));
}

void SetupDatabaseCard::check()
{
    begin(tr("Checking every entry of the log…"));
    engine::whenDone(m_engine.installation().check(), this, [this](const Result<std::vector<std::string>> &findings) {
        if (!findings)
            end(false, presentation::words::failure(findings.error()));
        else if (findings->empty())
            end(true, tr("Everything is sound: nothing is missing, nothing was changed."));
        else
            end(false, tr("The database is damaged: %1. Go back to the last backup, and keep this file for those who help you.")
                           .arg(QString::fromStdString(findings->front())));
    });
}

void SetupDatabaseCard::begin(const QString &doing)
{
    setBusy(true);
    m_progress->setAccessibleName(doing);
    m_progress->show();
    m_result->setInk(Ink::muted);
    m_result->setText(doing);
    m_result->show();
}

void SetupDatabaseCard::setBusy(bool busy)
{
    for (QAction *each : {m_backupAct, m_checkAct, m_restoreAct})
        each->setEnabled(!busy);
}

void SetupDatabaseCard::end(bool good, const QString &words)
{
    setBusy(false);
    m_progress->hide();
    m_result->setInk(good ? Ink::good : Ink::critical);
    m_result->setText(words);
    announce(m_result, words);
}

void SetupDatabaseCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SetupDatabaseCard::retranslate()
{
    m_title->setText(tr("Database"));
    m_note->setText(tr("Everything the branch knows lies in one file on this computer."));
    m_pathLabel->setText(tr("Where it is"));
    const std::string path = m_engine.installation().storePath();
    m_path->setText(path.empty() ? tr("In memory: gone when the program closes") : QDir::toNativeSeparators(QString::fromStdString(path)));
    m_backup->setText(tr("Back up…"));
    m_check->setText(tr("Check"));
    m_restore->setText(tr("Restore…"));
    m_import->setText(tr("Import a history…"));
    m_backupAct->setText(tr("Back up the database…"));
    m_checkAct->setText(tr("Check the database"));
    m_restoreAct->setText(tr("Restore a backup…"));
    m_importAct->setText(tr("Import a history…"));
    m_importNote->setText(tr("Past tickets from a CSV file, for the first estimates and the ticket list."));
}

} // namespace smartqueue::pages
