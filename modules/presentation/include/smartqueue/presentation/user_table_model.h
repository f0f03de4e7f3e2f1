#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include <QStringList>

#include <smartqueue/engine/installation.h>
#include <smartqueue/presentation/diffed_table_model.h>

namespace smartqueue::presentation {

/// Whom a list of people is made for, and of what.
struct UserListing {
    engine::SharedDirectory directory;
    /// None: the owner of a database without users.
    UserId asking;
    Instant now{};
    TimeZone zone;
    /// Where people work as agents.
    std::map<UserId, std::set<SiteId>> places;
};

/// What a person is, in a tenant or on the platform; the later the more they may.
enum class Standing { agent, manager, admin, staff, superadmin };
QString standingWord(Standing standing);

/// The people whom the one who asks administers, as a table that diffs directories into row signals, so that a selection
/// survives what others change. The platform's people see everybody; a tenant's admin sees its members, and nothing of them that
/// belongs to another tenant. GUI thread.
class UserTableModel : public DiffedTableModel {
    Q_OBJECT
public:
    enum Column { name, places, standing, signIn, lastSeen };
    enum Role {
        /// qint64 of the UserId.
        idRole = Qt::UserRole + 96,
        /// QString: the e-mail below the name, where they were last seen.
        secondRole,
        /// bool: the one who asks.
        ownRole,
        /// bool: may sign in.
        activeRole,
        /// bool: the one who asks may switch that.
        switchableRole,
        /// QStringList of tenants or branches.
        placesRole,
        /// QList<int> of Standing, the highest first.
        standingsRole,
        /// bool: the invitation's code has expired.
        expiredRole
    };
    enum class Status { any, active, off, invited, expired, noPassword };

    explicit UserTableModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Shows what the listing says.
    void follow(UserListing listing);
    /// Rows with every word of `text` in name, e-mail or phone; case does not matter.
    void setFilter(const QString &text);
    /// Everybody without a standing.
    void setStandingFilter(std::optional<Standing> standing);
    void setStatusFilter(Status status);
    /// Texts in the language of now.
    void retranslate();

    /// People without the filters, and those of them who may sign in.
    int total() const { return int(m_people.size()); }
    int active() const;
    UserId idAt(int row) const;
    /// −1 when they are not shown.
    int rowOf(UserId id) const;

private:
    struct Person {
        UserId id;
        QString name;
        QString email;
        QString phone;
        QStringList places;
        QList<Standing> standings;
        bool own = false;
        bool active = true;
        bool switchable = false;
        Status entry = Status::active;
        std::optional<Instant> seenAt;
        QString seen;
        QString where;

        friend bool operator==(const Person &, const Person &) = default;
    };

    /// With the texts of now.
    void read();
    Person personOf(const User &user) const;
    void tellWhenSeen(Person &person, const User &user) const;
    bool isShown(const Person &person) const;
    void refresh();

    UserListing m_listing;
    QString m_filter;
    std::optional<Standing> m_standing;
    Status m_status = Status::any;
    int m_sortColumn = name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<Person> m_people;
    std::vector<Person> m_rows;
};

} // namespace smartqueue::presentation
