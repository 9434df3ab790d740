#!/usr/bin/env bash
# Published programs: self-contained and trimmed, and compiled ahead of time. Both carry libtorch, and run in another folder with no cache.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

mkdir App
cd App
cat >App.csproj <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>false</NuGetAudit>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <InvariantGlobalization>true</InvariantGlobalization>
    <!-- Links instead of copies of 460 MB. -->
    <CreateHardLinksForPublishFilesIfPossible>true</CreateHardLinksForPublishFilesIfPossible>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="Regimen" Version="$version" /></ItemGroup>
</Project>
XML
write_experiment App >Net.cs
write_program App >Program.cs

system=linux-x64
publish() { run dotnet publish --nologo --verbosity quiet --configuration Release --runtime "$system" "$@"; }

# Runs the program of a folder, which must find libtorch there and nowhere else.
run_published() {
    [[ -s $1/libtorch_cpu.so ]] || fail "libtorch is not in $1: $(ls "$1")"
    [[ ! -e $1/Regimen.LibTorch.path ]] || fail "a path of this machine is in $1"
    mv "$1" "$folder/elsewhere"
    run env -i PATH=/usr/bin:/bin "$folder/elsewhere/App"
    learnt
}

publish --self-contained -p:PublishTrimmed=true --output "$folder/trimmed"
unsaid 'warning'
run_published "$folder/trimmed"
vectors=$(grep '^vectors' "$folder/log")
rm -r "$folder/elsewhere" bin obj

publish -p:PublishAot=true --output "$folder/native"
unsaid 'warning'
size=$(stat --format %s "$folder/native/App")
run_published "$folder/native"
[[ $(grep '^vectors' "$folder/log") == "$vectors" ]] || fail "compiled ahead of time it has $(grep '^vectors' "$folder/log"), and $vectors otherwise"
((size < 4000000)) || fail "the native program has $size bytes"

echo "publish: trimmed and native programs train where they are put; the native one has $size bytes and the machine's $vectors"
