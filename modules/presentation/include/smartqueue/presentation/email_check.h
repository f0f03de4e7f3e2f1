#pragma once

#include <chrono>
#include <string>

#include <QCoreApplication>
#include <QString>

#include <smartqueue/engine/installation.h>

namespace smartqueue::presentation {

/// Whether an e-mail address can be given to somebody, as the form says it while it is typed: the engine's own spelling, and no
/// more about others than the one who asks may see. A value of the moment; any thread.
class EmailCheck {
    Q_DECLARE_TR_FUNCTIONS(smartqueue::presentation::EmailCheck)
public:
    enum class State {
        empty,
        malformed,
        /// The person's own already.
        own,
        /// Somebody's whom the one who asks sees: user().
        known,
        /// Somebody's of whom nothing is told.
        taken,
        free
    };
    /// Check when nothing was typed for so long.
    static constexpr std::chrono::milliseconds pause{400};

    /// `own`: whose address it may be; none for somebody new.
    EmailCheck(const accounts::Directory &directory, UserId asking, const QString &text, UserId own = {});

    State state() const { return m_state; }
    /// It may be saved.
    bool isGood() const { return m_state == State::free || m_state == State::own; }
    /// Only where it is known.
    UserId user() const { return m_user; }
    /// The one spelling of it; empty where there is none.
    const std::string &normalised() const { return m_normalised; }
    /// For below the field, in the language of now; empty while it is empty or unchanged.
    QString words() const;

private:
    State m_state = State::empty;
    UserId m_user;
    std::string m_normalised;
    QString m_name;
};

} // namespace smartqueue::presentation
