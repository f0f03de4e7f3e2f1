#include "smartqueue/widgets/sidebar.h"

#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLocale>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

constexpr int expandedWidth = 196;
constexpr int collapsedWidth = 56;
constexpr int top = 64;

int rowHeight()
{
    return std::max(metric::row, textHeight(textFont(TextSize::body)) + 14);
}

int pitch()
{
    return rowHeight() + 4;
}

} // namespace

class SidebarRow : public QAbstractButton {
public:
    SidebarRow(const SidebarItem &item, QWidget *parent)
        : QAbstractButton(parent)
        , item_(item)
    {
        setText(item.text);
        setAccessibleName(item.text);
        setAccessibleDescription(item.keys);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
    }

    const SidebarItem &item() const { return item_; }
    void setItem(const SidebarItem &item)
    {
        item_ = item;
        setText(item.text);
        setAccessibleName(item.text);
        update();
    }
    void setSelected(bool selected)
    {
        if (selected_ == selected)
            return;
        selected_ = selected;
        setAccessibleDescription(selected ? Sidebar::tr("current page") : item_.keys);
        update();
    }
    void setBadge(int count, Tone tone, const QString &words)
    {
        count_ = count;
        tone_ = tone;
        setAccessibleName(count > 0 && !words.isEmpty() ? item_.text + QStringLiteral(", ") + words : item_.text);
        update();
    }
    void setNarrow(bool narrow)
    {
        narrow_ = narrow;
        const QString keys = item_.keys.isEmpty() ? QString() : QStringLiteral("  ") + item_.keys;
        setToolTip(narrow ? item_.text + keys : QString());
        update();
    }
    int wantedWidth() const
    {
        int width = 42 + textWidth(textFont(TextSize::body, QFont::Bold), item_.text) + space::m;
        if (count_ > 0)
            width += badgeWidth() + space::s;
        if (footerKeys_)
            width += keyCapSize(item_.keys).width() + space::l;
        return width;
    }
    void showKeys() { footerKeys_ = !item_.keys.isEmpty(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokens(this);
        const QRectF frame(rect());
        const Qt::LayoutDirection direction = layoutDirection();
        painter.setLayoutDirection(direction);
        const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
        if (selected_) {
            paintBox(painter, frame, metric::controlRadius, t.accentSoft, QColor());
            paintBox(painter, place(QRectF(0, 8, 3, frame.height() - 16)), 1.5, t.accent, QColor());
        } else if (underMouse() || isDown()) {
            paintBox(painter, frame, metric::controlRadius, mixed(t.alternate, t.text, 0.06), QColor());
        }
        const QColor ink = selected_ ? t.accent : t.text;
        const int side = scaled(18);
        const qreal left = narrow_ ? (frame.width() - side) / 2 : 12;
        paintIcon(painter, place(QRectF(left, frame.center().y() - side / 2.0, side, side)), item_.icon,
                  selected_ ? t.accent : mixed(t.text, t.muted, 0.4));
        if (narrow_) {
            if (count_ > 0)
                paintBox(painter, place(QRectF(left + side - 3, 6, 9, 9)), 4.5, toneColours(t, tone_).fill, t.alternate, 1.5);
            return;
        }
        qreal right = frame.width() - 10;
        if (count_ > 0) {
            const qreal height = scaled(20);
            const QRectF badge(right - badgeWidth(), frame.center().y() - height / 2, badgeWidth(), height);
            const ToneColours colours = toneColours(t, tone_);
            paintBox(painter, place(badge), height / 2, colours.soft, QColor());
            paintText(painter, place(badge), QLocale().toString(count_), textFont(TextSize::small, QFont::Bold),
                      colours.text, Qt::AlignCenter);
            right = badge.left() - space::s;
        } else if (footerKeys_) {
            const QSize cap = keyCapSize(item_.keys);
            const QRectF box(right - cap.width() - 8, frame.center().y() - cap.height() / 2.0, cap.width(), cap.height());
            paintKeyCap(painter, place(box), item_.keys, t.muted, t.border);
            right = box.left() - space::s;
        }
        const qreal words = 12 + side + 12;
        paintText(painter, place(QRectF(words, 0, right - words, frame.height())), item_.text,
                  textFont(TextSize::body, selected_ ? QFont::Bold : QFont::Normal), ink);
    }

private:
    int badgeWidth() const
    {
        return std::max(scaled(24), textWidth(textFont(TextSize::small, QFont::Bold), QLocale().toString(count_)) + 16);
    }
    SidebarItem item_;
    bool selected_ = false;
    bool narrow_ = false;
    bool footerKeys_ = false;
    int count_ = 0;
    Tone tone_ = Tone::critical;
};

Sidebar::Sidebar(const QString &productName, QWidget *parent)
    : QWidget(parent)
    , product_(productName)
    , collapse_(new SidebarRow({QString(), tr("Collapse"), Icon::collapse, 0, {}}, this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Pages"));
    connect(collapse_, &QAbstractButton::clicked, this, [this] { setCollapsed(!collapsed_); });
}

void Sidebar::setItems(const QList<SidebarItem> &items)
{
    qDeleteAll(rows_);
    rows_.clear();
    for (const SidebarItem &item : items) {
        auto *entry = new SidebarRow(item, this);
        connect(entry, &QAbstractButton::clicked, this, [this, id = item.id] { Q_EMIT itemActivated(id); });
        entry->setSelected(item.id == current_);
        entry->setNarrow(collapsed_);
        entry->show();
        rows_.append(entry);
    }
    updateGeometry();
    arrange();
}

void Sidebar::setFooterItems(const QList<SidebarItem> &items)
{
    qDeleteAll(footer_);
    footer_.clear();
    for (const SidebarItem &item : items) {
        auto *entry = new SidebarRow(item, this);
        entry->showKeys();
        connect(entry, &QAbstractButton::clicked, this, [this, id = item.id] { Q_EMIT itemActivated(id); });
        entry->setNarrow(collapsed_);
        entry->show();
        footer_.append(entry);
    }
    updateGeometry();
    arrange();
}

SidebarRow *Sidebar::row(const QString &id) const
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](SidebarRow *r) { return r->item().id == id; });
    return found == rows_.end() ? nullptr : *found;
}

