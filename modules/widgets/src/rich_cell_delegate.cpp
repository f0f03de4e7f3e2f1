#include "smartqueue/widgets/rich_cell_delegate.h"

#include "smartqueue/widgets/paint.h"

#include <QFontMetricsF>
#include <QHeaderView>
#include <QTableView>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

constexpr int cellPadding = 8;

bool flag(const QModelIndex &index, int role)
{
    return index.data(role).toBool();
}

/// A stable hue for a person's avatar.
QColor avatarColour(const QString &initials, bool dark)
{
    uint hash = 17;
    for (const QChar letter : initials)
        hash = hash * 31 + letter.unicode();
    return QColor::fromHsl(int(hash * 47 % 360), 90, dark ? 70 : 215);
}

} // namespace

RichCellDelegate::RichCellDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

QSize RichCellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont font = textFont(TextSize::body, flag(index, cell::bold) ? QFont::Bold : QFont::Normal);
    const QString text = index.data(Qt::DisplayRole).toString();
    int width = textWidth(font, text) + 2 * cellPadding;
    int height = std::max(metric::row, textHeight(font) + 12);
    const QString second = index.data(cell::secondary).toString();
    if (!second.isEmpty()) {
        const int small = textWidth(textFont(TextSize::small), second);
        if (flag(index, cell::secondaryBelow)) {
            width = std::max(width, small + 2 * cellPadding);
            height = std::max(height, textHeight(font) + textHeight(textFont(TextSize::small)) + 14);
        } else {
            width += small + space::xs;
        }
    }
    if (index.data(cell::icon).isValid())
        width += scaled(16) + 6;
    if (index.data(cell::warningIcon).isValid())
        width += scaled(16) + space::s;
    if (!index.data(cell::initials).toString().isEmpty())
        width += scaled(32) + 10;
    if (index.data(cell::pillTone).isValid())
        width = pillSize({static_cast<Icon>(index.data(cell::icon).toInt()), text, Tone::neutral,
                          flag(index, cell::pillFilled) ? PillStyle::filled : PillStyle::outlined})
                    .width()
                + 2 * cellPadding;
    const QStringList chips = index.data(cell::chips).toStringList();
    if (!chips.isEmpty()) {
        width = 2 * cellPadding;
        for (const QString &chip : chips)
            width += textWidth(textFont(TextSize::small), chip) + 20;
    }
    Q_UNUSED(option)
    return {width, height};
}

void RichCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = option.widget ? tokens(option.widget) : tokens(option.palette);
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected)
        painter->fillRect(option.rect, t.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, mixed(t.surface, t.alternate, 0.6));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
    const bool firstColumn = view ? view->horizontalHeader()->visualIndex(index.column()) == 0 : index.column() == 0;
    if (selected && firstColumn) {
        const QRectF edge(option.rect.left(), option.rect.top(), 3, option.rect.height());
        painter->fillRect(mirrored(edge, option.rect, option.direction), t.accent);
    }
    // The focused cell is outlined only while the keyboard is in the table.
    if (option.state.testFlag(QStyle::State_HasFocus) && view && view->hasFocus()
        && view->selectionBehavior() != QAbstractItemView::SelectRows)
        paintBox(*painter, QRectF(option.rect).adjusted(1, 1, -1, -1), 4, QColor(), t.focus, 2);
    paintContent(painter, QRectF(option.rect).adjusted(cellPadding, 0, -cellPadding, -1), option, index);
    painter->restore();
}

