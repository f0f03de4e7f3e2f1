#pragma once

#include <string>
#include <vector>

/// Where this user's programs meet, and proof that nobody else stands there.
namespace smartqueue::platform {

/// Addresses for a local socket of this name that only this user can offer, the best first: in the user's runtime folder, else
/// in a private folder of the cache or of the temporary files. A pipe's name on systems that have pipes. Any thread.
std::vector<std::string> ownSocketAddresses(const std::string &name);

/// Makes the folder of the address, readable by this user alone. False when somebody else has it or it cannot be made.
bool makeSocketFolder(const std::string &address);

/// Whether the address is a socket of this user in a folder that nobody else can open: then nobody else listens there, and
/// nobody else connects.
bool isOwnSocket(const std::string &address);

} // namespace smartqueue::platform
