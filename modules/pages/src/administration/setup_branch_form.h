#pragma once

#include "edit_form.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QTimeEdit;

namespace smartqueue::pages {

/// An editable box with every time zone, found by any part of its name.
QComboBox *timeZoneBox(QWidget *parent);

/// Name, zone, hours, numbers, target, order of the queues and retention of the branch.
class BranchForm final : public EditForm {
    Q_OBJECT
public:
    explicit BranchForm(QWidget *parent = nullptr);

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
    Branch drafted() const;

    QLineEdit *m_name;
    QComboBox *m_zone;
    QTimeEdit *m_opens;
    QTimeEdit *m_closes;
    QCheckBox *m_resets;
    QSpinBox *m_resetHour;
    QComboBox *m_routing;
    QSpinBox *m_target;
    QSpinBox *m_retention;
    FieldBox *m_nameField;
    FieldBox *m_zoneField;
    FieldBox *m_hoursField;
    FieldBox *m_resetField;
    FieldBox *m_targetField;
    FieldBox *m_routingField;
    FieldBox *m_retentionField;
};

} // namespace smartqueue::pages
