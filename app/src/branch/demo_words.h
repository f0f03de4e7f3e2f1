#pragma once

#include <string>

#include <smartqueue/engine/demo_branch.h>

namespace smartqueue::app {

/// The demo's names in the language that is set; they stay as they are when the language changes later.
engine::DemoWords demoWords();
std::string demoOrganisation();

} // namespace smartqueue::app
