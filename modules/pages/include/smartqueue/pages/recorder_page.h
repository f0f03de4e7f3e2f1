#pragma once

#include <QTimer>

#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/recorder_model.h>

class QBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class KeyCap;
class ProgressSheet;
class Skeleton;
class StackedAreaTimeline;
class TextLabel;
}

namespace smartqueue::pages {

class RecorderCounterCard;
class RecorderEvents;
class RecorderGrid;
class RecorderQueueCard;
class RecorderTransport;
class RecorderWhyPanel;

/// Any past minute of the branch as it was recorded. Space plays; arrows move a minute, with Shift ten seconds, with Ctrl to
/// the next event; Home and End jump; 1, 2 and 3 are the speeds; Esc goes back to Live.
class RecorderPage : public Page {
    Q_OBJECT
public:
    explicit RecorderPage(presentation::Console &console, QWidget *parent = nullptr);

    PageId id() const override { return PageId::recorder; }
    QString title() const override;
    QString subtitle() const override;
    QString iconName() const override { return QStringLiteral("history"); }
    QList<QAction *> paletteActions() const override { return m_actions; }
    QString headerChip() const override;
    /// `argument`: a QStringList of two ticket numbers to compare, or nothing.
    void activated(const QVariant &argument) override;

    presentation::RecorderModel &model() { return m_model; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *recordedView();
    QWidget *branchView();
    QWidget *loadingView();
    bool handleKey(const QKeyEvent &event);
    void showPhase();
    void showProgress();
    void showDay();
    void showMoment();
    void showFrame();
    void showStatePage(QWidget *page);
    /// A low window takes the room for the cards from the time line.
    void fitTimeline();
    void fit();
    void leave();
    void retranslate();

    presentation::Console &m_console;
    presentation::RecorderModel m_model;
    QStackedWidget *m_stack;
    QWidget *m_recordedView;
    QBoxLayout *m_lower = nullptr;
    QWidget *m_ground = nullptr;
    QWidget *m_loadingView;
    QWidget *m_statePage = nullptr;
    RecorderTransport *m_transport;
    widgets::StackedAreaTimeline *m_timeline;
    widgets::TextLabel *m_branchTitle;
    widgets::ActionButton *m_backToLive;
    RecorderGrid *m_queueGrid;
    QList<RecorderQueueCard *> m_queueCards;
    widgets::TextLabel *m_countersTitle;
    RecorderGrid *m_counterGrid;
    QList<RecorderCounterCard *> m_counterCards;
    RecorderEvents *m_events;
    RecorderWhyPanel *m_why;
    widgets::Skeleton *m_skeleton;
    QVBoxLayout *m_loadingColumn;
    widgets::ProgressSheet *m_progress = nullptr;
    QTimer m_progressDelay;
    QStringList m_pendingQuestion;
    QList<QAction *> m_actions;
};

} // namespace smartqueue::pages
