#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <smartqueue/foundation/result.h>

class QIODevice;

namespace smartqueue::exchange {

enum class Encoding { detect, utf8, utf16LittleEndian, utf16BigEndian, windows1252 };

struct DelimitedOptions {
    Encoding encoding = Encoding::detect;
    /// '\0': found from the first lines among , ; tab and |.
    char delimiter = '\0';
    /// Bytes of one record, beyond which it is refused and skipped.
    std::size_t recordLimit = 1024 * 1024;
    std::size_t fieldLimit = 1000;
};

/// One record of a delimited file. The fields are UTF-8 and stay valid until the next one is read.
struct Record {
    /// Line of the file where it begins, from 1.
    std::int64_t line = 0;
    /// Empty, or why the record cannot be used; then it has no fields.
    FailureCode problem;
    std::span<const std::string_view> fields;

    bool sound() const { return problem.name().empty(); }
};

/// Reads CSV and its relatives as a stream: RFC 4180 quotes, any line end, UTF-8, UTF-16 or Windows-1252, with memory
/// bounded by the record limit whatever the file holds. A broken record is reported and the next line goes on. Empty
/// lines are passed over. Not thread-safe.
class DelimitedReader {
public:
    /// `device` is open for reading and outlives the reader; reading begins where it stands.
    explicit DelimitedReader(QIODevice &device, const DelimitedOptions &options = {});
    ~DelimitedReader();
    DelimitedReader(DelimitedReader &&) noexcept;
    DelimitedReader &operator=(DelimitedReader &&) noexcept;

    /// The next record, or nullptr at the end and after a read error; see state().
    const Record *next();

    /// Fails with `cannot_read` or `compressed_file`.
    Done state() const;
    /// Never `detect`; a file of plain ASCII so far is utf8.
    Encoding encoding() const;
    char delimiter() const;
    /// Bytes taken from the device so far.
    std::int64_t bytesRead() const;

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace smartqueue::exchange
