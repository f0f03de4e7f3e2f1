#pragma once
#include "smartqueue/widgets/painted_widget.h"

#include <QHash>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace smartqueue::widgets {

struct Tokens;

/// Somebody who can be moved to another zone.
struct BoardAgent {
    qint64 id = 0;
    QString name;
    QString note; ///< "on a break"; beside the chips of the zone's people
    qint64 home = 0; ///< where they stand unless moved: a dashed ghost stays there
    QHash<qint64, QString> refusals; ///< zones they cannot go to, and why
    bool operator==(const BoardAgent &) const = default;
};

struct BoardZone {
    qint64 id = 0;
    QString name;
    QString note; ///< "2 → 3 agents"
    bool changed = false;
    bool closed = false; ///< nobody can be put here
    QList<BoardAgent> agents;
    bool operator==(const BoardZone &) const = default;
};

/// People as chips in zones, dragged from one to another; nobody moves before the owner sets the zones anew.
/// Arrow keys go from chip to chip; Space picks one up, Up and Down choose the zone, Enter or Space drops, Esc returns. Each step is announced.
class AgentBoard : public PaintedWidget {
    Q_OBJECT
public:
    explicit AgentBoard(QWidget *parent = nullptr);
    /// What is being carried stays so, unless it is gone.
    void setZones(const QList<BoardZone> &zones);
    const QList<BoardZone> &zones() const { return zones_; }
    bool isCarrying() const { return carried_ != 0; }
    QString accessibleValue() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    /// The chip's place in the widget; empty for whoever is not there.
    QRectF chipRect(qint64 agent) const;
    QRectF zoneRect(qint64 zone) const;

Q_SIGNALS:
    void moveRequested(qint64 agent, qint64 zone);
    /// Each step, as it was said to assistive technology.
    void announced(const QString &text);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Look { chip, ghost, slot };
    struct Piece {
        QRectF box;
        BoardAgent agent;
        Look look = Look::chip;
    };
    struct Place {
        QRectF box;
        QRectF head;
        QList<Piece> pieces;
        QString note;
        QPointF noteAt;
    };
    struct At {
        int zone = -1;
        int agent = -1;
    };
    QList<Place> arranged(int width) const;
    Place arrangedZone(int zone, int width, qreal top) const;
    QList<Piece> piecesOf(int zone) const;
    At find(qint64 agent) const;
    int indexOf(qint64 zone) const;
    QString refusal() const;
    QString nameOf(int zone) const { return zones_.value(zone).name; }
    void step(int by);
    void setCurrent(qint64 agent);
    void pickUp();
    void aim(int zone);
    void drop();
    void putBack();
    void say(const QString &text);
    void handle(const QString &announcement);
    void paintZone(QPainter &painter, const Place &place, int zone, const Tokens &table) const;
    void paintPiece(QPainter &painter, const Piece &piece, const Tokens &table) const;

    QList<BoardZone> zones_;
    qint64 current_ = 0;
    /// In the hand, and the zone it is over.
    qint64 carried_ = 0;
    int target_ = -1;
    qint64 pressed_ = 0;
    QPointF pressedAt_;
    /// Of a drag by the mouse.
    QPointF hand_;
    bool byMouse_ = false;
};

} // namespace smartqueue::widgets
