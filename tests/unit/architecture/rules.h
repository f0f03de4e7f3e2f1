#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// What the compiler cannot see of the architecture, one pure function a rule, so that each can be shown a violation.
namespace architecture {

struct Finding
{
    int line = 1;
    QString what;
};

struct Rule
{
    QString name;
    /// Whether the rule speaks about this file at all; paths are relative to the source folder, with slashes.
    bool (*concerns)(const QString &path);
    QList<Finding> (*findings)(const QString &path, const QString &text);
};

const QList<Rule> &rules();

/// What the named rule finds in one file; nothing in a file that it does not concern. The name is known.
QList<Finding> findings(const QString &rule, const QString &path, const QString &text);

/// Modules among these files that have a CMakeLists.txt and no README.md.
QStringList modulesWithoutReadme(const QStringList &paths);

} // namespace architecture
