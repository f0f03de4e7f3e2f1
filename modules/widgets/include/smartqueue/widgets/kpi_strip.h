#pragma once
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

#include <QList>
#include <QString>

namespace smartqueue::widgets {

/// One figure beside its target. Tone neutral keeps it grey; colour is for what needs someone.
struct Kpi {
    QString label;
    QString value;
    QString subtext;
    Tone tone = Tone::neutral;
    bool operator==(const Kpi &) const = default;
};

class KpiTile : public PaintedWidget {
    Q_OBJECT
public:
    explicit KpiTile(QWidget *parent = nullptr);
    void setKpi(const Kpi &kpi);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kpi kpi_;
};

/// Four to six tiles side by side, wrapping when the window is narrow.
class KpiStrip : public QWidget {
    Q_OBJECT
public:
    explicit KpiStrip(QWidget *parent = nullptr);
    void setKpis(const QList<Kpi> &kpis);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int arrange(int width, bool move) const;
    QList<KpiTile *> tiles_;
};

} // namespace smartqueue::widgets
