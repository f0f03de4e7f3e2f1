#pragma once

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

/// What the one who sits here changes of their own account: password, PIN, second factor.
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
    QWidget *makeOverview();
    QWidget *makeFactorPage();
    widgets::Card *card(const QString &title, const QString &note);
    QWidget *makeHead();
    void fillPassword(QVBoxLayout &rows);
    void fillPin(QVBoxLayout &rows);
    void fillFactor(QVBoxLayout &rows);
    void refresh();
    void changePassword();
    void setPassword();
    void setPin();
    void removePin();
    void setUpFactor();
    void removeFactor();
    void goOn();
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
    widgets::ActionButton *m_back = nullptr;
    widgets::ActionButton *m_goOn = nullptr;
    widgets::ActionButton *m_close;
};

} // namespace smartqueue::pages
