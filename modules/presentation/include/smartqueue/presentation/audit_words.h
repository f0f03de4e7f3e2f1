#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <QString>
#include <QStringList>

#include <smartqueue/engine/history.h>
#include <smartqueue/engine/installation.h>

namespace smartqueue::presentation {

/// The groups that the audit is filtered by.
enum class AuditArea { people, tickets, setup, signIns, customers, advice };

/// What the entries of the audit are read against. A value; any thread.
struct AuditNames {
    engine::SharedDirectory directory;
    /// Who reads: people whom they do not see keep their names.
    UserId reader;
    std::map<SiteId, engine::SharedSnapshot> branches;
    /// The number of a ticket that no snapshot holds any more; may be empty, and may give an empty text.
    std::function<QString(TicketId)> ticketNumber;
};

/// One field that an act changed, in words; an empty side had nothing.
struct AuditChange {
    QString field;
    QString before;
    QString after;
};

/// The entries of the audit as people read them, in the language of now. Never a customer's name: the log holds none. Any thread.
class AuditWords {
public:
    explicit AuditWords(AuditNames names) : m_names(std::move(names)) {}

    /// "Claire Dupont", "SmartQueue" for the program itself.
    QString who(const EventBatch &batch) const;
    /// "Transferred A016 to Payments": what happened, in one sentence.
    QString headline(const EventBatch &batch) const;
    /// A sentence for everything that happened with it.
    QStringList sentences(const EventBatch &batch) const;
    /// Of a branch or of what stands above it; empty when it concerns several, or the whole database.
    QString tenant(const EventBatch &batch) const;
    /// Empty for what stands above the branches.
    QString branch(const EventBatch &batch) const;
    /// What is other now than before, and all of what is new.
    std::vector<AuditChange> changes(const EventBatch &batch) const;

    /// "Called the next customer": the command of this word, whoever it concerned.
    static QString deed(std::string_view kind);
    static AuditArea areaOf(std::string_view kind);
    /// The words of the commands of an area.
    static std::vector<std::string> kindsOf(AuditArea area);
    static QString area(AuditArea area);
    static bool hasWords(std::string_view kind);
    /// "Time zone" for the log's time_zone; empty for a field without words.
    static QString field(std::string_view name);

private:
    AuditNames m_names;
};

} // namespace smartqueue::presentation
