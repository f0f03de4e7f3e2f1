#include "smartqueue/exchange/delimited_reader.h"

#include <algorithm>
#include <array>
#include <deque>
#include <utility>
#include <vector>

#include <QUtf8StringView>

#include <smartqueue/exchange/refusals.h>

#include "byte_source.h"

namespace smartqueue::exchange {

namespace {

constexpr std::size_t sampleLines = 20;
/// A quote left open is looked at again from its second line; so often, and then the text it swallowed is lost, so that
/// a hostile file costs linear time.
constexpr int retries = 1000;

/// How many fields each of the first lines has under `delimiter`, quoted ones respected.
std::vector<std::size_t> fieldCounts(std::string_view sample, char delimiter)
{
    std::vector<std::size_t> counts;
    std::size_t fields = 1;
    bool quoted = false;
    bool any = false;
    for (const char c : sample) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && c == delimiter)
            ++fields;
        if (!quoted && (c == '\n' || c == '\r')) {
            if (any)
                counts.push_back(fields);
            fields = 1;
            any = false;
            if (counts.size() == sampleLines)
                return counts;
            continue;
        }
        any = true;
    }
    if (any)
        counts.push_back(fields);
    return counts;
}

/// The delimiter that cuts the first lines into equally many fields, the more the better; else the header's best.
char detectDelimiter(std::string_view sample)
{
    char best = ',';
    std::size_t bestScore = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const std::vector<std::size_t> counts = fieldCounts(sample, candidate);
        if (counts.empty() || counts.front() < 2)
            continue;
        const auto alike = std::size_t(std::count(counts.begin(), counts.end(), counts.front()));
        const bool consistent = alike * 10 >= counts.size() * 8;
        const std::size_t score = std::min<std::size_t>(counts.front(), 1000) + (consistent ? 1000 : 0);
        if (score > bestScore) {
            best = candidate;
            bestScore = score;
        }
    }
    return best;
}

} // namespace

class DelimitedReader::Work {
public:
    Work(QIODevice &device, const DelimitedOptions &options) : m_source(device, options.encoding), m_options(options)
    {
        m_more = m_source.append(m_buffer);
        m_encoding = m_source.encoding();
        m_encodingCertain = m_source.certain();
        readSeparatorLine();
        if (m_options.delimiter == '\0')
            m_options.delimiter = detectDelimiter(std::string_view(m_buffer).substr(m_begin, 64 * 1024));
        for (const char c : {m_options.delimiter, '\n', '\r'})
            m_special[static_cast<unsigned char>(c)] = true;
    }

    const Record *next();
    Done state() const { return m_source.state(); }
    Encoding encoding() const { return m_encoding; }
    char delimiter() const { return m_options.delimiter; }
    std::int64_t bytesRead() const { return m_source.bytesRead(); }

private:
    enum class At { fieldStart, plain, quoted, afterQuote };
    enum class Outcome { record, blank, end, tooLong, unclosed };
    /// Offsets from the record's beginning.
    struct Cut {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool doubledQuotes = false;
    };

    /// Spreadsheets write "sep=;" as a first line of its own.
    void readSeparatorLine();
    bool more();
    Outcome scan();
    void closeField(std::size_t end);
    const Record *report(std::int64_t line, FailureCode problem);
    const Record *finish(std::int64_t line);
    bool decode(std::string_view whole);
    /// Goes on behind the first line end from the record's beginning.
    void dropFirstLine();
    void dropUntilLineEnd();

    ByteSource m_source;
    DelimitedOptions m_options;
    std::string m_buffer;
    /// Where the current record begins in the buffer, and how far it has been looked at.
    std::size_t m_begin = 0;
    std::size_t m_length = 0;
    bool m_more = true;
    bool m_skipLineFeed = false;
    std::int64_t m_line = 1;
    std::int64_t m_innerLines = 0;
    int m_retries = retries;
    /// The record reported last goes on in the buffer and the file.
    bool m_restOfLongLine = false;

    At m_at = At::fieldStart;
    Cut m_cut;
    std::vector<Cut> m_cuts;
    bool m_badQuotes = false;
    bool m_tooManyFields = false;

    Encoding m_encoding = Encoding::utf8;
    bool m_encodingCertain = false;
    std::array<bool, 256> m_special{};
    std::deque<std::string> m_converted;
    std::vector<std::string_view> m_fields;
    Record m_record;
};

