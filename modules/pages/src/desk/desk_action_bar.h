#pragma once

#include <vector>

#include <smartqueue/pages/desk_controller.h>
#include <smartqueue/widgets/card.h>

class QAction;
class QComboBox;
class QGridLayout;

namespace smartqueue::widgets {
class ActionButton;
class Divider;
}

namespace smartqueue::pages {

/// The legal acts of this moment, pinned at the bottom of the desk: in one row as long as that is possible. The main one keeps the focus.
class DeskActionBar : public widgets::Card {
    Q_OBJECT
public:
    explicit DeskActionBar(DeskController &desk, QWidget *parent = nullptr);

    widgets::ActionButton *mainButton() const { return m_main; }
    /// As chosen beforehand.
    QString breakReason() const;
    /// Shows the keys that lead to the acts, now and when they are bound anew.
    void followKeys(QAction *main, QAction *recall, QAction *noShow, QAction *transfer, QAction *hold, QAction *pause);
    void retranslate();
    /// As wide as its widest act: a large text puts the break, then further acts, on lines of their own.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void transferRequested();
    void holdRequested();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showFacts();
    void arrange();
    void fillReasons();
    /// The branch's own, or the usual ones in the language of now.
    std::vector<BreakReason> offeredReasons() const;
    int reasonsWidth(bool bare) const;

    DeskController &m_desk;
    widgets::ActionButton *m_main;
    widgets::ActionButton *m_recall;
    widgets::ActionButton *m_noShow;
    widgets::ActionButton *m_transfer;
    widgets::ActionButton *m_hold;
    QComboBox *m_reason;
    std::vector<BreakReason> m_reasons;
    widgets::ActionButton *m_break;
    QWidget *m_acts;
    QWidget *m_pause;
    QGridLayout *m_grid;
    bool m_twoLines = false;
    /// The reasons stand without the word for "reason" in front, where every pixel counts.
    bool m_bareReasons = false;
};

/// The word on the main key for what it does now, also used by the call bar.
QString mainActText(const presentation::DeskFacts &facts, bool acting);

} // namespace smartqueue::pages
