#pragma once

#include <smartqueue/presentation/recorder_model.h>
#include <smartqueue/widgets/card.h>

class QLineEdit;
class QStringListModel;

namespace smartqueue::widgets {
class ActionButton;
class IconButton;
class TextLabel;
}

namespace smartqueue::pages {

class IconLabel;
class RecorderRules;

/// "Why was B017 called before A016?": the answer, the rules in the order applied, what would have been otherwise. Two
/// fields choose the tickets; left alone, the question follows the moment.
class RecorderWhyPanel : public widgets::Card {
    Q_OBJECT
public:
    explicit RecorderWhyPanel(presentation::RecorderModel &model, QWidget *parent = nullptr);
    /// Esc in the fields goes back to following the moment; false when there is nothing to go back from.
    bool leaveFields();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showAnswer();
    void showTickets();
    void ask();
    void retranslate();

    presentation::RecorderModel &m_model;
    IconLabel *m_icon;
    widgets::TextLabel *m_question;
    widgets::Card *m_answerBox;
    widgets::TextLabel *m_answer;
    RecorderRules *m_rules;
    widgets::TextLabel *m_otherwise;
    QWidget *m_sourceRow;
    widgets::TextLabel *m_source;
    widgets::TextLabel *m_compare;
    QLineEdit *m_first;
    QLineEdit *m_second;
    widgets::IconButton *m_swap;
    widgets::ActionButton *m_follow;
    QStringListModel *m_numbers;
};

} // namespace smartqueue::pages
