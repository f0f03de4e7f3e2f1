#include "import_words.h"

#include <map>
#include <string_view>

namespace smartqueue::pages {

using engine::HistoryField;

namespace {

/// What stood in the file, shortened; empty when the failure is about no value.
QString readIn(const Failure &failure)
{
    for (const char *key : {"value", "column", "text"}) {
        if (const auto detail = failure.detail.find(key); detail != failure.detail.end())
            return QString::fromStdString(detail->second).left(60);
    }
    return {};
}

} // namespace

QString ImportWords::field(HistoryField field)
{
    switch (field) {
    case HistoryField::ticket:
        return tr("Ticket number");
    case HistoryField::queue:
        return tr("Queue");
    case HistoryField::priority:
        return tr("Priority");
    case HistoryField::channel:
        return tr("Channel");
    case HistoryField::arrivedAt:
        return tr("Arrived at");
    case HistoryField::calledAt:
        return tr("Called at");
    case HistoryField::startedAt:
        return tr("Service began");
    case HistoryField::endedAt:
        return tr("Ended at");
    case HistoryField::agent:
        return tr("Agent");
    case HistoryField::outcome:
        return tr("Outcome");
    case HistoryField::date:
        return tr("Day");
    }
    return {};
}

QString ImportWords::sentence(const Failure &failure)
{
    static const std::map<std::string_view, const char *> sentences{
        {"too_long", QT_TR_NOOP("A line or a value is too long.")},
        {"nul_byte", QT_TR_NOOP("The line holds bytes that are no text.")},
        {"bad_encoding", QT_TR_NOOP("Some letters cannot be read. Save the file as UTF-8 and try again.")},
        {"bad_quotes", QT_TR_NOOP("A quotation mark stands in the middle of a value.")},
        {"unclosed_quote", QT_TR_NOOP("A quotation mark is never closed.")},
        {"wrong_column_count", QT_TR_NOOP("The line has more or fewer columns than the header.")},
        {"invisible_name", QT_TR_NOOP("The name has nothing that can be seen.")},
        {"control_character", QT_TR_NOOP("The line holds control characters.")},
        {"missing_queue", QT_TR_NOOP("No queue is given.")},
        {"missing_arrival", QT_TR_NOOP("No time of arrival is given.")},
        {"missing_call", QT_TR_NOOP("Served, but it does not say when it was called.")},
        {"missing_start", QT_TR_NOOP("Served, but it does not say when service began.")},
        {"missing_end", QT_TR_NOOP("It does not say when it ended.")},
        {"missing_date", QT_TR_NOOP("No day is given.")},
        {"bad_time", QT_TR_NOOP("A time cannot be read as written.")},
        {"bad_priority", QT_TR_NOOP("The priority is not a number.")},
        {"time_out_of_range", QT_TR_NOOP("A time lies too far away.")},
        {"unknown_outcome", QT_TR_NOOP("The outcome is none of served, abandoned or no-show.")},
        {"left_out_by_map", QT_TR_NOOP("The outcome does not stand for a customer.")},
        {"called_before_arrival", QT_TR_NOOP("Called before it arrived.")},
        {"started_before_arrival", QT_TR_NOOP("Service began before it arrived.")},
        {"started_before_call", QT_TR_NOOP("Service began before it was called.")},
        {"ends_before_it_starts", QT_TR_NOOP("It ends before it starts.")},
        {"ends_before_arrival", QT_TR_NOOP("It ends before it arrived.")},
        {"abandoned_but_started", QT_TR_NOOP("Abandoned, yet service had begun.")},
        {"no_show_but_started", QT_TR_NOOP("No-show, yet service had begun.")},
        {"too_many_queues", QT_TR_NOOP("There are more queues than a branch can have. Is the right column chosen?")},
        {"too_many_agents", QT_TR_NOOP("There are more agents than a branch can have. Is the right column chosen?")},
        {"empty_file", QT_TR_NOOP("The file is empty.")},
        {"compressed_file", QT_TR_NOOP("The file is compressed. Unpack it and choose the file inside.")},
        {"cannot_read", QT_TR_NOOP("The file cannot be read. Check that it is still there and that you may open it.")},
        {"columns_not_recognised", QT_TR_NOOP("The columns could not be recognised. Choose what each of them means.")},
        {"unknown_column", QT_TR_NOOP("A chosen column is not in the file.")},
        {"duplicate_column", QT_TR_NOOP("The file has several columns of the same name. Rename them in the file.")},
        {"bad_time_format", QT_TR_NOOP("The way times are written is not understood, such as dd/MM/yyyy HH:mm.")},
        {"needs_date_column", QT_TR_NOOP("The times have no day. Choose the column that holds it.")},
        {"refused_lines", QT_TR_NOOP("Some lines cannot be read, so nothing was imported.")},
        {"cancelled", QT_TR_NOOP("Cancelled. What was imported until then stays.")},
        {"unknown_time_zone", QT_TR_NOOP("No such time zone. Choose one from the list.")},
        {"disk_full", QT_TR_NOOP("The disk is full. Make room and import again: what is there already is not doubled.")},
        {"database_locked", QT_TR_NOOP("Another program holds the database. Close it and try again.")},
        {"database_read_only", QT_TR_NOOP("The database cannot be written to. Check the rights of its folder.")},
    };
    const auto known = sentences.find(failure.code.name());
    return known != sentences.end()
        ? tr(known->second)
        : tr("It is refused: %1.").arg(QString::fromUtf8(failure.code.name().data(), qsizetype(failure.code.name().size())));
}

QString ImportWords::reason(const Failure &failure)
{
    const QString read = readIn(failure);
    return read.isEmpty() ? sentence(failure) : tr("%1 It reads “%2”.").arg(sentence(failure), read);
}

QString ImportWords::reasonOfMany(const Failure &failure)
{
    const QString read = readIn(failure);
    return read.isEmpty() ? sentence(failure) : tr("%1 For instance “%2”.").arg(sentence(failure), read);
}

} // namespace smartqueue::pages
