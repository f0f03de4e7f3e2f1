#include "rules.h"

namespace smartqueue::accounts {

namespace {

Result<const Device *> findDevice(const Context &context, const DeviceId &id)
{
    const Device *device = context.directory.device(id);
    if (device && !device->revoked)
        return device;
    return fail(failures::unknownDevice, {{"device", id.substr(0, limits::deviceIdBytes)}});
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
    SQ_CHECK(findDevice(context, command.device));
    if (command.device == context.directory.host)
        return fail(failures::inUse, {{"device", command.device}});
    return Events{DeviceRevoked{command.device}};
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
