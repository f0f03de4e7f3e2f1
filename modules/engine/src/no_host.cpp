#include "no_host.h"

#include <QPromise>

#include <smartqueue/replication/wire.h>

namespace smartqueue::engine {

namespace {

template <class T>
QFuture<T> finished(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

class NoHost final : public Upstream {
public:
    QFuture<Answer> submit(Command) override { return finished(Answer(unreachable())); }
    QFuture<Result<accounts::Session>> signIn(std::string, std::string, std::string, std::string) override { return session(); }
    QFuture<Result<accounts::Session>> signInWithPin(UserId, std::string, std::string) override { return session(); }
    QFuture<Result<accounts::Session>> resume(accounts::Session, std::string) override { return session(); }
    QFuture<std::vector<Answer>> offer(std::vector<Command> done) override { return finished(std::vector<Answer>(done.size(), Answer(unreachable()))); }
    bool isInStep() const override { return false; }
    bool mayGoAlone(const CommandId &) const override { return false; }

private:
    static tl::unexpected<Failure> unreachable() { return fail(replication::peer_failures::hostUnreachable); }
    static QFuture<Result<accounts::Session>> session() { return finished(Result<accounts::Session>(unreachable())); }
};

} // namespace

Upstream &noHost()
{
    static NoHost nobody;
    return nobody;
}

} // namespace smartqueue::engine
