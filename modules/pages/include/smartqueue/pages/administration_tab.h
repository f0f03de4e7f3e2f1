#pragma once

#include <functional>

#include <QAction>
#include <QList>
#include <QWidget>

#include <smartqueue/domain/ids.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::widgets {
class FormSheet;
}

namespace smartqueue::pages {

/// One part of the administration, with a list and its sheets. Texts are set anew on QEvent::LanguageChange. GUI thread.
class AdministrationTab : public QWidget {
    Q_OBJECT
public:
    enum class Kind { users, tenants, branch, queues, services, counters, peers, audit };

    explicit AdministrationTab(QWidget *parent = nullptr) : QWidget(parent) {}

    virtual Kind kind() const = 0;
    virtual QString title() const = 0;
    /// The page places them beside everything, as tall as itself; the tab opens one at a time.
    virtual QList<widgets::FormSheet *> sheets() const { return {}; }
    /// What the command palette offers for it.
    virtual QList<QAction *> paletteActions() const { return {}; }
    /// Ctrl+F, unless it was bound anew.
    virtual void focusFilter() {}
    /// What is bound to it now, for the field to show.
    virtual void showFilterKeys([[maybe_unused]] const QString &keys) {}
    /// The tab comes to the front, alone or with its page.
    virtual void activated() {}
    /// Something typed is not saved yet.
    virtual bool holdsTyped() const { return false; }
    /// Runs `then` at once, or after the person agreed to lose what was typed; what was open is closed by then.
    virtual void letGo(const std::function<void()> &then) { then(); }

Q_SIGNALS:
    /// See Page.
    void toastRequested(const QString &text, smartqueue::Sequence act = 0);
    void failed(const smartqueue::Failure &failure);
    /// Bring this tab to the front.
    void shown();
    /// Its title is another one now.
    void titleChanged();
};

} // namespace smartqueue::pages
