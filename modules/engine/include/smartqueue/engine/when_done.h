#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

namespace smartqueue::engine {

/// Hands the result over in the receiver's thread, which is the caller's; never when the receiver is gone by then or the
/// engine ended without a result. QFuture::then() with a receiver is no substitute: in Qt 6.4 it does not survive its end.
template <class T, class Receiver, class OnResult>
void whenDone(QFuture<T> future, Receiver *receiver, OnResult onResult)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, onResult = std::move(onResult)]() mutable {
        watcher->deleteLater();
        QFuture<T> finished = watcher->future();
        if (finished.resultCount() > 0)
            onResult(finished.takeResult());
    });
    watcher->setFuture(std::move(future));
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

} // namespace smartqueue::engine
