#!/usr/bin/env bash
# One solution of projects as they come: central package versions; implicit usings and nullable on and off; two projects with experiments; a
# library with experiments that a program and an xunit project use; a language version that is too old.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

cat >Directory.Packages.props <<XML
<Project>
  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
  <ItemGroup>
    <PackageVersion Include="Regimen" Version="$version" />
    <PackageVersion Include="Regimen.Analyzers" Version="$version" />
    $(grep -E '"(Microsoft.NET.Test.Sdk|xunit|xunit.runner.visualstudio)"' "$repository/Directory.Packages.props")
  </ItemGroup>
</Project>
XML

# A project: folder, type of output, then lines for the property group, then items.
project() {
    mkdir "$1"
    cat >"$1/$1.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>$2</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>false</NuGetAudit>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    $3
  </PropertyGroup>
  <ItemGroup>$4</ItemGroup>
</Project>
XML
}

regimen='<PackageReference Include="Regimen" />'
project Plain Exe '<ImplicitUsings>disable</ImplicitUsings><Nullable>disable</Nullable>' "$regimen"
project Modern Exe '<ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>' "$regimen<PackageReference Include=\"Regimen.Analyzers\" />"
project Models Library '<ImplicitUsings>enable</ImplicitUsings>' "$regimen"
project Uses Exe '' '<ProjectReference Include="../Models/Models.csproj" />'
project Tests Library '<ImplicitUsings>enable</ImplicitUsings>' '<ProjectReference Include="../Models/Models.csproj" /><PackageReference Include="Microsoft.NET.Test.Sdk" /><PackageReference Include="xunit" /><PackageReference Include="xunit.runner.visualstudio" />'
for one in Plain Modern Models; do write_experiment "$one" >"$one/Net.cs"; done
for one in Plain Modern; do write_program "$one" >"$one/Program.cs"; done
write_program Models >Uses/Program.cs
cat >Tests/NetTests.cs <<'CS'
public sealed class NetTests
{
    [Xunit.Fact]
    public void It_learns() => Xunit.Assert.InRange(Models.Net.Accuracy(), 0.9, 1);
}
CS

run dotnet new sln --name All
run dotnet sln add Plain Modern Models Uses Tests
build
for one in Plain Modern Uses; do
    run dotnet "$one/bin/Release/net10.0/$one.dll"
    learnt
done
run dotnet test Tests --no-build --configuration Release --nologo
said 'Passed: +1'
[[ -z $(find . -name 'libtorch_cpu.so') ]] || fail "libtorch was copied into output folders"

run_badly dotnet build Plain --nologo --no-restore -p:LangVersion=11
said "Net\.cs\([0-9]+,[0-9]+\): error REG0013: The training program of experiment 'Net' is written in C# 12, but the project's language version is 11\.0"
unsaid '\.g\.cs.*error'
run_badly dotnet build Plain --nologo --no-restore --no-incremental -p:NETCoreSdkVersion=9.0.300
said "error REG0013: Regimen's generated code needs the compiler of .NET SDK 10\.0\.100 or newer, and this is 9\.0\.300"

echo "projects: five projects of a solution build without a warning and learn; what is too old is said by REG0013"
