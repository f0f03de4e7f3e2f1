#pragma once
#include "smartqueue/widgets/icons.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace smartqueue::widgets {

class TextLabel;

struct PaletteItem {
    QString id;
    QString section;
    QString title;
    QString subtitle;
    QString shortcut;
    QString keywords;
    Icon icon = Icon::none;
    bool enabled = true;
};

/// How well `query` matches: 0 is no match, more is better. Letters must appear in order; starts of words
/// count more. Case and accents do not matter.
int fuzzyScore(const QString &query, const PaletteItem &item);

/// Everything the program can do, in one list over the window. Opens without animation; Esc closes it and gives
/// the focus back. Keeps the order of the items while nothing is typed.
class CommandPalette : public QWidget {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);
    void setItems(const QList<PaletteItem> &items);
    void open();
    void close();
    /// Ids in the order shown.
    QStringList shownIds() const;

Q_SIGNALS:
    /// Sent after the palette has closed and the focus is back.
    void triggered(const QString &id);
    void queryChanged(const QString &query);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refill();
    void place();
    void step(int by);
    void accept();

    QList<PaletteItem> items_;
    QLineEdit *query_;
    QListView *list_;
    QStandardItemModel *model_;
    TextLabel *nothing_;
    QPointer<QWidget> before_;
};

} // namespace smartqueue::widgets
