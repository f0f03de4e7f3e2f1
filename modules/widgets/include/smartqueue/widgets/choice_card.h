#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/painted_widget.h"

#include <QStringList>

namespace smartqueue::widgets {

class ActionButton;

/// The picture in a choice card's head.
enum class ChoicePicture { demo, newBranch, importHistory };

struct ChoiceCardData {
    ChoicePicture picture = ChoicePicture::demo;
    QString duration;
    QString title;
    QString text;
    QStringList facts; ///< three things that must be true
    QString button;
    bool primary = false;
};

/// A large choice of the first start. Left and Right move between neighbours, Enter takes it.
class ChoiceCard : public PaintedWidget {
    Q_OBJECT
public:
    explicit ChoiceCard(const ChoiceCardData &data, QWidget *parent = nullptr);
    void press() override;
    bool pressable() const override { return true; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Where the list of facts begins, from the upper edge; the same in cards of one size beside each other.
    int factsTop() const;

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintPicture(QPainter &painter, const QRectF &box) const;
    int headHeight() const;
    int leastWidth() const;
    QList<const ChoiceCard *> cards() const;
    int factsHeight(int width) const;
    /// As tall as the facts of the neighbours, so that the lists begin at one height.
    int commonFactsHeight(int width) const;
    ChoiceCardData data_;
    ActionButton *button_;
};

} // namespace smartqueue::widgets
