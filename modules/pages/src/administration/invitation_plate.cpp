#include "invitation_plate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <smartqueue/domain/limits.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/number_plate.h>
#include <smartqueue/widgets/paint.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/qr_code.h>
#include <smartqueue/widgets/text_label.h>

#include "icon_label.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

/// The white ground that readers need around a code, in the dark theme too.
class WhiteGround : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintBox(painter, rect(), metric::controlRadius, Qt::white, tokens(this).line);
    }
};

QHBoxLayout *fact(Icon icon, TextLabel *words, QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(new IconLabel(icon, parent), 0, Qt::AlignTop);
    row->addWidget(words, 1);
    words->setWordWrap(true);
    return row;
}

} // namespace

InvitationPlate::InvitationPlate(QWidget *parent)
    : Card(parent), m_title(new TextLabel({}, TextSize::small, QFont::DemiBold, Ink::muted, this)), m_number(new NumberPlate({}, this)),
      m_hours(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)),
      m_here(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)), m_copy(new ActionButton(Icon::copy, {}, ButtonKind::secondary, this)),
      m_print(new ActionButton(Icon::printer, {}, ButtonKind::secondary, this)), m_picture(new QrCode({}, this)),
      m_scan(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this))
{
    m_number->setObjectName(QStringLiteral("invitationCodePlate"));
    m_picture->setObjectName(QStringLiteral("invitationQr"));
    m_copy->setObjectName(QStringLiteral("invitationCopy"));
    m_print->setObjectName(QStringLiteral("invitationPrint"));
    // It shrinks with its column rather than widen it.
    m_number->setMinimumWidth(120);
    setInset(true);
    column()->setSpacing(space::s);
    column()->addWidget(m_title);
    column()->addWidget(m_number);

    auto *ground = new WhiteGround(this);
    auto *around = new QVBoxLayout(ground);
    around->setContentsMargins(3, 3, 3, 3);
    around->addWidget(m_picture);
    // A code of 12 signs has 29 modules with its margin; four pixels each are read from an arm's length.
    m_picture->setFixedSize(29 * 4, 29 * 4);
    auto *picture = new QVBoxLayout;
    picture->setSpacing(space::xs);
    picture->addWidget(ground, 0, Qt::AlignCenter);
    picture->addWidget(m_scan, 0, Qt::AlignCenter);
    picture->addStretch(1);
    auto *facts = new QVBoxLayout;
    facts->setSpacing(space::s);
    facts->addLayout(fact(Icon::clock, m_hours, this));
    facts->addLayout(fact(Icon::lock, m_here, this));
    facts->addStretch(1);
    facts->addWidget(m_copy, 0, Qt::AlignLeading);
    facts->addWidget(m_print, 0, Qt::AlignLeading);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addLayout(facts, 1);
    row->addLayout(picture);
    column()->addLayout(row);

    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_code);
        announce(m_copy, tr("The code is copied."));
        m_copy->setText(tr("Copied"));
        m_copy->setGlyph(Icon::check);
        Q_EMIT copied();
    });
    connect(m_print, &QAbstractButton::clicked, this, &InvitationPlate::printRequested);
    retranslate();
}

void InvitationPlate::setCode(const QString &code)
{
    m_code = code;
    m_number->setNumber(code);
    m_number->setFixedHeight(scaled(44));
    m_picture->setText(code);
    m_copy->setGlyph(Icon::copy);
    retranslate();
}

void InvitationPlate::retranslate()
{
    const int hours = int(std::chrono::duration_cast<std::chrono::hours>(limits::invitationStands).count());
    m_title->setText(tr("One-time code"));
    m_hours->setText(tr("%n hours, one use", nullptr, hours));
    m_here->setText(tr("shown only here"));
    m_copy->setText(tr("Copy"));
    m_print->setText(tr("Print…"));
    m_scan->setText(tr("scan at the desk"));
    m_picture->setAccessibleName(tr("The one-time code as a QR code"));
}

} // namespace smartqueue::pages
