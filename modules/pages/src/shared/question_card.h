#pragma once

#include <functional>

#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/icons.h>

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

/// A question in the place where it arises, instead of a dialog. Hidden until it is asked; the focus goes to the answer that
/// changes nothing.
class QuestionCard : public widgets::Card {
    Q_OBJECT
public:
    /// `name` begins the names of its parts: "…Question", "…Yes", "…No".
    explicit QuestionCard(const QString &name, QWidget *parent = nullptr);

    /// A yes runs `then`, when the card is gone. Takes the place of what was asked before.
    void ask(const QString &question, const QString &yes, const QString &no, std::function<void()> then);
    /// Unanswered; nothing happens.
    void withdraw();
    bool isAsking() const { return !isHidden(); }
    void setGlyph(widgets::Icon glyph);

Q_SIGNALS:
    /// It is gone, and the focus was in it.
    void focusLeft();

private:
    widgets::TextLabel *m_text;
    widgets::ActionButton *m_yes;
    widgets::ActionButton *m_no;
    std::function<void()> m_then;
};

} // namespace smartqueue::pages
