#pragma once

#include <QKeySequence>
#include <QWidget>

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

class DeskController;

/// The keys of the desk's acts, as delivered until the person binds others.
struct DeskKeys {
    QKeySequence main{Qt::Key_F8};
    QKeySequence recall{Qt::Key_F7};
    QKeySequence noShow{Qt::Key_F9};
    QKeySequence transfer{Qt::Key_F10};
    QKeySequence pause{Qt::Key_F6};
    QKeySequence undo{QKeySequence::Undo};
};

/// The desk as a strip over other programs: the ticket in hand, the timer, who waits, who is next, and the same legal acts.
/// On top of other windows where the platform can. 860 × 64, or 420 × 48 when compact.
class CallBar : public QWidget {
    Q_OBJECT
public:
    explicit CallBar(DeskController &desk, QWidget *parent = nullptr);

    bool isCompact() const { return m_compact; }
    void setCompact(bool compact);
    void setKeys(const DeskKeys &keys);

Q_SIGNALS:
    /// The transfer needs the whole desk.
    void transferRequested();
    /// Back to the window.
    void deskRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void retranslate();
    void showFacts();
    /// There is no room to choose one: the first.
    QString breakReason() const;
    void fit();

    DeskController &m_desk;
    DeskKeys m_keys;
    bool m_compact = false;
    widgets::TextLabel *m_head;
    widgets::TextLabel *m_number;
    widgets::TextLabel *m_upper;
    widgets::TextLabel *m_lower;
    widgets::ActionButton *m_main;
    widgets::ActionButton *m_recall;
    widgets::ActionButton *m_noShow;
    widgets::ActionButton *m_transfer;
    widgets::ActionButton *m_break;
    widgets::ActionButton *m_size;
};

} // namespace smartqueue::pages
