#include "settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace smartqueue::pages {

namespace {

QComboBox *choice(const QList<std::pair<QString, QString>> &options, const QString &current, const QString &name)
{
    auto *box = new QComboBox;
    for (const auto &[id, text] : options)
        box->addItem(text, id);
    box->setCurrentIndex(std::max(0, box->findData(current)));
    box->setAccessibleName(name);
    return box;
}

} // namespace

SettingsDialog::SettingsDialog(presentation::ConsoleSettings &settings, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Settings"));
    auto *form = new QFormLayout;
    form->setSpacing(12);
    auto *language = choice({{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("fr"), QStringLiteral("Français")}},
                            settings.language(), tr("Language"));
    auto *theme = choice({{QStringLiteral("light"), tr("Light")}, {QStringLiteral("dark"), tr("Dark")}, {QStringLiteral("system"), tr("As the system")}},
                         settings.theme(), tr("Theme"));
    auto *size = choice({{QStringLiteral("100"), tr("Normal")}, {QStringLiteral("125"), tr("Larger (125%)")},
                         {QStringLiteral("150"), tr("Large (150%)")}, {QStringLiteral("200"), tr("Very large (200%)")}},
                        QString::number(settings.textPercent()), tr("Text size"));
    auto *sound = new QCheckBox(tr("Sound for critical alerts"));
    sound->setChecked(settings.sound());
    form->addRow(tr("Language"), language);
    form->addRow(tr("Theme"), theme);
    form->addRow(tr("Text size"), size);
    form->addRow(QString(), sound);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addLayout(form);
    column->addWidget(buttons);

    connect(language, &QComboBox::activated, this, [&settings, language] { settings.setLanguage(language->currentData().toString()); });
    connect(theme, &QComboBox::activated, this, [&settings, theme] { settings.setTheme(theme->currentData().toString()); });
    connect(size, &QComboBox::activated, this, [&settings, size] { settings.setTextPercent(size->currentData().toInt()); });
    connect(sound, &QCheckBox::toggled, this, [&settings](bool on) { settings.setSound(on); });
}

} // namespace smartqueue::pages
