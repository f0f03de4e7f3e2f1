#pragma once

#include <smartqueue/domain/values.h>
#include <smartqueue/presentation/agent_table_model.h>
#include <smartqueue/widgets/paint.h>

/// How agents look: one icon, word and tone for each status.
namespace smartqueue::pages {

/// `beyond`: a break that lasts too long, which turns amber.
widgets::PillLook agentLook(presentation::AgentGroup group, bool calling, bool beyond, const QString &word);

} // namespace smartqueue::pages
