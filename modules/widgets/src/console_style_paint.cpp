#include "smartqueue/widgets/console_style.h"

#include "smartqueue/widgets/paint.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPainterPath>
#include <QStyleOption>
#include <QTabBar>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

const Tokens &table(const QStyleOption *option, const QWidget *widget)
{
    return widget ? tokens(widget) : tokens(option->palette);
}

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

QColor hovered(const QColor &fill, const Tokens &t)
{
    return mixed(fill, t.text, 0.06);
}

void paintButtonPanel(QPainter &painter, const QStyleOption *option, const Tokens &t)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool primary = enabled && button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    QColor fill = primary ? t.accent : t.surface;
    if (!enabled)
        fill = t.alternate;
    else if (has(option, QStyle::State_On))
        fill = t.accentSoft;
    else if (has(option, QStyle::State_Sunken))
        fill = mixed(fill, t.text, 0.12);
    else if (has(option, QStyle::State_MouseOver))
        fill = hovered(fill, t);
    QColor edge = primary ? QColor() : (enabled ? t.border : t.line);
    if (enabled && has(option, QStyle::State_On))
        edge = t.accent;
    paintBox(painter, option->rect, metric::controlRadius, fill, edge);
}

void paintCheck(QPainter &painter, const QStyleOption *option, const Tokens &t)
{
    const qreal side = std::min(option->rect.width(), option->rect.height());
    const QRectF box(option->rect.left() + (option->rect.width() - side) / 2,
                     option->rect.top() + (option->rect.height() - side) / 2, side, side);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool partly = has(option, QStyle::State_NoChange);
    const bool on = has(option, QStyle::State_On) || partly;
    QColor fill = on ? t.accent : t.surface;
    if (!enabled)
        fill = on ? t.border : t.alternate;
    paintBox(painter, box, 4, fill, on ? QColor() : (enabled ? t.border : t.line), 1.5);
    if (on)
        paintIcon(painter, box.adjusted(1, 1, -1, -1), partly ? Icon::minus : Icon::check,
                  enabled ? t.onAccent : t.surface);
}

void paintRadio(QPainter &painter, const QStyleOption *option, const Tokens &t)
{
    const qreal side = std::min(option->rect.width(), option->rect.height());
    const QRectF box(option->rect.left() + (option->rect.width() - side) / 2,
                     option->rect.top() + (option->rect.height() - side) / 2, side, side);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const QColor edge = !enabled ? t.line : (on ? t.accent : t.border);
    paintBox(painter, box, side / 2, t.surface, edge, on ? 2.0 : 1.5);
    if (on)
        paintBox(painter, box.adjusted(side * 0.27, side * 0.27, -side * 0.27, -side * 0.27), side, edge, QColor());
}

