#pragma once

#include "edit_form.h"

class QGridLayout;
class QLineEdit;
class QSpinBox;

namespace smartqueue::widgets {
class ActionButton;
}

namespace smartqueue::pages {

/// Why agents of the branch pause, each with a limit or none. Without any reason the desk offers the usual ones.
class BreakReasonsForm final : public EditForm {
    Q_OBJECT
public:
    explicit BreakReasonsForm(QWidget *parent = nullptr);

    QString title() const override;
    CommandBody command() const override;
    std::optional<CommandBody> removal() const override { return std::nullopt; }
    QString removalQuestion() const override { return {}; }
    QWidget *firstField() const override;
    void retranslate() override;

protected:
    void fill() override;
    QList<presentation::FieldProblem> problems() const override;

private:
    struct Line {
        QLineEdit *name;
        QSpinBox *limit;
        widgets::ActionButton *remove;
    };

    std::vector<BreakReason> drafted() const;
    void addLine(const BreakReason &reason);
    void removeLine(QLineEdit *name);
    void nameLine(const Line &line, int number);
    void nameLines();

    QWidget *m_list;
    QGridLayout *m_grid;
    QList<Line> m_lines;
    widgets::ActionButton *m_add;
    FieldBox *m_field;
};

} // namespace smartqueue::pages
