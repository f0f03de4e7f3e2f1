#pragma once

#include <smartqueue/widgets/card.h>

namespace smartqueue::widgets {
class ActionButton;
class NumberPlate;
class QrCode;
class TextLabel;
}

namespace smartqueue::pages {

/// A one-time code to be handed over: large, as a QR code dark on white in every theme, with Copy and Print. It forgets the code
/// with clear().
class InvitationPlate : public widgets::Card {
    Q_OBJECT
public:
    explicit InvitationPlate(QWidget *parent = nullptr);

    void setCode(const QString &code);
    const QString &code() const { return m_code; }
    void clear() { setCode({}); }
    widgets::ActionButton *copyButton() const { return m_copy; }
    void retranslate();

Q_SIGNALS:
    void copied();
    void printRequested();

private:
    QString m_code;
    widgets::TextLabel *m_title;
    widgets::NumberPlate *m_number;
    widgets::TextLabel *m_hours;
    widgets::TextLabel *m_here;
    widgets::ActionButton *m_copy;
    widgets::ActionButton *m_print;
    widgets::QrCode *m_picture;
    widgets::TextLabel *m_scan;
};

} // namespace smartqueue::pages
