#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/theme.h"

#include <QPushButton>

namespace smartqueue::widgets {

enum class ButtonKind {
    secondary, ///< white with a border
    primary,   ///< filled in the accent colour; at most one on a page
    quiet,     ///< no border until hovered
    link,      ///< text in the accent colour
    danger,    ///< text and border in the critical colour
};

/// A button with an icon, a word and the key that does the same. Its size always holds all three.
class ActionButton : public QPushButton {
    Q_OBJECT
public:
    explicit ActionButton(const QString &text = {}, ButtonKind kind = ButtonKind::secondary,
                          QWidget *parent = nullptr);
    ActionButton(Icon glyph, const QString &text, ButtonKind kind = ButtonKind::secondary, QWidget *parent = nullptr);

    void setKind(ButtonKind kind);
    ButtonKind kind() const { return kind_; }
    void setGlyph(Icon glyph);
    /// Keys shown in the cap, already in the user's notation; not a shortcut by itself.
    void setKeyCap(const QString &keys);
    /// 40 instead of 32 pixels high.
    void setTall(bool tall);
    /// Less room around the words, where many buttons share a row.
    void setCompact(bool compact);
    bool isCompact() const { return compact_; }
    /// Pixels that a compact button is narrower, at any text size.
    static constexpr int compactSaving = 12;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QFont labelFont() const;
    int contentWidth() const;
    ButtonKind kind_;
    Icon glyph_ = Icon::none;
    QString keys_;
    bool tall_ = false;
    bool compact_ = false;
};

/// The one thing to do here.
class PrimaryButton : public ActionButton {
    Q_OBJECT
public:
    explicit PrimaryButton(const QString &text = {}, QWidget *parent = nullptr);
};

/// An action in the flow of a text or a list.
class LinkButton : public ActionButton {
    Q_OBJECT
public:
    explicit LinkButton(const QString &text = {}, QWidget *parent = nullptr);
};

/// A square button with an icon only; the name is spoken and shown as a tool tip.
class IconButton : public ActionButton {
    Q_OBJECT
public:
    IconButton(Icon glyph, const QString &name, QWidget *parent = nullptr);
};

} // namespace smartqueue::widgets
