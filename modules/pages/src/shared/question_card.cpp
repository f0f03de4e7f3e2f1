#include "question_card.h"

#include <utility>

#include <QHBoxLayout>

#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;

QuestionCard::QuestionCard(const QString &name, QWidget *parent)
    : Card(parent), m_text(new TextLabel({}, TextSize::body, QFont::DemiBold)), m_yes(new ActionButton({}, ButtonKind::danger)), m_no(new ActionButton)
{
    m_text->setObjectName(name + QStringLiteral("Question"));
    m_yes->setObjectName(name + QStringLiteral("Yes"));
    m_no->setObjectName(name + QStringLiteral("No"));
    m_text->setWordWrap(true);
    // Enter in a field of the dialog around it answers nothing.
    m_yes->setAutoDefault(false);
    m_no->setAutoDefault(false);
    setInset(true);
    column()->setSpacing(space::m);
    column()->addWidget(m_text);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(space::s);
    answers->addStretch(1);
    answers->addWidget(m_no);
    answers->addWidget(m_yes);
    column()->addLayout(answers);
    hide();
    connect(m_no, &QAbstractButton::clicked, this, &QuestionCard::withdraw);
    connect(m_yes, &QAbstractButton::clicked, this, [this] {
        const auto then = std::move(m_then);
        withdraw();
        if (then)
            then();
    });
}

void QuestionCard::setGlyph(Icon glyph)
{
    m_yes->setGlyph(glyph);
}

void QuestionCard::ask(const QString &question, const QString &yes, const QString &no, std::function<void()> then)
{
    m_then = std::move(then);
    m_text->setText(question);
    m_yes->setText(yes);
    m_no->setText(no);
    show();
    announce(this, question);
    m_no->setFocus(Qt::OtherFocusReason);
}

void QuestionCard::withdraw()
{
    const bool hadFocus = m_yes->hasFocus() || m_no->hasFocus();
    m_then = {};
    hide();
    if (hadFocus)
        Q_EMIT focusLeft();
}

} // namespace smartqueue::pages
