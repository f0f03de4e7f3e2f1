#pragma once
#include "smartqueue/widgets/health_card.h"

#include <QWidget>

namespace smartqueue::widgets {

/// Health cards in as many columns as fit, in the order given (worst first). While one is hovered or focused the
/// order stands still; figures keep moving, and the new order is taken when the cards are left.
class CardFlow : public QWidget {
    Q_OBJECT
public:
    explicit CardFlow(QWidget *parent = nullptr);
    /// Adds, updates and removes cards by id; untouched cards are not repainted.
    void setCards(const QList<HealthCardData> &cards);
    /// Ids in the order shown.
    QList<qint64> order() const;
    /// As they stand on the screen; owned by the flow.
    const QList<HealthCard *> &cards() const { return cards_; }
    bool frozen() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void cardActivated(qint64 id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    HealthCard *find(qint64 id) const;
    void applyOrder();
    QSize leastCard() const;
    int columns(int width) const;
    int arrange(int width, bool move) const;

    QList<HealthCard *> cards_;
    QList<qint64> wanted_;
};

} // namespace smartqueue::widgets
