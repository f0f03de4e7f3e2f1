#pragma once

#include <functional>
#include <memory>

#include <QDialog>

#include <smartqueue/presentation/console.h>

class QStackedWidget;
class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class Card;
class TextLabel;
}

namespace smartqueue::pages {

class SecondFactorPanel;
struct LineField;

/// What the one who sits here changes of their own account: password, PIN, second factor. Each asks for the current password:
/// whoever finds the desk open makes no way in of their own.
class AccountDialog : public QDialog {
    Q_OBJECT
public:
    /// `device` names this desktop on record.
    AccountDialog(presentation::Console &console, std::string device, QWidget *parent = nullptr);
    ~AccountDialog() override;

public Q_SLOTS:
    /// Not while the recovery codes are shown: they would be lost.
    void reject() override;

private:
    enum class Step { overview, factor, proof };

    QWidget *makeOverview();
    QWidget *makeFactorPage();
    QWidget *makeProofPage();
    widgets::Card *card(const QString &title, const QString &note);
    QWidget *makeHead();
    void fillPassword(QVBoxLayout &rows);
    void fillPin(QVBoxLayout &rows);
    void fillFactor(QVBoxLayout &rows);
    void refresh();
    /// Asks for the current password, and goes on with `then` behind the right one.
    void prove(const QString &what, std::function<void()> then);
    void checkProof();
    /// Whether it is the password of the one who sits here; else the problem stands at the field.
    void check(const LineField &field, std::function<void()> then);
    void changePassword();
    void setPassword();
    void askForPin();
    void setPin(const std::string &pin);
    void setUpFactor();
    void removeFactor();
    void goOn();
    void turnTo(Step step);
    void showOverview();
    void setBusy(bool busy);
    void tell(const QString &text);

    presentation::Console &m_console;
    std::string m_device;
    QStackedWidget *m_pages;
    widgets::TextLabel *m_told;
    std::unique_ptr<LineField> m_current;
    std::unique_ptr<LineField> m_password;
    std::unique_ptr<LineField> m_again;
    std::unique_ptr<LineField> m_pin;
    widgets::ActionButton *m_change = nullptr;
    widgets::ActionButton *m_setPin = nullptr;
    widgets::ActionButton *m_removePin = nullptr;
    widgets::TextLabel *m_factorState = nullptr;
    widgets::ActionButton *m_setUp = nullptr;
    widgets::ActionButton *m_remove = nullptr;
    SecondFactorPanel *m_factor = nullptr;
    widgets::TextLabel *m_proofTitle = nullptr;
    std::unique_ptr<LineField> m_proof;
    std::function<void()> m_proven;
    widgets::ActionButton *m_back = nullptr;
    widgets::ActionButton *m_goOn = nullptr;
    widgets::ActionButton *m_close;
};

} // namespace smartqueue::pages
