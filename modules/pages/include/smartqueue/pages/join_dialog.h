#pragma once

#include <memory>

#include <QDialog>

#include <smartqueue/presentation/branch_peers.h>

class QListWidget;
class QProgressBar;
class QStackedWidget;

namespace smartqueue::widgets {
class ActionButton;
class NumberPlate;
class TextLabel;
}

namespace smartqueue::pages {

struct LineField;

/// How this desktop becomes one of a branch that runs already: which one and its code, the six digits on both screens, the copy.
class JoinDialog : public QDialog {
    Q_OBJECT
public:
    /// The joiner outlives the dialog.
    explicit JoinDialog(presentation::BranchJoiner &joiner, QWidget *parent = nullptr);
    ~JoinDialog() override;

public Q_SLOTS:
    void reject() override;

private:
    enum class Stage { choosing, asking, comparing, copying, arrived };

    QWidget *makeChoice();
    QWidget *makeDigits();
    QWidget *makeCopy();
    void setStage(Stage stage);
    void showFound();
    void act();
    void join();
    void refuse(const Failure &why);
    void showCopied(qint64 there, qint64 all);

    presentation::BranchJoiner &m_joiner;
    Stage m_stage = Stage::choosing;
    QStackedWidget *m_pages;
    QListWidget *m_found = nullptr;
    widgets::TextLabel *m_foundNote = nullptr;
    std::unique_ptr<LineField> m_address;
    std::unique_ptr<LineField> m_code;
    widgets::TextLabel *m_problem;
    widgets::TextLabel *m_question = nullptr;
    widgets::NumberPlate *m_digits = nullptr;
    widgets::TextLabel *m_copying = nullptr;
    QProgressBar *m_progress = nullptr;
    widgets::ActionButton *m_close;
    widgets::ActionButton *m_other;
    widgets::ActionButton *m_act;
};

} // namespace smartqueue::pages
