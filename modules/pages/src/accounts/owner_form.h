#pragma once

#include <QWidget>

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/engine/installation.h>

#include "account_fields.h"

namespace smartqueue::widgets {
class TextLabel;
}

namespace smartqueue::pages {

/// Who the first superadmin of a database without users is. Makes them and signs them in.
class OwnerForm : public QWidget {
    Q_OBJECT
public:
    /// `device` names this desktop on record.
    OwnerForm(engine::Installation &installation, std::string device, QWidget *parent = nullptr);

    bool isBusy() const { return m_busy; }
    /// Answers with made(), or says below the fields what has to be mended.
    void submit();
    QLineEdit *firstField() const { return m_email.line; }

Q_SIGNALS:
    void made(const smartqueue::accounts::Session &session);
    void busyChanged(bool busy);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    bool check();
    void signIn();
    void refuse(const Failure &failure);
    void setBusy(bool busy);

    engine::Installation &m_installation;
    std::string m_device;
    bool m_busy = false;
    LineField m_email;
    LineField m_firstName;
    LineField m_lastName;
    LineField m_password;
    LineField m_again;
    widgets::TextLabel *m_problem;
};

} // namespace smartqueue::pages
