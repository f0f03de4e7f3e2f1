#include "smartqueue/widgets/command_palette.h"

#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/search_field.h"
#include "smartqueue/widgets/text_label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

enum Role { idRole = Qt::UserRole + 1, subtitleRole, shortcutRole, iconRole, sectionRole };

QString folded(const QString &text)
{
    QString plain;
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar letter : apart)
        if (letter.category() != QChar::Mark_NonSpacing)
            plain.append(letter);
    return plain;
}

int scoreIn(const QString &needle, const QString &hay)
{
    if (hay.isEmpty())
        return 0;
    const qsizetype whole = hay.indexOf(needle);
    if (whole == 0)
        return 1000;
    if (whole > 0)
        return hay[whole - 1].isLetterOrNumber() ? 500 : 800;
    int score = 0;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const QChar letter : needle) {
        if (letter.isSpace())
            continue;
        const qsizetype at = hay.indexOf(letter, from);
        if (at < 0)
            return 0;
        score += at == last + 1 ? 12 : (at == 0 || !hay[at - 1].isLetterOrNumber() ? 10 : 1);
        last = at;
        from = at + 1;
    }
    // Scattered letters are no match worth showing.
    return score >= needle.size() * 6 ? score : 0;
}

class PaletteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        if (index.data(sectionRole).toBool())
            return {100, textHeight(textFont(TextSize::small)) + 14};
        return {100, std::max(metric::row, textHeight(textFont(TextSize::body)) + 14)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens(option.palette);
        const QRectF row = QRectF(option.rect).adjusted(space::s, 0, -space::s, 0);
        const Qt::LayoutDirection direction = option.direction;
        const auto place = [&](const QRectF &box) { return mirrored(box, row, direction); };
        painter->save();
        painter->setLayoutDirection(direction);
        const QString title = index.data(Qt::DisplayRole).toString();
        if (index.data(sectionRole).toBool()) {
            paintText(*painter, place(row.adjusted(8, 6, -8, 0)), title, textFont(TextSize::small, QFont::Bold), t.muted);
            painter->restore();
            return;
        }
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        if (selected)
            paintBox(*painter, row, metric::controlRadius, t.accentSoft, QColor());
        const QColor ink = !enabled ? t.muted : (selected ? t.accent : t.text);
        const int side = scaled(16);
        paintIcon(*painter, place(QRectF(row.left() + 10, row.center().y() - side / 2.0, side, side)),
                  static_cast<Icon>(index.data(iconRole).toInt()), selected ? t.accent : t.muted);
        qreal right = row.right() - 10;
        const QString keys = index.data(shortcutRole).toString();
        if (!keys.isEmpty()) {
            const QSize cap = keyCapSize(keys);
            const QRectF box(right - cap.width(), row.center().y() - cap.height() / 2.0, cap.width(), cap.height());
            paintKeyCap(*painter, place(box), keys, selected ? t.accent : t.muted, selected ? t.accent : t.border);
            right = box.left() - space::m;
        }
        const qreal left = row.left() + 10 + side + 12;
        const QFont body = textFont(TextSize::body, selected ? QFont::Bold : QFont::Normal);
        const qreal width = std::min<qreal>(textWidth(body, title) + 1, right - left);
        paintText(*painter, place(QRectF(left, row.top(), width, row.height())), title, body, ink);
        const QString subtitle = index.data(subtitleRole).toString();
        const qreal rest = left + width + space::m;
        if (!subtitle.isEmpty() && right - rest > 40)
            paintText(*painter, place(QRectF(rest, row.top() + 1, right - rest, row.height())), subtitle,
                      textFont(TextSize::small), t.muted);
        painter->restore();
    }
};

} // namespace

int fuzzyScore(const QString &query, const PaletteItem &item)
{
    const QString needle = folded(query.trimmed());
    if (needle.isEmpty())
        return 1;
    const int title = scoreIn(needle, folded(item.title));
    const int keywords = scoreIn(needle, folded(item.keywords)) / 2;
    const int subtitle = folded(item.subtitle).contains(needle) ? 200 : 0;
    const int id = item.shortcut.compare(query.trimmed(), Qt::CaseInsensitive) == 0 ? 900 : 0;
    return std::max({title, keywords, subtitle, id});
}

