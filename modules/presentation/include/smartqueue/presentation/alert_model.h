#pragma once

#include <vector>

#include <QAbstractTableModel>

#include <smartqueue/engine/engine.h>

namespace smartqueue::presentation {

/// Where an alert stands for a person.
enum class AlertStanding { open, snoozed, acknowledged, over };

/// Today's alerts, those that need someone first. Follows snapshots by row signals. GUI thread.
class AlertModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { severity, what, queue, since, standing, owner, columnCountValue };

    explicit AlertModel(QObject *parent = nullptr);

    void show(const engine::SharedSnapshot &snapshot);
    void retranslate();
    /// None outside the rows.
    AlertId idAt(int row) const;
    const Alert *alertAt(int row) const;
    int rowOf(AlertId id) const;
    /// Open ones that nobody has acknowledged or snoozed.
    int needingSomeone() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    engine::SharedSnapshot m_snapshot;
    std::vector<Alert> m_alerts;
};

AlertStanding standingOf(const Alert &alert, Instant now);
QString standingWord(AlertStanding standing);
/// "12 past the promised time": the alert with its figure.
QString alertSentence(const Alert &alert);
/// Why it stands, with the figures of now beside the threshold; for one that is over, when it ended.
QString alertCause(const Alert &alert, const engine::BranchSnapshot &snapshot);
/// When the rule fires, in one sentence.
QString ruleSentence(AlertType type);

} // namespace smartqueue::presentation
