#pragma once

#include <QList>
#include <QString>

#include <smartqueue/presentation/recorder_words.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

/// A queue at a recorded moment, in words.
struct RecorderQueueFacts {
    QString name;
    QString status;
    widgets::Tone tone = widgets::Tone::good;
    int waiting = 0;
    QString waitingWord;
    QString wait;
    QString onTime;
    bool operator==(const RecorderQueueFacts &) const = default;
};

class RecorderQueueCard : public widgets::PaintedWidget {
    Q_OBJECT
public:
    explicit RecorderQueueCard(QWidget *parent = nullptr);
    void setFacts(const RecorderQueueFacts &facts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RecorderQueueFacts m_facts;
};

/// Who was at a counter and what they did.
class RecorderCounterCard : public widgets::PaintedWidget {
    Q_OBJECT
public:
    explicit RecorderCounterCard(QWidget *parent = nullptr);
    void setFacts(const presentation::CounterWords &facts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    presentation::CounterWords m_facts;
};

/// The events around the moment, the present one marked.
class RecorderEvents : public widgets::PaintedWidget {
    Q_OBJECT
public:
    explicit RecorderEvents(QWidget *parent = nullptr);
    void setEvents(const QList<presentation::HappeningWords> &events);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void momentRequested(smartqueue::Instant at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int rowHeight() const;
    QList<presentation::HappeningWords> m_events;
};

/// The rules of a decision in the order applied, the deciding one filled.
class RecorderRules : public widgets::PaintedWidget {
    Q_OBJECT
public:
    explicit RecorderRules(QWidget *parent = nullptr);
    void setRules(const presentation::WhyWords &words, const QString &heading);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;
    int headHeight() const;
    presentation::WhyWords m_words;
    QString m_heading;
};

/// Cards of one size side by side in as many columns as fit.
class RecorderGrid : public QWidget {
    Q_OBJECT
public:
    RecorderGrid(int leastWidth, QWidget *parent = nullptr);
    /// Takes the cards over as children, shown in this order.
    void setCards(const QList<QWidget *> &cards);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int columns(int width) const;
    int cardHeight() const;
    void arrange();

    int m_leastWidth;
    QList<QWidget *> m_cards;
};

} // namespace smartqueue::pages