void DelimitedReader::Work::readSeparatorLine()
{
    const std::string_view start(m_buffer);
    if (start.size() < 6 || start.substr(0, 4) != "sep=" || (start[5] != '\n' && start[5] != '\r'))
        return;
    if (m_options.delimiter == '\0')
        m_options.delimiter = start[4];
    m_begin = 6;
    m_line = 2;
    m_skipLineFeed = start[5] == '\r';
}

bool DelimitedReader::Work::more()
{
    if (!m_more)
        return false;
    m_buffer.erase(0, m_begin);
    m_begin = 0;
    m_more = m_source.append(m_buffer);
    return m_more;
}

void DelimitedReader::Work::closeField(std::size_t end)
{
    m_cut.end = end;
    if (m_cuts.size() < m_options.fieldLimit)
        m_cuts.push_back(m_cut);
    else
        m_tooManyFields = true;
}

DelimitedReader::Work::Outcome DelimitedReader::Work::scan()
{
    m_cuts.clear();
    m_cut = {};
    m_at = At::fieldStart;
    m_length = 0;
    m_innerLines = 0;
    m_badQuotes = false;
    m_tooManyFields = false;
    const char delimiter = m_options.delimiter;
    bool afterReturn = false;
    for (;;) {
        if (m_begin + m_length >= m_buffer.size() && !more()) {
            if (m_length == 0)
                return Outcome::end;
            if (m_at == At::quoted)
                return Outcome::unclosed;
            closeField(m_at == At::afterQuote ? m_length - 1 : m_length);
            return Outcome::record;
        }
        const char *text = m_buffer.data() + m_begin;
        const std::size_t size = m_buffer.size() - m_begin;
        if (m_skipLineFeed && m_length == 0) {
            m_skipLineFeed = false;
            if (text[0] == '\n') {
                ++m_begin;
                continue;
            }
        }
        std::size_t i = m_length;
        for (; i < size; ++i) {
            const char c = text[i];
            if (m_at == At::fieldStart) {
                m_cut = {i, i, false};
                if (c == '"') {
                    m_cut.begin = i + 1;
                    m_at = At::quoted;
                    continue;
                }
                m_at = At::plain;
            }
            if (m_at == At::plain) {
                while (i < size && !m_special[static_cast<unsigned char>(text[i])])
                    ++i;
                if (i == size)
                    break;
            } else if (m_at == At::quoted) {
                if (c == '"') {
                    m_at = At::afterQuote;
                } else if (c == '\n' || c == '\r') {
                    m_innerLines += c == '\n' && afterReturn ? 0 : 1;
                }
                afterReturn = c == '\r';
                continue;
            } else {
                if (c == '"') {
                    m_cut.doubledQuotes = true;
                    m_at = At::quoted;
                    continue;
                }
                if (!m_special[static_cast<unsigned char>(c)]) {
                    m_badQuotes = true;
                    m_at = At::plain;
                    continue;
                }
            }
            closeField(m_at == At::afterQuote ? i - 1 : i);
            if (text[i] == delimiter) {
                m_at = At::fieldStart;
                continue;
            }
            m_skipLineFeed = text[i] == '\r';
            m_length = i + 1;
            return i == 0 ? Outcome::blank : Outcome::record;
        }
        m_length = std::min(i, size);
        // The field after a delimiter exists even when the file ends there.
        if (m_at == At::fieldStart)
            m_cut = {m_length, m_length, false};
        if (m_length > m_options.recordLimit)
            return m_at == At::quoted || m_at == At::afterQuote ? Outcome::unclosed : Outcome::tooLong;
    }
}

void DelimitedReader::Work::dropFirstLine()
{
    const std::size_t end = m_buffer.find_first_of("\r\n", m_begin);
    if (end == std::string::npos) {
        dropUntilLineEnd();
        return;
    }
    m_skipLineFeed = m_buffer[end] == '\r';
    m_begin = end + 1;
    ++m_line;
}

void DelimitedReader::Work::dropUntilLineEnd()
{
    m_begin = std::min(m_begin + m_length, m_buffer.size());
    m_length = 0;
    for (;;) {
        const std::size_t end = m_buffer.find_first_of("\r\n", m_begin);
        if (end != std::string::npos) {
            m_skipLineFeed = m_buffer[end] == '\r';
            m_begin = end + 1;
            ++m_line;
            return;
        }
        m_begin = m_buffer.size();
        if (!more())
            return;
    }
}

