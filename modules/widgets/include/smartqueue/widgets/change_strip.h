#pragma once
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

#include <QList>
#include <QString>

namespace smartqueue::widgets {

/// One figure before and after a change.
struct ChangeFigure {
    QString label;
    QString before; ///< empty where nothing is changed
    QString after;
    QString unit;
    QString note;
    Tone tone = Tone::neutral; ///< good and warning put an icon before the note
    bool operator==(const ChangeFigure &) const = default;
};

/// One of them: "Mean wait 31 → 18 min".
class ChangeTile : public PaintedWidget {
    Q_OBJECT
public:
    explicit ChangeTile(QWidget *parent = nullptr);
    void setFigure(const ChangeFigure &figure);
    /// Grey: the figure is of before the last change.
    void setOld(bool old);
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChangeFigure figure_;
    bool old_ = false;
};

/// What a change does, as a sentence of figures; on further lines where the room ends.
class ChangeStrip : public QWidget {
    Q_OBJECT
public:
    explicit ChangeStrip(QWidget *parent = nullptr);
    void setFigures(const QList<ChangeFigure> &figures);
    void setOld(bool old);

private:
    QList<ChangeTile *> tiles_;
};

} // namespace smartqueue::widgets
