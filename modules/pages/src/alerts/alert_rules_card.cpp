#include "alert_rules_card.h"

#include <QVBoxLayout>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/alert_model.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

constexpr AlertType rules[] = {AlertType::noAgents, AlertType::slaBreach, AlertType::highWaitTime, AlertType::capacity};
constexpr auto period = std::chrono::hours(7 * 24);
constexpr auto progressEvery = std::chrono::milliseconds(300);

} // namespace

AlertRulesCard::AlertRulesCard(presentation::Console &console, QWidget *parent)
    : Card(parent)
    , m_console(console)
    , m_title(new TextLabel({}, TextSize::heading, QFont::Bold))
    , m_state(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted))
    , m_button(new LinkButton)
    , m_progress(this)
{
    column()->setSpacing(2);
    column()->addWidget(m_title);
    for ([[maybe_unused]] const AlertType rule : rules) {
        m_names.append(new TextLabel({}, TextSize::body, QFont::Bold));
        m_sentences.append(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted));
        m_counts.append(new TextLabel({}, TextSize::small, QFont::Bold));
        column()->addSpacing(space::m);
        for (TextLabel *label : {m_names.last(), m_sentences.last(), m_counts.last()}) {
            label->setWordWrap(true);
            column()->addWidget(label);
        }
    }
    column()->addSpacing(space::m);
    m_state->setWordWrap(true);
    column()->addWidget(m_state);
    column()->addWidget(m_button, 0, Qt::AlignLeading);
    column()->addStretch(1);
    m_progress.setInterval(progressEvery);
    connect(&m_progress, &QTimer::timeout, this, &AlertRulesCard::showState);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_counting)
            m_counting->stop = true;
        else
            count();
    });
    retranslate();
}

AlertRulesCard::~AlertRulesCard()
{
    if (m_counting)
        m_counting->stop = true;
}

void AlertRulesCard::count()
{
    if (m_counting || m_study)
        return;
    m_failure.reset();
    m_counting = std::make_shared<Counting>();
    m_progress.start();
    const Instant until = m_console.now();
    auto study = m_console.engine().study([until, counting = m_counting](engine::HistoryReader &reader) {
        return presentation::studyRules(reader, until - period, until, [&counting](double share) {
            counting->percent = int(share * 100);
            return !counting->stop;
        });
    });
    engine::whenDone(std::move(study), this, [this](const Result<presentation::RuleStudy> &counted) { take(counted); });
    showState();
}

void AlertRulesCard::take(const Result<presentation::RuleStudy> &study)
{
    const bool stopped = m_counting->stop;
    m_counting.reset();
    m_progress.stop();
    if (!study)
        m_failure = study.error();
    else if (!stopped)
        m_study = *study;
    showState();
}

void AlertRulesCard::showState()
{
    for (int i = 0; i < m_counts.size(); ++i) {
        m_counts[i]->setVisible(m_study.has_value());
        if (m_study)
            m_counts[i]->setText(tr("Would have fired %n time(s) last week", nullptr, m_study->rises[std::size_t(rules[i])]));
    }
    if (m_counting) {
        m_state->setText(tr("Counting how often each would have fired last week: %1").arg(words::percent(m_counting->percent / 100.0)));
        m_button->setText(tr("Stop"));
    } else if (m_failure) {
        m_state->setText(words::failure(*m_failure));
        m_button->setText(tr("Count again"));
    } else if (m_study && m_study->shorter) {
        const TimeZone zone = m_console.engine().snapshot()->zone;
        m_state->setText(tr("Counted from %1, %2, where the log begins.", "date, time")
                             .arg(words::shortDate(m_study->from, zone), words::timeOfDay(m_study->from, zone)));
    } else {
        m_state->setText({});
        m_button->setText(tr("Count last week"));
    }
    m_state->setVisible(!m_state->text().isEmpty());
    m_button->setVisible(m_counting || !m_study);
}

void AlertRulesCard::retranslate()
{
    m_title->setText(tr("When you are alerted"));
    for (int i = 0; i < m_names.size(); ++i) {
        m_names[i]->setText(words::alertType(rules[i]));
        m_sentences[i]->setText(presentation::ruleSentence(rules[i]));
    }
    showState();
}

} // namespace smartqueue::pages
