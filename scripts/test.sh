#!/usr/bin/env bash
# Builds everything once, then runs every suite one after the other, so that each has the machine to itself.
# The last line counts the tests of all suites; the exit status is 0 only if none failed and every suite ran.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
configuration=${1:-Release}
results=artifacts/test-results
rm -rf "$results"
mkdir -p "$results"

dotnet build --configuration "$configuration" --nologo --verbosity quiet -clp:NoSummary Dsl.sln || exit 1

passed=0
failed=0
broken=0

# Counts the tests of a .NET suite from its result file: the console's wording is for people.
run_dotnet() {
    local project=$1 name trx counters
    name=$(basename "$project" .csproj)
    echo "── $name"
    dotnet test --configuration "$configuration" --no-build --nologo --verbosity quiet \
        --logger "trx;LogFileName=$name.trx" --results-directory "$results" "$project" || broken=1
    trx=$results/$name.trx
    counters=$(grep -o '<Counters [^>]*' "$trx" 2>/dev/null) || { broken=1; return; }
    passed=$((passed + $(sed 's/.* passed="\([0-9]*\)".*/\1/' <<<"$counters")))
    failed=$((failed + $(sed 's/.* failed="\([0-9]*\)".*/\1/' <<<"$counters")))
}

# Runs a suite that is no .NET project; it counts as one test.
run_script() {
    echo "── $1"
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

run_script "set-up" tests/setup_test.sh
run_script "demo" tests/demo_test.sh "$configuration"
run_script "package" tests/package_test.sh "$configuration"
run_script "PyTorch reference" /usr/bin/python3 -m unittest discover --quiet --start-directory tests/Regimen.Parity.Tests/reference
for project in tests/*.Tests/*.csproj; do
    run_dotnet "$project"
done

echo
echo "$passed passed, $failed failed"
[[ $failed == 0 && $broken == 0 && $passed -gt 0 ]]
