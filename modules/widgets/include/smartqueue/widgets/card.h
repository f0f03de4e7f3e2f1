#pragma once
#include "smartqueue/widgets/theme.h"

#include <QWidget>
#include <optional>

class QVBoxLayout;

namespace smartqueue::widgets {

/// A surface with a thin border and radius 10; `setEdge` colours its leading edge.
class Card : public QWidget {
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    void setEdge(std::optional<Tone> tone);
    /// Padding in pixels: 16 in columns, 24 on the main card of a page.
    void setPadding(int pixels);
    /// Grey instead of white, without a border: for quotations and figures inside a card.
    void setInset(bool inset);
    QVBoxLayout *column() const { return column_; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *column_;
    std::optional<Tone> edge_;
    bool inset_ = false;
};

/// Paints what a Card shows, for widgets that paint themselves.
void paintCard(QPainter &painter, const QRectF &box, const Tokens &table, std::optional<Tone> edge,
               Qt::LayoutDirection direction);

} // namespace smartqueue::widgets
