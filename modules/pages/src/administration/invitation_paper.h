#pragma once

#include <QRectF>
#include <QString>
#include <Qt>

class QPainter;
class QPrinter;

namespace smartqueue::pages {

/// What stands on the printed page of an invitation.
struct InvitationPaper {
    QString name;
    QString email;
    /// The branch, or the organisation.
    QString place;
    QString role;
    QString code;
    /// "Thursday 19 November 2026, 10:42".
    QString until;
};

/// Paints the page in black on white into `page`, whose units are points (1/72 inch), A5 or larger. Gives where it ends.
qreal paintInvitation(QPainter &painter, const QRectF &page, const InvitationPaper &paper);
/// Onto one sheet; false when the printer does not take it.
bool printInvitation(QPrinter &printer, const InvitationPaper &paper, Qt::LayoutDirection direction);

} // namespace smartqueue::pages
