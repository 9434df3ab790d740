#!/usr/bin/env bash
# Beside TorchSharp's packages: their libtorch is taken, and no second one.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

mkdir App
cd App
cat >App.csproj <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>false</NuGetAudit>
    <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Regimen" Version="$version" />
    <PackageReference Include="TorchSharp" Version="0.107.0" />
    <PackageReference Include="libtorch-cpu-linux-x64" Version="2.10.0" />
  </ItemGroup>
</Project>
XML
write_experiment App >Net.cs
write_program App >Program.cs
build
[[ ! -e bin/Release/net10.0/Regimen.LibTorch.path ]] || fail "a second libtorch is named beside the program"
[[ -s $(find bin -name libtorch_cpu.so) ]] || fail "TorchSharp's libtorch is not beside the program"
run dotnet bin/Release/net10.0/App.dll
learnt

# One that is there and broken is said, and nothing else is taken for it.
library=$(find bin -name libtorch_cpu.so)
rm "$library"
echo "not a library" >"$library"
run_badly dotnet bin/Release/net10.0/App.dll
said "libtorch_cpu\.so' cannot be loaded: .*file too short"

echo "neighbour: beside TorchSharp's packages their libtorch is taken; a broken one is said"
