#include "smartqueue/storage/database_url.h"

#include <QByteArray>

#include "file_steps.h"

namespace smartqueue::storage {

Result<std::string> parseDatabaseUrl(std::string_view url)
{
    constexpr std::string_view scheme = "sqlite:";
    std::string path(url);
    if (url.substr(0, scheme.size()) == scheme) {
        constexpr std::string_view prefix = "sqlite:///";
        if (url.substr(0, prefix.size()) != prefix)
            return fail(unknownDatabaseUrl, {{"url", path}, {"reason", "sqlite:////absolute/path expected"}});
        const std::string_view rest = url.substr(prefix.size());
        path = QByteArray::fromPercentEncoding(QByteArray(rest.data(), qsizetype(rest.size()))).toStdString();
    } else if (url.find("://") != std::string_view::npos) {
        // No word of the URL is repeated: others carry passwords.
        return fail(unknownDatabaseUrl, {{"reason", "sqlite:////absolute/path expected"}});
    }
    if (const Done absolute = requireAbsolute(path); !absolute)
        return tl::unexpected(absolute.error());
    return path;
}

} // namespace smartqueue::storage
