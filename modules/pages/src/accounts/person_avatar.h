#pragma once

#include <QString>

#include <smartqueue/widgets/painted_widget.h>

namespace smartqueue::pages {

/// A person as two letters on a disc.
class PersonAvatar : public widgets::PaintedWidget {
public:
    /// `side` in pixels at 100 %.
    PersonAvatar(const QString &name, int side, QWidget *parent = nullptr);
    void setPerson(const QString &name);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_letters;
    int m_side;
};

} // namespace smartqueue::pages
