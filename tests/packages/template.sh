#!/usr/bin/env bash
# What a stranger does: install the template, make a project, run it; then spoil the network, read the diagnostic, mend it.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
export DOTNET_CLI_HOME=$folder/home

run dotnet new install "$(echo "$packages"/Regimen.Templates.*.nupkg)"
run dotnet new regimen -n MyExperiment
cd MyExperiment
run dotnet run
accuracy=$(sed -nE 's/^epoch 1:.* test accuracy ([0-9]+)\..*/\1/p' "$folder/log")
((${accuracy:-0} >= 85)) || fail "the first epoch reaches '${accuracy:-nothing}' %, not 85:"$'\n'"$(cat "$folder/log")"
unsaid 'warning'
[[ -s $(echo runs/Classifier/*/checkpoint.safetensors) ]] || fail "no checkpoint was written"
[[ -n $(find obj -name '*.Classifier.Network.g.cs') ]] || fail "the generated source is not in obj"
[[ -z $(find bin -name 'libtorch_cpu.so') ]] || fail "libtorch was copied into the output folder"

# The last layer has one output too few.
line=$(grep -n 'Linear(10)' Classifier.cs | cut -d: -f1)
sed -i 's/Linear(10)/Linear(9)/' Classifier.cs
run_badly dotnet run
said "Classifier\.cs\($line,[0-9]+\): error REG1003: Linear\(9, bias: true\): the network ends in \[9\], but FashionMnist has 10 classes\. Make the last layer Linear\(10\)"
sed -i 's/Linear(9)/Linear(10)/' Classifier.cs
run dotnet run

echo "template: three commands train to $accuracy % in the first epoch; a wrong shape is said at its layer"
