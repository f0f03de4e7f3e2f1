#pragma once
#include "smartqueue/widgets/icons.h"

#include <QLineEdit>

namespace smartqueue::widgets {

/// A filter field: icon, count of matches and a way to clear inside, the key that leads here while empty.
/// Esc clears first; a second Esc is left to the page.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    /// `name` is spoken and, as a placeholder, shown while empty.
    explicit SearchField(const QString &name, QWidget *parent = nullptr);
    void setGlyph(Icon glyph);
    void setCountText(const QString &words);
    void setKeyCap(const QString &keys);
    QString keyCap() const { return keys_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Down was pressed: the page moves to its list.
    void leaveDownRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    Icon glyph_ = Icon::search;
    QString count_;
    QString keys_;
    class IconButton *clear_;
};

} // namespace smartqueue::widgets
