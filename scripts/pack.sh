#!/usr/bin/env bash
# Packs every project that is a package (IsPackable) into artifacts/packages, all with one version, and prints it.
#
#   scripts/pack.sh [CONFIGURATION [FOLDER]]
#
# The version names the content: the number of commits, the commit, and a digest of what is not committed. So a package that differs has
# another version, and NuGet's cache never gives an old one. REGIMEN_VERSION_SUFFIX sets the part after 0.1.0- instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
configuration=${1:-Release}
folder=${2:-artifacts/packages}

suffix=${REGIMEN_VERSION_SUFFIX:-}
if [[ -z $suffix ]]; then
    suffix="preview.$(git rev-list --count HEAD).g$(git rev-parse --short HEAD)"
    changes=$(git status --porcelain)
    if [[ -n $changes ]]; then
        suffix+=".d$( { git diff HEAD; git ls-files --others --exclude-standard -z | xargs -0 -r sha1sum; } | sha1sum | cut -c1-8)"
    fi
fi

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
rm -f "$folder"/*.nupkg "$folder"/*.snupkg
for project in src/*/*.csproj analyzers/Package/Package.csproj templates/*/*.csproj; do
    grep -q '<IsPackable>true</IsPackable>' "$project" || continue
    dotnet pack "$project" --configuration "$configuration" --nologo --verbosity quiet -p:VersionSuffix="$suffix" -p:PackageOutputPath="$folder" >&2
done
echo "0.1.0-$suffix"
