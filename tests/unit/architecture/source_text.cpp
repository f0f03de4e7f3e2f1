#include "source_text.h"

#include <QRegularExpression>

namespace {

bool isWord(QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_'); }

/// Walks over a file once. Positions never go back.
class Reader
{
public:
    explicit Reader(const QString &text) : m_text(text), m_bare(text), m_code(text) {}

    SourceText read()
    {
        while (m_at < m_text.size()) {
            if (startsWith("//"))
                skipComment(endOf(QStringLiteral("\n"), m_at));
            else if (startsWith("/*"))
                skipComment(endOf(QStringLiteral("*/"), m_at + 2) + 2);
            else if (current() == QLatin1Char('"'))
                takeString();
            else if (current() == QLatin1Char('\'') && !separatesDigits())
                takeQuoted(QLatin1Char('\''), false);
            else
                ++m_at;
        }
        readIncludes();
        m_result.code = m_code;
        return m_result;
    }

private:
    QChar current() const { return m_text.at(m_at); }
    bool startsWith(const char *token) const { return QStringView(m_text).mid(m_at).startsWith(QLatin1String(token)); }

    qsizetype endOf(const QString &token, qsizetype from) const
    {
        const qsizetype found = m_text.indexOf(token, from);
        return found < 0 ? m_text.size() : found;
    }

    static void blank(QString &text, qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < qMin(to, text.size()); ++i) {
            if (text.at(i) != QLatin1Char('\n'))
                text[i] = QLatin1Char(' ');
        }
    }

    void skipComment(qsizetype end)
    {
        blank(m_bare, m_at, end);
        blank(m_code, m_at, end);
        m_at = qMin(end, m_text.size());
    }

    qsizetype tokenStart() const
    {
        qsizetype start = m_at;
        while (start > 0 && (isWord(m_text.at(start - 1)) || m_text.at(start - 1) == QLatin1Char('\'')))
            --start;
        return start;
    }

    bool separatesDigits() const
    {
        const qsizetype start = tokenStart();
        return start < m_at && m_text.at(start).isDigit();
    }

    void takeString()
    {
        const QStringView prefix = QStringView(m_text).mid(tokenStart(), m_at - tokenStart());
        if (prefix.endsWith(QLatin1Char('R')) && prefix.size() <= 3)
            takeRaw();
        else
            takeQuoted(QLatin1Char('"'), true);
    }

    void takeRaw()
    {
        const qsizetype open = endOf(QStringLiteral("("), m_at);
        const QString close = QLatin1Char(')') + m_text.mid(m_at + 1, open - m_at - 1) + QLatin1Char('"');
        const qsizetype end = endOf(close, open);
        keep(open + 1, end);
        m_at = qMin(end + close.size(), m_text.size());
    }

    void takeQuoted(QChar quote, bool isString)
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text.at(end) != quote && m_text.at(end) != QLatin1Char('\n'))
            end += m_text.at(end) == QLatin1Char('\\') ? 2 : 1;
        if (isString)
            keep(m_at + 1, end);
        else
            blank(m_code, m_at + 1, end);
        m_at = qMin(end + 1, m_text.size());
    }

    void keep(qsizetype from, qsizetype to)
    {
        m_result.literals.append({lineAt(m_text, from), m_text.mid(from, to - from)});
        blank(m_code, from, to);
    }

    void readIncludes()
    {
        static const QRegularExpression directive(QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*[<\"]([^>\"\\n]*)[>\"]"),
                                                  QRegularExpression::MultilineOption);
        for (auto found = directive.globalMatch(m_bare); found.hasNext();) {
            const auto match = found.next();
            m_result.includes.append({lineAt(m_text, match.capturedStart(1)), match.captured(1)});
        }
    }

    const QString &m_text;
    /// The text without comments.
    QString m_bare;
    QString m_code;
    qsizetype m_at = 0;
    SourceText m_result;
};

} // namespace

int lineAt(const QString &text, qsizetype position)
{
    return 1 + int(QStringView(text).left(position).count(QLatin1Char('\n')));
}

SourceText SourceText::read(const QString &text)
{
    return Reader(text).read();
}
