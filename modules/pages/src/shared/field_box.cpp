#include "field_box.h"

#include <QVBoxLayout>

#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;

FieldBox::FieldBox(QWidget *control, QWidget *parent)
    : QWidget(parent), m_control(control),
      m_label(new TextLabel({}, TextSize::small, QFont::DemiBold, Ink::muted, this)),
      m_note(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_label);
    column->addWidget(control);
    column->addWidget(m_note);
    m_label->setBuddy(control);
    m_note->setWordWrap(true);
    m_note->hide();
    setFocusProxy(control);
}

void FieldBox::setLabel(const QString &label)
{
    m_label->setText(label);
    m_control->setAccessibleName(label);
}

void FieldBox::setHint(const QString &hint)
{
    m_hint = hint;
    refresh();
}

void FieldBox::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    refresh();
    if (!problem.isEmpty() && m_control->hasFocus())
        announce(m_control, problem);
}

void FieldBox::setGood(const QString &words)
{
    m_good = words;
    refresh();
}

void FieldBox::refresh()
{
    const QString words = !m_problem.isEmpty() ? m_problem : !m_good.isEmpty() ? m_good : m_hint;
    m_note->setInk(!m_problem.isEmpty() ? Ink::critical : !m_good.isEmpty() ? Ink::good : Ink::muted);
    m_note->setText(m_problem.isEmpty() && !m_good.isEmpty() ? QStringLiteral("✓ ") + words : words);
    m_note->setVisible(!words.isEmpty());
    m_control->setAccessibleDescription(words);
}

} // namespace smartqueue::pages
