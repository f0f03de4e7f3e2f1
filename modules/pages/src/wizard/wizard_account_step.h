#pragma once

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/engine/engine.h>

#include "wizard_steps.h"

namespace smartqueue::widgets {
class OptionGroup;
}

namespace smartqueue::pages {

class OwnerForm;

/// Who runs the branch: people with accounts, the first of them made here, or whoever opens the program.
class WizardAccountStep final : public WizardReading {
    Q_OBJECT
public:
    explicit WizardAccountStep(engine::Engine &engine, QWidget *parent = nullptr);

    /// The form is there to be filled in; otherwise the step is only read.
    bool asks() const;
    bool isBusy() const;
    /// Answers with made(), or says what has to be mended.
    void submit();
    /// Where the focus belongs; null while there is nothing to fill in.
    QWidget *firstField() const;

Q_SIGNALS:
    void made(const smartqueue::accounts::Session &session);
    /// What the frame's buttons depend on.
    void changed();

protected:
    QString headline() const override;
    QString sentence() const override;
    void retranslate() override;

private:
    bool hasUsers() const;
    bool canHaveUsers() const;
    void show();

    engine::Engine &m_engine;
    widgets::OptionGroup *m_ways;
    widgets::Card *m_card;
    OwnerForm *m_form;
    widgets::TextLabel *m_alone;
};

} // namespace smartqueue::pages
