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

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintPicture(QPainter &painter, const QRectF &box) const;
    int headHeight() const;
    int factsHeight(int width) const;
    ChoiceCardData data_;
    ActionButton *button_;
};

} // namespace smartqueue::widgets
