#pragma once
#include "smartqueue/widgets/theme.h"

#include <QFrame>
#include <QLabel>

namespace smartqueue::widgets {

enum class Ink { text, muted, accent, good, warning, critical };

/// A label at a step of the type scale whose colour and size follow the theme.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(const QString &text = {}, TextSize size = TextSize::body, QFont::Weight weight = QFont::Normal,
                       Ink ink = Ink::text, QWidget *parent = nullptr);
    void setInk(Ink ink);
    void setStep(TextSize size, QFont::Weight weight);
    /// Takes colour and size from the theme again; applyTheme calls it.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    TextSize size_;
    QFont::Weight weight_;
    Ink ink_;
};

/// A one pixel separator.
class Divider : public QFrame {
    Q_OBJECT
public:
    explicit Divider(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
};

} // namespace smartqueue::widgets
