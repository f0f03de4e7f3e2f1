#pragma once

#include <optional>
#include <vector>

#include <QTimer>
#include <QWidget>

#include <smartqueue/domain/account_commands.h>
#include <smartqueue/engine/installation.h>
#include <smartqueue/presentation/console.h>

class QComboBox;
class QLineEdit;

namespace smartqueue::widgets {
class RankList;
class TextLabel;
}

namespace smartqueue::pages {

class FieldBox;
class IconLabel;
class MarkedField;

/// Who is invited, where to, as what, and which queues they serve: in the order in which it is decided.
class InvitationForm : public QWidget {
    Q_OBJECT
public:
    explicit InvitationForm(presentation::Console &console, QWidget *parent = nullptr);

    /// Empties the fields; the branches are those where the one who sits here may invite.
    void begin();
    bool isDirty() const { return m_dirty; }
    /// There is a branch to invite somebody to.
    bool hasPlace() const;
    /// Says what has to be mended and focuses the first such field; false if there is something.
    bool check();
    /// The command, and in site() the branch that it is for.
    InviteAgent command() const;
    /// None: no branch, since the person serves nobody.
    SiteId site() const;
    QString personName() const;
    QString email() const;
    /// "Downtown branch", with the organisation before it where there are several.
    QString place() const;
    QString roleWords() const;
    /// Puts a refusal next to its field; false when it belongs to none.
    bool showRefusal(const Failure &failure, const QString &words);
    QWidget *firstField() const;
    void retranslate();

private:
    struct Place {
        TenantId tenant;
        SiteId site;

        friend bool operator==(const Place &a, const Place &b) { return a.tenant == b.tenant && a.site == b.site; }
    };

    std::vector<Place> places() const;
    Place chosenPlace() const;
    Role chosenRole() const;
    /// Keeps the branch that is chosen, as long as it is there.
    void followPlaces();
    void choosePlace(const Place &wanted);
    void fillPlaces();
    void fillRoles();
    /// The queues of the branch, what is ticked kept.
    void showQueues();
    void checkEmail();
    void showEmailState();
    void touched();

    presentation::Console &m_console;
    bool m_dirty = false;
    bool m_filling = false;
    /// It was sent, so that what is missing is said.
    bool m_submitted = false;
    std::vector<Place> m_places;
    QTimer m_pause;
    MarkedField *m_email;
    QWidget *m_state;
    IconLabel *m_stateIcon;
    widgets::TextLabel *m_stateWords;
    QLineEdit *m_firstName;
    QLineEdit *m_lastName;
    QComboBox *m_place;
    QComboBox *m_role;
    widgets::RankList *m_queues;
    QWidget *m_queuesPart;
    widgets::TextLabel *m_queuesLabel;
    widgets::TextLabel *m_queuesKeys;
    widgets::TextLabel *m_queuesNote;
    FieldBox *m_emailField;
    FieldBox *m_firstNameField;
    FieldBox *m_lastNameField;
    FieldBox *m_placeField;
    FieldBox *m_roleField;
    QString m_queuesProblem;
};

} // namespace smartqueue::pages