CommandPalette::CommandPalette(QWidget *window)
    : QWidget(window)
    , query_(new SearchField({}))
    , list_(new QListView)
    , model_(new QStandardItemModel(this))
    , nothing_(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted))
{
    hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(9, 9, 9, 9);
    column->setSpacing(space::s);
    column->addWidget(query_);
    setRingShape(query_, RingShape::none);
    list_->setModel(model_);
    list_->setItemDelegate(new PaletteDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setMouseTracking(true);
    list_->setUniformItemSizes(false);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(list_, 1);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->hide();
    column->addWidget(nothing_, 1);
    query_->installEventFilter(this);
    window->installEventFilter(this);
    connect(query_, &QLineEdit::textChanged, this, [this](const QString &text) {
        refill();
        Q_EMIT queryChanged(text);
    });
    connect(list_, &QListView::clicked, this, [this](const QModelIndex &index) {
        list_->setCurrentIndex(index);
        accept();
    });
    retranslate();
}

void CommandPalette::retranslate()
{
    setAccessibleName(tr("Commands"));
    query_->setAccessibleName(tr("Search or run a command"));
    query_->setPlaceholderText(tr("Search or run a command"));
    list_->setAccessibleName(tr("Matching commands"));
    nothing_->setText(tr("Nothing matches. Try fewer letters."));
}

void CommandPalette::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CommandPalette::setItems(const QList<PaletteItem> &items)
{
    items_ = items;
    if (isVisible())
        refill();
}

void CommandPalette::refill()
{
    const QString query = query_->text();
    QList<std::pair<int, const PaletteItem *>> matches;
    for (const PaletteItem &item : std::as_const(items_))
        if (const int score = fuzzyScore(query, item))
            matches.append({score, &item});
    const bool searching = !query.trimmed().isEmpty();
    if (searching)
        std::stable_sort(matches.begin(), matches.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    model_->clear();
    QString section;
    for (const auto &[score, item] : std::as_const(matches)) {
        if (!searching && item->section != section && !item->section.isEmpty()) {
            auto *head = new QStandardItem(item->section);
            head->setData(true, sectionRole);
            head->setFlags(Qt::NoItemFlags);
            model_->appendRow(head);
        }
        section = item->section;
        auto *row = new QStandardItem(item->title);
        row->setData(item->id, idRole);
        row->setData(item->subtitle, subtitleRole);
        row->setData(item->shortcut, shortcutRole);
        row->setData(static_cast<int>(item->icon), iconRole);
        row->setData(item->shortcut.isEmpty() ? item->title : item->title + QStringLiteral(", ") + item->shortcut,
                     Qt::AccessibleTextRole);
        row->setFlags(item->enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsSelectable);
        model_->appendRow(row);
    }
    nothing_->setVisible(matches.isEmpty());
    list_->setVisible(!matches.isEmpty());
    list_->setCurrentIndex({});
    step(1);
    place();
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int wide = std::min(scaled(620), window->width() - 2 * space::xl);
    int rows = nothing_->isVisibleTo(this) ? scaled(72) : 0;
    for (int row = 0; row < model_->rowCount(); ++row)
        rows += list_->sizeHintForRow(row);
    const int wanted = query_->sizeHint().height() + rows + 9 * 2 + space::s + 4;
    const int high = std::min({wanted, scaled(420), window->height() - 80 - space::xl});
    setGeometry((window->width() - wide) / 2, std::min(80, window->height() / 10), wide, high);
}

void CommandPalette::open()
{
    if (isVisible()) {
        query_->selectAll();
        query_->setFocus(Qt::OtherFocusReason);
        return;
    }
    before_ = window()->focusWidget();
    query_->clear();
    refill();
    show();
    raise();
    query_->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    hide();
    if (before_)
        before_->setFocus(Qt::OtherFocusReason);
    before_.clear();
}

QStringList CommandPalette::shownIds() const
{
    QStringList ids;
    for (int row = 0; row < model_->rowCount(); ++row)
        if (!model_->item(row)->data(sectionRole).toBool())
            ids.append(model_->item(row)->data(idRole).toString());
    return ids;
}

void CommandPalette::step(int by)
{
    const int rows = model_->rowCount();
    int at = list_->currentIndex().isValid() ? list_->currentIndex().row() : (by > 0 ? -1 : rows);
    for (int tries = 0; tries < rows; ++tries) {
        at = (at + (by > 0 ? 1 : -1) + rows) % rows;
        if (model_->item(at)->flags().testFlag(Qt::ItemIsEnabled)) {
            list_->setCurrentIndex(model_->index(at, 0));
            if (at <= 1)
                list_->scrollToTop();
            return;
        }
    }
}

void CommandPalette::accept()
{
    const QModelIndex index = list_->currentIndex();
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    const QString id = index.data(idRole).toString();
    close();
    Q_EMIT triggered(id);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        else if (event->type() == QEvent::MouseButtonPress && isVisible())
            close();
        return false;
    }
    if (watched != query_)
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_PageDown:
        case Qt::Key_PageUp:
            for (int i = 0; i < 6; ++i)
                step(static_cast<QKeyEvent *>(event)->key() == Qt::Key_PageDown ? 1 : -1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            accept();
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            return false;
        }
    }
    if (event->type() == QEvent::FocusOut && isVisible()
        && static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason) {
        before_.clear();
        close();
    }
    return false;
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    paintBox(painter, rect(), metric::cardRadius, t.surface, t.border);
}

} // namespace smartqueue::widgets
