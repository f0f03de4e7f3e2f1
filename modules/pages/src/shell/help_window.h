#pragma once

#include <QWidget>

class QTextBrowser;

namespace smartqueue::widgets {
class ActionButton;
}

namespace smartqueue::pages {

/// The manual, in a window of its own so that it can stay beside the work. Alt+Left goes back, Alt+Home to the contents.
class HelpWindow : public QWidget {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);
    /// Shows a topic ("index", "live", "desk" …) in `language` ("en", "fr"); the contents when there is no such topic.
    void open(const QString &language, const QString &topic);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void show(const QString &topic);

    QString m_language;
    QTextBrowser *m_browser;
    widgets::ActionButton *m_back;
    widgets::ActionButton *m_contents;
};

} // namespace smartqueue::pages