void Sidebar::setCurrentId(const QString &id)
{
    current_ = id;
    for (SidebarRow *entry : std::as_const(rows_))
        entry->setSelected(entry->item().id == id);
}

void Sidebar::setBadge(const QString &id, int count, Tone tone, const QString &words)
{
    if (SidebarRow *entry = row(id)) {
        entry->setBadge(count, tone, words);
        updateGeometry();
    }
}

void Sidebar::showCollapse()
{
    collapse_->setItem({QString(), collapsed_ ? tr("Expand") : tr("Collapse"), collapsed_ ? Icon::expand : Icon::collapse, 0, {}});
}

void Sidebar::setCollapsed(bool collapsed)
{
    if (collapsed_ == collapsed)
        return;
    collapsed_ = collapsed;
    for (SidebarRow *entry : rows_ + footer_)
        entry->setNarrow(collapsed);
    showCollapse();
    collapse_->setNarrow(collapsed);
    updateGeometry();
    arrange();
    update();
    Q_EMIT collapsedChanged(collapsed);
}

QWidget *Sidebar::lastStop() const
{
    return collapse_;
}

QSize Sidebar::sizeHint() const
{
    if (collapsed_)
        return {std::max(collapsedWidth, scaled(18) + 38), minimumSizeHint().height()};
    int width = scaled(expandedWidth);
    for (const SidebarRow *entry : rows_ + footer_)
        width = std::max(width, entry->wantedWidth() + 2 * space::s);
    return {width, minimumSizeHint().height()};
}

QSize Sidebar::minimumSizeHint() const
{
    const int count = int(rows_.size() + footer_.size()) + 1;
    return {collapsed_ ? collapsedWidth : expandedWidth, top + count * (rowHeight() + 1) + 3 * space::m};
}

void Sidebar::arrange()
{
    QList<SidebarRow *> chain = rows_ + footer_;
    chain.append(collapse_);
    for (qsizetype i = 1; i < chain.size(); ++i)
        setTabOrder(chain[i - 1], chain[i]);
    separators_.clear();
    const int inner = width() - 2 * space::s;
    const int footerRows = int(footer_.size()) + 1;
    const int footerTop = height() - footerRows * pitch() - space::s;
    int groups = 0;
    for (qsizetype i = 1; i < rows_.size(); ++i)
        groups += rows_[i]->item().group != rows_[i - 1]->item().group;
    // Low windows squeeze the gaps before anything is hidden.
    const int room = footerTop - space::m - top;
    const int count = int(rows_.size());
    const int gapUsed = std::clamp(count ? (room - groups * 9) / count : pitch(), rowHeight() - 4, pitch());
    const int between = std::clamp(groups ? (room - count * gapUsed) / groups : 17, 5, 17);
    int y = top;
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        if (i > 0 && rows_[i]->item().group != rows_[i - 1]->item().group) {
            separators_.append(y + between / 2 - 2);
            y += between;
        }
        rows_[i]->setGeometry(space::s, y, inner, std::min(rowHeight(), gapUsed));
        y += gapUsed;
    }
    separators_.append(footerTop - space::s);
    int at = footerTop;
    for (SidebarRow *entry : std::as_const(footer_)) {
        entry->setGeometry(space::s, at, inner, rowHeight());
        at += pitch();
    }
    collapse_->setGeometry(space::s, at, inner, rowHeight());
    update();
}

void Sidebar::resizeEvent(QResizeEvent *)
{
    arrange();
}

void Sidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        arrange();
    } else if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Pages"));
        showCollapse();
    }
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    QList<SidebarRow *> all = rows_ + footer_;
    all.append(collapse_);
    const auto at = std::find_if(all.begin(), all.end(), [](SidebarRow *r) { return r->hasFocus(); });
    const int by = event->key() == Qt::Key_Down ? 1 : (event->key() == Qt::Key_Up ? -1 : 0);
    if (at == all.end() || by == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const qsizetype to = std::clamp<qsizetype>(at - all.begin() + by, 0, all.size() - 1);
    all[to]->setFocus(Qt::TabFocusReason);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.fillRect(frame, t.dark ? t.surface : t.alternate);
    painter.fillRect(mirrored(QRectF(width() - 1, 0, 1, height()), frame, direction), t.line);
    const qreal mark = 28;
    const QRectF logo(collapsed_ ? (width() - mark) / 2 : 16, 14, mark, mark);
    paintLogo(painter, mirrored(logo, frame, direction), t.accent, t.onAccent);
    if (!collapsed_) {
        painter.setLayoutDirection(direction);
        const QRectF words(54, 14, width() - 60, mark);
        paintText(painter, mirrored(words, frame, direction), product_, textFont(TextSize::heading, QFont::Bold), t.text);
    }
    for (const int y : separators_)
        painter.fillRect(QRectF(20, y, width() - 40, 1), t.line);
}

} // namespace smartqueue::widgets
