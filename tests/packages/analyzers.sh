#!/usr/bin/env bash
# Installs the analyzers' package, and nothing else of Regimen, in a new project with TorchSharp code: the rules speak at the lines marked
# with their ids and nowhere else, a set of severities can be chosen, and "dotnet format" fixes all that it finds.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

mkdir "$folder/project"
# TorchSharp's public signatures stand in for the package.
cp -r "$repository"/tests/Regimen.Analyzers.Tests/TorchSharp/Surface "$folder/project/Surface"
cat >"$folder/project/Project.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>disable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <LangVersion>14</LangVersion>
    <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
    <NoWarn>CS8981</NoWarn>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Regimen.Analyzers" Version="$version" PrivateAssets="all" />
  </ItemGroup>
</Project>
XML
cat >"$folder/project/nuget.config" <<XML
<configuration>
  <packageSources><clear /><add key="local" value="$packages" /></packageSources>
</configuration>
XML
cat >"$folder/project/Training.cs" <<'CS'
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Project;

public sealed class Network : nn.Module<Tensor, Tensor>
{
    private readonly Linear output = nn.Linear(784, 10);

    public Network() : base("network") => RegisterComponents();

    public override Tensor forward(Tensor x) => output.forward(x);
}

public static class Training
{
    public static void Run(Network model, optim.Optimizer optimizer, IEnumerable<(Tensor Images, Tensor Labels)> batches)
    {
        foreach (var (images, labels) in batches)
        {
            using var scope = NewDisposeScope();
            var probabilities = nn.functional.softmax(model.forward(images), 1); // REG6005
            var loss = nn.functional.cross_entropy(probabilities, labels);
            loss.backward();
            optimizer.step(); // REG6009
        }
    }
}
CS

# What the rules say, as sorted "line id" pairs.
reports() {
    local log=$folder/build.log
    (cd "$folder/project" && dotnet build --nologo --verbosity quiet --no-incremental -clp:NoSummary "$@") >"$log" 2>&1 || true # errors are what is looked for
    { grep -o "Training.cs([0-9]*,[0-9]*): $kind REG[0-9]*" "$log" || true; } | sed -E 's/.*\(([0-9]+),.* (REG[0-9]+)/\1 \2/' | sort -u
}

marked=$(grep -n '// REG' "$folder/project/Training.cs" | sed -E 's/^([0-9]+):.*(REG[0-9]+)$/\1 \2/' | sort -u)

kind=warning
found=$(reports)
[[ $found == "$marked" ]] || fail "expected the warnings"$'\n'"$marked"$'\n'"but the build says"$'\n'"$(cat "$folder/build.log")"

while read -r _ id; do
    [[ -f $folder/cache/regimen.analyzers/$version/docs/$id.md ]] || fail "the page of $id is not in the package"
done <<<"$marked"

kind=error
found=$(reports -p:RegimenRules=strict)
[[ $found == "$marked" ]] || fail "the strict set does not make errors of the warnings:"$'\n'"$(cat "$folder/build.log")"

reports -p:RegimenRules=mild >/dev/null
grep -q "RegimenRules is 'mild', but must be default, strict or errors-only" "$folder/build.log" || fail "an unknown set is not named:"$'\n'"$(cat "$folder/build.log")"
# Both rules in one run, with no rule named.
(cd "$folder/project" && dotnet format analyzers --no-restore --severity warn --verbosity normal) >"$folder/format.log" 2>&1 ||
    fail "dotnet format fails:"$'\n'"$(cat "$folder/format.log")"
kind=warning
found=$(reports)
[[ -z $found ]] || fail "dotnet format leaves"$'\n'"$found"$'\n'"$(cat "$folder/format.log")"

echo "analyzers: installed alone, it reports $(wc -l <<<"$marked") mistakes where they are; sets of severities work, dotnet format fixes them"
