#include "smartqueue/pages/import_dialog.h"

#include <QEvent>
#include <QScreen>
#include <QVBoxLayout>

#include <smartqueue/widgets/theme.h>

#include "import_panel.h"

namespace smartqueue::pages {

ImportDialog::ImportDialog(engine::HistoryImporter &importer, const QString &zone, QWidget *parent)
    : QDialog(parent), m_panel(new ImportPanel(importer, zone, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(widgets::space::xl, widgets::space::xl, widgets::space::xl, widgets::space::xl);
    column->addWidget(m_panel);
    resize(QSize(920, 600).boundedTo(screen()->availableSize()));
    connect(m_panel, &ImportPanel::finished, this, &QDialog::accept);
    retranslate();
}

void ImportDialog::openFile(const QString &path)
{
    m_panel->openFile(path);
}

void ImportDialog::reject()
{
    if (m_panel->stage() == ImportPanel::Stage::running)
        m_panel->cancelImport();
    else
        QDialog::reject();
}

void ImportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import a history"));
}

} // namespace smartqueue::pages
