#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/history_import.h>

class QHBoxLayout;
class QStackedWidget;

namespace smartqueue::widgets {
class ChoiceCard;
class LinkButton;
class TextLabel;
}

namespace smartqueue::pages {

class ImportPanel;
class WizardBranchForm;
class WizardFounder;

/// The step with the three ways into a branch, and what the second and third lead to.
class WizardBranchStep : public QWidget {
    Q_OBJECT
public:
    enum class Way { choice, form, import };

    WizardBranchStep(engine::Engine &engine, engine::HistoryImporter &importer, QWidget *parent = nullptr);

    Way way() const { return m_way; }
    void show(Way way);
    /// Puts side by side what has room in `width`, and the rest below each other.
    void fit(int width);
    /// Founds the branch as the form says; answers with founded() or says what has to be mended.
    void found();
    bool isBusy() const;
    /// Offers to join a branch that runs already.
    void offerJoining();
    ImportPanel &import() { return *m_import; }

Q_SIGNALS:
    void demoRequested();
    void joinRequested();
    void founded();
    /// What the frame's buttons depend on.
    void wayChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *choicePage();
    QWidget *formPage();
    void retranslate();
    void rebuildCards();

    WizardFounder *m_founder;
    Way m_way = Way::choice;
    int m_width = 0;
    QStackedWidget *m_ways;
    widgets::TextLabel *m_question;
    widgets::TextLabel *m_questionNote;
    QHBoxLayout *m_cardRow;
    QList<widgets::ChoiceCard *> m_cards;
    widgets::LinkButton *m_join;
    widgets::TextLabel *m_formTitle;
    widgets::TextLabel *m_formNote;
    widgets::TextLabel *m_refusal;
    WizardBranchForm *m_form;
    ImportPanel *m_import;
};

} // namespace smartqueue::pages
