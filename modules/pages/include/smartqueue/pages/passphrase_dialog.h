#pragma once

#include <memory>

#include <QDialog>

#include <smartqueue/engine/installation.h>

namespace smartqueue::widgets {
class ActionButton;
}

namespace smartqueue::pages {

struct LineField;

/// In a database without users and without a keychain: a passphrase that seals the customers' data, or the one they were
/// sealed with. Accepted once the vault is open.
class PassphraseDialog : public QDialog {
    Q_OBJECT
public:
    enum class Purpose { choose, open };

    PassphraseDialog(engine::Installation &installation, Purpose purpose, QWidget *parent = nullptr);
    ~PassphraseDialog() override;

private:
    void act();

    engine::Installation &m_installation;
    Purpose m_purpose;
    std::unique_ptr<LineField> m_passphrase;
    std::unique_ptr<LineField> m_again;
    widgets::ActionButton *m_without;
    widgets::ActionButton *m_act;
};

} // namespace smartqueue::pages
