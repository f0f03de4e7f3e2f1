#include "help_window.h"

#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace smartqueue::pages {

HelpWindow::HelpWindow(QWidget *parent) : QWidget(parent, Qt::Window)
{
    m_browser = new QTextBrowser;
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setAccessibleName(tr("Manual"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 8, 16);
    column->addWidget(m_browser);
    resize(760, 640);
}

void HelpWindow::open(const QString &language)
{
    setWindowTitle(tr("SmartQueue manual"));
    const QString page = QStringLiteral(":/help/%1/index.md").arg(language);
    if (QFile::exists(page))
        m_browser->setSource(QUrl(QStringLiteral("qrc%1").arg(page)), QTextDocument::MarkdownResource);
    else
        m_browser->setPlainText(tr("The manual is missing from this build of the program."));
    show();
    raise();
    activateWindow();
}

} // namespace smartqueue::pages
