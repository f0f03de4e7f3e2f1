#pragma once

#include <smartqueue/pages/page.h>

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

Q_SIGNALS:
    void navigateRequested(smartqueue::pages::PageId page, const QVariant &argument);
};

} // namespace smartqueue::pages
