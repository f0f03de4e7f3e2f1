#include "smartqueue/widgets/card_flow.h"

#include "smartqueue/widgets/paint.h"

#include <QKeyEvent>
#include <algorithm>

namespace smartqueue::widgets {

CardFlow::CardFlow(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

HealthCard *CardFlow::find(qint64 id) const
{
    const auto found = std::find_if(cards_.begin(), cards_.end(), [id](HealthCard *c) { return c->data().id == id; });
    return found == cards_.end() ? nullptr : *found;
}

bool CardFlow::frozen() const
{
    return std::any_of(cards_.begin(), cards_.end(), [](HealthCard *c) { return c->underMouse() || c->hasFocus(); });
}

void CardFlow::setCards(const QList<HealthCardData> &cards)
{
    wanted_.clear();
    for (const HealthCardData &facts : cards)
        wanted_.append(facts.id);
    for (qsizetype i = cards_.size(); i-- > 0;)
        if (!wanted_.contains(cards_[i]->data().id))
            delete cards_.takeAt(i);
    for (const HealthCardData &facts : cards) {
        HealthCard *card = find(facts.id);
        if (!card) {
            card = new HealthCard(this);
            card->installEventFilter(this);
            connect(card, &HealthCard::activated, this, &CardFlow::cardActivated);
            cards_.append(card);
            card->show();
        }
        card->setData(facts);
    }
    if (!frozen())
        applyOrder();
    updateGeometry();
    arrange(width(), true);
}

QList<qint64> CardFlow::order() const
{
    QList<qint64> ids;
    for (const HealthCard *card : cards_)
        ids.append(card->data().id);
    return ids;
}

void CardFlow::applyOrder()
{
    if (order() == wanted_)
        return;
    std::stable_sort(cards_.begin(), cards_.end(), [this](HealthCard *a, HealthCard *b) {
        return wanted_.indexOf(a->data().id) < wanted_.indexOf(b->data().id);
    });
    for (qsizetype i = 1; i < cards_.size(); ++i)
        setTabOrder(cards_[i - 1], cards_[i]);
    arrange(width(), true);
}

bool CardFlow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut) {
        // The state of the card changes only after this event.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!frozen())
                    applyOrder();
            },
            Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

QSize CardFlow::leastCard() const
{
    QSize least(240, 188);
    for (const HealthCard *card : cards_)
        least = least.expandedTo(card->minimumSizeHint());
    return least;
}

int CardFlow::columns(int width) const
{
    const int count = std::max(1, int(cards_.size()));
    const int fitting = std::clamp((width + space::l) / (leastCard().width() + space::l), 1, std::clamp(count, 4, 6));
    if (fitting >= count)
        return fitting;
    // Rows as even as can be: four cards where three fit stand two by two.
    const int rows = (count + fitting - 1) / fitting;
    return (count + rows - 1) / rows;
}

int CardFlow::arrange(int width, bool move) const
{
    if (cards_.isEmpty())
        return 0;
    const int across = columns(width);
    const int gap = space::l;
    const double each = double(width - gap * (across - 1)) / across;
    const int height = leastCard().height();
    const int count = int(cards_.size());
    if (move) {
        for (int i = 0; i < count; ++i) {
            const QRectF place((i % across) * (each + gap), (i / across) * (height + gap), each, height);
            cards_[i]->setGeometry(mirrored(place, rect(), layoutDirection()).toRect());
        }
    }
    const int rows = (count + across - 1) / across;
    return rows * (height + gap) - gap;
}

QSize CardFlow::sizeHint() const
{
    const QSize card = leastCard();
    const int across = std::min(4, std::max(1, int(cards_.size())));
    return {across * (card.width() + space::l) - space::l, arrange(std::max(width(), card.width()), false)};
}

QSize CardFlow::minimumSizeHint() const
{
    return {leastCard().width(), cards_.isEmpty() ? 0 : leastCard().height()};
}

int CardFlow::heightForWidth(int width) const
{
    return arrange(width, false);
}

void CardFlow::resizeEvent(QResizeEvent *)
{
    arrange(width(), true);
}

void CardFlow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        arrange(width(), true);
    }
}

void CardFlow::keyPressEvent(QKeyEvent *event)
{
    const auto at = std::find_if(cards_.begin(), cards_.end(), [](HealthCard *c) { return c->hasFocus(); });
    if (at == cards_.end()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    int by = 0;
    switch (event->key()) {
    case Qt::Key_Right:
        by = forward;
        break;
    case Qt::Key_Left:
        by = -forward;
        break;
    case Qt::Key_Down:
        by = columns(width());
        break;
    case Qt::Key_Up:
        by = -columns(width());
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    const qsizetype to = (at - cards_.begin()) + by;
    if (to >= 0 && to < cards_.size())
        cards_[to]->setFocus(Qt::TabFocusReason);
}

} // namespace smartqueue::widgets
