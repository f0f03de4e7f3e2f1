#include "smartqueue/engine/peers.h"

#include <algorithm>

#include <QUuid>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>

#include "peer_worker.h"

namespace smartqueue::engine {

namespace {

/// Ids that are told apart while nobody can say what came of them; beyond, every id that somebody brings along waits for a host.
constexpr std::size_t mostUncertain = 10'000;
const CommandId anyId;

/// Answers once whoever waits, whatever becomes of the peers' thread: with `otherwise` where nothing else is told.
template <class T>
class Awaited {
public:
    explicit Awaited(T otherwise) : m_otherwise(std::move(otherwise)) { m_promise.start(); }
    ~Awaited()
    {
        if (!m_isTold)
            tell(std::move(m_otherwise));
    }
    Awaited(const Awaited &) = delete;
    Awaited &operator=(const Awaited &) = delete;

    void tell(T value)
    {
        m_isTold = true;
        m_promise.addResult(std::move(value));
        m_promise.finish();
    }
    QFuture<T> future() { return m_promise.future(); }

private:
    QPromise<T> m_promise;
    T m_otherwise;
    bool m_isTold = false;
};

Failure unreachable()
{
    return {replication::peer_failures::hostUnreachable, {}};
}

std::string newRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

} // namespace

PeerStatus *PeersStatus::peer(const DeviceId &device)
{
    const auto found = std::find_if(peers.begin(), peers.end(), [&](const PeerStatus &peer) { return peer.device.id == device; });
    return found == peers.end() ? nullptr : &*found;
}

Peers::Peers(Installation &installation) : m_installation(installation)
{
}

Result<std::unique_ptr<Peers>> Peers::start(Installation &installation, NetworkMaker makeNetwork, PeersOptions options,
                                           const std::function<void(Peers &)> &made)
{
    auto ending = installation.logEnd();
    ending.waitForFinished();
    const Result<Position> end = ending.result();
    if (!end)
        return tl::unexpected(end.error());
    std::unique_ptr<Peers> peers(new Peers(installation));
    peers->m_outbox = options.outbox;
    peers->m_worker = new PeerWorker(*peers, std::move(makeNetwork), std::move(options));
    peers->m_worker->moveToThread(&peers->m_thread);
    peers->m_thread.setObjectName(QStringLiteral("peers"));
    peers->m_thread.start();
    if (made)
        made(*peers);
    Done begun;
    QMetaObject::invokeMethod(peers->m_worker, [&] { begun = peers->m_worker->begin(*end); }, Qt::BlockingQueuedConnection);
    if (!begun)
        return tl::unexpected(begun.error());
    installation.isDesktop(peers->status().self);
    if (const Done ready = installation.workAlone(peers->m_outbox.get()); !ready)
        return tl::unexpected(ready.error());
    if (peers->m_worker->hosts())
        installation.confirmWith(peers.get());
    else
        installation.decideElsewhere(peers.get());
    return peers;
}

Peers::~Peers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
        m_confirmed.notify_all();
    }
    m_installation.confirmWith(nullptr);
    (void)m_installation.workAlone(nullptr);
    QMetaObject::invokeMethod(m_worker, [this] { m_worker->finish(); }, Qt::BlockingQueuedConnection);
    // Until nobody can ask any more, whoever asks is answered that nobody decides.
    m_installation.forgetHost();
    QMetaObject::invokeMethod(m_worker, [this] { delete m_worker; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

PeersStatus Peers::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

PeerNetwork &Peers::network()
{
    return m_worker->network();
}

Done Peers::confirm(const Position &end)
{
    std::unique_lock lock(m_mutex);
    if (m_confirmedUpTo >= end.sequence)
        return {};
    QMetaObject::invokeMethod(m_worker, [this, end] { m_worker->logGrew(end); }, Qt::QueuedConnection);
    m_confirmed.wait(lock, [&] { return m_over || m_confirmedUpTo >= end.sequence; });
    return m_confirmedUpTo >= end.sequence ? Done() : Done(fail(replication::peer_failures::notHost));
}

QFuture<Answer> Peers::submit(Command command)
{
    PeerRequest request;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto token = m_tokens.find(command.user); token != m_tokens.end())
            request.token = token->second;
    }
    auto answer = std::make_shared<Awaited<Answer>>(tl::unexpected(unreachable()));
    QFuture<Answer> future = answer->future();
    // What the program does of its own accord, and what somebody asks who has not signed in, is refused here as it would be there.
    if (command.user && request.token.empty()) {
        answer->tell(fail(failures::signInNeeded));
        return future;
    }
    // A command without an id gets one, so that it is carried out once however often it is sent.
    if (command.id.empty())
        command.id = newRequestId();
    request.command = codec::encode(command);
    // Of two branches, or of two users, the same id is another's.
    const std::string id = std::to_string(command.site.value) + ' ' + std::to_string(command.user.value) + ' ' + command.id;
    const auto told = [this, answer, command = command.id](PeerReply reply) {
        {
            const std::lock_guard lock(m_mutex);
            // What nobody got this time may have been got the time before.
            if (reply.by == PeerReply::By::perhaps)
                m_mayBeDone.insert(command);
            else if (reply.by == PeerReply::By::host)
                m_mayBeDone.erase(command);
            if (m_mayBeDone.size() > mostUncertain) {
                m_mayBeDone.clear();
                m_mayBeDone.insert(anyId);
            }
        }
        answer->tell(reply.answer ? std::move(*reply.answer) : Answer(fail(codec::unreadable)));
    };
    QMetaObject::invokeMethod(m_worker, [this, id, bytes = encode(request), told]() mutable { m_worker->ask(id, std::move(bytes), told); },
                              Qt::QueuedConnection);
    return future;
}

