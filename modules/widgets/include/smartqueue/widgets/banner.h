#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace smartqueue::widgets {

class ActionButton;
class TextLabel;

/// A ribbon over the page: offline, stale, error, demo. What, why and what to do, with up to two buttons.
class Banner : public QWidget {
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);
    /// Shows the ribbon; empty action texts leave their button out. Spoken once when the text changes.
    void showMessage(Tone tone, Icon icon, const QString &text, const QString &firstAction = {},
                     const QString &secondAction = {});
    /// The message goes on under a newer figure: shown, and not spoken again.
    void updateText(const QString &text);

Q_SIGNALS:
    void firstActionRequested();
    void secondActionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone tone_ = Tone::neutral;
    Icon icon_ = Icon::none;
    TextLabel *text_;
    ActionButton *first_;
    ActionButton *second_;
};

} // namespace smartqueue::widgets
