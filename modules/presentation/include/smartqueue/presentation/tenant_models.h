#pragma once

#include <vector>

#include <QAbstractTableModel>

#include <smartqueue/presentation/console.h>

namespace smartqueue::presentation {

/// "3 of 10": how much of a limit is used.
struct LimitUse {
    int used = 0;
    int limit = 0;

    bool isFull() const { return used >= limit; }
};

struct TenantUse {
    LimitUse sites;
    LimitUse agents;
    LimitUse queues;
};

/// What the tenant has of what it may have, counted as the engine does.
TenantUse tenantUse(const engine::Installation &installation, const accounts::Directory &directory, const Tenant &tenant);
/// "A-Z, 0-9 and hyphens" out of a name: "Mairie d'Évry" gives "mairie-d-evry". May be empty.
QString slugOf(const QString &name);
/// "Français" for "fr"; a tag that Qt does not know stays as it is.
QString languageName(const QString &locale);

/// The tenants that the one who sits here sees, by name. Follows the directory; a selection survives. GUI thread.
class TenantModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, language, zone, sites, agents, queues, state, columns };
    enum Role {
        /// qint64
        idRole = Qt::UserRole + 64,
        /// QString, beside the name
        slugRole,
        /// bool: the column's limit is reached
        fullRole,
        /// bool
        suspendedRole,
    };

    explicit TenantModel(Console &console, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Reads the directory and the branches of now.
    void follow();
    /// Tenants with `text` in name or short name.
    void setFilter(const QString &text);
    void retranslate();
    int total() const { return m_total; }
    TenantId tenantAt(int row) const;
    /// −1 when it is not shown.
    int rowOf(TenantId tenant) const;

private:
    struct Row {
        Tenant tenant;
        TenantUse use;
    };
    QString text(const Row &row, int column) const;

    Console &m_console;
    QString m_filter;
    std::vector<Row> m_rows;
    int m_total = 0;
};

/// The branches of one tenant, by name. GUI thread.
class SiteModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, zone, queues, agents, waiting, columns };
    enum Role {
        /// qint64
        idRole = Qt::UserRole + 64,
        /// bool: the branch that is open here
        hereRole,
    };

    explicit SiteModel(Console &console, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// TenantId{}: none.
    void show(TenantId tenant);
    void follow();
    void retranslate();
    SiteId siteAt(int row) const;
    int rowOf(SiteId site) const;

private:
    struct Row {
        SiteId site;
        QStringList cells;
        bool here = false;
    };
    std::vector<Row> rows() const;

    Console &m_console;
    TenantId m_tenant;
    std::vector<Row> m_rows;
};

} // namespace smartqueue::presentation
