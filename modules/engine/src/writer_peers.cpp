#include "writer.h"

namespace smartqueue::engine {

Done Installation::Writer::confirm()
{
    // A desktop that knows no other asks nobody.
    if (!m_confirmation || m_world.directory.devices.empty())
        return {};
    const auto end = m_store.log().end();
    const Done confirmed = end ? m_confirmation->confirm(*end) : Done(tl::unexpected(end.error()));
    m_deposed = !confirmed;
    return confirmed;
}

Done Installation::Writer::follow(CommitGroup group)
{
    if (m_mustReload) {
        if (const Done loaded = load(); !loaded)
            return loaded;
    }
    // What was on its way when a connection broke comes again over the next.
    if (group.end && group.end->sequence <= m_world.sequence) {
        const auto known = m_store.log().holds(*group.end);
        if (known && *known)
            return {};
        return known ? fail(storage_failures::diverged) : Done(tl::unexpected(known.error()));
    }
    Touched touched;
    for (const EventBatch &batch : group.batches) {
        if (batch.sequence != m_world.sequence + 1)
            return fail(storage_failures::diverged, {{"reason", "batch " + std::to_string(batch.sequence)}});
        adopt(batch, group.personal, touched);
    }
    for (auto &[id, ticket] : touched)
        group.tickets.push_back(std::move(ticket));
    if (const Done appended = commit(group); !appended)
        return appended;
    if (m_alone) {
        const bool shows = !m_alone->isEmpty();
        if (const Done left = m_alone->logGrew(group.batches); !left)
            degrade(left.error());
        if (shows)
            aloneChanged();
    }
    committed(std::move(group.batches));
    return {};
}

void Installation::Writer::decideElsewhere(Upstream *upstream)
{
    m_installation.m_upstream = upstream;
    m_deposed = false;
}

Answer Installation::Writer::takeOver(Command command, Confirmation *confirmation)
{
    CommitGroup group;
    Touched touched;
    const Answer answer = carryOut(command, group, touched);
    if (!answer)
        return answer;
    m_confirmation = nullptr;
    if (const Done durable = commit(group); !durable)
        return tl::unexpected(durable.error());
    m_installation.m_upstream = nullptr;
    m_confirmation = confirmation;
    committed(std::move(group.batches));
    QMetaObject::invokeMethod(this, &Writer::offer, Qt::QueuedConnection);
    return answer;
}

} // namespace smartqueue::engine
