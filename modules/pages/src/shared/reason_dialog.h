#pragma once

#include <QDialog>
#include <QStringList>

class QComboBox;

namespace smartqueue::pages {

/// Asks for one short sentence, with the usual ones to choose from.
class ReasonDialog : public QDialog {
    Q_OBJECT
public:
    ReasonDialog(const QString &title, const QString &question, const QStringList &usual, const QString &act,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    void reasonGiven(const QString &reason);

private:
    QComboBox *m_reason;
};

} // namespace smartqueue::pages
