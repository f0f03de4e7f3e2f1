#pragma once

#include <smartqueue/presentation/proven_suggestions.h>
#include <smartqueue/widgets/action_button.h>

namespace smartqueue::pages {

/// What is to get better, and how much longer others may wait for it: said on a button that opens the choices.
class SuggestionAim : public widgets::ActionButton {
    Q_OBJECT
public:
    explicit SuggestionAim(QWidget *parent = nullptr);
    void setWish(const presentation::SuggestionWish &wish);
    void retranslate();

Q_SIGNALS:
    void wishChosen(const smartqueue::presentation::SuggestionWish &wish);

private:
    void openChoices();
    void addChoice(QMenu &menu, QActionGroup &group, const QString &words, const presentation::SuggestionWish &wish);

    presentation::SuggestionWish m_wish;
};

} // namespace smartqueue::pages
