#pragma once
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

#include <QList>
#include <QStringList>
#include <optional>

namespace smartqueue::widgets {

/// One hour of one weekday.
struct HeatCell {
    std::optional<double> value; ///< none: too few samples, left blank
    bool closed = false;
    QString text;    ///< shown in the cell
    QString details; ///< the usual range and n; shown below and spoken
    bool operator==(const HeatCell &) const = default;
};

/// Rows are weekdays in the locale's order, columns the hours shown.
struct HeatmapData {
    QStringList rows;
    QStringList columns;
    QList<HeatCell> cells; ///< row by row, rows.size() × columns.size()
    QStringList rowTotals; ///< beside the grey margin bars; none when empty
    QString totalsLabel;
    QString meanLabel;
    QString closedLabel;
    QString thinLabel;
    HeatRamp ramp = HeatRamp::blue;
    bool operator==(const HeatmapData &) const = default;
};

/// Weekdays by hours in one hue, the value in every cell, black or white by computed contrast; closed hours
/// hatched, thin samples blank. Arrow keys move; the current cell is described below, never over its neighbours.
class Heatmap : public PaintedWidget {
    Q_OBJECT
public:
    explicit Heatmap(const QString &accessibleName, QWidget *parent = nullptr);
    /// Ignored (shown empty) when the number of cells does not fit rows and columns.
    void setData(const HeatmapData &facts);
    /// The same in words, for "as table": a header row, then one row a weekday.
    QList<QStringList> table() const;
    int currentRow() const { return row_; }
    int currentColumn() const { return column_; }
    void press() override;
    bool pressable() const override { return true; }
    QString accessibleValue() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int row, int column);
    /// Enter or a double click: filter the page to this cell.
    void cellActivated(int row, int column);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Frame {
        QRectF grid;
        qreal cellWidth = 0;
        qreal cellHeight = 0;
        qreal legendTop = 0;
    };
    Frame frame() const;
    const HeatCell &cell(int row, int column) const;
    void moveTo(int row, int column);
    void paintMargins(QPainter &painter, const Frame &frame, const Tokens &table) const;
    void paintLegend(QPainter &painter, const Frame &frame, const Tokens &table) const;

    HeatmapData data_;
    double low_ = 0;
    double high_ = 0;
    int row_ = 0;
    int column_ = 0;
};

} // namespace smartqueue::widgets
