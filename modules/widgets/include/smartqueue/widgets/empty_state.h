#pragma once
#include "smartqueue/widgets/icons.h"

#include <QWidget>

namespace smartqueue::widgets {

class ActionButton;
class TextLabel;

/// Nothing to show: an icon, a sentence and one thing to do.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(Icon icon, QWidget *parent = nullptr);
    /// Without `action` there is no button.
    EmptyState(Icon icon, const QString &sentence, const QString &action = {}, QWidget *parent = nullptr);
    void setSentence(const QString &sentence);
    /// Empty: no button.
    void setAction(const QString &action);

Q_SIGNALS:
    void actionRequested();

private:
    TextLabel *sentence_;
    ActionButton *button_;
};

} // namespace smartqueue::widgets
