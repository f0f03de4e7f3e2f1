#include "smartqueue/engine/installation.h"

#include <limits>

#include <QUuid>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/personal_keys.h>

#include "smartqueue/engine/customers.h"
#include "smartqueue/engine/engine.h"
#include "smartqueue/engine/when_done.h"
#include "agent_names.h"
#include "credentials.h"
#include "no_host.h"
#include "writer.h"

namespace smartqueue::engine {

namespace {

/// So many are prepared at once; the hashing itself lets two through at a time.
constexpr int secretThreads = 8;

} // namespace

Installation::Installation(const Clock &clock, std::unique_ptr<Store> store, SecretPorts ports)
    : m_clock(clock),
      m_wallClock(clock),
      m_ports(ports),
      m_vault(ports.sealer ? std::make_unique<Vault>(*ports.sealer) : nullptr),
      m_credentials(m_vault ? std::make_unique<Credentials>(m_ports, *m_vault) : nullptr),
      m_store(std::move(store)),
      m_studyPool(std::make_unique<QThreadPool>()),
      m_secretPool(std::make_unique<QThreadPool>())
{
    m_secretPool->setMaxThreadCount(secretThreads);
    m_studyPool->setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
    m_studyPool->setThreadPriority(QThread::LowPriority);
}

Result<std::unique_ptr<Installation>> Installation::start(std::unique_ptr<Store> store, const Clock &clock, EngineOptions options, SecretPorts ports)
{
    std::unique_ptr<Installation> installation(new Installation(clock, std::move(store), ports));
    auto writer = std::make_unique<Writer>(*installation, *installation->m_store, *installation->m_studyPool, options,
                                           installation->m_vault.get());
    if (const Done loaded = writer->load(); !loaded)
        return tl::unexpected(loaded.error());
    installation->m_writer = writer.release();
    installation->m_writer->moveToThread(&installation->m_thread);
    installation->m_thread.setObjectName(QStringLiteral("engine"));
    installation->m_thread.start();
    QMetaObject::invokeMethod(installation->m_writer, [writer = installation->m_writer] { writer->begin(); }, Qt::QueuedConnection);
    return installation;
}

Installation::~Installation()
{
    m_secretPool->waitForDone();
    m_studyPool->clear();
    m_studyPool->waitForDone();
    if (m_writer) {
        QMetaObject::invokeMethod(m_writer, [writer = m_writer] { writer->finish(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
        delete m_writer;
    }
}

Engine &Installation::door(SiteId site, UserId user)
{
    const std::lock_guard lock(m_mutex);
    auto &door = m_doors[{site, user}];
    if (!door)
        door.reset(new Engine(*this, site, user));
    return *door;
}

bool Installation::isSlow(const CommandBody &body)
{
    const auto *erase = std::get_if<EraseCustomer>(&body);
    return Credentials::isSlow(body) || (erase && erase->customers.empty() && !erase->person.empty());
}

void Installation::confirmWith(Confirmation *confirmation)
{
    QMetaObject::invokeMethod(m_writer, [this, confirmation] { m_writer->confirmWith(confirmation); }, Qt::BlockingQueuedConnection);
}

void Installation::decideElsewhere(Upstream *upstream)
{
    QMetaObject::invokeMethod(m_writer, [this, upstream] { m_writer->decideElsewhere(upstream); }, Qt::BlockingQueuedConnection);
}

void Installation::forgetHost()
{
    QMetaObject::invokeMethod(m_writer, [this] {
        if (follows())
            m_writer->decideElsewhere(&noHost());
    }, Qt::BlockingQueuedConnection);
    m_secretPool->waitForDone();
}

void Installation::isDesktop(DeviceId self)
{
    const std::lock_guard lock(m_mutex);
    m_self = std::move(self);
}

DeviceId Installation::self() const
{
    const std::lock_guard lock(m_mutex);
    return m_self;
}

Done Installation::workAlone(Outbox *outbox)
{
    Done ready;
    QMetaObject::invokeMethod(m_writer, [&] { ready = m_writer->workAlone(outbox, self()); }, Qt::BlockingQueuedConnection);
    return ready;
}

void Installation::offerWhatWasDone()
{
    QMetaObject::invokeMethod(m_writer, [this] { m_writer->offer(); }, Qt::QueuedConnection);
}

std::vector<Outbox::Aside> Installation::setAside() const
{
    const std::lock_guard lock(m_mutex);
    return m_aside;
}

QFuture<Answer> Installation::decideHere(TakeOver takeOver, UserId user, Confirmation *confirmation)
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    QFuture<Answer> future = promise->future();
    QMetaObject::invokeMethod(m_writer, [=, this, takeOver = std::move(takeOver)]() mutable {
        Command command{{}, std::move(takeOver), {}, {}};
        command.user = user;
        promise->addResult(m_writer->takeOver(std::move(command), confirmation));
        promise->finish();
    }, Qt::QueuedConnection);
    return future;
}

QFuture<Done> Installation::follow(std::vector<CommitGroup> groups)
{
    auto promise = std::make_shared<QPromise<Done>>();
    promise->start();
    QFuture<Done> future = promise->future();
    QMetaObject::invokeMethod(m_writer, [this, promise, groups = std::move(groups)]() mutable {
        Done followed;
        for (CommitGroup &group : groups) {
            if (followed)
                followed = m_writer->follow(std::move(group));
        }
        promise->addResult(std::move(followed));
        promise->finish();
    }, Qt::QueuedConnection);
    return future;
}

QFuture<Result<Position>> Installation::logEnd()
{
    auto promise = std::make_shared<QPromise<Result<Position>>>();
    promise->start();
    QFuture<Result<Position>> future = promise->future();
    QMetaObject::invokeMethod(m_writer, [this, promise] {
        promise->addResult(m_store->log().end());
        promise->finish();
    }, Qt::QueuedConnection);
    return future;
}

std::optional<UserId> Installation::userBehind(const std::string &token, const DeviceId &desktop) const
{
    return m_ports.sealer ? accounts::userBehind(*directory(), m_ports.sealer->digest(token), desktop, m_wallClock.now()) : std::nullopt;
}

bool Installation::isSignedInAt(UserId user, const DeviceId &desktop) const
{
    const SharedDirectory known = directory();
    return user ? accounts::hasSessionAt(*known, user, desktop, m_wallClock.now()) : !known->hasUsers();
}

Result<std::int64_t> Installation::incarnation()
{
    Result<std::int64_t> incarnation;
    QMetaObject::invokeMethod(m_writer, [&] { incarnation = m_store->incarnation(); }, Qt::BlockingQueuedConnection);
    return incarnation;
}

Done Installation::renewIncarnation(std::int64_t incarnation)
{
    Done renewed;
    QMetaObject::invokeMethod(m_writer, [&] { renewed = m_store->renewIncarnation(incarnation); }, Qt::BlockingQueuedConnection);
    return renewed;
}

QFuture<Answer> Installation::submit(Command command)
{
    if (Upstream *upstream = m_upstream; upstream && !command.refusal) {
        command.isNew = command.isNew || command.id.empty();
        const bool goesAlone = m_worksAlone && !isAccountCommand(command.body) && upstream->mayGoAlone(command.isNew ? CommandId() : command.id);
        // What is asked now comes after what was done before.
        const bool waits = m_isUnheard && !isAccountCommand(command.body);
        if (!goesAlone && !waits)
            return upstream->submit(std::move(command));
        if (command.id.empty())
            command.id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QMetaObject::invokeMethod(m_writer, [this, promise, goesAlone, command = std::move(command)]() mutable {
            if (!goesAlone)
                return m_writer->submitBehindOffer(std::move(command), promise);
            promise->addResult(m_writer->carryOutAlone(std::move(command)));
            promise->finish();
        }, Qt::QueuedConnection);
        return promise->future();
    }
    // Above the branches an id is its giver's: nobody gets another's answer.
    if (isAccountCommand(command.body) && !command.id.empty() && command.user)
        command.id = "user " + std::to_string(command.user.value) + ' ' + command.id;
    if (!m_credentials || command.refusal || !isSlow(command.body))
        return enqueue(std::move(command));
    if (!command.at && !command.notBefore)
        command.notBefore = m_clock.now();
    return inPool(*m_secretPool, [this, command = std::move(command)]() mutable -> Answer {
        if (const Done prepared = prepare(command); !prepared)
            command.refusal = prepared.error();
        QFuture<Answer> answer = enqueue(std::move(command));
        answer.waitForFinished();
        return answer.result();
    });
}

QFuture<std::vector<Answer>> Installation::submitTogether(std::vector<Command> done)
{
    if (Upstream *upstream = m_upstream)
        return upstream->offer(std::move(done));
    return m_writer->submitTogether(std::move(done));
}

Done Installation::prepare(Command &command)
{
    const SharedDirectory known = settledDirectory();
    // The writer asks again; but who may not do it shall neither keep the hashing busy nor learn what a search would find.
    if (const Done may = accounts::permit(*known, command, {}); !may)
        return may;
    if (auto *erase = std::get_if<EraseCustomer>(&command.body)) {
        const auto reader = openReader(command.site);
        if (!reader)
            return tl::unexpected(reader.error());
        const auto found = findCustomers(**reader, m_vault.get(), erase->person, CustomerMatch::whole, std::numeric_limits<std::size_t>::max());
        if (!found)
            return tl::unexpected(found.error());
        for (const CustomerRecord &record : found->records)
            erase->customers.push_back(record.key);
        return {};
    }
    const auto read = [this](const std::string &key) { return readBeside(key); };
    return m_credentials->prepare(command.body, command.user, read, *known);
}

bool Installation::hasKey()
{
    return !readBeside(keyCheck).empty();
}

Done Installation::openVaultWithKey(SealingKey key)
{
    if (!m_vault->opens(key, readBeside(keyCheck)))
        return fail(secret_failures::sealed);
    m_vault->adopt(std::move(key));
    return {};
}

QFuture<Done> Installation::openVaultWithPassphrase(std::string passphrase)
{
    return inPool(*m_secretPool, [this, passphrase = std::move(passphrase)]() -> Done {
        const std::string check = readBeside(keyCheck);
        if (const std::string locked = readBeside(keyOfUser({})); !locked.empty()) {
            m_credentials->openWith(passphrase, locked, check);
            return m_vault->isOpen() ? Done() : fail(secret_failures::sealed);
        }
        // Another key is the one.
        if (!check.empty())
            return fail(secret_failures::sealed);
        Command command{{}, RotateKey{{passphrase}}, {}, {}};
        command.notBefore = m_clock.now();
        if (const Done prepared = prepare(command); !prepared)
            return prepared;
        QFuture<Answer> answer = enqueue(std::move(command));
        answer.waitForFinished();
        const Answer rotated = answer.result();
        return rotated ? Done() : tl::unexpected(rotated.error());
    });
}

SharedDirectory Installation::settledDirectory()
{
    settledSnapshot(firstSite).waitForFinished();
    return directory();
}

std::string Installation::readBeside(const std::string &key)
{
    std::string text;
    QMetaObject::invokeMethod(m_writer, [&] { text = m_writer->readBeside(key); }, Qt::BlockingQueuedConnection);
    return text;
}

QFuture<Answer> Installation::enqueue(Command command)
{
    QPromise<Answer> promise;
    promise.start();
    QFuture<Answer> future = promise.future();
    m_writer->submit(std::move(command), std::move(promise));
    return future;
}

SharedDirectory Installation::directory() const
{
    const std::lock_guard lock(m_mutex);
    return m_directory;
}

SharedSnapshot Installation::snapshot(SiteId site) const
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_snapshots.find(site); found != m_snapshots.end())
        return found->second;
    return std::make_shared<const BranchSnapshot>(BranchSnapshot{{}, {}, m_clock.now()});
}

QFuture<SharedSnapshot> Installation::settledSnapshot(SiteId site)
{
    auto promise = std::make_shared<QPromise<SharedSnapshot>>();
    promise->start();
    QFuture<SharedSnapshot> future = promise->future();
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, site, promise] { writer->enqueueSettled(site, std::move(*promise)); }, Qt::QueuedConnection);
    return future;
}

