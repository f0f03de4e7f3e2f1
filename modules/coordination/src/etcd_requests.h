#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkRequest>
#include <QThread>
#include <QUrl>

/// How etcd's HTTP gateway is asked.
namespace smartqueue::coordination {

inline constexpr std::chrono::milliseconds answerWithin{700};

inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// `path` as "/v3/kv/range".
inline QNetworkRequest requestTo(const std::string &endpoint, const QString &path)
{
    QNetworkRequest request(QUrl(QString::fromStdString(endpoint) + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(int(answerWithin.count()));
    return request;
}

/// Blocks until it is done, without the events of whoever waits coming in between.
template <class Work>
void inThreadOfItsOwn(Work &&work)
{
    const std::unique_ptr<QThread> thread(QThread::create(std::forward<Work>(work)));
    thread->start();
    thread->wait();
}

} // namespace smartqueue::coordination
