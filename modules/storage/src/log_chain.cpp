#include "log_chain.h"

#include <QCryptographicHash>

namespace smartqueue::storage {

namespace {

void add(std::string &header, std::string_view text)
{
    header += std::to_string(text.size());
    header += ':';
    header += text;
    header += ',';
}

void add(std::string &header, std::int64_t number)
{
    add(header, std::to_string(number));
}

QByteArrayView view(std::string_view bytes)
{
    return QByteArrayView(bytes.data(), qsizetype(bytes.size()));
}

} // namespace

ChainHash chainStart()
{
    return ChainHash(32, '\0');
}

ChainHash chainHash(std::string_view previous, const LogRow &row)
{
    std::string header;
    header.reserve(160);
    add(header, row.sequence);
    add(header, row.epoch);
    if (row.command)
        add(header, *row.command);
    else
        header += "-,";
    add(header, row.device);
    add(header, row.actor);
    add(header, row.kind);
    add(header, row.schema);
    add(header, row.at);
    if (row.schema >= 2) {
        add(header, row.site);
        add(header, row.user);
        add(header, row.before);
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(view(previous));
    hash.addData(view(header));
    hash.addData(view(row.payload));
    return hash.result().toStdString();
}

} // namespace smartqueue::storage
