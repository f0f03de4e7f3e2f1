#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include <QTimer>

#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/rule_study.h>
#include <smartqueue/widgets/card.h>

namespace smartqueue::widgets {
class LinkButton;
class TextLabel;
}

namespace smartqueue::pages {

/// The four rules in words, each with how often it would have fired in the last seven days, counted in the study pool.
class AlertRulesCard : public widgets::Card {
    Q_OBJECT
public:
    explicit AlertRulesCard(presentation::Console &console, QWidget *parent = nullptr);
    ~AlertRulesCard() override;

    /// Counts once; again after a failure or when it was stopped.
    void count();
    void retranslate();

private:
    struct Counting {
        std::atomic<bool> stop{false};
        std::atomic<int> percent{0};
    };
    void take(const Result<presentation::RuleStudy> &study);
    void showState();

    presentation::Console &m_console;
    widgets::TextLabel *m_title;
    QList<widgets::TextLabel *> m_names;
    QList<widgets::TextLabel *> m_sentences;
    QList<widgets::TextLabel *> m_counts;
    widgets::TextLabel *m_state;
    widgets::LinkButton *m_button;
    QTimer m_progress;
    std::shared_ptr<Counting> m_counting;
    std::optional<presentation::RuleStudy> m_study;
    std::optional<Failure> m_failure;
};

} // namespace smartqueue::pages
