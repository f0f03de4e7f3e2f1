#pragma once

#include <map>

#include <QObject>
#include <QPointer>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/console.h>

namespace smartqueue::widgets {
class Toast;
class ToastHost;
}

namespace smartqueue::pages {

/// What is said of acts, and the way back from them: a toast offers to take its own act back, and goes when anybody has
/// done so. GUI thread.
class UndoToasts : public QObject {
    Q_OBJECT
public:
    /// All of them must outlive it.
    UndoToasts(presentation::Console &console, widgets::ToastHost &host, QObject *parent);

    /// With `act`, the batch of an act, the toast offers to take that back while it can be; 0: it only tells.
    void tell(const QString &text, Sequence act = 0);
    /// Takes back the newest act from this side of the desks.
    void takeBackNewest();

Q_SIGNALS:
    void failed(const smartqueue::Failure &failure);

private:
    void takeBack(const Result<Undo> &command);
    bool canTakeBack(Sequence act) const;
    void takeEvents(const engine::SharedBatches &batches);
    void drop(Sequence act);

    presentation::Console &m_console;
    widgets::ToastHost &m_host;
    /// Those that offer it, by the batch of their act.
    std::map<Sequence, QPointer<widgets::Toast>> m_offers;
};

} // namespace smartqueue::pages
