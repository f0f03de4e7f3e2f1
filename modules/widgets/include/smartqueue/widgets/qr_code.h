#pragma once
#include "smartqueue/widgets/painted_widget.h"

#include <QImage>

namespace smartqueue::widgets {

/// `text` in UTF-8 as a QR code of level M, dark on white, with the quiet zone of four modules around it; each module
/// is `moduleSize` pixels wide. Null for an empty text and for more than a code holds (2,331 bytes). From any thread.
QImage qrImage(const QString &text, int moduleSize);

/// A text as a QR code: in every theme dark on white, since many readers take no other, and in whole pixels of the
/// screen. Its text is a secret more often than not, so assistive technology is given only the accessible name.
class QrCode : public PaintedWidget {
    Q_OBJECT
public:
    explicit QrCode(const QString &accessibleName, QWidget *parent = nullptr);
    /// Shows nothing for an empty text, and for one that qrImage() does not take.
    void setText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString text_;
    // One pixel a module.
    QImage code_;
};

} // namespace smartqueue::widgets
