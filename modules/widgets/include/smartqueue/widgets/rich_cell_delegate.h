#pragma once
#include <QStyledItemDelegate>

class QTableView;

namespace smartqueue::widgets {

/// Roles a model answers beside Qt::DisplayRole; each is optional.
namespace cell {
enum Role {
    bold = Qt::UserRole + 500, ///< bool
    muted,                     ///< bool: the whole text in grey
    secondary,                 ///< QString beside the text, small and grey
    secondaryBelow,            ///< bool: on a second line instead, also below a pill
    secondaryTone,             ///< int of Tone; grey when absent
    icon,                      ///< int of Icon, before the text
    iconTone,                  ///< int of Tone; grey when absent
    warningIcon,               ///< int of Icon, far on the other side of the text, in the warning colour
    pillTone,                  ///< int of Tone: the text is a pill
    pillFilled,                ///< bool: open states are filled, closed ones outlined
    matchStart,                ///< int: first letter tinted as a search match
    matchLength,               ///< int
    chips,                     ///< QStringList in boxes instead of text; "+2" where the room ends
    initials,                  ///< QString on a round avatar before the text
};
}

/// Paints table cells at the level of the rest: numbers bold, states as pills, one selected row with an edge.
/// Alignment comes from Qt::TextAlignmentRole.
class RichCellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit RichCellDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintContent(QPainter *painter, QRectF row, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

enum class RowHeight { compact, normal, twoLines };

/// Rows, header, selection and focus as in the rest of the product; installs a RichCellDelegate.
void styleTable(QTableView &table, RowHeight height = RowHeight::normal);

} // namespace smartqueue::widgets
