#include "saved_file.h"

#include <QSaveFile>

#include <smartqueue/engine/when_done.h>

namespace smartqueue::pages {

QFuture<QString> saveFile(QThreadPool &pool, const QString &path, std::string content, Readers readers)
{
    return engine::inPool(pool, [path, content = std::move(content), readers]() -> QString {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return file.errorString();
        // Before anything stands in it.
        if (readers == Readers::ownerAlone)
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        if (file.write(content.data(), qint64(content.size())) != qint64(content.size()) || !file.commit())
            return file.errorString();
        return {};
    });
}

} // namespace smartqueue::pages
