#include <algorithm>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/toast.h>

#include "smartqueue/pages/main_window.h"
#include "undo_toasts.h"

namespace smartqueue::pages {

using widgets::Icon;
using widgets::Tone;

void MainWindow::undo()
{
    // An agent's desk takes back the agent's own acts.
    if (Page *page = currentPage()) {
        const auto acts = page->findChildren<QAction *>();
        const auto own = std::find_if(acts.begin(), acts.end(), [](const QAction *act) {
            return act->objectName().endsWith(QLatin1String(".undo")) && act->isEnabled();
        });
        if (own != acts.end()) {
            (*own)->trigger();
            return;
        }
    }
    m_undoToasts->takeBackNewest();
}

QString MainWindow::demoSentence()
{
    return tr("Demo: invented people at thirty times the speed. In two minutes a queue gets into trouble; see what helps it.");
}

void MainWindow::explainDemo()
{
    m_toasts->show({demoSentence(), Icon::demo, Tone::accent, {}, std::chrono::seconds(20)});
}

void MainWindow::tell(const QString &text)
{
    m_undoToasts->tell(text);
}

void MainWindow::showFailure(const Failure &failure)
{
    m_toasts->show({presentation::words::failure(failure), Icon::warningTriangle, Tone::warning, {}, std::chrono::seconds(12)});
}

} // namespace smartqueue::pages
