#include "smartqueue/widgets/painted_widget.h"

#include <QAccessibleWidget>
#include <QKeyEvent>

namespace smartqueue::widgets {

namespace {

class PaintedAccessible : public QAccessibleWidget {
public:
    explicit PaintedAccessible(PaintedWidget *widget)
        : QAccessibleWidget(widget, widget->accessibleRole())
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return painted()->accessibleValue();
        return QAccessibleWidget::text(kind);
    }
    QStringList actionNames() const override
    {
        QStringList names;
        if (painted()->pressable())
            names << pressAction();
        return names + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            painted()->press();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    PaintedWidget *painted() const { return static_cast<PaintedWidget *>(widget()); }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    if (auto *painted = dynamic_cast<PaintedWidget *>(object))
        return new PaintedAccessible(painted);
    return nullptr;
}

} // namespace

PaintedWidget::PaintedWidget(QAccessible::Role role, QWidget *parent)
    : QWidget(parent)
    , role_(role)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

void PaintedWidget::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::ApplicationFontChange:
    case QEvent::StyleChange:
    case QEvent::LayoutDirectionChange:
        updateGeometry();
        update();
        break;
    case QEvent::PaletteChange:
    case QEvent::EnabledChange:
        update();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void PaintedWidget::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (pressable() && enter && event->modifiers() == Qt::NoModifier) {
        press();
        return;
    }
    QWidget::keyPressEvent(event);
}

void PaintedWidget::announceValue()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent event(this, accessibleValue());
    QAccessible::updateAccessibility(&event);
}

void announce(QObject *source, const QString &text)
{
    if (!QAccessible::isActive() || text.isEmpty())
        return;
    // Qt 6.4 has no announcement event: the words travel as the description of the alerting object.
    if (auto *widget = qobject_cast<QWidget *>(source))
        widget->setAccessibleDescription(text);
    QAccessibleEvent event(source, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace smartqueue::widgets
