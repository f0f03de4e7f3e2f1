#include "smartqueue/presentation/email_check.h"

#include <smartqueue/accounts/scope.h>
#include <smartqueue/engine/emails.h>
#include <smartqueue/presentation/people.h>

namespace smartqueue::presentation {

EmailCheck::EmailCheck(const accounts::Directory &directory, UserId asking, const QString &text, UserId own)
{
    if (text.trimmed().isEmpty())
        return;
    const auto normalised = engine::normalisedEmail(text.toStdString());
    if (!normalised) {
        m_state = State::malformed;
        return;
    }
    m_normalised = *normalised;
    const User *other = directory.userByEmail(m_normalised);
    if (!other) {
        m_state = State::free;
    } else if (other->id == own) {
        m_state = State::own;
    } else if (accounts::sees(directory, asking, *other)) {
        m_state = State::known;
        m_user = other->id;
        m_name = people::name(directory, other->id);
    } else {
        m_state = State::taken;
    }
}

QString EmailCheck::words() const
{
    switch (m_state) {
    case State::empty:
    case State::own: return {};
    case State::malformed: return tr("This is no whole e-mail address yet, such as name@example.org.");
    case State::known: return tr("%1 has this address already.").arg(m_name);
    case State::taken: return tr("Somebody has this address already.");
    case State::free: return tr("Free: nobody uses it.");
    }
    return {};
}

} // namespace smartqueue::presentation
