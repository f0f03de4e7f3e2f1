#include "smartqueue/widgets/console_style.h"

#include "focus_ring.h"
#include "smartqueue/widgets/paint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>
#include <algorithm>

namespace smartqueue::widgets {

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
    , ring_(new FocusRing(this))
{
}

ConsoleStyle::~ConsoleStyle() = default;

void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QTabBar *>(widget) || qobject_cast<QScrollBar *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QLineEdit *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        // Wide enough that a square viewport stays inside the round corners.
        if (qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget))
            return 6;
        return qobject_cast<const QAbstractItemView *>(widget) ? 2 : 1;
    case PM_ComboBoxFrameWidth:
        return 1;
    case PM_ButtonMargin:
        return 24;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::s;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return scaled(24);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 5;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_TabBarTabHSpace:
        return 26;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return scaled(16);
    case PM_HeaderMargin:
        return space::xs;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_Widget_Animate:
        return reducedMotion_ ? 0 : (hint == SH_Widget_Animate ? 1 : 150);
    case SH_ComboBox_Popup:
        return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_TitleBar_NoBorder:
        return 1;
    case SH_UnderlineShortcut:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_Header_ArrowAlignment:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int control = std::max(metric::control, option ? option->fontMetrics.height() + 12 : 0);
    switch (type) {
    case CT_PushButton:
        result = QSize(std::max(size.width() + 32, control), std::max(control, size.height()));
        break;
    case CT_LineEdit:
        result.setHeight(std::max(result.height(), control));
        break;
    case CT_SpinBox:
        result = QSize(size.width() + 52, control);
        break;
    case CT_ComboBox:
        result = QSize(size.width() + 12 + 36, std::max(size.height() + 2, control));
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        result.setHeight(std::max(result.height(), metric::minimumTarget));
        break;
    case CT_ToolButton:
        result = result.expandedTo(QSize(metric::control, metric::control));
        break;
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            // Every tab keeps the width of its bold text, so that nothing jumps when it is selected.
            const int icon = tab->icon.isNull() ? 0 : tab->iconSize.width() + space::s;
            result = QSize(textWidth(textFont(TextSize::body, QFont::Bold), tab->text) + icon + 26, scaled(40));
        }
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return {10, 9};
            const qsizetype split = item->text.indexOf(QLatin1Char('\t'));
            const QString words = split < 0 ? item->text : item->text.left(split);
            int width = textWidth(textFont(TextSize::body), words) + scaled(36) + space::xl;
            if (split >= 0)
                width += keyCapSize(item->text.mid(split + 1)).width() + space::xl;
            return {width, control};
        }
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), scaled(32)));
        break;
    default:
        break;
    }
    return result;
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const QRect contents = QProxyStyle::subElementRect(element, option, widget);
        return contents.adjusted(7, 0, -7, 0);
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!slider)
            return {};
        const bool across = slider->orientation == Qt::Horizontal;
        const int length = across ? option->rect.width() : option->rect.height();
        const int range = slider->maximum - slider->minimum;
        int grip = length;
        if (range > 0) {
            grip = int(qint64(length) * slider->pageStep / std::max(1, range + slider->pageStep));
            grip = std::clamp(grip, std::min(32, length), length);
        }
        const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                                  length - grip, slider->upsideDown);
        const auto along = [&](int from, int extent) {
            const QRect box = across ? QRect(option->rect.left() + from, option->rect.top(), extent, option->rect.height())
                                     : QRect(option->rect.left(), option->rect.top() + from, option->rect.width(), extent);
            return visualRect(option->direction, option->rect, box);
        };
        switch (part) {
        case SC_ScrollBarSlider:
            return along(start, grip);
        case SC_ScrollBarGroove:
            return option->rect;
        case SC_ScrollBarSubPage:
            return along(0, start);
        case SC_ScrollBarAddPage:
            return along(start + grip, length - start - grip);
        default:
            return {};
        }
    }
    if (control == CC_ComboBox) {
        const QRect box = option->rect;
        switch (part) {
        case SC_ComboBoxArrow:
            return visualRect(option->direction, box, QRect(box.right() - 31, box.top(), 32, box.height()));
        case SC_ComboBoxEditField: {
            // The field inside an editable box brings its own padding.
            const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
            const int lead = combo && combo->editable ? 1 : 10;
            return visualRect(option->direction, box, box.adjusted(lead, 1, -32, -1));
        }
        case SC_ComboBoxListBoxPopup:
            return box.adjusted(0, 4, 0, 4);
        default:
            return box;
        }
    }
    if (control == CC_SpinBox) {
        const QRect box = option->rect;
        const int half = box.height() / 2;
        switch (part) {
        case SC_SpinBoxUp:
            return visualRect(option->direction, box, QRect(box.right() - 27, box.top() + 1, 26, half - 1));
        case SC_SpinBoxDown:
            return visualRect(option->direction, box, QRect(box.right() - 27, box.top() + half, 26, half - 1));
        case SC_SpinBoxEditField:
            return visualRect(option->direction, box, box.adjusted(1, 1, -28, -1));
        default:
            return box;
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace smartqueue::widgets
