#include "user_cells.h"

#include <algorithm>

#include <smartqueue/presentation/people.h>
#include <smartqueue/presentation/user_table_model.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/paint.h>
#include <smartqueue/widgets/toggle.h>

namespace smartqueue::pages {

using namespace widgets;
using presentation::Standing;
using presentation::UserTableModel;

namespace {

constexpr int cellPadding = 8;

Icon iconOf(Standing standing)
{
    switch (standing) {
    case Standing::agent: return Icon::headset;
    case Standing::manager: return Icon::people;
    case Standing::admin: return Icon::shield;
    case Standing::staff: return Icon::eye;
    case Standing::superadmin: return Icon::star;
    }
    return Icon::none;
}

PillLook lookOf(Standing standing)
{
    const bool isAgent = standing == Standing::agent;
    return {iconOf(standing), presentation::standingWord(standing), isAgent ? Tone::neutral : Tone::accent,
            isAgent ? PillStyle::outlined : PillStyle::filled};
}

PillLook moreOf(qsizetype count)
{
    return {Icon::none, QStringLiteral("+%1").arg(count), Tone::neutral, PillStyle::outlined};
}

QList<Standing> standingsOf(const QModelIndex &index)
{
    QList<Standing> standings;
    const QVariantList list = index.data(UserTableModel::standingsRole).toList();
    for (const QVariant &standing : list)
        standings.append(Standing(standing.toInt()));
    return standings;
}

void paintStandings(QPainter &painter, const QRectF &row, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Tokens &t = tokens(option.widget);
    const QList<Standing> standings = standingsOf(index);
    qreal left = row.left();
    const auto pill = [&](const PillLook &look) {
        const QSize size = pillSize(look);
        const QRectF box(left, row.center().y() - size.height() / 2.0, std::min<qreal>(size.width(), row.right() + 4 - left), size.height());
        const QRectF place = mirrored(box, row, option.direction);
        paintPill(painter, place, look, t, option.direction);
        // The ground of a chosen row is the pill's own.
        if (option.state.testFlag(QStyle::State_Selected) && look.style == PillStyle::filled)
            paintBox(painter, place, place.height() / 2, QColor(), t.accent);
        left += size.width() + 4;
    };
    for (qsizetype i = 0; i < standings.size(); ++i) {
        const qsizetype rest = standings.size() - i - 1;
        const qreal wide = pillSize(lookOf(standings.at(i))).width() + (rest > 0 ? 4 + pillSize(moreOf(rest)).width() : 0);
        if (i > 0 && left + wide > row.right() + 4) {
            pill(moreOf(rest + 1));
            return;
        }
        pill(lookOf(standings.at(i)));
    }
}

void paintSignIn(QPainter &painter, const QRectF &row, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Tokens &t = tokens(option.widget);
    const bool on = index.data(UserTableModel::activeRole).toBool();
    const QString word = index.data(Qt::DisplayRole).toString();
    if (index.data(UserTableModel::switchableRole).toBool())
        paintToggle(painter, row, on, true, word, t, option.direction);
    else
        paintText(painter, row, word, textFont(TextSize::small, QFont::Bold), on ? t.text : t.muted);
}

/// A second line with a warning before it.
void paintExpired(QPainter &painter, const QRectF &row, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Tokens &t = tokens(option.widget);
    const QFont body = textFont(TextSize::body);
    const QFont small = textFont(TextSize::small);
    const qreal high = textHeight(body) + textHeight(small) + 1;
    const qreal top = row.center().y() - high / 2;
    paintText(painter, QRectF(row.left(), top, row.width(), textHeight(body)), index.data(Qt::DisplayRole).toString(), body, t.muted);
    const qreal second = top + textHeight(body) + 1;
    const qreal side = scaled(14);
    const auto place = [&](const QRectF &box) { return mirrored(box, row, option.direction); };
    paintIcon(painter, place(QRectF(row.left(), second + (textHeight(small) - side) / 2, side, side)), Icon::warningTriangle, t.warning.text);
    paintText(painter, place(QRectF(row.left() + side + 4, second, row.width() - side - 4, textHeight(small))),
              index.data(UserTableModel::secondRole).toString(), small, t.warning.text);
}

/// After the name, which stands as the base has painted it.
void paintYou(QPainter &painter, const QRectF &row, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Tokens &t = tokens(option.widget);
    const QFont bold = textFont(TextSize::body, QFont::Bold);
    const QFont small = textFont(TextSize::small);
    const qreal high = textHeight(bold) + textHeight(small) + 1;
    const qreal start = row.left() + std::min<qreal>(scaled(32), row.height() - 6) + 10 + textWidth(bold, index.data(Qt::DisplayRole).toString()) + 8;
    const QString you = UserTableModel::tr("you");
    if (start + textWidth(small, you) > row.right())
        return;
    paintText(painter, mirrored(QRectF(start, row.center().y() - high / 2 + 1, row.right() - start, textHeight(bold)), row, option.direction), you, small, t.muted);
}

} // namespace

QVariant UserCells::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role < cell::bold || role > cell::initials)
        return QIdentityProxyModel::data(index, role);
    const int column = index.column();
    const bool active = QIdentityProxyModel::data(index, UserTableModel::activeRole).toBool();
    switch (role) {
    case cell::bold:
        return column == UserTableModel::name;
    case cell::muted:
        return !active;
    case cell::secondary:
        return QIdentityProxyModel::data(index, UserTableModel::secondRole);
    case cell::secondaryBelow:
        return true;
    case cell::chips:
        return column == UserTableModel::places ? QIdentityProxyModel::data(index, UserTableModel::placesRole) : QVariant();
    case cell::initials:
        return column == UserTableModel::name ? QVariant(presentation::people::initials(QIdentityProxyModel::data(index, Qt::DisplayRole).toString())) : QVariant();
    default:
        return {};
    }
}

void UserCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRectF row = QRectF(option.rect).adjusted(cellPadding, 0, -cellPadding, -1);
    const bool expired = index.column() == UserTableModel::lastSeen && index.data(UserTableModel::expiredRole).toBool();
    const bool own = index.column() == UserTableModel::standing || index.column() == UserTableModel::signIn || expired;
    // Only the ground of it: an index of nothing has no text.
    RichCellDelegate::paint(painter, option, own ? index.siblingAtColumn(index.model()->columnCount()) : index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    if (index.column() == UserTableModel::standing)
        paintStandings(*painter, row, option, index);
    else if (index.column() == UserTableModel::signIn)
        paintSignIn(*painter, row, option, index);
    else if (expired)
        paintExpired(*painter, row, option, index);
    else if (index.column() == UserTableModel::name && index.data(UserTableModel::ownRole).toBool())
        paintYou(*painter, row, option, index);
    painter->restore();
}

QSize UserCellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int height = RichCellDelegate::sizeHint(option, index).height();
    switch (index.column()) {
    case UserTableModel::places: {
        // Two boxes at most take room of themselves.
        const QStringList places = index.data(UserTableModel::placesRole).toStringList();
        int width = 2 * cellPadding;
        for (const QString &place : places.mid(0, 2))
            width += std::min(textWidth(textFont(TextSize::small), place), scaled(150)) + 20;
        return {width, height};
    }
    case UserTableModel::standing: {
        const QList<Standing> standings = standingsOf(index);
        int width = 2 * cellPadding;
        for (const Standing standing : standings.mid(0, 2))
            width += pillSize(lookOf(standing)).width() + 4;
        return {width, height};
    }
    case UserTableModel::signIn:
        return {toggleSize({UserTableModel::tr("On"), UserTableModel::tr("Off")}).width() + 2 * cellPadding, height};
    case UserTableModel::lastSeen:
        return {std::min(RichCellDelegate::sizeHint(option, index).width() + (index.data(UserTableModel::expiredRole).toBool() ? scaled(18) : 0), scaled(190)), height};
    default:
        return RichCellDelegate::sizeHint(option, index);
    }
}

} // namespace smartqueue::pages
