#pragma once

#include <atomic>
#include <thread>

#include <smartqueue/engine/history_import.h>

namespace smartqueue::testing {

/// An importer that answers what it was told, and remembers what it was asked.
class ToldImporter final : public engine::HistoryImporter {
public:
    Result<Preview> preview(const std::string &path) override
    {
        if (path == "/missing.csv")
            return fail(FailureCode("cannot_read"));
        Preview preview;
        preview.columns = {"call_id", "line", "start", "answered", "ended", "clerk", "remark"};
        for (int i = 0; i < 8; ++i)
            preview.rows.push_back({"33" + std::to_string(116 + i), i % 3 ? "joint" : "cash", "7:0" + std::to_string(i) + ":47", "7:0" + std::to_string(i) + ":57",
                                    "7:1" + std::to_string(i) + ":02", i % 2 ? "MICHAL" : "TOVA", ""});
        using F = engine::HistoryField;
        preview.assignment = {{F::ticket, "call_id"}, {F::arrivedAt, "start"}, {F::calledAt, "answered"}, {F::endedAt, "ended"}, {F::agent, "clerk"}};
        preview.timeFormat = "H:mm:ss";
        preview.delimiter = '\t';
        preview.encoding = "UTF-8";
        return preview;
    }

    Result<engine::HistoryImportSummary> run(const std::string &path, const engine::HistoryImportOptions &options,
                                             const std::function<bool(double)> &progress) override
    {
        askedPath = path;
        asked = options;
        for (double share = 0; endless ? true : share < 1; share += 0.25) {
            started = true;
            if (!progress(std::min(share, 0.9)))
                return fail(FailureCode("cancelled"));
            if (endless)
                std::this_thread::yield();
        }
        engine::HistoryImportSummary summary;
        summary.rows = 41'250;
        summary.imported = 41'203;
        summary.duplicates = 10;
        for (int i = 0; i < refusedLines; ++i)
            summary.refuse(100 + i * 7, i % 2 ? Failure{FailureCode("ends_before_it_starts"), {}} : Failure{FailureCode("bad_time"), {{"value", "7:61:00"}}});
        return summary;
    }

    int refusedLines = 37;
    std::string askedPath;
    engine::HistoryImportOptions asked;
    std::atomic<bool> endless = false;
    std::atomic<bool> started = false;
};

} // namespace smartqueue::testing
