#include "rules.h"

namespace smartqueue::accounts {

namespace {

/// Characters of an id that may stand for the whole.
constexpr std::size_t fewestOfId = 8;

/// By its id, or by the beginning of it or the name where only one has them.
Result<const Device *> findDevice(const Context &context, const DeviceId &id)
{
    std::vector<const Device *> meant;
    for (const auto &[known, device] : context.directory.devices) {
        if (device.revoked)
            continue;
        if (known == id)
            return &device;
        if (device.name == id || (id.size() >= fewestOfId && known.starts_with(id)))
            meant.push_back(&device);
    }
    if (meant.size() == 1)
        return meant.front();
    std::map<std::string, std::string> detail{{"device", id.substr(0, limits::deviceIdBytes)}};
    if (meant.size() > 1)
        detail["reason"] = "several";
    return tl::unexpected(Failure{failures::unknownDevice, std::move(detail)});
}

Result<Device> checkedDevice(const Context &context, Device device)
{
    const bool isDigest = device.id.size() == limits::deviceIdBytes
        && device.id.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!isDigest)
        return fail(failures::invalidValue, {{"field", "device"}});
    auto name = checkedText("name", device.name, limits::nameCodePoints, false);
    if (!name)
        return tl::unexpected(name.error());
    if (device.certificate.empty() || device.certificate.size() > limits::certificateBytes)
        return fail(failures::invalidValue, {{"field", "certificate"}});
    device.name = std::move(*name);
    device.revoked = false;
    device.admittedAt = context.now;
    return device;
}

} // namespace

Decision rule(const Context &context, const AdmitDevice &command)
{
    const auto device = checkedDevice(context, command.device);
    SQ_CHECK(device);
    Events events;
    if (context.directory.devices.empty()) {
        const auto founder = checkedDevice(context, command.founder);
        SQ_CHECK(founder);
        events = {DeviceAdmitted{*founder}, HostChanged{founder->id, context.directory.epoch}};
    }
    const auto &known = context.directory.devices;
    const auto inUse = std::count_if(known.begin(), known.end(), [](const auto &item) { return !item.second.revoked; });
    if (inUse >= std::ptrdiff_t(limits::devices))
        return limitReached("devices", limits::devices);
    events.push_back(DeviceAdmitted{*device});
    return events;
}

Decision rule(const Context &context, const RevokeDevice &command)
{
    const auto device = findDevice(context, command.device);
    SQ_CHECK(device);
    if ((*device)->id == context.directory.host)
        return fail(failures::inUse, {{"device", (*device)->name}, {"reason", "leads"}});
    return Events{DeviceRevoked{(*device)->id}};
}

Decision rule(const Context &context, const TakeOver &command)
{
    SQ_CHECK(findDevice(context, command.device));
    if (command.epoch <= context.directory.epoch)
        return fail(failures::outOfRange, {{"field", "epoch"}, {"minimum", std::to_string(context.directory.epoch + 1)}});
    return Events{HostChanged{command.device, command.epoch}};
}

Decision rule(const Context &, const SetAuthority &command)
{
    if (command.endpoints.size() > limits::endpoints)
        return limitReached("endpoints", limits::endpoints);
    for (const std::string &endpoint : command.endpoints) {
        const bool isAddress = endpoint.starts_with("http://") || endpoint.starts_with("https://");
        if (!isAddress || endpoint.size() > limits::endpointBytes)
            return fail(failures::invalidValue, {{"field", "endpoints"}});
    }
    return Events{AuthoritySet{command.endpoints}};
}

} // namespace smartqueue::accounts
