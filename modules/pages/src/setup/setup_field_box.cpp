#include "setup_field_box.h"

#include <QVBoxLayout>

#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;

SetupFieldBox::SetupFieldBox(QWidget *control, QWidget *parent)
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

void SetupFieldBox::setLabel(const QString &label)
{
    m_label->setText(label);
    m_control->setAccessibleName(label);
}

void SetupFieldBox::setHint(const QString &hint)
{
    m_hint = hint;
    refresh();
}

void SetupFieldBox::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    refresh();
    if (!problem.isEmpty() && m_control->hasFocus())
        announce(m_control, problem);
}

void SetupFieldBox::refresh()
{
    const QString words = m_problem.isEmpty() ? m_hint : m_problem;
    m_note->setInk(m_problem.isEmpty() ? Ink::muted : Ink::critical);
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
    m_control->setAccessibleDescription(words);
}

} // namespace smartqueue::pages