QFuture<std::vector<Answer>> Peers::offer(std::vector<Command> done)
{
    PeerRequest request;
    for (const Command &command : done)
        request.done.push_back(codec::encode(command));
    auto answers = std::make_shared<Awaited<std::vector<Answer>>>(std::vector<Answer>(done.size(), tl::unexpected(unreachable())));
    QFuture<std::vector<Answer>> future = answers->future();
    const auto told = [answers, count = done.size()](PeerReply reply) {
        if (reply.answers.size() != count)
            reply.answers.assign(count, reply.answer && !*reply.answer ? std::move(*reply.answer) : Answer(fail(codec::unreadable)));
        answers->tell(std::move(reply.answers));
    };
    QMetaObject::invokeMethod(m_worker, [this, bytes = encode(request), told]() mutable { m_worker->ask(newRequestId(), std::move(bytes), told); },
                              Qt::QueuedConnection);
    return future;
}

bool Peers::mayGoAlone(const CommandId &command) const
{
    if (!m_alone)
        return false;
    if (command.empty())
        return true;
    // An id that somebody brings along may have been sent before.
    const std::lock_guard lock(m_mutex);
    return m_hasFollowed && !m_mayBeDone.contains(command) && !m_mayBeDone.contains(anyId);
}

QFuture<Result<accounts::Session>> Peers::signInWith(std::string request)
{
    auto answer = std::make_shared<Awaited<Result<accounts::Session>>>(tl::unexpected(unreachable()));
    QFuture<Result<accounts::Session>> future = answer->future();
    const auto told = [this, answer](PeerReply reply) {
        if (reply.session && *reply.session) {
            const std::lock_guard lock(m_mutex);
            m_tokens[(*reply.session)->user] = (*reply.session)->token;
        }
        const Failure why = reply.answer && !*reply.answer ? reply.answer->error() : Failure{codec::unreadable, {}};
        answer->tell(reply.session ? std::move(*reply.session) : Result<accounts::Session>(tl::unexpected(why)));
    };
    QMetaObject::invokeMethod(m_worker, [this, bytes = std::move(request), told]() mutable { m_worker->ask(newRequestId(), std::move(bytes), told); },
                              Qt::QueuedConnection);
    return future;
}

QFuture<Result<accounts::Session>> Peers::signIn(std::string email, std::string password, std::string code, std::string device)
{
    PeerRequest request;
    request.email = std::move(email);
    request.password = std::move(password);
    request.code = std::move(code);
    request.device = std::move(device);
    return signInWith(encode(request));
}

QFuture<Result<accounts::Session>> Peers::signInWithPin(UserId user, std::string pin, std::string device)
{
    PeerRequest request;
    request.user = user;
    request.pin = std::move(pin);
    request.device = std::move(device);
    return signInWith(encode(request));
}

QFuture<Result<accounts::Session>> Peers::resume(accounts::Session kept, std::string device)
{
    PeerRequest request;
    request.kept = kept;
    request.device = std::move(device);
    return signInWith(encode(request));
}

void Peers::heardAt(const DeviceId &device, const std::string &address)
{
    QMetaObject::invokeMethod(m_worker, [this, device, address] { m_worker->heardAt(device, address); }, Qt::QueuedConnection);
}

QFuture<replication::TakeOverAdvice> Peers::lookAround()
{
    auto promise = std::make_shared<Awaited<replication::TakeOverAdvice>>(replication::TakeOverAdvice());
    auto future = promise->future();
    QMetaObject::invokeMethod(m_worker, [this, promise] {
        m_worker->lookAround([this, promise](const replication::Inquiry &inquiry) {
            promise->tell(m_worker->adviceOn(inquiry.answers()));
        });
    }, Qt::QueuedConnection);
    return future;
}

QFuture<Answer> Peers::takeOver(UserId user, std::set<DeviceId> without)
{
    auto promise = std::make_shared<Awaited<Answer>>(tl::unexpected(unreachable()));
    auto future = promise->future();
    QMetaObject::invokeMethod(m_worker, [this, user, without = std::move(without), promise] {
        m_worker->takeOver(user, without, [promise](Answer answer) {
            promise->tell(std::move(answer));
        });
    }, Qt::QueuedConnection);
    return future;
}

} // namespace smartqueue::engine
