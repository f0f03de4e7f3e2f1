#include "user_export.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QWidget>

#include <smartqueue/engine/when_done.h>

#include "saved_file.h"

namespace smartqueue::pages {

namespace {

struct UserExport {
    Q_DECLARE_TR_FUNCTIONS(smartqueue::pages::UserExport)
};

} // namespace

void exportUsers(presentation::Console &console, QWidget *parent, const std::function<void(const QString &)> &toast)
{
    if (!console.userFiles())
        return;
    QString path = QFileDialog::getSaveFileName(parent, UserExport::tr("Export the people"), UserExport::tr("people.csv"),
                                                UserExport::tr("Comma-separated values (*.csv)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".csv");
    exportUsersTo(console, path, parent, toast);
}

void exportUsersTo(presentation::Console &console, const QString &path, QObject *receiver, const std::function<void(const QString &)> &toast)
{
    engine::UserFiles *files = console.userFiles();
    if (!files)
        return;
    const engine::SharedDirectory directory = console.engine().installation().directory();
    auto saved = saveFile(console.engine().studyPool(), path, files->table(*directory, console.engine().user()), Readers::asUsual);
    engine::whenDone(std::move(saved), receiver, [toast, name = QFileInfo(path).fileName()](const QString &problem) {
        toast(problem.isEmpty() ? UserExport::tr("The people are in %1.").arg(name) : UserExport::tr("%1 could not be written: %2").arg(name, problem));
    });
}

} // namespace smartqueue::pages
