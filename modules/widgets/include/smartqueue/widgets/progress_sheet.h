#pragma once
#include <QWidget>

class QProgressBar;

namespace smartqueue::widgets {

class ActionButton;
class TextLabel;

/// Work that takes longer than 300 ms: what is being done, how far it is, and a way out.
class ProgressSheet : public QWidget {
    Q_OBJECT
public:
    explicit ProgressSheet(const QString &title, QWidget *parent = nullptr);
    /// `done` of `total`; a total of 0 means that the end is not known.
    void setProgress(int done, int total, const QString &words);
    /// Disables the button and shows `words` while the work winds down.
    void setCancelling(const QString &words);

Q_SIGNALS:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    TextLabel *words_;
    QProgressBar *bar_;
    ActionButton *cancel_;
};

} // namespace smartqueue::widgets
