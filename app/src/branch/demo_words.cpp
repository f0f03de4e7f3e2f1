#include "branch/demo_words.h"

#include <QCoreApplication>

namespace smartqueue::app {

namespace {

struct DemoNames {
    Q_DECLARE_TR_FUNCTIONS(DemoNames)
};

} // namespace

engine::DemoWords demoWords()
{
    engine::DemoWords words;
    words.branch = DemoNames::tr("Downtown branch").toStdString();
    words.errands = {{{DemoNames::tr("Passport renewal").toStdString(), DemoNames::tr("Passports").toStdString()},
                      {DemoNames::tr("Tax payment").toStdString(), DemoNames::tr("Payments").toStdString()},
                      {DemoNames::tr("Information", "service").toStdString(), DemoNames::tr("Information", "queue").toStdString()},
                      {DemoNames::tr("Vehicle registration").toStdString(), DemoNames::tr("Vehicle titles").toStdString()}}};
    words.breakReason = DemoNames::tr("Fire drill").toStdString();
    return words;
}

std::string demoOrganisation()
{
    return DemoNames::tr("Town hall").toStdString();
}

} // namespace smartqueue::app
