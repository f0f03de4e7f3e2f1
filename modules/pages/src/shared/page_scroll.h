#pragma once

#include <QScrollArea>

namespace smartqueue::pages {

/// Lets a page scroll, sideways only when the largest texts leave no other way. The bar stands in the page's own margin, so that nothing moves when it comes.
class PageScroll : public QScrollArea {
    Q_OBJECT
public:
    /// `content` needs a layout, with a margin on the trailing side at least as wide as the bar.
    explicit PageScroll(QWidget *content, QWidget *parent = nullptr);

    /// Little: what it holds is no reason to make the window scroll as well.
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitMargins();
};

} // namespace smartqueue::pages
