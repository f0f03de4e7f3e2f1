#include "recorder_why_panel.h"

#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QVBoxLayout>

#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

#include "icon_label.h"
#include "recorder_cards.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::RecorderModel;
using presentation::RecorderWords;

RecorderWhyPanel::RecorderWhyPanel(RecorderModel &model, QWidget *parent)
    : Card(parent), m_model(model), m_icon(new IconLabel(Icon::help, this)),
      m_question(new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, this)), m_answerBox(new Card(this)),
      m_answer(new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, m_answerBox)), m_rules(new RecorderRules(this)),
      m_otherwise(new TextLabel({}, TextSize::small, QFont::Normal, Ink::text, this)), m_sourceRow(new QWidget(this)),
      m_source(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, m_sourceRow)),
      m_compare(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)), m_first(new QLineEdit(this)),
      m_second(new QLineEdit(this)), m_swap(new IconButton(Icon::transfer, {}, this)),
      m_follow(new ActionButton({}, ButtonKind::link, this)), m_numbers(new QStringListModel(this))
{
    m_first->setObjectName(QStringLiteral("recorderFirst"));
    m_second->setObjectName(QStringLiteral("recorderSecond"));
    m_answer->setObjectName(QStringLiteral("recorderAnswer"));
    setPadding(space::l);
    m_icon->setTone(Tone::accent);
    m_answerBox->setInset(true);
    m_answerBox->setPadding(space::m);
    m_answerBox->column()->addWidget(m_answer);
    for (TextLabel *label : {m_question, m_answer, m_otherwise})
        label->setWordWrap(true);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_question, 1);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(space::s);
    fields->addWidget(m_compare);
    fields->addWidget(m_first, 1);
    fields->addWidget(m_swap);
    fields->addWidget(m_second, 1);
    auto *source = new QHBoxLayout(m_sourceRow);
    source->setContentsMargins(0, 0, 0, 0);
    source->setSpacing(space::s);
    source->addWidget(new IconLabel(Icon::lock, m_sourceRow));
    source->addWidget(m_source, 1);
    source->addWidget(m_follow);

    column()->setSpacing(space::m);
    column()->addLayout(head);
    column()->addLayout(fields);
    column()->addWidget(m_answerBox);
    column()->addWidget(m_rules);
    column()->addWidget(m_otherwise);
    column()->addStretch(1);
    column()->addWidget(m_sourceRow);

    for (QLineEdit *field : {m_first, m_second}) {
        auto *completer = new QCompleter(m_numbers, field);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setMaxVisibleItems(8);
        field->setCompleter(completer);
        field->setMinimumWidth(scaled(64));
        connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this] { ask(); });
        connect(field, &QLineEdit::editingFinished, this, &RecorderWhyPanel::ask);
    }
    connect(m_swap, &QAbstractButton::clicked, this, [this] {
        const QString first = m_first->text();
        m_first->setText(m_second->text());
        m_second->setText(first);
        ask();
    });
    connect(m_follow, &QAbstractButton::clicked, &m_model, &RecorderModel::followMoment);
    connect(&m_model, &RecorderModel::answerChanged, this, &RecorderWhyPanel::showAnswer);
    connect(&m_model, &RecorderModel::recordedChanged, this, &RecorderWhyPanel::showTickets);
    retranslate();
    showTickets();
}

bool RecorderWhyPanel::leaveFields()
{
    if (!m_first->hasFocus() && !m_second->hasFocus())
        return false;
    m_model.followMoment();
    return true;
}

void RecorderWhyPanel::ask()
{
    const QString first = m_first->text().trimmed();
    const QString second = m_second->text().trimmed();
    if (first.isEmpty() || second.isEmpty())
        return;
    // Leaving a field that still says what is shown is no new question.
    const auto shown = m_model.answer();
    const bool same = shown && first.compare(QString::fromStdString(shown->first), Qt::CaseInsensitive) == 0
        && second.compare(QString::fromStdString(shown->second), Qt::CaseInsensitive) == 0;
    if (!same)
        m_model.ask(first, second);
}

void RecorderWhyPanel::showTickets()
{
    QStringList numbers;
    if (const auto day = m_model.recorded()) {
        for (const auto &[number, id] : day->tickets)
            numbers.append(QString::fromStdString(number));
    }
    m_numbers->setStringList(numbers);
}

void RecorderWhyPanel::showAnswer()
{
    const auto answer = m_model.answer();
    const presentation::WhyWords words = answer ? RecorderWords::why(*answer) : RecorderWords::why({});
    m_question->setText(words.question);
    m_answer->setText(words.answer);
    m_rules->setRules(words, tr("Rules, in order"));
    m_otherwise->setText(words.otherwise);
    m_otherwise->setVisible(!words.otherwise.isEmpty());
    m_source->setText(words.source);
    m_sourceRow->setVisible(!words.source.isEmpty());
    m_follow->setVisible(!m_model.isFollowing());
    if (!m_first->hasFocus() && !m_second->hasFocus()) {
        m_first->setText(words.firstNumber);
        m_second->setText(words.secondNumber);
    }
}

void RecorderWhyPanel::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RecorderWhyPanel::retranslate()
{
    m_compare->setText(tr("Compare"));
    m_first->setAccessibleName(tr("Ticket called first"));
    m_second->setAccessibleName(tr("Ticket called later"));
    m_swap->setAccessibleName(tr("Swap the two tickets"));
    m_swap->setToolTip(tr("Swap the two tickets"));
    m_follow->setText(tr("Follow the moment"));
    showAnswer();
}

} // namespace smartqueue::pages
