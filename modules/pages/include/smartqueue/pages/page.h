#pragma once

#include <functional>

#include <QAction>
#include <QList>
#include <QString>
#include <QVariant>
#include <QWidget>

#include <smartqueue/domain/ids.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::pages {

enum class PageId { live, alerts, desk, tickets, recorder, agents, administration, forecast };

/// Whether what is said of an act offers to take it back.
enum class Undoable { no, yes };

/// One page of the console. Texts are set in retranslate(), which the page calls on QEvent::LanguageChange. GUI thread.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(QWidget *parent = nullptr) : QWidget(parent) {}

    virtual PageId id() const = 0;
    virtual QString title() const = 0;
    /// Beside the title, muted; the branch's name where a page has nothing better.
    virtual QString subtitle() const { return {}; }
    /// Name of an icon of the toolkit.
    virtual QString iconName() const = 0;
    /// What the command palette offers for this page.
    virtual QList<QAction *> paletteActions() const { return {}; }
    /// Replaces the freshness chip of the header ("Replay, not live"); empty: the chip stays.
    virtual QString headerChip() const { return {}; }
    /// Ctrl+F, unless it was bound anew.
    virtual void focusFilter() {}
    /// What is bound to it now, for the field to show.
    virtual void showFilterKeys([[maybe_unused]] const QString &keys) {}
    /// The engine has given no sign of life: figures are shown as old ones.
    virtual void setStale([[maybe_unused]] bool stale) {}
    /// What the person arranged on the page (widths of columns), to be kept until the next start; empty: nothing.
    virtual QByteArray viewState() const { return {}; }
    /// What viewState() gave, or rubbish.
    virtual void restoreView([[maybe_unused]] const QByteArray &state) {}
    /// The page comes to the front; `argument` is what navigateRequested() carried (a QueueId's value, a ticket number).
    virtual void activated([[maybe_unused]] const QVariant &argument) {}
    /// Something typed is not saved yet.
    virtual bool holdsTyped() const { return false; }
    /// Runs `then` at once, or after the person agreed to lose what was typed; what was open is closed by then.
    virtual void letGo(const std::function<void()> &then) { then(); }

protected:
    /// What can be seen of the page at once: it may be wider itself and scroll.
    int viewWidth() const { return parentWidget() ? parentWidget()->width() : width(); }

Q_SIGNALS:
    /// A message of the page. With `act`, the batch of an act that can be taken back, the toast offers that and goes when
    /// it has happened; 0: nothing to take back.
    void toastRequested(const QString &text, smartqueue::Sequence act = 0);
    void failed(const smartqueue::Failure &failure);
    void navigateRequested(smartqueue::pages::PageId page, const QVariant &argument);
    /// Title, subtitle or chip changed.
    void headerChanged();
};

} // namespace smartqueue::pages
