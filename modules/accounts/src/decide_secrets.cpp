#include <algorithm>

#include "rules.h"

namespace smartqueue::accounts {

namespace {

/// At least one key, each once.
Result<std::vector<std::string>> checkedCustomers(const std::vector<std::string> &asked)
{
    std::vector<std::string> customers;
    for (const std::string &customer : asked) {
        auto key = checkedText("customer", customer, limits::nameCodePoints, false);
        SQ_CHECK(key);
        if (std::find(customers.begin(), customers.end(), *key) == customers.end())
            customers.push_back(std::move(*key));
    }
    if (customers.empty())
        return fail(failures::unknownCustomer);
    return customers;
}

} // namespace

Decision rule(const Context &context, const SetPassword &command)
{
    SQ_CHECK(findUser(context, command.user));
    SQ_CHECK(checkedSecret("password", command.password));
    return Events{PasswordChanged{command.user, command.mustChange}, SessionsEnded{command.user}};
}

Decision rule(const Context &context, const SetPin &command)
{
    const auto user = findUser(context, command.user);
    SQ_CHECK(user);
    const bool set = !command.pin.kept.empty();
    if (!set && !(*user)->hasPin)
        return Events{};
    return Events{PinChanged{command.user, set}};
}

Decision rule(const Context &context, const SetSecondFactor &command)
{
    const auto user = findUser(context, command.user);
    SQ_CHECK(user);
    const bool on = !command.secret.kept.empty();
    const auto &codes = command.recoveryCodes;
    // Without recovery codes a lost telephone would be a lost account; without a secret they open nothing.
    const bool fits = on != codes.empty() && codes.size() <= limits::recoveryCodes
        && std::none_of(codes.begin(), codes.end(), [](const NewSecret &code) { return code.kept.empty(); });
    if (!fits)
        return fail(failures::invalidValue, {{"field", "recovery_codes"}});
    if (!on && !(*user)->secondFactor)
        return Events{};
    return Events{SecondFactorChanged{command.user, on, int(codes.size())}};
}

Decision rule(const Context &context, const EndSessions &command)
{
    SQ_CHECK(findUser(context, command.user));
    return Events{SessionsEnded{command.user}};
}

Decision rule(const Context &context, const RecordSignIn &command)
{
    SQ_CHECK(checkedDigest("account", command.account));
    auto device = checkedText("device", command.device, limits::nameCodePoints, true);
    SQ_CHECK(device);
    if (!command.digest.empty()) {
        SQ_CHECK(checkedDigest("digest", command.digest));
    }
    const User *user = context.directory.user(command.user);
    const bool usesCode = !command.recoveryDigest.empty();
    if (!user || user->removed || !user->active || (command.step && *command.step <= user->lastStep)
        || (usesCode && user->recoveryCodes <= 0))
        return fail(failures::wrongCredentials);
    return Events{UserSignedIn{command.user, command.account, std::move(*device), command.step, usesCode, command.desktop, command.digest}};
}

Decision rule(const Context &context, const RecordFailedSignIn &command)
{
    SQ_CHECK(checkedDigest("account", command.account));
    // An attempt counts even if the user has gone meanwhile.
    return Events{SignInFailed{command.account, context.directory.user(command.user) ? command.user : UserId{}}};
}

Decision rule(const Context &, const EraseCustomer &command)
{
    auto customers = checkedCustomers(command.customers);
    SQ_CHECK(customers);
    return Events{CustomerErased{std::move(*customers)}};
}

Decision rule(const Context &, const ExportCustomer &command)
{
    auto customers = checkedCustomers(command.customers);
    SQ_CHECK(customers);
    return Events{CustomerExported{std::move(*customers)}};
}

Decision rule(const Context &, const RotateKey &)
{
    return Events{KeyRotated{}};
}

} // namespace smartqueue::accounts
