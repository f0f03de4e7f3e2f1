#include "audit_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "icon_label.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::AuditChange;
namespace words = presentation::words;

namespace {

TextLabel *wrapped(const QString &text, TextSize size, QFont::Weight weight, Ink ink, QWidget *parent)
{
    auto *label = new TextLabel(text, size, weight, ink, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// A sign and the text that it belongs to.
QHBoxLayout *signedLine(Icon sign, Tone tone, const QString &text, QFont::Weight weight, Ink ink, QWidget *parent)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    auto *icon = new IconLabel(sign, parent);
    icon->setTone(tone);
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addWidget(wrapped(text, TextSize::body, weight, ink, parent), 1);
    return line;
}

} // namespace

AuditPanel::AuditPanel(QWidget *parent)
    : Card(parent), m_title(wrapped({}, TextSize::heading, QFont::Bold, Ink::text, this)),
      m_when(wrapped({}, TextSize::small, QFont::Normal, Ink::muted, this)), m_scroll(new QScrollArea(this)),
      m_copy(new ActionButton(Icon::copy, {}, ButtonKind::secondary, this))
{
    setObjectName(QStringLiteral("auditPanel"));
    m_title->setObjectName(QStringLiteral("auditTitle"));
    m_copy->setObjectName(QStringLiteral("auditCopy"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column()->setSpacing(space::s);
    column()->addWidget(m_title);
    column()->addWidget(m_when);
    column()->addWidget(new Divider(Qt::Horizontal, this));
    column()->addWidget(m_scroll, 1);
    column()->addWidget(m_copy, 0, Qt::AlignLeading);
    connect(m_copy, &QAbstractButton::clicked, this, [this] { QApplication::clipboard()->setText(asText()); });
    retranslate();
}

void AuditPanel::show(const std::optional<presentation::AuditDetail> &detail, const TimeZone &zone)
{
    m_detail = detail;
    m_zone = zone;
    m_failure.clear();
    rebuild();
}

void AuditPanel::showFailure(const Failure &failure)
{
    m_detail.reset();
    m_failure = words::failure(failure);
    rebuild();
}

void AuditPanel::place(QWidget *content)
{
    m_scroll->setWidget(content);
    // The scroll area paints a ground of its own otherwise, where the card's belongs.
    content->setAutoFillBackground(false);
}

void AuditPanel::rebuild()
{
    m_copy->setVisible(m_detail.has_value());
    m_when->setVisible(m_detail.has_value());
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, space::s, space::xs, 0);
    rows->setSpacing(space::s);
    if (!m_detail) {
        m_title->setText(m_failure.isEmpty() ? tr("Choose an entry") : tr("This entry cannot be shown"));
        rows->addWidget(wrapped(m_failure.isEmpty() ? tr("Its before and after stand here.") : m_failure, TextSize::body, QFont::Normal, Ink::muted, content));
        rows->addStretch(1);
        place(content);
        return;
    }
    const presentation::AuditLine &line = m_detail->line;
    m_title->setText(line.what);
    m_when->setText(tr("%1, %2", "day, time").arg(words::longDate(line.at, m_zone), words::timeWithSeconds(line.at, m_zone)));

    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(space::m);
    facts->setVerticalSpacing(space::xs);
    facts->setColumnStretch(1, 1);
    const auto fact = [&](const QString &label, const QString &text) {
        if (text.isEmpty())
            return;
        const int row = facts->rowCount();
        facts->addWidget(new TextLabel(label, TextSize::small, QFont::Normal, Ink::muted, content), row, 0, Qt::AlignTop);
        facts->addWidget(wrapped(text, TextSize::body, QFont::Normal, Ink::text, content), row, 1);
    };
    fact(tr("Who"), line.who);
    fact(tr("Act"), m_detail->deed);
    fact(tr("Branch"), line.branch);
    fact(tr("Organisation"), line.tenant);
    fact(tr("Device"), line.device);
    fact(tr("Entry"), QLocale().toString(line.sequence));
    rows->addLayout(facts);

    if (!m_detail->changes.empty()) {
        rows->addSpacing(space::s);
        rows->addWidget(new TextLabel(tr("Before and after"), TextSize::body, QFont::Bold, Ink::text, content));
        for (const AuditChange &change : m_detail->changes) {
            auto *sides = new QVBoxLayout;
            sides->setSpacing(2);
            sides->addWidget(wrapped(change.field, TextSize::small, QFont::DemiBold, Ink::muted, content));
            if (!change.before.isEmpty())
                sides->addLayout(signedLine(Icon::minus, Tone::critical, change.before, QFont::Normal, Ink::muted, content));
            if (!change.after.isEmpty())
                sides->addLayout(signedLine(Icon::plus, Tone::good, change.after, QFont::DemiBold, Ink::text, content));
            rows->addLayout(sides);
        }
    }
    if (m_detail->sentences.size() > 1) {
        rows->addSpacing(space::s);
        rows->addWidget(new TextLabel(tr("All that happened with it"), TextSize::body, QFont::Bold, Ink::text, content));
        for (const QString &sentence : std::as_const(m_detail->sentences))
            rows->addWidget(wrapped(sentence, TextSize::body, QFont::Normal, Ink::text, content));
    }
    rows->addStretch(1);
    place(content);
    announce(this, line.what);
}

QString AuditPanel::asText() const
{
    if (!m_detail)
        return {};
    QStringList lines{m_title->text(), m_when->text(), m_detail->line.who};
    for (const QString &each : {m_detail->line.branch, m_detail->line.tenant, m_detail->line.device}) {
        if (!each.isEmpty())
            lines.append(each);
    }
    for (const AuditChange &change : m_detail->changes)
        lines.append(QStringLiteral("%1: %2 → %3").arg(change.field, change.before.isEmpty() ? QStringLiteral("–") : change.before,
                                                       change.after.isEmpty() ? QStringLiteral("–") : change.after));
    if (m_detail->sentences.size() > 1)
        lines += m_detail->sentences;
    return lines.join(QLatin1Char('\n'));
}

void AuditPanel::retranslate()
{
    setAccessibleName(tr("The chosen entry"));
    m_copy->setText(tr("Copy"));
    rebuild();
}

} // namespace smartqueue::pages
