#pragma once

#include <QStackedWidget>

class QScrollArea;
class QVBoxLayout;

namespace smartqueue::pages {

class PageScroll;

/// Causes beside effects, each scrolling by itself below a head that stays; one below the other where the room is short. GUI thread.
class SimulatorColumns : public QStackedWidget {
    Q_OBJECT
public:
    /// Takes all three; each has a layout.
    SimulatorColumns(QWidget *causes, QWidget *head, QWidget *effects, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool hasRoom() const;
    void fit();
    void setBesideMargins();
    void putBeside();
    void putBelow();

    QWidget *m_causes;
    QWidget *m_head;
    QWidget *m_effects;
    QWidget *m_beside;
    PageScroll *m_causesScroll;
    PageScroll *m_effectsScroll;
    QVBoxLayout *m_effectsColumn;
    PageScroll *m_below;
    QVBoxLayout *m_belowColumn;
    bool m_isBeside = true;
};

} // namespace smartqueue::pages
