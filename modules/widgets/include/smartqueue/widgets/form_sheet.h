#pragma once
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace smartqueue::widgets {

class IconButton;
class KeyCap;
class TextLabel;

/// A panel at the trailing edge that pushes the page aside: title, Esc, scrolling content, buttons below.
/// Put it into the page's horizontal layout; it is hidden until `open()`.
class FormSheet : public QWidget {
    Q_OBJECT
public:
    explicit FormSheet(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    /// Column for fields, 24 px in.
    QVBoxLayout *content() const { return content_; }
    /// Column between the fields and the buttons, never scrolled away: questions and refusals. No room while all are hidden.
    QVBoxLayout *notices() const { return notices_; }
    /// Row for buttons: hints first, the primary one last.
    QHBoxLayout *footer() const { return footer_; }
    /// Shows the sheet and focuses `first`; the focus returns to where it was when closed.
    void open(QWidget *first = nullptr);
    void close();
    QSize sizeHint() const override;

Q_SIGNALS:
    /// Esc or the close button. The page closes the sheet, or asks first when something was typed.
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    TextLabel *title_;
    KeyCap *escape_;
    IconButton *close_;
    QVBoxLayout *content_;
    QVBoxLayout *notices_;
    QHBoxLayout *footer_;
    class FocusReturn *back_;
};

} // namespace smartqueue::widgets
