#pragma once

#include <QTimer>

#include <smartqueue/pages/administration_tab.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/tenant_models.h>

class QStackedWidget;
class QTableView;

namespace smartqueue::widgets {
class ActionButton;
class SearchField;
class TextLabel;
}

namespace smartqueue::pages {

class EditSheet;
class QuestionCard;
class SiteForm;
class TenantForm;

/// The organisations of the database and their branches; for an administrator of one, that one.
class TenantsTab : public AdministrationTab {
    Q_OBJECT
public:
    explicit TenantsTab(presentation::Console &console, QWidget *parent = nullptr);

    /// Whether there is such a tab for the one who sits here.
    static bool isFor(const presentation::Console &console);

    Kind kind() const override { return Kind::tenants; }
    QString title() const override;
    QList<widgets::FormSheet *> sheets() const override;
    QList<QAction *> paletteActions() const override;
    void focusFilter() override;
    void showFilterKeys(const QString &keys) override;
    void activated() override { follow(); }
    bool holdsTyped() const override;
    void letGo(const std::function<void()> &then) override;

    void createTenant();
    void createSite();
    void openCustomers();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool may(TenantId tenant, Permission permission) const;
    TenantId chosen() const;
    const Tenant *chosenTenant(const accounts::Directory &directory) const;
    void follow();
    void choose();
    void chooseSite();
    void editChosen();
    void openSite();
    void askToSuspend();
    void suspend();
    void retranslate();

    presentation::Console &m_console;
    presentation::TenantModel *m_tenants;
    presentation::SiteModel *m_sites;
    QWidget *m_tenantPart;
    widgets::SearchField *m_filter;
    widgets::TextLabel *m_count;
    widgets::ActionButton *m_customers;
    widgets::ActionButton *m_newTenant;
    QTableView *m_tenantTable;
    widgets::TextLabel *m_siteTitle;
    widgets::TextLabel *m_facts;
    widgets::ActionButton *m_edit;
    widgets::ActionButton *m_suspend;
    widgets::ActionButton *m_newSite;
    widgets::ActionButton *m_open;
    QuestionCard *m_question;
    QStackedWidget *m_siteStack;
    QTableView *m_siteTable;
    QWidget *m_noSite = nullptr;
    EditSheet *m_sheet;
    EditSheet *m_siteSheet;
    TenantForm *m_tenantForm;
    SiteForm *m_siteForm;
    QAction *m_newTenantAct;
    QAction *m_newSiteAct;
    QTimer m_followSoon;
    TenantId m_shown;
    /// The sheet is open on a new organisation.
    bool m_creates = false;
    /// Just created, and not in the directory yet.
    TenantId m_wanted;
};

} // namespace smartqueue::pages
