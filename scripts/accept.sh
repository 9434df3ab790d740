#!/usr/bin/env bash
# Makes every received snapshot the verified one; says which.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
find tests -name '*.received.cs' -not -path '*/bin/*' -not -path '*/obj/*' | while read -r received; do
    mv "$received" "${received%.received.cs}.verified.cs"
    echo "accepted ${received%.received.cs}.verified.cs"
done
