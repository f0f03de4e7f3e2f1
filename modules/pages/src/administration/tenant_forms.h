#pragma once

#include <array>

#include <smartqueue/presentation/console.h>

#include "edit_form.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace smartqueue::pages {

/// A customer organisation: its names, language, zone and retention, and for the platform's people its limits.
class TenantForm final : public EditForm {
    Q_OBJECT
public:
    explicit TenantForm(presentation::Console &console, QWidget *parent = nullptr);

    QString title() const override;
    CommandBody command() const override;
    std::optional<CommandBody> removal() const override { return std::nullopt; }
    QString removalQuestion() const override { return {}; }
    QWidget *firstField() const override;
    void retranslate() override;

protected:
    void fill() override;
    QList<presentation::FieldProblem> problems() const override;

private:
    Tenant drafted() const;
    /// As it stands; a fresh one for a new tenant.
    Tenant standing() const;
    bool isPlatforms() const;

    presentation::Console &m_console;
    QLineEdit *m_name;
    QLineEdit *m_slug;
    QComboBox *m_locale;
    QComboBox *m_zone;
    QSpinBox *m_retention;
    std::array<QSpinBox *, 3> m_limits;
    std::array<QCheckBox *, 3> m_factors;
    FieldBox *m_nameField;
    FieldBox *m_slugField;
    FieldBox *m_localeField;
    FieldBox *m_zoneField;
    FieldBox *m_retentionField;
    FieldBox *m_limitsField;
    FieldBox *m_factorField;
    /// The short name follows the name until somebody types one.
    bool m_slugFollows = true;
};

/// A new branch of a tenant.
class SiteForm final : public EditForm {
    Q_OBJECT
public:
    explicit SiteForm(presentation::Console &console, QWidget *parent = nullptr);

    /// Before edit().
    void setTenant(TenantId tenant) { m_tenant = tenant; }

    QString title() const override;
    CommandBody command() const override;
    std::optional<CommandBody> removal() const override { return std::nullopt; }
    QString removalQuestion() const override { return {}; }
    QWidget *firstField() const override;
    void retranslate() override;

protected:
    void fill() override;
    QList<presentation::FieldProblem> problems() const override;

private:
    presentation::Console &m_console;
    TenantId m_tenant;
    QLineEdit *m_name;
    QComboBox *m_zone;
    QSpinBox *m_retention;
    FieldBox *m_nameField;
    FieldBox *m_zoneField;
    FieldBox *m_retentionField;
};

} // namespace smartqueue::pages
