#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/theme.h"

#include <QList>
#include <QWidget>

namespace smartqueue::widgets {

struct SidebarItem {
    QString id;
    QString text;
    Icon icon = Icon::none;
    int group = 0; ///< a separator stands between two groups
    QString keys;  ///< spoken and shown in the tool tip
    bool operator==(const SidebarItem &) const = default;
};

/// Where one is and where one can go: 196 px, or 56 with icons only. Up and Down move through the rows.
class Sidebar : public QWidget {
    Q_OBJECT
public:
    explicit Sidebar(const QString &productName, QWidget *parent = nullptr);
    void setItems(const QList<SidebarItem> &items);
    /// Rows at the lower end, such as Help; they do not stay selected.
    void setFooterItems(const QList<SidebarItem> &items);
    QString currentId() const { return current_; }
    /// Marks the row; does not emit.
    void setCurrentId(const QString &id);
    /// A count beside the row, hidden at 0. `words` is spoken instead of the bare number.
    void setBadge(const QString &id, int count, Tone tone, const QString &words);
    bool collapsed() const { return collapsed_; }
    void setCollapsed(bool collapsed);
    /// The last thing in it that the Tab key stops at.
    QWidget *lastStop() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void itemActivated(const QString &id);
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    void showCollapse();
    class SidebarRow *row(const QString &id) const;
    QString product_;
    QList<class SidebarRow *> rows_;
    QList<class SidebarRow *> footer_;
    class SidebarRow *collapse_;
    QList<int> separators_;
    QString current_;
    bool collapsed_ = false;
};

} // namespace smartqueue::widgets
