#!/usr/bin/env bash
# Installs what building and running need and this machine lacks; silent and quick when nothing does.
#
#   scripts/setup.sh run             what building needs: the .NET SDK, which is only checked for, because Debian has no package of it
#   scripts/setup.sh data COMMAND…   Fashion-MNIST, if COMMAND, which looks for it and downloads it, fails
#   scripts/setup.sh test            what the tests need besides: PyTorch for Python to compare against, Fashion-MNIST, compilers for CUDA C
#
# Called by the Makefile. Installing takes apt-get, and root or a sudo that asks no password; without them it says what to install and
# exits 1. So the demo needs root only where the data is neither at hand nor to be downloaded. libtorch comes with the build, from NuGet.
set -euo pipefail

usage() {
    echo "usage: scripts/setup.sh run|test, or scripts/setup.sh data COMMAND..." >&2
    exit 2
}

say() { echo "setup: $*" >&2; }

# Prints those of the named packages that are not installed. One query for all: it is most of what a run with nothing to do costs.
missing_packages() {
    local installed package
    installed=" $(dpkg-query --show --showformat='${Package}=${db:Status-Status} ' "$@" 2>/dev/null || true)"
    for package in "$@"; do
        [[ $installed == *" $package=installed "* ]] || echo "$package"
    done
}

# Says what to do if there is no .NET SDK that can build this; run from the repository root, where global.json has its say.
check_sdk() {
    local version
    if ! command -v dotnet >/dev/null; then
        say ".NET SDK 10 is missing: no 'dotnet' on PATH."
    elif ! version=$(dotnet --version 2>&1); then
        say ".NET SDK 10 is missing: 'dotnet --version' fails here:"
        echo "$version" >&2
    elif [[ ! $version =~ ^([0-9]+)\. ]] || ((BASH_REMATCH[1] < 10)); then
        say ".NET SDK 10 or later is needed; 'dotnet --version' says $version."
    else
        return 0
    fi
    say "get it from https://dotnet.microsoft.com/download/dotnet/10.0, or: curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0"
    return 1
}

# Sets as_root to what precedes a command that needs root; fails if nothing does.
find_root() {
    if [[ $(id -u) == 0 ]]; then
        as_root=(env)
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=(sudo -n env)
    else
        return 1
    fi
}

# Says what to install by hand, for the reason given first.
ask_for_packages() {
    local reason=$1
    shift
    say "$reason, so these Debian packages must be installed by hand: $*"
    say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
}

# Installs the named packages; on failure shows the log of it.
install_packages() {
    local log left
    local -a apt_get=("${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
    log=$(mktemp)
    say "installing $* (this can take minutes)"
    # An update may fail for some unrelated source of packages; whether that matters shows when installing. Recommended packages are left
    # out, which nothing here uses: python3-torch depends on NumPy.
    if { "${apt_get[@]}" update || true; "${apt_get[@]}" install -y --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
        left=$(missing_packages "$@")
        [[ -n $left ]] || { rm -f "$log"; return 0; }
        say "apt-get succeeded, but these packages are still not installed:" $left
    else
        say "apt-get could not install: $*"
    fi
    say "its log ($log):"
    cat "$log" >&2
    return 1
}

packages=()
found=yes
case "${1:-} $#" in
    "run 1") ;;
    "test 1") packages=(dataset-fashion-mnist python3-torch clang-19 g++) ;;
    "data "?*)
        (($# > 1)) || usage
        "${@:2}" && exit 0
        packages=(dataset-fashion-mnist)
        found=no
        ;;
    *) usage ;;
esac

cd "$(dirname "${BASH_SOURCE[0]}")/.."
status=0
check_sdk || status=1

missing=()
while IFS= read -r package; do
    missing+=("$package")
done < <(((${#packages[@]} == 0)) || missing_packages "${packages[@]}")

if ((${#missing[@]} > 0)); then
    if ! command -v apt-get >/dev/null; then
        ask_for_packages "there is no apt-get here" "${missing[@]}"
        status=1
    elif ! find_root; then
        ask_for_packages "this is not root and sudo asks a password or is absent" "${missing[@]}"
        status=1
    elif ((status == 0)); then # Minutes of downloading serve nobody who still lacks the SDK.
        install_packages "${missing[@]}" || status=1
    else
        say "will install, once there is an SDK: ${missing[*]}"
    fi
elif [[ $found == no ]]; then
    status=1 # It is installed and was not taken: the command has said why.
fi
exit "$status"
