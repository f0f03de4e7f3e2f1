#pragma once

#include <QList>
#include <QWidget>

#include "wizard_founder.h"

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QTimeEdit;
class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class ChipGroup;
class IconButton;
class TextLabel;
}

namespace smartqueue::pages {

class FieldBox;
class MinutesBox;

/// The short form of a new branch: its name and hours, queues from a template, counters and who serves.
class WizardBranchForm : public QWidget {
    Q_OBJECT
public:
    explicit WizardBranchForm(QWidget *parent = nullptr);

    BranchPlan plan() const;
    /// Says what has to be mended and focuses the first such field; false if there is something.
    bool check();
    QWidget *firstField() const;
    void retranslate();
    /// Puts the two cards side by side where `width` has room for both.
    void fit(int width);
    /// "bank", "clinic" or "townhall".
    void useTemplate(const QString &id);

private:
    /// Once the form was checked: a problem goes as soon as it is mended.
    void sayAgain();
    /// Says what has to be mended; answers with the first such field.
    QWidget *showProblems();

    struct QueueRow {
        QWidget *widget;
        QLineEdit *name;
        MinutesBox *minutes;
        widgets::IconButton *remove;
    };
    void addQueue(const QString &name, double minutes);
    void removeQueue(QWidget *row);
    void nameRows();
    void nameAgents();

    QLineEdit *m_name;
    QComboBox *m_zone;
    QTimeEdit *m_opens;
    QTimeEdit *m_closes;
    QSpinBox *m_counters;
    QLineEdit *m_agents;
    FieldBox *m_nameField;
    FieldBox *m_zoneField;
    FieldBox *m_hoursField;
    FieldBox *m_countersField;
    FieldBox *m_agentsField;
    widgets::TextLabel *m_branchTitle;
    widgets::TextLabel *m_queuesTitle;
    widgets::TextLabel *m_queuesHint;
    widgets::TextLabel *m_queuesProblem;
    widgets::ChipGroup *m_templates;
    QBoxLayout *m_sides;
    QVBoxLayout *m_queueColumn;
    widgets::ActionButton *m_add;
    QList<QueueRow> m_rows;
    QString m_template;
    bool m_agentsTyped = false;
    bool m_queuesTyped = false;
    bool m_checked = false;
};

} // namespace smartqueue::pages
