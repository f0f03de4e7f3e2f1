#include "smartqueue/widgets/action_button.h"
#include "smartqueue/widgets/banner.h"
#include "smartqueue/widgets/empty_state.h"
#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/skeleton.h"
#include "smartqueue/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

/// The icon of an empty page on a soft disc.
class Disc : public PaintedWidget {
public:
    Disc(Icon icon, QWidget *parent)
        : PaintedWidget(QAccessible::Graphic, parent)
        , icon_(icon)
    {
        setFixedSize(scaled(64), scaled(64));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokens(this);
        paintBox(painter, rect(), width() / 2.0, t.alternate, QColor());
        const int inset = width() / 4;
        paintIcon(painter, rect().adjusted(inset, inset, -inset, -inset), icon_, t.muted);
    }

private:
    Icon icon_;
};

} // namespace

EmptyState::EmptyState(Icon icon, const QString &sentence, const QString &action, QWidget *parent)
    : EmptyState(icon, parent)
{
    setSentence(sentence);
    setAction(action);
}

EmptyState::EmptyState(Icon icon, QWidget *parent)
    : QWidget(parent)
    , sentence_(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted))
    , button_(new ActionButton)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::l);
    column->addStretch();
    column->addWidget(new Disc(icon, this), 0, Qt::AlignHCenter);
    sentence_->setWordWrap(true);
    sentence_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    sentence_->setMinimumWidth(scaled(280));
    sentence_->setMaximumWidth(scaled(420));
    // Between two stretches, not aligned: an aligned label gets the height of its hint, which may be a line short.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(sentence_, 1000);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addWidget(button_, 0, Qt::AlignHCenter);
    button_->hide();
    connect(button_, &QAbstractButton::clicked, this, &EmptyState::actionRequested);
    column->addStretch();
}

void EmptyState::setAction(const QString &action)
{
    button_->setText(action);
    button_->setVisible(!action.isEmpty());
}

void EmptyState::setSentence(const QString &sentence)
{
    sentence_->setText(sentence);
    setAccessibleName(sentence);
}

Skeleton::Skeleton(int rows, QWidget *parent)
    : PaintedWidget(QAccessible::Animation, parent)
    , rows_(std::max(1, rows))
{
    setAccessibleName(tr("Loading"));
    delay_.setSingleShot(true);
    delay_.setInterval(150);
    pulse_.setInterval(120);
    connect(&delay_, &QTimer::timeout, this, [this] {
        shown_ = true;
        if (!reducedMotion(this))
            pulse_.start();
        update();
    });
    connect(&pulse_, &QTimer::timeout, this, [this] {
        phase_ = (phase_ + 1) % 20;
        update();
    });
}

void Skeleton::begin()
{
    shown_ = false;
    show();
    delay_.start();
}

void Skeleton::end()
{
    delay_.stop();
    pulse_.stop();
    shown_ = false;
    hide();
}

QSize Skeleton::sizeHint() const
{
    return {scaled(320), rows_ * scaled(40)};
}

void Skeleton::paintEvent(QPaintEvent *)
{
    if (!shown_)
        return;
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const double wave = phase_ < 10 ? phase_ / 10.0 : (20 - phase_) / 10.0;
    const QColor fill = mixed(t.alternate, t.line, 0.35 + 0.4 * wave);
    const qreal pitch = scaled(40);
    const double widths[] = {0.55, 0.85, 0.7, 0.4};
    for (int row = 0; row < rows_; ++row) {
        const QRectF bar(0, row * pitch + 8, width() * widths[row % 4], pitch - 20);
        paintBox(painter, mirrored(bar, rect(), layoutDirection()), metric::controlRadius, fill, QColor());
    }
}

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , text_(new TextLabel)
    , first_(new ActionButton)
    , second_(new ActionButton(QString(), ButtonKind::quiet))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, 6, space::l, 6);
    row->setSpacing(space::s);
    row->addSpacing(scaled(18) + space::m);
    text_->setWordWrap(true);
    row->addWidget(text_, 1);
    row->addWidget(first_);
    row->addWidget(second_);
    connect(first_, &QAbstractButton::clicked, this, &Banner::firstActionRequested);
    connect(second_, &QAbstractButton::clicked, this, &Banner::secondActionRequested);
    hide();
}

void Banner::showMessage(Tone tone, Icon icon, const QString &text, const QString &firstAction,
                         const QString &secondAction)
{
    tone_ = tone;
    icon_ = icon;
    first_->setText(firstAction);
    first_->setVisible(!firstAction.isEmpty());
    second_->setText(secondAction);
    second_->setVisible(!secondAction.isEmpty());
    const bool news = text_->text() != text;
    text_->setText(text);
    setAccessibleName(text);
    setMinimumHeight(metric::primaryControl);
    show();
    update();
    if (news)
        announce(this, text);
}

void Banner::updateText(const QString &text)
{
    text_->setText(text);
    setAccessibleName(text);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const ToneColours colours = toneColours(t, tone_);
    painter.fillRect(rect(), colours.soft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    const int side = scaled(18);
    const QRectF box(space::l, (height() - side) / 2.0, side, side);
    paintIcon(painter, mirrored(box, rect(), layoutDirection()), icon_, colours.text);
}

} // namespace smartqueue::widgets
