#include "aside_acts_card.h"

#include <algorithm>

#include <QHBoxLayout>

#include <smartqueue/presentation/audit_words.h>
#include <smartqueue/presentation/peer_facts.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/text_label.h>

#include "icon_label.h"

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

/// The newest.
constexpr std::size_t mostNamed = 5;

} // namespace

AsideActsCard::AsideActsCard(const std::vector<engine::Outbox::Aside> &acts, const TimeZone &zone, QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("asideActsCard"));
    setEdge(Tone::warning);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    auto *mark = new IconLabel(Icon::warningTriangle, this);
    mark->setTone(Tone::warning);
    head->addWidget(mark, 0, Qt::AlignVCenter);
    auto *title = new TextLabel(tr("Done here, and nowhere else"), TextSize::heading, QFont::Bold, Ink::text, this);
    title->setWordWrap(true);
    head->addWidget(title, 1);
    column()->addLayout(head);
    const auto paragraph = [this](const QString &text, Ink ink) {
        auto *label = new TextLabel(text, TextSize::body, QFont::Normal, ink, this);
        label->setWordWrap(true);
        column()->addWidget(label);
    };
    paragraph(tr("%Ln act(s) of this desktop without its host cannot be taken on by any host. They are kept here, and their numbers are not given again.", nullptr, int(acts.size())), Ink::text);
    const std::size_t first = acts.size() - std::min(acts.size(), mostNamed);
    for (std::size_t i = acts.size(); i > first; --i) {
        const presentation::AsideAct act = presentation::asideAct(acts[i - 1]);
        QStringList told;
        if (act.at)
            told << words::timeOfDay(*act.at, zone);
        told << (act.act.isEmpty() ? tr("cannot be read") : presentation::AuditWords::deed(act.act.toStdString()));
        if (!act.number.isEmpty())
            told << act.number;
        paragraph(told.join(QStringLiteral(", ")), Ink::muted);
    }
    if (first > 0)
        paragraph(tr("And %Ln more before. All of them stand in the exported diagnostics.", nullptr, int(first)), Ink::muted);
}

} // namespace smartqueue::pages
