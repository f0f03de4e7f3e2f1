#pragma once

#include <filesystem>
#include <fstream>
#include <string>

/// What a fuzzer begins with: one file each, counted up.
class SeedFolder {
public:
    explicit SeedFolder(std::filesystem::path path) : m_path(std::move(path)) { std::filesystem::create_directories(m_path); }

    void add(const std::string &bytes) { std::ofstream(m_path / ("seed-" + std::to_string(++m_count)), std::ios::binary) << bytes; }

private:
    std::filesystem::path m_path;
    int m_count = 0;
};
