#!/usr/bin/env bash
# Tests scripts/setup.sh. Every test but the last sees only a directory of stubs on PATH, so nothing is installed and the machine's own
# packages do not matter: a stubbed dpkg-query reads the installed packages from a file, a stubbed apt-get writes to it.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
runtime=(dataset-fashion-mnist)

stub() { # stub NAME: a command whose body is on standard input
    { echo "#!$BASH"; cat; } >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}

# A fresh machine: root, apt-get works, SDK 10, Fashion-MNIST installed.
fresh() {
    name=$1
    problems=()
    rm -rf "$work"/*
    mkdir "$work/bin" "$work/tmp"
    local tool
    for tool in bash env cat mktemp rm dirname true false; do
        ln -s "$(command -v "$tool")" "$work/bin/$tool"
    done
    : >"$work/calls"
    : >"$work/config-files"
    installed "${runtime[@]}"
    stub id <<<'echo 0'
    stub dotnet <<<'echo 10.0.401'
    stub dpkg-query <<END
for package in "\$@"; do
    while read -r name; do [[ \$name != "\$package" ]] || printf '%s=installed ' "\$name"; done <"$work/installed"
    while read -r name; do [[ \$name != "\$package" ]] || printf '%s=config-files ' "\$name"; done <"$work/config-files"
done
exit 1 # As the real one when any of them is unknown.
END
    stub apt-get <<END
echo "apt-get \$* [\$DEBIAN_FRONTEND]" >>"$work/calls"
echo "chatter of apt-get"
for word in "\$@"; do
    [[ \$word == update ]] && exit 0
    [[ \$word == -* || \$word == install ]] || echo "\$word" >>"$work/installed"
done
END
}

installed() { printf '%s\n' "$@" >"$work/installed"; }

setup() { # setup run|test|data COMMAND: leaves status, output (both streams) and calls (of apt-get and sudo)
    output=$(cd / && env -i PATH="$work/bin" TMPDIR="$work/tmp" "$work/bin/bash" "$root/scripts/setup.sh" "$@" 2>&1)
    status=$?
    calls=$(<"$work/calls")
}

expect_status() { [[ $status == "$1" ]] || problems+=("exit status $status, not $1"); }
expect_silence() { [[ -z $output ]] || problems+=("it said: $output"); }
expect_said() { [[ $output == *"$1"* ]] || problems+=("it did not say '$1' but: $output"); }
expect_unsaid() { [[ $output != *"$1"* ]] || problems+=("it said '$1'"); }
expect_calls() { [[ $calls == "$1" ]] || problems+=("calls were '$calls', not '$1'"); }

verdict() {
    if ((${#problems[@]} == 0)); then
        echo "pass: $name"
    else
        echo "FAIL: $name"
        printf '      %s\n' "${problems[@]}"
        failures=$((failures + 1))
    fi
}

update="apt-get -o DPkg::Lock::Timeout=300 update [noninteractive]"
install="apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends"

fresh "does nothing, silently, when everything is installed"
setup run
expect_status 0; expect_silence; expect_calls ""
verdict

fresh "building needs the SDK only"
installed
setup run
expect_status 0; expect_silence; expect_calls ""
verdict

fresh "data that is found, or was downloaded, needs no package and no root"
installed
stub id <<<'echo 1000'
setup data true
expect_status 0; expect_silence; expect_calls ""
verdict

fresh "data that is not found where its package is installed is a failure that the command explains"
setup data false
expect_status 1; expect_silence; expect_calls ""
verdict

fresh "test wants PyTorch as well"
setup test
expect_status 0; expect_calls "$update"$'\n'"$install python3-torch clang-19 g++ [noninteractive]"
expect_said "installing python3-torch clang-19 g++"; expect_unsaid "chatter"
verdict

fresh "test does nothing when PyTorch is there too"
installed "${runtime[@]}" python3-torch clang-19 g++
setup test
expect_status 0; expect_silence; expect_calls ""
verdict

fresh "installs exactly what is missing"
installed python3-torch clang-19 g++
setup test
expect_status 0; expect_calls "$update"$'\n'"$install dataset-fashion-mnist [noninteractive]"
verdict

fresh "leaves no log behind after success"
installed
setup data false
expect_status 0
[[ -z $(ls "$work/tmp") ]] || problems+=("left $(ls "$work/tmp")")
verdict

fresh "a removed package whose configuration remains is missing"
installed
echo dataset-fashion-mnist >"$work/config-files"
setup data false
expect_status 0; expect_calls "$update"$'\n'"$install dataset-fashion-mnist [noninteractive]"
verdict

fresh "a package whose name continues that of a missing one does not stand for it"
installed dataset-fashion-mnist-extra
setup data false
expect_calls "$update"$'\n'"$install dataset-fashion-mnist [noninteractive]"
verdict

fresh "without apt-get says what to install and how"
installed
rm "$work/bin/apt-get"
setup test
expect_status 1; expect_said "there is no apt-get here"
expect_said "apt-get install -y --no-install-recommends dataset-fashion-mnist python3-torch clang-19 g++"
verdict

fresh "without dpkg-query and apt-get everything counts as missing"
rm "$work/bin/apt-get" "$work/bin/dpkg-query"
setup test
expect_status 1; expect_said "apt-get install -y --no-install-recommends ${runtime[*]} python3-torch clang-19 g++"
verdict

fresh "without apt-get but with everything installed does nothing"
rm "$work/bin/apt-get"
setup run
expect_status 0; expect_silence
verdict

fresh "a user without sudo is told what to install"
installed
stub id <<<'echo 1000'
setup data false
expect_status 1; expect_calls ""; expect_said "not root"; expect_said "sudo apt-get install -y --no-install-recommends dataset-fashion-mnist"
verdict

fresh "a user whose sudo asks a password is told what to install"
installed
stub id <<<'echo 1000'
stub sudo <<<'[[ $1 == -n ]] && exit 1; read -r _'
setup data false
expect_status 1; expect_calls ""; expect_said "--no-install-recommends dataset-fashion-mnist"
verdict

fresh "a user whose sudo asks nothing installs through it"
installed
stub id <<<'echo 1000'
stub sudo <<END
[[ \$1 == -n ]] || exit 1
shift
[[ \$1 == true ]] && exit 0
echo "sudo" >>"$work/calls"
exec "\$@"
END
setup data false
expect_status 0; expect_calls "sudo"$'\n'"$update"$'\n'"sudo"$'\n'"$install dataset-fashion-mnist [noninteractive]"
verdict

fresh "a failed installation shows apt-get's log"
installed
stub apt-get <<<'[[ $* == *update* ]] || { echo "E: Unable to locate package"; exit 100; }'
setup data false
expect_status 1; expect_said "could not install: dataset-fashion-mnist"; expect_said "E: Unable to locate package"
verdict

fresh "a failed update does not matter if the installation works"
installed
stub apt-get <<END
[[ \$* == *update* ]] && exit 100
echo dataset-fashion-mnist >>"$work/installed"
END
setup data false
expect_status 0; expect_unsaid "could not"
verdict

fresh "an installation that leaves a package out is a failure"
installed
stub apt-get <<<'exit 0'
setup data false
expect_status 1; expect_said "still not installed: dataset-fashion-mnist"
verdict

fresh "no SDK"
rm "$work/bin/dotnet"
setup run
expect_status 1; expect_said ".NET SDK 10 is missing"; expect_said "https://dotnet.microsoft.com/download/dotnet/10.0"
verdict

fresh "an SDK that is too old"
stub dotnet <<<'echo 9.0.305'
setup run
expect_status 1; expect_said "says 9.0.305"
verdict

fresh "an SDK that global.json does not accept"
stub dotnet <<<'echo "A compatible .NET SDK was not found."; exit 155'
setup run
expect_status 1; expect_said "A compatible .NET SDK was not found."
verdict

fresh "a later SDK, and a preview"
for version in 10.0.100 11.0.100-preview.2; do
    stub dotnet <<<"echo $version"
    setup run
    expect_status 0; expect_silence
done
verdict

fresh "the SDK is asked in the repository, where global.json counts"
stub dotnet <<END
[[ \$PWD == "$root" ]] && echo 10.0.401
END
setup run
expect_status 0
verdict

fresh "without an SDK nothing is installed, but both lacks are named"
installed
rm "$work/bin/dotnet"
setup data false
expect_status 1; expect_calls ""; expect_said ".NET SDK 10 is missing"; expect_said "dataset-fashion-mnist"
verdict

fresh "anything but run or test is refused"
for arguments in "" "all" "run test" "data"; do
    # shellcheck disable=SC2086 # Words are meant.
    setup $arguments
    expect_status 2; expect_said "usage: scripts/setup.sh run|test, or"; expect_calls ""
done
verdict

# On the machine as it is, unless that would install something.
name="on this machine"
problems=()
# shellcheck disable=SC2016 # dpkg-query's own variables.
if [[ $(dpkg-query -W -f='${db:Status-Status} ' "${runtime[@]}" python3-torch clang-19 g++ 2>/dev/null) == "installed installed installed installed " ]]; then
    for mode in run test; do
        output=$("$root/scripts/setup.sh" "$mode" 2>&1)
        status=$?
        expect_status 0; expect_silence
    done
    verdict
else
    echo "skip: $name (packages are missing here)"
fi

echo "setup_test: $failures failed"
exit $((failures > 0))
