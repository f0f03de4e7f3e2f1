#pragma once

#include <optional>
#include <vector>

#include <QCoreApplication>
#include <QString>

#include <smartqueue/engine/engine.h>

namespace smartqueue::presentation {

/// One station in a ticket's life, with the stretch that follows it.
struct StoryStep {
    enum class Kind {
        issued, told, called, started, held, resumed, transferred, returned, priority, served, noShow, abandoned,
        cancelled, takenBack
    };
    /// What the customer did until the next station: nothing more to come, waited (or was held), was with an agent.
    enum class Stretch { none, waiting, withAgent };

    Kind kind = Kind::issued;
    Instant at{};
    QString title;
    QString detail;
    Stretch stretch = Stretch::none;
    /// "waited 16 min", at the last station of a stretch of one kind.
    QString lasted;

    friend bool operator==(const StoryStep &a, const StoryStep &b)
    {
        return a.kind == b.kind && a.at == b.at && a.title == b.title && a.detail == b.detail
            && a.stretch == b.stretch && a.lasted == b.lasted;
    }
};

/// A ticket's life in sentences, in the language of when it was told.
struct TicketStory {
    TicketId ticket;
    QString number;
    TicketState state = TicketState::waiting;
    /// "Payments, then Passports · 34 min in all"
    QString summary;
    QString note;
    std::vector<StoryStep> steps;
};

/// What the store knows of a ticket.
struct TicketPast {
    engine::TicketRow row;
    std::optional<Ticket> ticket;
    /// Oldest first; empty for imported ones.
    std::vector<EventBatch> batches;
    QString note;
};

/// Reads what tellStory needs. Study pool.
Result<TicketPast> readPast(engine::HistoryReader &reader, const engine::TicketRow &row);

/// Tells it. `now` ends what still runs. GUI thread, because of the language.
TicketStory tellStory(const TicketPast &past, const engine::BranchSnapshot &snapshot, Instant now);

} // namespace smartqueue::presentation
