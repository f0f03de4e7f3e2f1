#pragma once

#include <functional>

#include <QObject>
#include <QUuid>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/when_done.h>

namespace smartqueue::presentation {

/// Submits under a new command id and hands the answer over in the receiver's thread, unless the receiver is gone by then.
template <class Receiver, class OnAnswer>
void submit(engine::Engine &engine, CommandBody body, AgentId actor, Receiver *receiver, OnAnswer onAnswer)
{
    Command command{QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(), std::move(body), actor, {}};
    command.isNew = true;
    engine::whenDone(engine.submit(std::move(command)), receiver, std::move(onAnswer));
}

} // namespace smartqueue::presentation
