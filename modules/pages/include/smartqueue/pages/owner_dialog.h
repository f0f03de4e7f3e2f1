#pragma once

#include <QDialog>

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/engine/installation.h>

namespace smartqueue::widgets {
class ActionButton;
}

namespace smartqueue::pages {

class OwnerForm;

/// Asks the owner of a database without users to become its first superadmin. Rejected: later.
class OwnerDialog : public QDialog {
    Q_OBJECT
public:
    /// `device` names this desktop on record.
    OwnerDialog(engine::Installation &installation, std::string device, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The superadmin is there and signed in.
    void made(const smartqueue::accounts::Session &session);

public Q_SLOTS:
    /// Not while the account is being made.
    void reject() override;

private:
    OwnerForm *m_form;
    widgets::ActionButton *m_later;
    widgets::ActionButton *m_make;
};

} // namespace smartqueue::pages
