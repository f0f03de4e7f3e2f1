#pragma once

#include <QWidget>

class QTextBrowser;

namespace smartqueue::pages {

/// The manual, in a window of its own so that it can stay beside the work.
class HelpWindow : public QWidget {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);
    /// Shows the manual's start page in `language` ("en", "fr").
    void open(const QString &language);

private:
    QTextBrowser *m_browser;
};

} // namespace smartqueue::pages
