#pragma once

#include <QDialog>
#include <QMap>

#include <smartqueue/pages/action_registry.h>

class QGridLayout;
class QKeySequenceEdit;

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

/// Every action with its keys, to read and to change. Keys that another action has are not taken, and it says which.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    /// `places`: what each scope of the registry is called; the empty one is "everywhere".
    ShortcutsDialog(ActionRegistry &actions, const QMap<QString, QString> &places, QWidget *parent = nullptr);

private:
    void addRow(QGridLayout *grid, const ActionRegistry::Entry &entry);
    void take(const QString &id, QKeySequenceEdit *field);

    ActionRegistry &m_actions;
    QMap<QString, QKeySequenceEdit *> m_fields;
    widgets::TextLabel *m_answer;
};

} // namespace smartqueue::pages
