#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <QByteArray>
#include <QStringDecoder>

#include <smartqueue/exchange/delimited_reader.h>
#include <smartqueue/foundation/result.h>

class QIODevice;

namespace smartqueue::exchange {

/// The bytes of a file in a form in which delimiters and line ends are ASCII: UTF-16 is turned into UTF-8, the others
/// come as they are. A byte order mark is taken off.
class ByteSource {
public:
    ByteSource(QIODevice &device, Encoding wanted);

    /// Appends the next piece; false at the end and after an error.
    bool append(std::string &buffer);

    Done state() const { return m_state; }
    /// utf8 until proven otherwise for files without a mark.
    Encoding encoding() const { return m_encoding; }
    /// Whether the encoding was asked for, marked, or plain from the first bytes.
    bool certain() const { return m_certain; }
    std::int64_t bytesRead() const { return m_bytesRead; }

private:
    QByteArray readPiece();
    /// Settles the encoding from the first bytes and takes the mark off.
    void begin(QByteArray &piece, Encoding wanted);

    QIODevice &m_device;
    Encoding m_wanted;
    Encoding m_encoding = Encoding::utf8;
    bool m_certain = false;
    bool m_begun = false;
    std::optional<QStringDecoder> m_decoder;
    std::int64_t m_bytesRead = 0;
    Done m_state;
};

bool isAscii(std::string_view bytes);
/// Appends Windows-1252 bytes as UTF-8; false when one of them means nothing.
bool appendWindows1252(std::string &utf8, std::string_view bytes);

} // namespace smartqueue::exchange
