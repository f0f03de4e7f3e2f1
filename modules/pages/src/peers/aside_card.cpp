#include "aside_card.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QUrl>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/flow_row.h>
#include <smartqueue/widgets/text_label.h>

#include "icon_label.h"
#include "question_card.h"

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

constexpr int numbersNamed = 6;

} // namespace

AsideCard::AsideCard(const presentation::AsideLog &log, const QStringList &numbers, const TimeZone &zone, bool maySettle, QWidget *parent)
    : Card(parent), m_path(log.path), m_question(new QuestionCard(QStringLiteral("aside"), this))
{
    setObjectName(QStringLiteral("asideCard"));
    setEdge(Tone::warning);
    const auto paragraph = [this](const QString &text, TextSize size, Ink ink) {
        auto *label = new TextLabel(text, size, QFont::Normal, ink, this);
        label->setWordWrap(true);
        column()->addWidget(label);
        return label;
    };
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    auto *mark = new IconLabel(Icon::warningTriangle, this);
    mark->setTone(Tone::warning);
    head->addWidget(mark, 0, Qt::AlignVCenter);
    auto *title = new TextLabel(tr("Decided here alone"), TextSize::heading, QFont::Bold, Ink::text, this);
    title->setWordWrap(true);
    head->addWidget(title, 1);
    column()->addLayout(head);
    if (log.unreadable) {
        paragraph(tr("A former database of this desktop was put aside, and what it holds cannot be read: %1").arg(words::explain(*log.unreadable).what), TextSize::body, Ink::text);
    } else if (log.entries == 0) {
        paragraph(tr("A former database of this desktop was put aside; it holds nothing that the branch does not."), TextSize::body, Ink::text);
    } else {
        paragraph(tr("%Ln act(s) from %1 to %2 happened on this desktop while it was cut off. The branch went on without them: nothing of it was merged, and nothing is lost.",
                     nullptr, log.entries)
                      .arg(words::timeOfDay(log.first, zone), words::timeOfDay(log.last, zone)),
                  TextSize::body, Ink::text);
    }
    if (!numbers.isEmpty()) {
        const QString named = numbers.mid(0, numbersNamed).join(QStringLiteral(", "));
        const int more = int(numbers.size()) - numbersNamed;
        paragraph(more > 0 ? tr("About %1 and %Ln more.", nullptr, more).arg(named) : tr("About %1. See under Tickets what became of them.").arg(named), TextSize::body, Ink::muted);
    }
    const QFileInfo file(log.path);
    auto *where = paragraph(file.fileName(), TextSize::small, Ink::muted);
    where->setToolTip(QDir::toNativeSeparators(log.path));
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *folder = new ActionButton(tr("Show in folder"), ButtonKind::secondary, this);
    folder->setObjectName(QStringLiteral("asideFolder"));
    auto *settle = new ActionButton(Icon::check, tr("Mark as settled"), ButtonKind::secondary, this);
    settle->setObjectName(QStringLiteral("asideSettle"));
    settle->setVisible(maySettle);
    auto *acts = new FlowRow;
    acts->setSpacing(space::s);
    acts->addWidget(folder);
    acts->addWidget(settle);
    column()->addWidget(m_question);
    column()->addLayout(acts);
    connect(folder, &QAbstractButton::clicked, this, [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file.absolutePath())); });
    connect(settle, &QAbstractButton::clicked, this, [this] {
        m_question->ask(tr("Has somebody dealt with what stands in it? The file stays where it is, under a name that ends in “settled”, and is not shown here any more."),
                        tr("Mark as settled"), tr("Not yet"), [this] { Q_EMIT settled(m_path); });
    });
    connect(m_question, &QuestionCard::focusLeft, settle, [settle] { settle->setFocus(Qt::OtherFocusReason); });
}

} // namespace smartqueue::pages