QFuture<Result<ImportedCounts>> Installation::importTickets(SiteId site, std::vector<ImportedTicket> tickets)
{
    if (follows()) {
        QPromise<Result<ImportedCounts>> refused;
        refused.start();
        refused.addResult(fail(replication::peer_failures::notHost));
        refused.finish();
        return refused.future();
    }
    auto import = std::make_shared<Writer::Import>();
    import->site = site;
    import->tickets = std::move(tickets);
    import->promise.start();
    QFuture<Result<ImportedCounts>> future = import->promise.future();
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, import = std::move(import)] { writer->importSome(import); }, Qt::QueuedConnection);
    return future;
}

QFuture<Done> Installation::backup(std::string path)
{
    return inPool(*m_studyPool, [store = m_store.get(), path = std::move(path)] { return store->backup(path); });
}

QFuture<Result<std::vector<std::string>>> Installation::check()
{
    return inPool(*m_studyPool, [store = m_store.get()] { return store->check(); });
}

Result<std::unique_ptr<HistoryReader>> Installation::openReader(SiteId site) const
{
    auto reader = m_store->openReader(site);
    return reader ? Result<std::unique_ptr<HistoryReader>>(withNames(std::move(*reader), directory())) : std::move(reader);
}

std::string Installation::storePath() const
{
    return m_store->path();
}

void Installation::adopt(SharedDirectory directory)
{
    {
        const std::lock_guard lock(m_mutex);
        m_directory = directory;
    }
    Q_EMIT directoryChanged(directory);
}

void Installation::adopt(SiteId site, SharedSnapshot snapshot)
{
    {
        const std::lock_guard lock(m_mutex);
        m_snapshots[site] = snapshot;
    }
    Q_EMIT snapshotChanged(site, snapshot);
}

} // namespace smartqueue::engine
