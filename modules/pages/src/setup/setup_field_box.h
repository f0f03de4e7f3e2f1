#pragma once

#include <QWidget>

namespace smartqueue::widgets {
class TextLabel;
}

namespace smartqueue::pages {

/// A control under its label, with a line below for a hint or, in its place, for what has to be mended.
class SetupFieldBox : public QWidget {
    Q_OBJECT
public:
    explicit SetupFieldBox(QWidget *control, QWidget *parent = nullptr);
    void setLabel(const QString &label);
    void setHint(const QString &hint);
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
    QString m_problem;
};

} // namespace smartqueue::pages
