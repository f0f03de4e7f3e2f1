#pragma once

#include <optional>
#include <string>
#include <vector>

#include <smartqueue/engine/peers.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/widgets/card.h>

class QPlainTextEdit;

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

class FieldBox;

/// Whether desktops take over by themselves, and the etcd that says so. Whoever runs the installation sets it here, and can put it back.
class AuthorityCard : public widgets::Card {
    Q_OBJECT
public:
    explicit AuthorityCard(presentation::Console &console, QWidget *parent = nullptr);

    void show(const engine::PeersStatus &status);
    /// Something typed is not set yet.
    bool holdsTyped() const;
    void closeUp();
    void retranslate();

Q_SIGNALS:
    void changed(const QString &words);
    /// It needs more room than before.
    void grown();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Endpoints = std::vector<std::string>;

    Endpoints endpoints() const;
    bool isAllowed() const;
    /// Empty: they can be set.
    QString problemOf(const Endpoints &wanted) const;
    void open();
    void set();
    void submit(const Endpoints &wanted, bool isUndo);
    void refresh();

    presentation::Console &m_console;
    engine::PeersStatus m_status;
    /// What was set before the last change from here; none: nothing to put back.
    std::optional<Endpoints> m_before;
    bool m_isOpen = false;
    bool m_isBusy = false;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_what;
    widgets::TextLabel *m_members;
    widgets::TextLabel *m_locked;
    QWidget *m_form;
    QPlainTextEdit *m_edit;
    FieldBox *m_field;
    widgets::ActionButton *m_act;
    widgets::ActionButton *m_back;
    widgets::ActionButton *m_undo;
};

} // namespace smartqueue::pages
