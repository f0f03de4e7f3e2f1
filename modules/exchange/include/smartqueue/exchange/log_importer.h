#pragma once

#include <span>
#include <string>
#include <vector>

#include <smartqueue/engine/history_import.h>
#include <smartqueue/exchange/import.h>

namespace smartqueue::exchange {

/// The engine's import port over files: what the wizard and the tickets page use.
class LogImporter final : public engine::HistoryImporter {
public:
    /// The door's calls may come from whichever thread calls run().
    explicit LogImporter(ImportDoor door) : m_door(std::move(door)) {}

    Result<Preview> preview(const std::string &path) override;
    Result<engine::HistoryImportSummary> run(const std::string &path, const engine::HistoryImportOptions &options,
                                             const std::function<bool(double)> &progress) override;

private:
    ImportDoor m_door;
};

/// The column map that a choice of columns stands for. What the choice does not say (outcome words, words for "no value",
/// formats left empty) is guessed from the file's head.
ColumnMap mapFor(const engine::HistoryImportOptions &options, std::span<const std::string> header,
                 std::span<const std::vector<std::string>> samples);

} // namespace smartqueue::exchange
