#pragma once

#include <string>

#include <QByteArray>
#include <QString>

#include <sodium.h>

namespace smartqueue::secrets {

inline void wipe(std::string &secret)
{
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

/// Of a buffer that nobody else shares: a shared one would be copied first, and the copy wiped.
inline void wipe(QByteArray &secret)
{
    sodium_memzero(secret.data(), std::size_t(secret.size()));
    secret.clear();
}

inline void wipe(QString &secret)
{
    sodium_memzero(secret.data(), std::size_t(secret.size()) * sizeof(QChar));
    secret.clear();
}

} // namespace smartqueue::secrets
