#pragma once

#include <optional>

#include <QList>
#include <QWidget>

#include <smartqueue/presentation/day_outlook.h>
#include <smartqueue/widgets/fan_chart.h>
#include <smartqueue/widgets/paint.h>

class QGridLayout;

namespace smartqueue::widgets {
class Card;
class Pill;
class TextLabel;
}

namespace smartqueue::pages {

/// One queue's card.
struct FanFacts {
    QString name;
    QString note;
    std::optional<widgets::PillLook> pill;
    widgets::FanChartData chart;
};

/// What every fan of the page has: title, lines and bands, and what they say at each minute.
widgets::FanChartData fanOf(const presentation::QueueOutlook &queue, int firstMinute);

/// The queues' fans, two side by side where there is room. GUI thread.
class FanGrid : public QWidget {
    Q_OBJECT
public:
    /// So wide is a card at least where two stand side by side; at 100 % text.
    explicit FanGrid(int narrowest, QWidget *parent = nullptr);
    void setFans(const QList<FanFacts> &fans);
    /// Null without any.
    QWidget *firstChart() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Fan {
        widgets::Card *card = nullptr;
        widgets::TextLabel *name = nullptr;
        widgets::TextLabel *note = nullptr;
        widgets::Pill *pill = nullptr;
        widgets::FanChart *chart = nullptr;
    };
    Fan makeFan();
    void fit();

    int m_narrowest;
    int m_columns = 0;
    QGridLayout *m_grid;
    QList<Fan> m_fans;
};

} // namespace smartqueue::pages
