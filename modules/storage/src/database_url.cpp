#include "smartqueue/storage/database_url.h"

#include <QByteArray>

#include <smartqueue/engine/event_log.h>

#include "file_steps.h"

namespace smartqueue::storage {

// No word of a URL that is not understood is repeated: it may carry a password.
Result<std::string> parseDatabaseUrl(std::string_view url)
{
    constexpr std::string_view scheme = "sqlite:";
    std::string path(url);
    if (url.substr(0, scheme.size()) == scheme) {
        constexpr std::string_view prefix = "sqlite:///";
        if (url.substr(0, prefix.size()) != prefix)
            return fail(unknownDatabaseUrl, {{"reason", "sqlite:////absolute/path expected"}});
        const std::string_view rest = url.substr(prefix.size());
        path = QByteArray::fromPercentEncoding(QByteArray(rest.data(), qsizetype(rest.size()))).toStdString();
    } else if (url.find("://") != std::string_view::npos) {
        return fail(unknownDatabaseUrl, {{"reason", "sqlite:////absolute/path expected"}});
    }
    if (const Done absolute = requireAbsolute(path); !absolute) {
        if (url.starts_with(scheme))
            return fail(engine::storage_failures::relativePath, {});
        return tl::unexpected(absolute.error());
    }
    return path;
}

} // namespace smartqueue::storage
