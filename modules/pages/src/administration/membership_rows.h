#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include <smartqueue/domain/commands.h>
#include <smartqueue/engine/installation.h>

class QComboBox;
class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class IconButton;
class TextLabel;
}

namespace smartqueue::pages {

/// The tenants that somebody belongs to, with the role in each: a row a tenant. Rows that the one who asks may not change are
/// read only, tenants that they do not see have none.
class MembershipRows : public QWidget {
    Q_OBJECT
public:
    explicit MembershipRows(QWidget *parent = nullptr);

    /// `user`: none for somebody new.
    void fill(const engine::SharedDirectory &directory, UserId asking, UserId user);
    /// As the rows are now.
    std::vector<Membership> memberships() const;
    /// What has to be granted and revoked.
    std::vector<Membership> granted() const;
    std::vector<TenantId> revoked() const;
    bool isEmpty() const { return m_rows.empty(); }
    /// A row can be added, changed or taken away.
    bool isChangeable() const;
    void retranslate();

Q_SIGNALS:
    void changed();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Row {
        QWidget *widget = nullptr;
        TenantId tenant;
        /// Of a new row.
        QComboBox *choice = nullptr;
        /// None where the role is not theirs to change.
        QComboBox *role = nullptr;
        widgets::TextLabel *roleWord = nullptr;
        widgets::IconButton *remove = nullptr;
        std::optional<Role> before;
    };
    void addRow(TenantId tenant, std::optional<Role> before);
    void add();
    void remove(const QWidget *row);
    void clear();
    TenantId tenantOf(const Row &row) const;
    Role roleOf(const Row &row) const;
    std::vector<TenantId> open() const;
    bool may(CommandBody body) const;
    void showAdd();
    QString nameOf(TenantId tenant) const;

    engine::SharedDirectory m_directory;
    UserId m_asking;
    UserId m_user;
    std::vector<Membership> m_before;
    std::vector<Row> m_rows;
    QVBoxLayout *m_column;
    widgets::ActionButton *m_add;
};

} // namespace smartqueue::pages
