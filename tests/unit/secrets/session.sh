#!/usr/bin/env bash
# session.sh keyring|empty|none COMMAND…: runs the command where no secret of whoever runs the tests is in reach: in a D-Bus
# session with an unlocked keyring, in one without any service, or without a session bus. It is told the keyring's process
# as SQ_KEYRING_PID.
set -euo pipefail
kind=$1
shift

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for folder in home runtime data config cache; do
    mkdir -m 700 "$scratch/$folder"
done
export HOME="$scratch/home" XDG_RUNTIME_DIR="$scratch/runtime" XDG_DATA_HOME="$scratch/data" XDG_CONFIG_HOME="$scratch/config"
export XDG_CACHE_HOME="$scratch/cache"
# Without a display nobody can be asked for anything.
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL XDG_CURRENT_DESKTOP DESKTOP_SESSION

case $kind in
    keyring)
        # shellcheck disable=SC2016  # the inner shell expands it
        dbus-run-session -- bash -euo pipefail -c '
            printf "test\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
            bus() {
                dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus "org.freedesktop.DBus.$@"
            }
            # Returns when the daemon has its name on the bus.
            bus StartServiceByName string:org.freedesktop.secrets uint32:0 >/dev/null
            SQ_KEYRING_PID=$(bus GetConnectionUnixProcessID string:org.freedesktop.secrets | sed "s/.* //")
            export SQ_KEYRING_PID
            # A test that ended early may have left it stopped.
            trap "kill -CONT $SQ_KEYRING_PID; kill $SQ_KEYRING_PID" EXIT
            "$@"' session "$@"
        ;;
    empty)
        cat >"$scratch/bus.conf" <<'CONF'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF
        dbus-run-session --config-file="$scratch/bus.conf" -- "$@"
        ;;
    none)
        "$@"
        ;;
esac
