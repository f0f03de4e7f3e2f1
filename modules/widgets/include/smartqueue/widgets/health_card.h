#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

#include <QList>
#include <QString>

namespace smartqueue::widgets {

/// What one card says. All texts are ready to show; the sparkline holds one value per step, oldest first.
struct HealthCardData {
    qint64 id = 0;
    QString name;
    Tone statusTone = Tone::good;
    QString statusWord;
    int waiting = 0;
    QString waitingLabel; ///< the word behind the number
    QString etaLabel;
    QString etaText;
    QList<double> sparkline;
    double target = 0; ///< in the sparkline's unit; 0: none
    QString slaText;
    QString countersText;
    QString cause;
    Tone causeTone = Tone::neutral;
    bool stale = false; ///< figures too old to be trusted: everything grey
    bool operator==(const HealthCardData &) const = default;
};

/// One queue at a glance, painted as a whole. Enter or a click opens it.
class HealthCard : public PaintedWidget {
    Q_OBJECT
public:
    explicit HealthCard(QWidget *parent = nullptr);
    /// Repaints only when something changed.
    void setData(const HealthCardData &facts);
    const HealthCardData &data() const { return data_; }
    void press() override;
    bool pressable() const override { return true; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(qint64 id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int heightFor(int width) const;
    HealthCardData data_;
};

/// The icon that stands for a status tone in pills and cards.
Icon statusIcon(Tone tone);

} // namespace smartqueue::widgets
