#pragma once
#include "smartqueue/widgets/gain_bar.h"
#include "smartqueue/widgets/theme.h"

#include <QList>
#include <QString>
#include <QWidget>
#include <optional>

namespace smartqueue::widgets {

class ActionButton;
class LinkButton;
class Pill;
class TextLabel;

enum class SuggestionState { open, applied, expired };

/// What to do, why (with figures), what it should bring (with its range), who pays and until when it is good.
struct SuggestionRowData {
    qint64 id = 0;
    QString what;
    QString why;
    QString effect;
    QString goodUntil;
    SuggestionState state = SuggestionState::open;
    QString stateWord; ///< pill after Apply or expiry
    bool canUndo = false;
    bool toldOnly = false; ///< for those who may not decide: neither Apply nor Dismiss
    bool quiet = false; ///< nothing presses: painted without the accent
    QString pays = {}; ///< who is worse off for it, and by how much
    QString note = {}; ///< why it cannot be applied
    std::optional<GainBarData> gain = {}; ///< `effect` as a picture
    bool operator==(const SuggestionRowData &) const = default;
};

/// One suggestion with Apply and Dismiss, which Enter presses too; once applied, the state with Undo, which takes
/// the focus so that Enter cannot apply twice.
class SuggestionRow : public QWidget {
    Q_OBJECT
public:
    explicit SuggestionRow(QWidget *parent = nullptr);
    void setData(const SuggestionRowData &facts);
    const SuggestionRowData &data() const { return data_; }
    /// Reasons offered when dismissing, shown as a menu. Without any, Dismiss reports an empty reason.
    void setDismissReasons(const QStringList &reasons);
    void setApplyKeys(const QString &keys);
    /// What the Tab key stops at, in reading order.
    QList<QWidget *> stops() const;

Q_SIGNALS:
    void applyRequested(qint64 id);
    void undoRequested(qint64 id);
    void dismissRequested(qint64 id, const QString &reason);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeEvidence();
    QLayout *makeDecision();
    void showState();
    void dismiss();
    SuggestionRowData data_;
    QStringList reasons_;
    TextLabel *what_;
    TextLabel *why_;
    QWidget *evidence_;
    GainBar *gain_;
    TextLabel *effect_;
    TextLabel *pays_;
    TextLabel *note_;
    TextLabel *until_;
    Pill *state_;
    ActionButton *apply_;
    ActionButton *undo_;
    ActionButton *dismiss_;
};

} // namespace smartqueue::widgets
