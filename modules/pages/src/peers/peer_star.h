#pragma once

#include <vector>

#include <smartqueue/presentation/peer_facts.h>
#include <smartqueue/widgets/painted_widget.h>

namespace smartqueue::pages {

/// Whether the branch is one piece, at a glance: the host in the middle, the others around it, each at a place of its own.
/// Arrow keys go from one to the next.
class PeerStar : public widgets::PaintedWidget {
    Q_OBJECT
public:
    /// Around the host; with more of them there is no picture.
    static constexpr int mostAround = 8;

    explicit PeerStar(QWidget *parent = nullptr);

    /// In the order of their places, revoked ones apart. `link`: how the line of each is called.
    void show(std::vector<presentation::PeerFacts> peers);
    void setCurrent(const DeviceId &device);
    void retranslate();

    QString accessibleValue() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const smartqueue::DeviceId &device);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QSizeF nodeSize() const;
    /// Of the host, and of the others in their order.
    QRectF hostBox() const;
    QRectF boxOf(int around) const;
    int around() const { return int(m_others.size()); }
    void paintLine(QPainter &painter, const presentation::PeerFacts &peer, const QRectF &box) const;
    void paintNode(QPainter &painter, const presentation::PeerFacts &peer, const QRectF &box) const;
    void paintHost(QPainter &painter, const QRectF &box) const;
    void paintLegend(QPainter &painter) const;
    QString words(const presentation::PeerFacts &peer) const;
    void choose(const DeviceId &device);
    void describe();

    std::optional<presentation::PeerFacts> m_host;
    std::vector<presentation::PeerFacts> m_others;
    DeviceId m_current;
};

} // namespace smartqueue::pages
