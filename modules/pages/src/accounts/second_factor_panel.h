#pragma once

#include <QWidget>

#include <smartqueue/engine/engine.h>

#include "account_fields.h"

class QStackedWidget;

namespace smartqueue::widgets {
class ActionButton;
class QrCode;
class TextLabel;
}

namespace smartqueue::pages {

/// Sets up one-time passwords for the user of the door: a code to scan, its first code to prove it, and the recovery codes,
/// which are shown this once.
class SecondFactorPanel : public QWidget {
    Q_OBJECT
public:
    /// `shut`: what would seal the secret is not at hand, and the panel says what helps.
    enum class Stage { scan, codes, shut };

    explicit SecondFactorPanel(engine::Engine &door, QWidget *parent = nullptr);
    ~SecondFactorPanel() override;

    Stage stage() const;
    /// Draws a new secret and shows it.
    void begin();
    /// Switches it on when the code in the field is the app's.
    void confirm();
    /// Nothing secret stays in memory or on the screen.
    void forget();
    QLineEdit *codeField() const { return m_code.line; }

Q_SIGNALS:
    void stageChanged();
    void busyChanged(bool busy);

private:
    QWidget *makeScan();
    QWidget *makeCodes();
    QWidget *makeShut();
    QString codesAsText() const;
    void save();
    void print();
    void showCodes();

    engine::Engine &m_door;
    engine::SecondFactorDraft m_draft;
    bool m_busy = false;
    QStackedWidget *m_stages;
    widgets::QrCode *m_picture = nullptr;
    widgets::TextLabel *m_secret = nullptr;
    LineField m_code;
    widgets::TextLabel *m_codes[2]{};
    widgets::TextLabel *m_saved = nullptr;
};

} // namespace smartqueue::pages