void paintTab(QPainter &painter, const QStyleOptionTab &tab, const Tokens &t)
{
    const bool selected = tab.state.testFlag(QStyle::State_Selected);
    const bool hover = tab.state.testFlag(QStyle::State_MouseOver);
    const QColor ink = !tab.state.testFlag(QStyle::State_Enabled) ? t.muted
                       : selected                                 ? t.accent
                       : hover                                    ? t.text
                                                                  : t.muted;
    // The ring of the focused tab lies around its words, inside the bar.
    const QRectF whole(tab.rect);
    QRectF words = mirrored(whole.adjusted(8, 0, -18, 0), whole, tab.direction);
    if (selected || hover) {
        const qreal top = tab.rect.bottom() - 2;
        paintBox(painter, QRectF(words.left(), top, words.width(), 3), 1.5, selected ? t.accent : t.line, QColor());
    }
    if (!tab.icon.isNull()) {
        const int side = tab.iconSize.width();
        const QRectF glyph = mirrored(QRectF(words.left(), words.center().y() - side / 2.0, side, side), words,
                                      tab.direction);
        tab.icon.paint(&painter, glyph.toRect());
        words = mirrored(words.adjusted(side + space::s, 0, 0, 0), words, tab.direction);
    }
    painter.save();
    painter.setFont(textFont(TextSize::body, selected ? QFont::Bold : QFont::Normal));
    painter.setPen(ink);
    const auto align = tab.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(words, int(align | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine | Qt::TextHideMnemonic,
                     tab.text);
    painter.restore();
    if (tab.state.testFlag(QStyle::State_HasFocus))
        paintBox(painter, words.adjusted(-6, 6, 6, -6), metric::controlRadius, QColor(), t.focus, 2);
}

void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &item, const Tokens &t)
{
    const QRectF box(item.rect);
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRectF(box.left() + space::s, box.center().y(), box.width() - 2 * space::s, 1), t.line);
        return;
    }
    const bool enabled = item.state.testFlag(QStyle::State_Enabled);
    const bool selected = enabled && item.state.testFlag(QStyle::State_Selected);
    if (selected)
        paintBox(painter, box, metric::controlRadius, t.accentSoft, QColor());
    const QColor ink = !enabled ? t.muted : (selected ? t.accent : t.text);
    const int side = scaled(16);
    const QRectF glyph = mirrored(QRectF(box.left() + space::s, box.center().y() - side / 2.0, side, side), box,
                                  item.direction);
    if (item.checkType != QStyleOptionMenuItem::NotCheckable && item.checked)
        paintIcon(painter, glyph, Icon::check, ink);
    else if (!item.icon.isNull())
        item.icon.paint(&painter, glyph.toRect(), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const qsizetype split = item.text.indexOf(QLatin1Char('\t'));
    QRectF words(box.left() + scaled(36), box.top(), box.width() - scaled(36) - space::m, box.height());
    painter.save();
    painter.setFont(textFont(TextSize::body));
    painter.setPen(ink);
    const auto align = item.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(mirrored(words, box, item.direction),
                     int(align | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine | Qt::TextHideMnemonic,
                     split < 0 ? item.text : item.text.left(split));
    painter.restore();
    if (split >= 0) {
        const QString keys = item.text.mid(split + 1);
        const QSize cap = keyCapSize(keys);
        const QRectF place(box.right() - space::s - cap.width(), box.center().y() - cap.height() / 2.0, cap.width(),
                           cap.height());
        paintKeyCap(painter, mirrored(place, box, item.direction), keys, t.muted, t.line);
    } else if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRectF arrow(box.right() - space::s - side, box.center().y() - side / 2.0, side, side);
        paintIcon(painter, mirrored(arrow, box, item.direction), forwardChevron(item.direction), t.muted);
    }
}

} // namespace

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const Tokens &t = table(option, widget);
    const bool enabled = has(option, State_Enabled);
    switch (element) {
    case PE_FrameFocusRect:
    case PE_FrameDefaultButton:
    case PE_FrameTabBarBase:
    case PE_IndicatorTabTear:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelButtonCommand:
    case PE_PanelButtonBevel:
        paintButtonPanel(*painter, option, t);
        return;
    case PE_PanelButtonTool: {
        if (has(option, State_On) || has(option, State_Sunken))
            paintBox(*painter, option->rect, metric::controlRadius, t.accentSoft, QColor());
        else if (enabled && has(option, State_MouseOver))
            paintBox(*painter, option->rect, metric::controlRadius, hovered(t.surface, t), QColor());
        return;
    }
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            paintBox(*painter, option->rect, metric::controlRadius, enabled ? t.surface : t.alternate,
                     enabled ? t.border : t.line);
        return;
    }
    case PE_FrameLineEdit:
        paintBox(*painter, option->rect, metric::controlRadius, QColor(), enabled ? t.border : t.line);
        return;
    case PE_Frame:
        paintBox(*painter, option->rect, metric::controlRadius, widget ? t.surface : QColor(),
                 qobject_cast<const QAbstractItemView *>(widget) ? t.line : t.border);
        return;
    case PE_FrameGroupBox:
        paintBox(*painter, option->rect, metric::cardRadius, QColor(), t.line);
        return;
    case PE_FrameMenu:
        painter->save();
        painter->setPen(t.line);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, t.surface);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, t.text);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheck(*painter, option, t);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(*painter, option, t);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (has(option, State_Selected))
            painter->fillRect(option->rect, t.accentSoft);
        else if (enabled && has(option, State_MouseOver))
            painter->fillRect(option->rect, mixed(t.surface, t.alternate, 0.6));
        else if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        return;
    }
    case PE_IndicatorArrowDown:
        paintIcon(*painter, option->rect, Icon::chevronDown, enabled ? t.text : t.muted);
        return;
    case PE_IndicatorArrowUp:
        paintIcon(*painter, option->rect, Icon::chevronUp, enabled ? t.text : t.muted);
        return;
    case PE_IndicatorArrowLeft:
        paintIcon(*painter, option->rect, Icon::chevronLeft, enabled ? t.text : t.muted);
        return;
    case PE_IndicatorArrowRight:
        paintIcon(*painter, option->rect, Icon::chevronRight, enabled ? t.text : t.muted);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paintIcon(*painter, option->rect,
                      header->sortIndicator == QStyleOptionHeader::SortUp ? Icon::chevronUp : Icon::chevronDown,
                      t.muted);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const Tokens &t = table(option, widget);
    switch (element) {
    case CE_PushButtonBevel:
        paintButtonPanel(*painter, option, t);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton label = *button;
            const bool primary = button->features.testFlag(QStyleOptionButton::DefaultButton);
            if (has(option, State_Enabled) && primary)
                label.palette.setColor(QPalette::ButtonText, t.onAccent);
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_TabBarTabShape:
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            paintTab(*painter, *tab, t);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            paintMenuItem(*painter, *item, t);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        painter->fillRect(option->rect, t.alternate);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    }
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->save();
            painter->setLayoutDirection(option->direction);
            paintText(*painter, QRectF(option->rect).adjusted(space::xs, 0, -space::xs, 0), header->text,
                      textFont(TextSize::small, QFont::Bold), t.muted,
                      (header->textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter);
            painter->restore();
        }
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem plain = *item;
            plain.palette.setColor(QPalette::HighlightedText, t.text);
            QProxyStyle::drawControl(element, &plain, painter, widget);
        }
        return;
    case CE_ProgressBarGroove:
        paintBox(*painter, QRectF(option->rect), std::min(option->rect.height() / 2.0, 4.0), t.alternate, t.line);
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            if (bar->maximum <= bar->minimum) {
                paintHatch(*painter, QRectF(option->rect), t.accent);
                return;
            }
            const double share = double(bar->progress - bar->minimum) / double(bar->maximum - bar->minimum);
            const QRectF whole(option->rect);
            QRectF done(whole.left(), whole.top(), whole.width() * std::clamp(share, 0.0, 1.0), whole.height());
            paintBox(*painter, mirrored(done, whole, option->direction), std::min(whole.height() / 2.0, 4.0),
                     t.accent, QColor());
        }
        return;
    case CE_ProgressBarLabel:
        return;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            if (combo->editable)
                return;
            QRectF field = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            const bool enabled = has(option, State_Enabled);
            if (!combo->currentIcon.isNull()) {
                const int side = scaled(16);
                const QRectF glyph(field.left(), field.center().y() - side / 2.0, side, side);
                combo->currentIcon.paint(painter, mirrored(glyph, field, option->direction).toRect());
                field = mirrored(field.adjusted(side + space::s, 0, 0, 0), field, option->direction);
            }
            painter->save();
            painter->setLayoutDirection(option->direction);
            paintText(*painter, field, combo->currentText, textFont(TextSize::body), enabled ? t.text : t.muted);
            painter->restore();
        }
        return;
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            const QRectF box(option->rect);
            painter->fillRect(frame->frameShape == QFrame::HLine
                                  ? QRectF(box.left(), std::floor(box.center().y()), box.width(), 1)
                                  : QRectF(std::floor(box.center().x()), box.top(), 1, box.height()),
                              t.line);
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    const Tokens &t = table(option, widget);
    const bool enabled = has(option, State_Enabled);
    switch (control) {
    case CC_ComboBox: {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        QColor fill = enabled ? t.surface : t.alternate;
        if (enabled && has(option, State_MouseOver))
            fill = hovered(fill, t);
        if (!combo || combo->frame)
            paintBox(*painter, option->rect, metric::controlRadius, fill, enabled ? t.border : t.line);
        const QRectF arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        const int side = scaled(16);
        paintIcon(*painter, QRectF(arrow.center().x() - side / 2.0, arrow.center().y() - side / 2.0, side, side),
                  Icon::chevronDown, enabled ? t.text : t.muted);
        return;
    }
    case CC_ScrollBar: {
        const bool across = has(option, State_Horizontal);
        const QRectF grip = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        const bool active = has(option, State_MouseOver) || has(option, State_Sunken);
        const QRectF slim = across ? grip.adjusted(2, 3, -2, -3) : grip.adjusted(3, 2, -3, -2);
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
            slider && slider->maximum > slider->minimum)
            paintBox(*painter, slim, 3, active ? t.muted : t.border, QColor());
        return;
    }
    case CC_SpinBox: {
        paintBox(*painter, option->rect, metric::controlRadius, enabled ? t.surface : t.alternate,
                 enabled ? t.border : t.line);
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
            spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            const auto arrow = [&](SubControl part, Icon icon, QAbstractSpinBox::StepEnabledFlag step) {
                const QRectF place = subControlRect(CC_SpinBox, option, part, widget);
                const QRectF glyph(place.center().x() - 6, place.center().y() - 6, 12, 12);
                paintIcon(*painter, glyph, icon, enabled && spin->stepEnabled.testFlag(step) ? t.text : t.border);
            };
            arrow(SC_SpinBoxUp, Icon::chevronUp, QAbstractSpinBox::StepUpEnabled);
            arrow(SC_SpinBoxDown, Icon::chevronDown, QAbstractSpinBox::StepDownEnabled);
        }
        return;
    }
    case CC_Slider: {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!slider || slider->orientation == Qt::Vertical)
            break;
        const QRectF box(option->rect);
        const QRectF groove(box.left() + 8, box.center().y() - 2, box.width() - 16, 4);
        paintBox(*painter, groove, 2, t.border, QColor());
        const int at = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                               int(groove.width()), slider->upsideDown);
        // From the least value; from zero on a scale of more and less.
        const int from = sliderPositionFromValue(slider->minimum, slider->maximum, std::clamp(0, slider->minimum, slider->maximum),
                                                 int(groove.width()), slider->upsideDown);
        const QRectF done(groove.left() + std::min(at, from), groove.top(), std::abs(at - from), groove.height());
        paintBox(*painter, done, 2, enabled ? t.accent : t.muted, QColor());
        paintBox(*painter, QRectF(groove.left() + at - 8, box.center().y() - 8, 16, 16), 8, t.surface,
                 enabled ? t.accent : t.muted, 2);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace smartqueue::widgets