const Record *DelimitedReader::Work::report(std::int64_t line, FailureCode problem)
{
    m_record = {line, problem, {}};
    return &m_record;
}

/// Turns the cuts into UTF-8 fields; false when the bytes are not in the file's encoding.
bool DelimitedReader::Work::decode(std::string_view whole)
{
    const bool foreign = !isAscii(whole);
    if (foreign && m_encoding != Encoding::windows1252) {
        const bool sound = QUtf8StringView(whole.data(), qsizetype(whole.size())).isValidUtf8();
        if (sound)
            m_encodingCertain = true;
        else if (m_encodingCertain)
            return false;
        else
            m_encoding = Encoding::windows1252;
        // A lone surrogate of UTF-16 arrives as the replacement character.
        if (m_encoding != Encoding::utf8 && m_encoding != Encoding::windows1252
            && whole.find("\xef\xbf\xbd") != std::string_view::npos)
            return false;
    }
    char *text = m_buffer.data() + m_begin;
    bool sound = true;
    for (const Cut &cut : m_cuts) {
        std::size_t end = cut.end;
        if (cut.doubledQuotes) {
            std::size_t write = cut.begin;
            for (std::size_t read = cut.begin; read < end; ++read) {
                text[write++] = text[read];
                if (text[read] == '"')
                    ++read;
            }
            end = write;
        }
        std::string_view field(text + cut.begin, end - cut.begin);
        if (foreign && m_encoding == Encoding::windows1252 && !isAscii(field)) {
            std::string &converted = m_converted.emplace_back();
            sound = appendWindows1252(converted, field) && sound;
            field = converted;
        }
        m_fields.push_back(field);
    }
    return sound;
}

const Record *DelimitedReader::Work::finish(std::int64_t line)
{
    const std::string_view whole(m_buffer.data() + m_begin, m_length);
    m_fields.clear();
    m_converted.clear();
    FailureCode problem;
    if (m_length > m_options.recordLimit)
        problem = refusals::lineTooLong;
    else if (whole.find('\0') != std::string_view::npos)
        problem = refusals::nulByte;
    else if (m_tooManyFields)
        problem = refusals::wrongColumnCount;
    else if (m_badQuotes)
        problem = refusals::badQuotes;
    else if (!decode(whole))
        problem = refusals::badEncoding;
    m_record = {line, problem, {}};
    if (m_record.sound())
        m_record.fields = m_fields;
    m_begin += m_length;
    return &m_record;
}

const Record *DelimitedReader::Work::next()
{
    if (std::exchange(m_restOfLongLine, false))
        dropUntilLineEnd();
    for (;;) {
        const std::int64_t line = m_line;
        switch (scan()) {
        case Outcome::end:
            return nullptr;
        case Outcome::blank:
            m_begin += m_length;
            ++m_line;
            break;
        case Outcome::record:
            m_line += m_innerLines + 1;
            return finish(line);
        case Outcome::tooLong:
            // Whoever stops here need not wait for the end of a line of gigabytes.
            m_restOfLongLine = true;
            return report(line, refusals::lineTooLong);
        case Outcome::unclosed:
            if (m_retries-- > 0) {
                dropFirstLine();
            } else {
                m_line += m_innerLines;
                dropUntilLineEnd();
            }
            return report(line, refusals::unclosedQuote);
        }
    }
}

DelimitedReader::DelimitedReader(QIODevice &device, const DelimitedOptions &options)
    : m_work(std::make_unique<Work>(device, options))
{
}

DelimitedReader::~DelimitedReader() = default;
DelimitedReader::DelimitedReader(DelimitedReader &&) noexcept = default;
DelimitedReader &DelimitedReader::operator=(DelimitedReader &&) noexcept = default;

const Record *DelimitedReader::next() { return m_work->next(); }
Done DelimitedReader::state() const { return m_work->state(); }
Encoding DelimitedReader::encoding() const { return m_work->encoding(); }
char DelimitedReader::delimiter() const { return m_work->delimiter(); }
std::int64_t DelimitedReader::bytesRead() const { return m_work->bytesRead(); }

} // namespace smartqueue::exchange
