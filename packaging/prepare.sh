# Sourced by run and test: finds the machine's package manager and what is missing. Speaks on stderr, so that the program's
# own output stays clean. Kept to what bash 3.2 of macOS understands.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# debian, fedora, arch, macos or other.
machine_kind() {
    if [ "$(uname -s)" = Darwin ]; then
        echo macos
    elif command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        echo debian
    elif command -v dnf >/dev/null; then
        echo fedora
    elif command -v pacman >/dev/null; then
        echo arch
    else
        echo other
    fi
}

# listed_packages KIND PURPOSE: one name a line; the purpose "test" adds what only the tests need.
listed_packages() {
    awk -v purpose="$2" '/^[[:space:]]*(#|$)/ { next } $2 == "" || $2 == purpose { print $1 }' "$root/packaging/packages-$1.txt"
}

# is_installed KIND PACKAGE, for the package managers that are asked one by one.
is_installed() {
    case $1 in
        fedora) rpm -q --quiet "$2" ;;
        arch) pacman -Qq "$2" >/dev/null 2>&1 ;;
        macos) brew list --versions "$2" >/dev/null 2>&1 ;;
    esac
}

# missing_packages KIND PURPOSE: the listed packages that are not installed, on one line.
missing_packages() {
    local package present missing=""
    if [ "$1" = debian ]; then
        # shellcheck disable=SC2016  # dpkg-query fills these in; it fails when it does not know one of the packages
        present=$(listed_packages debian "$2" | { xargs dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null || true; } | sed -n 's/^installed //p')
    fi
    for package in $(listed_packages "$1" "$2"); do
        if [ "$1" = debian ]; then
            case $'\n'$present$'\n' in *$'\n'$package$'\n'*) continue ;; esac
        elif is_installed "$1" "$package"; then
            continue
        fi
        missing="$missing $package"
    done
    echo "${missing# }"
}

# What a person would type for these packages.
install_command() {
    case $1 in
        debian) echo "apt-get install --no-install-recommends $2" ;;
        fedora) echo "sudo dnf install $2" ;;
        arch) echo "sudo pacman -S --needed $2" ;;
        macos) echo "brew install $2" ;;
    esac
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

install_on_debian() {
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        fail "These packages are missing and sudo is not there to install them. As root, run: $(install_command debian "$1")"
    fi
    say "Installing from the distribution: $1"
    as_root apt-get update -q >&2 || say "The package lists could not all be refreshed; trying with the ones at hand."
    # shellcheck disable=SC2086  # the names are words of their own
    as_root apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 $1 >&2 \
        || fail "The packages could not be installed. Check the network and the package sources, then run this again; or install by hand: $(install_command debian "$1")"
}

# prepare PURPOSE: afterwards everything is there, or a sentence has said what is not.
prepare() {
    kind=$(machine_kind)
    missing=""
    if [ "$kind" = other ]; then
        say "This system's package manager is not known here; packaging/packages-debian.txt lists what is needed."
    elif [ "$kind" = macos ] && ! command -v brew >/dev/null; then
        say "Homebrew was not found; packaging/packages-macos.txt lists what is needed. Going on with what is there."
    else
        missing=$(missing_packages "$kind" "$1")
        if [ -n "$missing" ] && [ "$kind" = debian ]; then
            install_on_debian "$missing"
            missing=""
        elif [ -n "$missing" ]; then
            say "Not found among the installed packages: $missing"
            say "To install them: $(install_command "$kind" "$missing")"
            say "Going on, in case they are here under other names."
        fi
    fi
    if [ "$kind" = macos ] && command -v brew >/dev/null; then
        CMAKE_PREFIX_PATH="$(brew --prefix):$(brew --prefix openssl@3)${CMAKE_PREFIX_PATH:+:$CMAKE_PREFIX_PATH}"
        export CMAKE_PREFIX_PATH
    fi
    command -v cmake >/dev/null || fail "CMake 3.25 or later is needed and was not found."
}

# configure PRESET OPTIONS…: once, and again when the presets have changed; ninja sees to everything else.
configure() {
    local preset=$1 folder="$root/build/$1"
    shift
    if [ -f "$folder/build.ninja" ] && [ ! "$root/CMakePresets.json" -nt "$folder/build.ninja" ]; then
        return
    fi
    say "Configuring in build/$preset."
    mkdir -p "$folder"
    if ! (cd "$root" && cmake --preset "$preset" "$@") >"$folder/configure.log" 2>&1; then
        grep -A 12 'CMake Error' "$folder/configure.log" >&2 || tail -n 20 "$folder/configure.log" >&2
        if [ -n "$missing" ]; then
            fail "Configuring failed, most likely for want of: $missing. Install them with: $(install_command "$kind" "$missing")"
        fi
        fail "Configuring failed; the whole story is in build/$preset/configure.log. Qt 6.4.2, CMake 3.25 and a C++20 compiler are the least that is needed."
    fi
    # Presets that say nothing new leave build.ninja as it was.
    touch "$folder/build.ninja"
}
