#include "recorder_transport.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
using presentation::RecorderModel;

RecorderTransport::RecorderTransport(RecorderModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_play(new PrimaryButton({}, this)), m_back(new IconButton(Icon::skipBack, {}, this)),
      m_forward(new IconButton(Icon::skipForward, {}, this)), m_speed(new SegmentedControl({}, this)), m_day(new QComboBox(this)),
      m_momentLabel(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)),
      m_moment(new TextLabel({}, TextSize::display, QFont::Bold, Ink::text, this))
{
    m_back->setKind(ButtonKind::secondary);
    m_forward->setKind(ButtonKind::secondary);
    m_play->setTall(false);
    m_play->setObjectName(QStringLiteral("recorderPlay"));
    m_day->setObjectName(QStringLiteral("recorderDay"));
    m_moment->setObjectName(QStringLiteral("recorderMoment"));
    m_day->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_day->setMaxVisibleItems(14);
    // The width of the widest moment, so that nothing beside it jumps.
    m_moment->setMinimumWidth(m_moment->fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")) + 4);
    m_moment->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_rows = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::m);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(m_play);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addWidget(m_speed);
    row->addWidget(m_day);
    row->addStretch(1);
    auto *shown = new QHBoxLayout;
    shown->setSpacing(space::m);
    shown->addWidget(m_momentLabel, 1, Qt::AlignTrailing | Qt::AlignVCenter);
    shown->addWidget(m_moment);
    m_rows->addLayout(row, 1);
    m_rows->addLayout(shown);

    connect(m_play, &QAbstractButton::clicked, this, [this] { m_model.setPlaying(!m_model.isPlaying()); });
    connect(m_back, &QAbstractButton::clicked, &m_model, &RecorderModel::toPreviousEvent);
    connect(m_forward, &QAbstractButton::clicked, &m_model, &RecorderModel::toNextEvent);
    connect(m_speed, &SegmentedControl::currentChanged, this, [this](const QString &id) { m_model.setSpeed(id.toInt()); });
    connect(m_day, &QComboBox::activated, this, [this] { m_model.showDay(m_day->currentData().toDate()); });
    connect(&m_model, &RecorderModel::speedChanged, this, [this](int speed) { m_speed->setCurrentId(QString::number(speed)); });
    connect(&m_model, &RecorderModel::momentChanged, this, &RecorderTransport::showMoment);
    connect(&m_model, &RecorderModel::playingChanged, this, &RecorderTransport::showPlaying);
    connect(&m_model, &RecorderModel::daysChanged, this, &RecorderTransport::showDays);
    connect(&m_model, &RecorderModel::recordedChanged, this, &RecorderTransport::showDays);
    retranslate();
    showDays();
}

void RecorderTransport::setNarrow(bool narrow)
{
    m_rows->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_moment->setMinimumWidth(m_moment->fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")) + 4);
}

void RecorderTransport::showMoment()
{
    if (const auto day = m_model.recorded())
        m_moment->setText(presentation::words::timeWithSeconds(m_model.moment(), day->zone));
}

void RecorderTransport::showPlaying()
{
    m_play->setText(m_model.isPlaying() ? tr("Pause") : tr("Play"));
    m_play->setGlyph(m_model.isPlaying() ? Icon::pause : Icon::play);
}

void RecorderTransport::showDays()
{
    const QSignalBlocker quiet(m_day);
    m_day->clear();
    for (const QDate &day : m_model.days())
        m_day->addItem(themedIcon(Icon::calendar), QLocale().toString(day, QStringLiteral("dddd d MMMM yyyy")), day);
    m_day->setCurrentIndex(m_day->findData(m_model.day()));
    m_day->setEnabled(m_day->count() > 0);
    showMoment();
}

void RecorderTransport::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showDays();
    }
}

void RecorderTransport::retranslate()
{
    m_play->setKeyCap(tr("Space"));
    showPlaying();
    m_back->setAccessibleName(tr("To the event before"));
    m_back->setToolTip(tr("To the event before (Ctrl+←)"));
    m_forward->setAccessibleName(tr("To the next event"));
    m_forward->setToolTip(tr("To the next event (Ctrl+→)"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setChoices({{QStringLiteral("1"), tr("1×"), Icon::none, -1, {}}, {QStringLiteral("10"), tr("10×"), Icon::none, -1, {}},
                         {QStringLiteral("100"), tr("100×"), Icon::none, -1, {}}});
    m_speed->setCurrentId(QString::number(m_model.speed()));
    m_day->setAccessibleName(tr("Day"));
    m_momentLabel->setText(tr("Moment shown"));
    m_moment->setAccessibleName(tr("Moment shown"));
}

} // namespace smartqueue::pages
