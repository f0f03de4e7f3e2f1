#include "audit_filter_bar.h"

#include <algorithm>

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QSignalBlocker>
#include <QTimer>

#include <smartqueue/accounts/scope.h>
#include <smartqueue/engine/audit.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
using presentation::AuditArea;
using presentation::AuditFilter;
using presentation::AuditWords;

namespace {

constexpr auto typingPause = std::chrono::milliseconds(200);
constexpr AuditArea areas[]{AuditArea::people, AuditArea::tickets, AuditArea::setup, AuditArea::signIns, AuditArea::customers, AuditArea::advice};

/// Fills a box with "all" and the named ones; what was chosen stays when it is still there.
void refill(QComboBox &box, const QString &all, QList<std::pair<QString, qint64>> named)
{
    std::sort(named.begin(), named.end(), [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
    const QSignalBlocker quiet(box);
    const QVariant chosen = box.currentData();
    box.clear();
    box.addItem(all);
    for (const auto &[text, id] : named)
        box.addItem(text, id);
    box.setCurrentIndex(chosen.isValid() ? std::max(box.findData(chosen), 0) : 0);
}

} // namespace

AuditFilterBar::AuditFilterBar(presentation::Console &console, QWidget *parent)
    : QWidget(parent), m_console(console), m_row(new QHBoxLayout), m_kindRow(new QHBoxLayout), m_search(new SearchField({}, this)),
      m_person(new QComboBox(this)), m_branch(new QComboBox(this)), m_period(new QComboBox(this)), m_dates(new QWidget(this)),
      m_from(new QDateEdit(m_dates)), m_until(new QDateEdit(m_dates)), m_dash(new TextLabel(QStringLiteral("–"), TextSize::body, QFont::Normal, Ink::muted, m_dates)),
      m_areas(new ChipGroup({}, this))
{
    m_search->setObjectName(QStringLiteral("auditSearch"));
    m_search->setKeyCap(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    m_person->setObjectName(QStringLiteral("auditPerson"));
    m_branch->setObjectName(QStringLiteral("auditBranch"));
    m_period->setObjectName(QStringLiteral("auditPeriod"));
    m_areas->setObjectName(QStringLiteral("auditAreas"));
    m_from->setObjectName(QStringLiteral("auditFrom"));
    m_until->setObjectName(QStringLiteral("auditUntil"));
    auto *between = new QHBoxLayout(m_dates);
    between->setContentsMargins(0, 0, 0, 0);
    between->setSpacing(space::xs);
    between->addWidget(m_from);
    between->addWidget(m_dash);
    between->addWidget(m_until);
    for (QDateEdit *edit : {m_from, m_until})
        edit->setCalendarPopup(true);
    for (QComboBox *box : {m_person, m_branch, m_period}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(scaled(170));
    }

    m_row->setSpacing(space::s);
    m_row->addWidget(m_search, 1);
    for (QWidget *each : {static_cast<QWidget *>(m_person), static_cast<QWidget *>(m_branch), static_cast<QWidget *>(m_period)})
        m_row->addWidget(each);
    m_kindRow->setSpacing(space::s);
    m_kindRow->addWidget(m_areas, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::m);
    rows->addLayout(m_row);
    rows->addWidget(m_dates, 0, Qt::AlignLeading);
    rows->addLayout(m_kindRow);

    const QDate today = QDateTime::fromMSecsSinceEpoch(console.engine().snapshot()->zone.toLocal(console.now()).time_since_epoch().count(), Qt::UTC).date();
    m_from->setDate(today.addDays(-30));
    m_until->setDate(today);

    auto *soon = new QTimer(this);
    soon->setSingleShot(true);
    soon->setInterval(typingPause);
    connect(soon, &QTimer::timeout, this, &AuditFilterBar::filterChanged);
    connect(m_search, &QLineEdit::textChanged, soon, qOverload<>(&QTimer::start));
    connect(m_person, &QComboBox::currentIndexChanged, this, &AuditFilterBar::filterChanged);
    connect(m_branch, &QComboBox::currentIndexChanged, this, &AuditFilterBar::filterChanged);
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        showDates();
        Q_EMIT filterChanged();
    });
    connect(m_from, &QDateEdit::dateChanged, soon, qOverload<>(&QTimer::start));
    connect(m_until, &QDateEdit::dateChanged, soon, qOverload<>(&QTimer::start));
    connect(m_areas, &ChoiceGroup::currentChanged, this, &AuditFilterBar::filterChanged);
    retranslate();
    const QSignalBlocker quiet(m_period);
    m_period->setCurrentIndex(week);
    showDates();
}

void AuditFilterBar::showDates()
{
    m_dates->setVisible(m_period->currentIndex() == dates);
}

Instant AuditFilterBar::startOf(const QDate &day) const
{
    const LocalDay local{std::chrono::days(day.toJulianDay() - QDate(1970, 1, 1).toJulianDay())};
    return m_console.engine().snapshot()->zone.toInstant(LocalInstant(local));
}

AuditFilter AuditFilterBar::filter() const
{
    AuditFilter filter;
    filter.text = m_search->text().simplified();
    if (const QVariant person = m_person->currentData(); person.isValid())
        filter.person = UserId{person.toLongLong()};
    if (const QVariant site = m_branch->currentData(); site.isValid())
        filter.site = SiteId{site.toLongLong()};
    for (const AuditArea area : areas) {
        if (m_areas->currentId() == QString::number(int(area)))
            filter.area = area;
    }
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_console.engine().snapshot()->zone.toLocal(m_console.now()).time_since_epoch().count(), Qt::UTC).date();
    switch (m_period->currentIndex()) {
    case AuditFilterBar::today:
        filter.from = startOf(today);
        break;
    case week:
        filter.from = startOf(today.addDays(-6));
        break;
    case dates:
        // Whichever way round they were given.
        filter.from = startOf(std::min(m_from->date(), m_until->date()));
        filter.until = startOf(std::max(m_from->date(), m_until->date()).addDays(1));
        break;
    default:
        break;
    }
    return filter;
}

