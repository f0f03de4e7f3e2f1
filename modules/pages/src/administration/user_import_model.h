#pragma once

#include <vector>

#include <QAbstractTableModel>

#include <smartqueue/engine/installation.h>
#include <smartqueue/engine/user_files.h>

#include "user_import_run.h"

namespace smartqueue::pages {

/// The lines of a list of people with what is to become, or became, of each; the bad ones first. GUI thread.
class UserImportModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { line, person, place, verdict, code };
    enum class Filter { all, comesIn, leftOut, nothing };

    explicit UserImportModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setPlan(std::vector<engine::PlannedUser> plan, engine::SharedDirectory directory);
    /// What became of the plan's lines; none: the table is a preview.
    void setResults(std::vector<TakenInUser> results);
    void setFilter(Filter filter);
    int count(Filter filter) const;
    const std::vector<engine::PlannedUser> &plan() const { return m_plan; }
    bool hasResults() const { return !m_results.empty(); }
    /// Whether any of the results has a code.
    bool hasCodes() const;
    void retranslate();
    /// The report: heading and one row a line in the order of the file.
    std::vector<std::vector<std::string>> report() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Filter filterOf(std::size_t index) const;
    QString placeOf(const engine::PlannedUser &planned) const;
    QString verdictOf(std::size_t index) const;
    bool isBad(std::size_t index) const;
    void arrange();

    std::vector<engine::PlannedUser> m_plan;
    std::vector<TakenInUser> m_results;
    engine::SharedDirectory m_directory;
    Filter m_filter = Filter::all;
    /// Positions in the plan.
    std::vector<std::size_t> m_rows;
};

} // namespace smartqueue::pages
