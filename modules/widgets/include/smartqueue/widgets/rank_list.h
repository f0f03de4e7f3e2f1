#pragma once
#include "smartqueue/widgets/painted_widget.h"

#include <QList>

namespace smartqueue::widgets {

struct RankItem {
    QString id;
    QString text;
    bool checked = false;
    QString lockedReason; ///< when not empty the row cannot be ticked and says why
    bool operator==(const RankItem &) const = default;
};

/// Ticked rows on top, numbered in order of preference. Space ticks, Alt+Up and Alt+Down move, so does dragging.
class RankList : public PaintedWidget {
    Q_OBJECT
public:
    explicit RankList(const QString &accessibleName, QWidget *parent = nullptr);
    /// Ticked items are shown first; order within is kept.
    void setItems(const QList<RankItem> &items);
    const QList<RankItem> &items() const { return items_; }
    /// Ids of the ticked items, first choice first.
    QStringList ranked() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QString accessibleValue() const override;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int rowHeight() const;
    int rowAt(int y) const;
    int checkedCount() const;
    void toggle(int row);
    void move(int from, int to);
    void setCurrent(int row);

    QList<RankItem> items_;
    int current_ = 0;
    int dragged_ = -1;
    bool dragging_ = false;
};

} // namespace smartqueue::widgets
