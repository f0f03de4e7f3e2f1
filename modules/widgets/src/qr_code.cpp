#include "smartqueue/widgets/qr_code.h"

#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/theme.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <memory>
#include <qrencode.h>

namespace smartqueue::widgets {

namespace {

constexpr int quietModules = 4;
// Before there is a text: about what an address with a secret in it takes.
constexpr int usualModules = 53;

struct FreeCode {
    void operator()(QRcode *code) const { QRcode_free(code); }
};

} // namespace

QImage qrImage(const QString &text, int moduleSize)
{
    const QByteArray bytes = text.toUtf8();
    // The library reads up to the first zero.
    if (bytes.isEmpty() || bytes.contains('\0') || moduleSize < 1)
        return {};
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeString(bytes.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
    if (!code)
        return {};
    const int modules = code->width + 2 * quietModules;
    QImage image(modules, modules, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (code->data[y * code->width + x] & 1)
                image.setPixel(x + quietModules, y + quietModules, qRgb(0, 0, 0));
        }
    }
    return moduleSize == 1 ? image : image.scaled(image.size() * moduleSize);
}

QrCode::QrCode(const QString &accessibleName, QWidget *parent)
    : PaintedWidget(QAccessible::Graphic, parent)
{
    setAccessibleName(accessibleName);
}

void QrCode::setText(const QString &text)
{
    if (text == text_)
        return;
    text_ = text;
    code_ = qrImage(text, 1);
    updateGeometry();
    update();
}

QSize QrCode::sizeHint() const
{
    return QSize(1, 1) * (code_.isNull() ? usualModules : code_.width()) * scaled(4);
}

QSize QrCode::minimumSizeHint() const
{
    return QSize(1, 1) * (code_.isNull() ? usualModules : code_.width()) * 2;
}

void QrCode::paintEvent(QPaintEvent *)
{
    if (code_.isNull())
        return;
    QPainter painter(this);
    // Counted in pixels of what is painted on, or some modules would be a pixel wider than others.
    const qreal ratio = painter.deviceTransform().m11();
    const int room = int(std::floor(std::min(width(), height()) * ratio));
    QImage image = code_.scaled(code_.size() * std::max(1, room / code_.width()));
    image.setDevicePixelRatio(ratio);
    const QSizeF size = image.deviceIndependentSize();
    painter.drawImage(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), image);
}

} // namespace smartqueue::widgets
