#pragma once

#include <smartqueue/accounts/directory.h>
#include <smartqueue/foundation/result.h>

/// Who may do what with the desktops of an installation, through whatever door they come: the tab, the ribbon, and the verb. Any thread.
namespace smartqueue::presentation {

/// To see them, with what is wrong with each: whoever reads the platform, and whoever sets up a branch. Fails as accounts::require()
/// does.
Done maySeePeers(const accounts::Directory &directory, UserId user);
/// To add and revoke them, to take over, and to settle what was set aside. Fails as accounts::require() does.
Done mayRunPeers(const accounts::Directory &directory, UserId user);

} // namespace smartqueue::presentation
