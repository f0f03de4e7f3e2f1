#include "help_window.h"

#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTextBrowser>
#include <QTextDocument>

#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

using namespace widgets;

namespace {

QString contents() { return QStringLiteral("index"); }

QString resource(const QString &language, const QString &topic)
{
    return QStringLiteral(":/help/%1/%2.md").arg(language, topic);
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_browser(new QTextBrowser)
    , m_back(new ActionButton(Icon::arrowLeft, QString(), ButtonKind::quiet))
    , m_contents(new ActionButton(Icon::menu, QString(), ButtonKind::quiet))
{
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setOpenExternalLinks(false);
    m_browser->document()->setDocumentMargin(space::xl);
    m_back->setKeyCap(QKeySequence(Qt::ALT | Qt::Key_Left).toString(QKeySequence::NativeText));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::l, space::s, space::l, space::s);
    bar->addWidget(m_back);
    bar->addWidget(m_contents);
    bar->addStretch();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(bar);
    rows->addWidget(m_browser, 1);
    resize(scaled(760), scaled(640));
    connect(m_back, &QPushButton::clicked, m_browser, &QTextBrowser::backward);
    connect(m_browser, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_contents, &QPushButton::clicked, this, [this] { show(contents()); });
    m_back->setEnabled(false);
    retranslate();
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("SmartQueue manual"));
    m_browser->setAccessibleName(tr("Manual"));
    m_back->setText(tr("Back"));
    m_contents->setText(tr("Contents"));
}

void HelpWindow::open(const QString &language, const QString &topic)
{
    m_language = QFile::exists(resource(language, contents())) ? language : QStringLiteral("en");
    show(topic);
    QWidget::show();
    raise();
    activateWindow();
    m_browser->setFocus(Qt::OtherFocusReason);
}

void HelpWindow::show(const QString &topic)
{
    const QString wanted = QFile::exists(resource(m_language, topic)) ? topic : contents();
    if (QFile::exists(resource(m_language, wanted)))
        m_browser->setSource(QUrl(QStringLiteral("qrc") + resource(m_language, wanted)), QTextDocument::MarkdownResource);
    else
        m_browser->setPlainText(tr("The manual is missing from this build of the program."));
}

void HelpWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace smartqueue::pages