bool AuditFilterBar::hasBranches() const
{
    return m_branch->count() > 2;
}

void AuditFilterBar::clear()
{
    {
        const QSignalBlocker search(m_search);
        const QSignalBlocker person(m_person);
        const QSignalBlocker branch(m_branch);
        const QSignalBlocker period(m_period);
        const QSignalBlocker area(m_areas);
        m_search->clear();
        m_person->setCurrentIndex(0);
        m_branch->setCurrentIndex(0);
        m_period->setCurrentIndex(all);
        m_areas->setCurrentId(QStringLiteral("all"));
        showDates();
    }
    Q_EMIT filterChanged();
}

void AuditFilterBar::followDirectory()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const UserId reader = m_console.engine().user();
    const auto reach = engine::auditReach(*directory, reader, m_console.engine().site());
    QList<std::pair<QString, qint64>> people{{QStringLiteral("SmartQueue"), qint64(theProgram.value)}};
    if (!directory->hasUsers())
        people.append({tr("The owner"), 0});
    for (const auto &[id, user] : directory->users) {
        const Profile *profile = directory->profile(id);
        const bool isOurs = reach && (!*reach || directory->role(id, *reach));
        if (isOurs && profile && accounts::sees(*directory, reader, user))
            people.append({QString::fromStdString(profile->name().empty() ? profile->email : profile->name()), id.value});
    }
    refill(*m_person, tr("Everybody"), people);
    QList<std::pair<QString, qint64>> branches;
    for (const auto &[id, site] : directory->sites) {
        if (reach && (!*reach || site.tenant == *reach))
            branches.append({QString::fromStdString(site.name), id.value});
    }
    m_branch->setVisible(branches.size() > 1);
    refill(*m_branch, tr("All branches"), branches);
}

void AuditFilterBar::retranslate()
{
    const QString search = tr("Search the audit");
    m_search->setPlaceholderText(search);
    m_search->setAccessibleName(search);
    m_person->setAccessibleName(tr("Person"));
    m_branch->setAccessibleName(tr("Branch"));
    m_period->setAccessibleName(tr("Period"));
    m_from->setAccessibleName(tr("From"));
    m_until->setAccessibleName(tr("Until"));
    for (QDateEdit *edit : {m_from, m_until}) {
        edit->setLocale(QLocale());
        edit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
    }
    {
        const QSignalBlocker quiet(m_period);
        const int chosen = std::max(m_period->currentIndex(), 0);
        m_period->clear();
        m_period->addItems({tr("Today"), tr("7 days"), tr("All"), tr("From – to…")});
        m_period->setCurrentIndex(chosen);
    }
    m_areas->setAccessibleName(tr("Kind"));
    QList<Choice> chips{{QStringLiteral("all"), tr("All"), Icon::none, -1, {}}};
    const Icon icons[]{Icon::people, Icon::ticket, Icon::sliders, Icon::lock, Icon::shield, Icon::lightbulb};
    for (std::size_t i = 0; i < std::size(areas); ++i)
        chips.append({QString::number(int(areas[i])), AuditWords::area(areas[i]), icons[i], -1, {}});
    const QSignalBlocker quiet(m_areas);
    m_areas->setChoices(chips);
    if (m_areas->currentId().isEmpty())
        m_areas->setCurrentId(QStringLiteral("all"));
    followDirectory();
}

} // namespace smartqueue::pages