void RichCellDelegate::paintContent(QPainter *painter, QRectF row, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const Tokens &t = option.widget ? tokens(option.widget) : tokens(option.palette);
    const Qt::LayoutDirection direction = option.direction;
    const QRectF frame = row;
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    painter->setLayoutDirection(direction);
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto icon = static_cast<Icon>(index.data(cell::icon).toInt());

    const QFont small = textFont(TextSize::small);
    const QString second = index.data(cell::secondary).toString();
    const bool below = flag(index, cell::secondaryBelow);
    const QVariant secondTone = index.data(cell::secondaryTone);
    const QColor secondInk = secondTone.isValid() ? toneColours(t, static_cast<Tone>(secondTone.toInt())).text : t.muted;
    if (index.data(cell::pillTone).isValid()) {
        const PillLook look{icon, text, static_cast<Tone>(index.data(cell::pillTone).toInt()),
                            flag(index, cell::pillFilled) ? PillStyle::filled : PillStyle::outlined};
        const QSize size = pillSize(look);
        const qreal wide = std::min<qreal>(size.width(), row.width() + 4);
        const bool two = below && !second.isEmpty();
        const qreal high = size.height() + (two ? textHeight(small) + 1 : 0);
        const qreal top = row.center().y() - high / 2;
        const QRectF pill = place(QRectF(row.left(), top, wide, size.height()));
        paintPill(*painter, pill, look, t, direction);
        // The ground of a chosen row is the pill's own.
        if (option.state.testFlag(QStyle::State_Selected) && look.style == PillStyle::filled && look.tone == Tone::accent)
            paintBox(*painter, pill, pill.height() / 2, QColor(), t.accent);
        if (two)
            paintText(*painter, place(QRectF(row.left(), top + size.height() + 1, row.width(), textHeight(small))), second, small, secondInk);
        return;
    }
    const QStringList chips = index.data(cell::chips).toStringList();
    if (!chips.isEmpty()) {
        const QFont font = textFont(TextSize::small);
        const auto wideOf = [&](const QString &chip) { return qreal(textWidth(font, chip) + 15); };
        qreal left = row.left();
        const auto box = [&](const QString &chip, qreal wide) {
            const qreal high = textHeight(font) + 6;
            const QRectF around = place(QRectF(left, row.center().y() - high / 2, wide, high));
            paintBox(*painter, around, 4, t.alternate, t.line);
            paintText(*painter, around.adjusted(4, 0, -4, 0), chip, font, t.text, Qt::AlignCenter);
            left += wide + 4;
        };
        for (qsizetype shown = 0; shown < chips.size(); ++shown) {
            const auto more = [&](qsizetype hidden) { return QStringLiteral("+%1").arg(hidden); };
            const qsizetype rest = chips.size() - shown - 1;
            const qreal room = row.right() + 1 - left - (rest > 0 ? 4 + wideOf(more(rest)) : 0);
            if (shown > 0 && wideOf(chips[shown]) > room) {
                box(more(rest + 1), wideOf(more(rest + 1)));
                break;
            }
            // The first one is rather cut than left out.
            box(chips[shown], std::min(wideOf(chips[shown]), std::max<qreal>(room, 32)));
        }
        return;
    }
    if (const QString initials = index.data(cell::initials).toString(); !initials.isEmpty()) {
        const qreal side = std::min<qreal>(scaled(32), row.height() - 6);
        const QRectF disc = place(QRectF(row.left(), row.center().y() - side / 2, side, side));
        const QColor fill = avatarColour(initials, t.dark);
        paintBox(*painter, disc, side / 2, fill, QColor());
        paintText(*painter, disc, initials, textFont(TextSize::small, QFont::Bold), inkOn(fill), Qt::AlignCenter);
        row.setLeft(row.left() + side + 10);
    }
    const int side = scaled(16);
    if (icon != Icon::none) {
        const QVariant tone = index.data(cell::iconTone);
        paintIcon(*painter, place(QRectF(row.left(), row.center().y() - side / 2.0, side, side)), icon,
                  tone.isValid() ? toneColours(t, static_cast<Tone>(tone.toInt())).text : t.muted);
        row.setLeft(row.left() + side + 6);
    }

    const bool strong = flag(index, cell::bold);
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    const QFont font = textFont(TextSize::body, strong ? QFont::Bold : QFont::Normal);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QColor ink = flag(index, cell::muted) || !enabled ? t.muted : t.text;
    if (selected && strong && index.column() == 0)
        ink = t.accent;
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const bool trailing = alignment.isValid() && (alignment.toInt() & (Qt::AlignRight | Qt::AlignTrailing));
    const qreal secondWidth = second.isEmpty() ? 0 : textWidth(small, second) + 1;
    QRectF words = row;
    if (!second.isEmpty() && below) {
        const qreal high = textHeight(font) + textHeight(small) + 1;
        words = QRectF(row.left(), row.center().y() - high / 2, row.width(), textHeight(font));
        paintText(*painter, place(QRectF(row.left(), words.bottom() + 1, row.width(), textHeight(small))), second, small, secondInk,
                  (trailing ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    } else if (!second.isEmpty()) {
        const qreal main = std::min<qreal>(textWidth(font, text) + 1, std::max(row.width() - secondWidth - 4, 20.0));
        const qreal start = trailing ? row.right() - secondWidth - 4 - main : row.left();
        words = QRectF(start, row.top(), main, row.height());
        const qreal shift = (QFontMetricsF(font).ascent() - QFontMetricsF(small).ascent()) / 2;
        paintText(*painter, place(QRectF(words.right() + 4, row.top() + shift, secondWidth, row.height())), second, small, secondInk);
    }
    if (const int length = index.data(cell::matchLength).toInt(); length > 0) {
        const int start = index.data(cell::matchStart).toInt();
        const qreal from = QFontMetricsF(font).horizontalAdvance(text.left(start));
        const qreal wide = QFontMetricsF(font).horizontalAdvance(text.mid(start, length));
        const qreal high = textHeight(font) + 2;
        paintBox(*painter, place(QRectF(words.left() + from - 1, words.center().y() - high / 2, wide + 2, high)), 3,
                 selected ? mixed(t.accentSoft, t.accent, 0.2) : t.accentSoft, QColor());
    }
    paintText(*painter, place(words), text, font, ink, (trailing ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (const QVariant warning = index.data(cell::warningIcon); warning.isValid() && warning.toInt() != 0) {
        const qreal textStart = trailing ? (second.isEmpty() || below ? row.right() - textWidth(font, text) : words.left())
                                         : words.left() + textWidth(font, text) + (below ? 0 : secondWidth + 4);
        const qreal left = trailing ? textStart - side - 10 : textStart + 8;
        paintIcon(*painter, place(QRectF(left, row.center().y() - side / 2.0, side, side)), static_cast<Icon>(warning.toInt()),
                  t.warning.text);
    }
}

void styleTable(QTableView &table, RowHeight height)
{
    table.setItemDelegate(new RichCellDelegate(&table));
    table.setShowGrid(false);
    table.setMouseTracking(true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.setFrameShape(QFrame::StyledPanel);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setCornerButtonEnabled(false);
    table.verticalHeader()->hide();
    int rows = metric::row;
    if (height == RowHeight::compact)
        rows = metric::compactRow;
    else if (height == RowHeight::twoLines)
        rows = 52;
    const int least = height == RowHeight::twoLines
                          ? textHeight(textFont(TextSize::body)) + textHeight(textFont(TextSize::small)) + 12
                          : textHeight(textFont(TextSize::body)) + 8;
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(std::max(rows, least));
    QHeaderView *header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setMinimumSectionSize(48);
    header->setStretchLastSection(true);
}

} // namespace smartqueue::widgets
