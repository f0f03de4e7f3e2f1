#pragma once
#include "smartqueue/widgets/freshness_chip.h"
#include "smartqueue/widgets/icons.h"

#include <QAbstractButton>
#include <QWidget>

class QHBoxLayout;

namespace smartqueue::widgets {

class TextLabel;
class HeaderTitle;

/// Looks like a field, opens the command palette.
class CommandField : public QAbstractButton {
    Q_OBJECT
public:
    CommandField(const QString &text, const QString &keys, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString keys_;
};

/// The top of the window, 56 px: where one is, the command field, how fresh the figures are. A long name of the branch, and
/// after it the title, is elided rather than widening the window.
class HeaderBar : public QWidget {
    Q_OBJECT
public:
    explicit HeaderBar(QWidget *parent = nullptr);
    void setTitle(const QString &title, const QString &subtitle);
    /// Takes ownership; sits between title and chip.
    void setCommandField(CommandField *field);
    /// Takes ownership; stands beside the chip: what kind of branch this is.
    void setMark(QWidget *mark);
    FreshnessChip *chip() const { return chip_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOfOthers() const;
    void fitTitle();
    QHBoxLayout *row_;
    HeaderTitle *title_;
    TextLabel *subtitle_;
    FreshnessChip *chip_;
};

} // namespace smartqueue::widgets
