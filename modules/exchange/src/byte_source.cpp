#include "byte_source.h"

#include <array>
#include <cstring>

#include <QIODevice>
#include <QString>
#include <QUtf8StringView>

#include <smartqueue/exchange/refusals.h>

namespace smartqueue::exchange {

namespace {

constexpr qint64 pieceSize = 256 * 1024;

struct Utf8Census {
    int sound = 0;
    int broken = 0;
};

/// Counts multi-byte sequences; one that the end of the sample cuts off counts for neither side.
Utf8Census censusOf(std::string_view sample)
{
    Utf8Census census;
    for (std::size_t i = 0; i < sample.size();) {
        const auto lead = static_cast<unsigned char>(sample[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (i + length > sample.size())
            break;
        if (QUtf8StringView(sample.data() + i, qsizetype(length)).isValidUtf8()) {
            ++census.sound;
            i += length;
        } else {
            ++census.broken;
            ++i;
        }
    }
    return census;
}

/// UTF-16 without a mark shows as text with a NUL in every second place.
std::optional<Encoding> unmarkedUtf16(std::string_view sample)
{
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < sample.size(); ++i)
        nuls[i % 2] += sample[i] == '\0' ? 1 : 0;
    const std::size_t many = sample.size() * 3 / 10;
    const std::size_t few = sample.size() / 100;
    if (sample.size() < 4)
        return std::nullopt;
    if (nuls[1] > many && nuls[0] <= few)
        return Encoding::utf16LittleEndian;
    if (nuls[0] > many && nuls[1] <= few)
        return Encoding::utf16BigEndian;
    return std::nullopt;
}

bool isArchive(std::string_view start)
{
    using namespace std::string_view_literals;
    for (const std::string_view magic : {"PK\x03\x04"sv, "\x1f\x8b"sv, "BZh"sv, "\xfd" "7zXZ"sv, "7z\xbc\xaf"sv, "\x28\xb5\x2f\xfd"sv,
                                         "\xd0\xcf\x11\xe0"sv, "%PDF-"sv, "SQLite format 3\0"sv}) {
        if (start.substr(0, magic.size()) == magic)
            return true;
    }
    return false;
}

} // namespace

ByteSource::ByteSource(QIODevice &device, Encoding wanted) : m_device(device), m_wanted(wanted) {}

QByteArray ByteSource::readPiece()
{
    QByteArray piece(pieceSize, Qt::Uninitialized);
    qint64 got = m_device.read(piece.data(), pieceSize);
    while (got == 0 && !m_device.atEnd() && m_device.waitForReadyRead(-1))
        got = m_device.read(piece.data(), pieceSize);
    if (got < 0 && !m_device.atEnd())
        m_state = fail(refusals::cannotRead, {{"reason", m_device.errorString().toStdString()}});
    piece.truncate(std::max<qint64>(got, 0));
    m_bytesRead += piece.size();
    return piece;
}

void ByteSource::begin(QByteArray &piece, Encoding wanted)
{
    m_begun = true;
    const std::string_view bytes(piece.constData(), std::size_t(piece.size()));
    if (isArchive(bytes)) {
        m_state = fail(refusals::compressedFile);
        return;
    }
    struct Mark {
        std::string_view bytes;
        Encoding encoding;
    };
    for (const Mark &mark : {Mark{"\xef\xbb\xbf", Encoding::utf8}, Mark{"\xff\xfe", Encoding::utf16LittleEndian},
                             Mark{"\xfe\xff", Encoding::utf16BigEndian}}) {
        if (bytes.substr(0, mark.bytes.size()) != mark.bytes || (wanted != Encoding::detect && wanted != mark.encoding))
            continue;
        piece.remove(0, qsizetype(mark.bytes.size()));
        wanted = mark.encoding;
        break;
    }
    m_certain = wanted != Encoding::detect;
    if (m_certain) {
        m_encoding = wanted;
    } else if (const auto utf16 = unmarkedUtf16(bytes)) {
        m_encoding = *utf16;
        m_certain = true;
    } else {
        const Utf8Census census = censusOf(bytes);
        m_encoding = census.broken > census.sound ? Encoding::windows1252 : Encoding::utf8;
        m_certain = census.broken + census.sound > 0;
    }
    if (m_encoding == Encoding::utf16LittleEndian)
        m_decoder.emplace(QStringDecoder::Utf16LE);
    else if (m_encoding == Encoding::utf16BigEndian)
        m_decoder.emplace(QStringDecoder::Utf16BE);
}

bool ByteSource::append(std::string &buffer)
{
    if (!m_state)
        return false;
    QByteArray piece = readPiece();
    if (piece.isEmpty() || !m_state)
        return false;
    if (!m_begun) {
        // The encoding is judged by a full piece, however small the portions in which the device gives it.
        while (piece.size() < pieceSize) {
            const QByteArray more = readPiece();
            if (more.isEmpty())
                break;
            piece += more;
        }
        begin(piece, m_wanted);
        if (!m_state)
            return false;
    }
    if (m_decoder) {
        const QString text = m_decoder->decode(piece);
        const QByteArray utf8 = text.toUtf8();
        buffer.append(utf8.constData(), std::size_t(utf8.size()));
    } else {
        buffer.append(piece.constData(), std::size_t(piece.size()));
    }
    return true;
}

bool isAscii(std::string_view bytes)
{
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word;
        std::memcpy(&word, bytes.data() + i, 8);
        if (word & 0x8080808080808080ULL)
            return false;
    }
    for (; i < bytes.size(); ++i) {
        if (static_cast<unsigned char>(bytes[i]) >= 0x80)
            return false;
    }
    return true;
}

bool appendWindows1252(std::string &utf8, std::string_view bytes)
{
    // 0x80 to 0x9f as Unicode; 0 where the code page has nothing.
    static constexpr std::array<char16_t, 32> specials{
        0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
        0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
        0x0153, 0,      0x017e, 0x0178};
    bool sound = true;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        char16_t point = byte;
        if (byte >= 0x80 && byte < 0xa0)
            point = specials[byte - 0x80];
        if (byte >= 0x80 && point == 0) {
            sound = false;
            point = 0xfffd;
        }
        if (point < 0x80) {
            utf8 += char(point);
        } else if (point < 0x800) {
            utf8 += char(0xc0 | (point >> 6));
            utf8 += char(0x80 | (point & 0x3f));
        } else {
            utf8 += char(0xe0 | (point >> 12));
            utf8 += char(0x80 | ((point >> 6) & 0x3f));
            utf8 += char(0x80 | (point & 0x3f));
        }
    }
    return sound;
}

} // namespace smartqueue::exchange
