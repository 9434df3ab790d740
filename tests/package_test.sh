#!/usr/bin/env bash
# Packs all packages and uses them as strangers do, in folders outside the repository; each script in tests/packages says what it tries.
#
#   tests/package_test.sh [CONFIGURATION [SCRIPT…]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
configuration=${1:-Release}
shift || true
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

scripts/pack.sh "$configuration" "$folder" >/dev/null
for part in "${@:-analyzers template projects neighbour publish}"; do
    for script in $part; do
        "tests/packages/$script.sh" "$folder"
    done
done
