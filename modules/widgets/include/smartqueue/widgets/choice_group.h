#pragma once
#include "smartqueue/widgets/icons.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace smartqueue::widgets {

struct Choice {
    QString id;
    QString text;
    Icon icon = Icon::none;
    int count = -1; ///< shown when not negative
    QString keys;   ///< shown in a key cap when not empty
    bool operator==(const Choice &) const = default;
};

/// Exactly one of a few choices, all visible. Arrow keys move, Home and End jump; one stop in the tab order.
class ChoiceGroup : public QWidget {
    Q_OBJECT
public:
    enum class Shape { segments, chips, options };

    /// Replaces the choices; the current one stays when it is still there.
    void setChoices(const QList<Choice> &choices);
    const QList<Choice> &choices() const { return choices_; }
    QString currentId() const { return current_; }
    /// Silent when nothing changes; unknown ids select nothing.
    void setCurrentId(const QString &id);
    Shape shape() const { return shape_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return shape_ != Shape::segments; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void currentChanged(const QString &id);

protected:
    ChoiceGroup(Shape shape, const QString &accessibleName, QWidget *parent);
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    friend class ChoiceButton;
    void select(int index);
    void step(int by);
    void refresh();
    int arrange(int width, bool move) const;

    Shape shape_;
    QList<Choice> choices_;
    QList<class ChoiceButton *> buttons_;
    QString current_;
};

/// Joined segments: light, dark, as the system.
class SegmentedControl : public ChoiceGroup {
    Q_OBJECT
public:
    explicit SegmentedControl(const QString &accessibleName, QWidget *parent = nullptr)
        : ChoiceGroup(Shape::segments, accessibleName, parent)
    {
    }
};

/// Filter chips with counts.
class ChipGroup : public ChoiceGroup {
    Q_OBJECT
public:
    explicit ChipGroup(const QString &accessibleName, QWidget *parent = nullptr)
        : ChoiceGroup(Shape::chips, accessibleName, parent)
    {
    }
};

/// Boxed radio choices with their keys.
class OptionGroup : public ChoiceGroup {
    Q_OBJECT
public:
    explicit OptionGroup(const QString &accessibleName, QWidget *parent = nullptr)
        : ChoiceGroup(Shape::options, accessibleName, parent)
    {
    }
};

} // namespace smartqueue::widgets
