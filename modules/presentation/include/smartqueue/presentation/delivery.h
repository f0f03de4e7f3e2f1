#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

namespace smartqueue::presentation {

/// Hands a future's result to `onResult` in the receiver's thread, unless the receiver is gone by then. Qt 6.4's own
/// QFuture::then(context, …) stops the program when the context goes before the result comes.
template <class Value, class Receiver, class OnResult>
void deliver(const QFuture<Value> &future, Receiver *receiver, OnResult onResult)
{
    auto *watcher = new QFutureWatcher<Value>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, onResult = std::move(onResult)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            onResult(watcher->result());
    });
    watcher->setFuture(future);
}

/// Runs `work` in the pool.
template <class Work>
QFuture<std::invoke_result_t<Work>> inPool(QThreadPool &pool, Work work)
{
    using Value = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    QFuture<Value> future = promise->future();
    pool.start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace smartqueue::presentation
