#include "settings_dialog.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QSpinBox>
#include <QTimeEdit>
#include <QTimer>

#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/text_label.h>
#include <smartqueue/widgets/toggle.h>

namespace smartqueue::pages {

using namespace widgets;

namespace {

constexpr int textSteps[] = {100, 125, 150, 175, 200};

QTimeEdit *timeField(const QString &name, int minutes)
{
    auto *field = new QTimeEdit(QTime(minutes / 60, minutes % 60));
    field->setDisplayFormat(QStringLiteral("HH:mm"));
    field->setAccessibleName(name);
    return field;
}

int minutesOf(const QTimeEdit &field)
{
    return field.time().hour() * 60 + field.time().minute();
}

} // namespace

SettingsDialog::SettingsDialog(presentation::ConsoleSettings &settings, bool locks, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_locks(locks)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    rows->setSizeConstraint(QLayout::SetFixedSize);
    fill();
}

void SettingsDialog::fill()
{
    delete m_form;
    setWindowTitle(tr("Settings"));
    m_form = new QWidget;
    layout()->addWidget(m_form);
    auto *grid = new QGridLayout(m_form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::xl);
    grid->setVerticalSpacing(space::l);
    const auto add = [grid](const QString &name, QWidget *field) {
        const int row = grid->rowCount();
        auto *label = new TextLabel(name, TextSize::body, QFont::Normal, Ink::muted);
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1, Qt::AlignLeading);
    };
    grid->addWidget(new TextLabel(tr("Settings"), TextSize::title, QFont::Bold), 0, 0, 1, 2);

    auto *language = new QComboBox;
    language->setObjectName(QStringLiteral("settingsLanguage"));
    language->setAccessibleName(tr("Language"));
    language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language->addItem(QStringLiteral("Français"), QStringLiteral("fr"));
    language->setCurrentIndex(std::max(0, language->findData(m_settings.language())));
    add(tr("Language"), language);

    auto *theme = new SegmentedControl(tr("Theme"));
    theme->setChoices({{QStringLiteral("light"), tr("Light"), Icon::sun, -1, {}},
                       {QStringLiteral("dark"), tr("Dark"), Icon::moon, -1, {}},
                       {QStringLiteral("system"), tr("As the system"), Icon::monitor, -1, {}}});
    theme->setCurrentId(m_settings.theme());
    add(tr("Theme"), theme);

    auto *contrast = new Toggle(tr("Contrast"), tr("High", "contrast"), tr("As drawn", "contrast"));
    contrast->setObjectName(QStringLiteral("settingsContrast"));
    contrast->setChecked(m_settings.highContrast());
    add(tr("Contrast"), contrast);

    auto *size = new SegmentedControl(tr("Text size"));
    QList<Choice> sizes;
    for (const int step : textSteps)
        sizes.append({QString::number(step), tr("%1%", "percent").arg(step), Icon::none, -1, {}});
    size->setChoices(sizes);
    size->setCurrentId(QString::number(m_settings.textPercent()));
    add(tr("Text size"), size);

    auto *motion = new Toggle(tr("Movement"), tr("Reduced"), tr("As drawn"));
    motion->setChecked(m_settings.reducedMotion());
    add(tr("Movement"), motion);

    auto *sound = new Toggle(tr("Sound for critical alerts"), tr("On"), tr("Off"));
    sound->setObjectName(QStringLiteral("settingsSound"));
    sound->setChecked(m_settings.sound());
    add(tr("Sound for critical alerts"), sound);

    const auto hours = m_settings.quietHours();
    m_quiet = new Toggle(tr("Quiet hours"), tr("From"), tr("None"));
    m_quiet->setChecked(hours.has_value());
    m_quietFrom = timeField(tr("Quiet from"), hours ? hours->first : 12 * 60);
    m_quietUntil = timeField(tr("Quiet until"), hours ? hours->second : 13 * 60);
    auto *quiet = new QWidget;
    auto *quietRow = new QHBoxLayout(quiet);
    quietRow->setContentsMargins(0, 0, 0, 0);
    quietRow->setSpacing(space::s);
    quietRow->addWidget(m_quiet);
    quietRow->addWidget(m_quietFrom);
    quietRow->addWidget(new TextLabel(tr("until", "quiet hours")));
    quietRow->addWidget(m_quietUntil);
    add(tr("Quiet hours"), quiet);

    if (m_locks) {
        auto *minutes = new QSpinBox;
        minutes->setObjectName(QStringLiteral("settingsLock"));
        minutes->setAccessibleName(tr("Lock when nobody touches it for"));
        minutes->setRange(1, 120);
        minutes->setSuffix(tr(" min", "minutes"));
        minutes->setValue(m_settings.lockAfterMinutes());
        add(tr("Lock when nobody touches it for"), minutes);
        connect(minutes, &QSpinBox::valueChanged, &m_settings, &presentation::ConsoleSettings::setLockAfterMinutes);
    }

    auto *close = new ActionButton(tr("Close"));
    close->setKeyCap(tr("Esc"));
    grid->addWidget(close, grid->rowCount(), 1, Qt::AlignTrailing);

    connect(language, &QComboBox::activated, this, [this, language] {
        m_settings.setLanguage(language->currentData().toString());
    });
    connect(theme, &ChoiceGroup::currentChanged, &m_settings, &presentation::ConsoleSettings::setTheme);
    connect(contrast, &QAbstractButton::toggled, &m_settings, &presentation::ConsoleSettings::setHighContrast);
    connect(size, &ChoiceGroup::currentChanged, &m_settings,
            [this](const QString &percent) { m_settings.setTextPercent(percent.toInt()); });
    connect(motion, &QAbstractButton::toggled, &m_settings, &presentation::ConsoleSettings::setReducedMotion);
    connect(sound, &QAbstractButton::toggled, &m_settings, &presentation::ConsoleSettings::setSound);
    connect(m_quiet, &QAbstractButton::toggled, this, &SettingsDialog::takeQuietHours);
    connect(m_quietFrom, &QTimeEdit::timeChanged, this, &SettingsDialog::takeQuietHours);
    connect(m_quietUntil, &QTimeEdit::timeChanged, this, &SettingsDialog::takeQuietHours);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    m_quietFrom->setEnabled(hours.has_value());
    m_quietUntil->setEnabled(hours.has_value());
    language->setFocus();
}

void SettingsDialog::takeQuietHours()
{
    m_quietFrom->setEnabled(m_quiet->isChecked());
    m_quietUntil->setEnabled(m_quiet->isChecked());
    if (m_quiet->isChecked())
        m_settings.setQuietHours(std::pair(minutesOf(*m_quietFrom), minutesOf(*m_quietUntil)));
    else
        m_settings.setQuietHours(std::nullopt);
}

void SettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    // The combo box that changed the language is still in its signal.
    if (event->type() == QEvent::LanguageChange)
        QTimer::singleShot(0, this, &SettingsDialog::fill);
}

} // namespace smartqueue::pages
