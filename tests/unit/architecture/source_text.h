#pragma once

#include <QList>
#include <QString>

/// A C++ file taken apart far enough to tell code from words about code.
struct SourceText
{
    struct Piece
    {
        int line = 1;
        QString text;
    };

    /// Comments and the insides of literals blanked; every line keeps its number.
    QString code;
    /// The insides of string literals, raw ones too.
    QList<Piece> literals;
    /// What the include directives name, without brackets or quotes; `code` holds no includes in quotes, so they stand here.
    QList<Piece> includes;

    static SourceText read(const QString &text);
};

/// The line, from 1, of a position in a text.
int lineAt(const QString &text, qsizetype position);
