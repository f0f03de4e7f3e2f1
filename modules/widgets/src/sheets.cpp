#include "smartqueue/widgets/action_button.h"
#include "smartqueue/widgets/card.h"
#include "smartqueue/widgets/form_sheet.h"
#include "smartqueue/widgets/key_cap.h"
#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/progress_sheet.h"
#include "smartqueue/widgets/text_label.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

namespace smartqueue::widgets {

/// Remembers who had the focus.
class FocusReturn : public QObject {
public:
    using QObject::QObject;
    QPointer<QWidget> widget;
};

FormSheet::FormSheet(const QString &title, QWidget *parent)
    : QWidget(parent)
    , title_(new TextLabel(title, TextSize::title, QFont::Bold))
    , escape_(new KeyCap(QString()))
    , close_(new IconButton(Icon::close, QString()))
    , back_(new FocusReturn(this))
{
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::xl, space::m, space::l, space::s);
    title_->setWordWrap(true);
    head->addWidget(title_, 1);
    head->addWidget(escape_, 0, Qt::AlignVCenter);
    head->addWidget(close_, 0, Qt::AlignVCenter);
    connect(close_, &QAbstractButton::clicked, this, &FormSheet::closeRequested);
    column->addLayout(head);

    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    content_ = new QVBoxLayout(page);
    content_->setContentsMargins(space::xl, space::s, space::xl, space::l);
    content_->setSpacing(space::s);
    area->setWidget(page);
    page->setAutoFillBackground(false);
    column->addWidget(area, 1);
    notices_ = new QVBoxLayout;
    notices_->setContentsMargins(space::l, 0, space::l, 0);
    notices_->setSpacing(space::s);
    column->addLayout(notices_);
    column->addWidget(new Divider);
    footer_ = new QHBoxLayout;
    footer_->setContentsMargins(space::xl, space::m, space::xl, space::m);
    footer_->setSpacing(space::s);
    column->addLayout(footer_);
    retranslate();
    hide();
}

void FormSheet::retranslate()
{
    escape_->setKeys(tr("Esc"));
    close_->setAccessibleName(tr("Close"));
    close_->setToolTip(tr("Close"));
}

void FormSheet::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FormSheet::setTitle(const QString &title)
{
    title_->setText(title);
    setAccessibleName(title);
}

void FormSheet::open(QWidget *first)
{
    if (!isVisible())
        back_->widget = QApplication::focusWidget();
    show();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

void FormSheet::close()
{
    hide();
    if (back_->widget)
        back_->widget->setFocus(Qt::OtherFocusReason);
    back_->widget.clear();
}

QSize FormSheet::sizeHint() const
{
    return QWidget::sizeHint().expandedTo(QSize(392 + (scaled(392) - 392) / 3, 0));
}

void FormSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(mirrored(QRectF(0, 0, 1, height()), rect(), layoutDirection()), t.line);
}

void FormSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

ProgressSheet::ProgressSheet(const QString &title, QWidget *parent)
    : QWidget(parent)
    , words_(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted))
    , bar_(new QProgressBar)
    , cancel_(new ActionButton(tr("Cancel")))
{
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new TextLabel(title, TextSize::heading, QFont::Bold));
    bar_->setTextVisible(false);
    bar_->setFixedHeight(8);
    bar_->setAccessibleName(title);
    column->addWidget(bar_);
    words_->setWordWrap(true);
    column->addWidget(words_);
    auto *row = new QHBoxLayout;
    row->addStretch();
    cancel_->setKeyCap(tr("Esc"));
    row->addWidget(cancel_);
    column->addLayout(row);
    setMinimumWidth(scaled(360));
    connect(cancel_, &QAbstractButton::clicked, this, &ProgressSheet::cancelRequested);
}

void ProgressSheet::setProgress(int done, int total, const QString &words)
{
    bar_->setRange(0, total);
    bar_->setValue(done);
    words_->setText(words);
    bar_->setAccessibleDescription(words);
}

void ProgressSheet::setCancelling(const QString &words)
{
    cancel_->setEnabled(false);
    words_->setText(words);
}

void ProgressSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCard(painter, rect(), tokens(this), std::nullopt, layoutDirection());
}

void ProgressSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && cancel_->isEnabled()) {
        Q_EMIT cancelRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace smartqueue::widgets
