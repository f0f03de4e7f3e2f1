#pragma once
#include "smartqueue/widgets/theme.h"

#include <QAbstractButton>

class QPainter;

namespace smartqueue::widgets {

/// A switch with its word, in `frame`; for those in a table, which are no widgets of their own.
void paintToggle(QPainter &painter, const QRectF &frame, bool on, bool enabled, const QString &word, const Tokens &table,
                 Qt::LayoutDirection direction);
/// The room that it takes with the wider of these words.
QSize toggleSize(const QStringList &words);

/// A switch that carries its state as a word.
class Toggle : public QAbstractButton {
    Q_OBJECT
public:
    /// `name` says what is switched; on and off words stand beside the switch.
    Toggle(const QString &name, const QString &onWord, const QString &offWord, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString on_;
    QString off_;
};

} // namespace smartqueue::widgets
