#pragma once
#include <QLayout>
#include <QList>

namespace smartqueue::widgets {

/// Controls side by side at their own width, on further lines where the room ends. Its size hint is one line.
class FlowRow : public QLayout {
    Q_OBJECT
public:
    explicit FlowRow(QWidget *parent = nullptr);
    ~FlowRow() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(items_.size()); }
    QLayoutItem *itemAt(int index) const override { return items_.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &box) override;

private:
    int arrange(const QRect &box, bool move) const;

    QList<QLayoutItem *> items_;
};

} // namespace smartqueue::widgets
