#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/engine/user_files.h>
#include <smartqueue/foundation/csv.h>
#include <smartqueue/foundation/result.h>

class QIODevice;

namespace smartqueue::exchange {

/// The lines of a delimited file of people, each on its own: one that cannot be read has a problem and stops nothing. The
/// columns are known by their English and French names in any order, others are passed over; `email` is needed. `device` is
/// open for reading. Fails with `empty_file`, `columns_not_recognised`, `duplicate_column`, `limit_reached`, `compressed_file`
/// or `cannot_read`.
Result<std::vector<engine::UserRow>> readUserRows(QIODevice &device);

/// The people whom `asking` administers, and the roles in those tenants: `email,first_name,…,active,last_sign_in` (UTC).
std::string userTable(const accounts::Directory &directory, UserId asking);

/// Rows of csvCell()s in UTF-8 with a byte order mark, as readUserRows() takes them back.
std::string csvOf(const std::vector<std::vector<std::string>> &rows);

/// The engine's port for lists of people, over files.
class UserFile final : public engine::UserFiles {
public:
    Result<std::vector<engine::PlannedUser>> preview(const std::string &path, const accounts::Directory &directory, UserId asking) override;
    std::string table(const accounts::Directory &directory, UserId asking) override { return userTable(directory, asking); }
    std::string csv(const std::vector<std::vector<std::string>> &rows) override { return csvOf(rows); }
};

} // namespace smartqueue::exchange
