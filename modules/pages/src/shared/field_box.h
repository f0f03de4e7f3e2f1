#pragma once

#include <QWidget>

namespace smartqueue::widgets {
class TextLabel;
}

namespace smartqueue::pages {

/// A control under its label, with a line below for a hint or, in its place, for what has to be mended.
class FieldBox : public QWidget {
    Q_OBJECT
public:
    explicit FieldBox(QWidget *control, QWidget *parent = nullptr);
    void setLabel(const QString &label);
    void setHint(const QString &hint);
    /// In place of the hint, with a tick: what was checked and is good. Empty: the hint.
    void setGood(const QString &words);
    /// Empty: nothing to mend. Spoken when it appears.
    void setProblem(const QString &problem);
    bool hasProblem() const { return !m_problem.isEmpty(); }
    QWidget *control() const { return m_control; }

private:
    void refresh();

    QWidget *m_control;
    widgets::TextLabel *m_label;
    widgets::TextLabel *m_note;
    QString m_hint;
    QString m_good;
    QString m_problem;
};

} // namespace smartqueue::pages
