#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

#include <QList>

namespace smartqueue::widgets {

/// How the time after an entry was spent.
enum class StorySpan { none, waiting, withAgent };

struct StoryEntry {
    QString time;
    Icon icon = Icon::info;
    Tone tone = Tone::neutral;
    QString title;
    QString detail;
    QString duration; ///< bold, ends the span
    StorySpan span = StorySpan::none;
    bool operator==(const StoryEntry &) const = default;
};

/// What happened to one ticket, top to bottom: dashed while waiting or held, solid while with an agent.
class StoryTimeline : public PaintedWidget {
    Q_OBJECT
public:
    explicit StoryTimeline(const QString &accessibleName, QWidget *parent = nullptr);
    void setEntries(const QList<StoryEntry> &entries);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QString accessibleValue() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    qreal timeWidth() const;
    qreal textLeft() const;
    qreal entryHeight(const StoryEntry &entry, qreal width, bool last) const;
    QString said(const StoryEntry &entry) const;
    QString name_;
    QList<StoryEntry> entries_;
    int current_ = 0;
};

} // namespace smartqueue::widgets
