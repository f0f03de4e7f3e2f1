#pragma once

#include <QVBoxLayout>

#include <smartqueue/pages/page.h>
#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

/// One tab of the page. GUI thread.
class ForecastTab : public QWidget {
    Q_OBJECT
public:
    explicit ForecastTab(QWidget *parent = nullptr) : QWidget(parent) {}

    virtual QString title() const = 0;
    /// Stands at the end of the row of tabs; owned by the page.
    virtual QWidget *tools() = 0;
    /// Whether anybody looks at it: figures follow the branch only then.
    virtual void setWatched(bool watched) = 0;
    /// Takes the focus.
    virtual void enter() = 0;
    /// What the command palette offers for it.
    virtual QList<QAction *> acts() const { return {}; }
    /// The engine has given no sign of life, or the host is not heard.
    virtual void setStale([[maybe_unused]] bool stale) {}

Q_SIGNALS:
    /// As those of Page.
    void toastRequested(const QString &text, smartqueue::Sequence act = 0);
    void failed(const smartqueue::Failure &failure);
    void navigateRequested(smartqueue::pages::PageId page, const QVariant &argument);

protected:
    /// `content` where the page's text begins, and so far from its edges.
    static QWidget *framed(QWidget *content)
    {
        auto *frame = new QWidget;
        auto *column = new QVBoxLayout(frame);
        column->setContentsMargins(widgets::space::xl, widgets::space::m, widgets::space::xl, widgets::space::m);
        column->addWidget(content);
        return frame;
    }
};

} // namespace smartqueue::pages
