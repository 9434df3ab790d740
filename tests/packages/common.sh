# Shared by the tests of packages: a folder outside the repository with a source of the packed packages and a cache of its own.
# To be sourced, with the folder of packages as $1.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
packages=$(cd "$1" && pwd)
name=$(basename "$0" .sh)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Regimen's packages come into a cache of this test, so that it sees none of another build. Everything else is read where it was unpacked
# before: libtorch alone is 460 MB.
shared_cache=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
export NUGET_PACKAGES=$folder/cache
version=$(basename "$(echo "$packages"/Regimen.Torch.*.nupkg)" .nupkg)
version=${version#Regimen.Torch.}
mkdir "$folder/work"
cd "$folder/work"
cat >nuget.config <<XML
<configuration>
  <packageSources><add key="regimen" value="$packages" /></packageSources>
  <fallbackPackageFolders><add key="unpacked" value="$shared_cache" /></fallbackPackageFolders>
</configuration>
XML

fail() {
    echo "$name: $*" >&2
    exit 1
}

# Runs a command that must succeed; its output goes into $folder/log, and to the terminal if it fails.
run() {
    "$@" >"$folder/log" 2>&1 || fail "'$*' fails:"$'\n'"$(tail -60 "$folder/log")"
}

# Runs a command that must fail.
run_badly() {
    if "$@" >"$folder/log" 2>&1; then fail "'$*' succeeds:"$'\n'"$(tail -60 "$folder/log")"; fi
}

said() { grep -qE -- "$1" "$folder/log" || fail "it does not say '$1':"$'\n'"$(tail -60 "$folder/log")"; }

unsaid() { if grep -qE -- "$1" "$folder/log"; then fail "it says '$1':"$'\n'"$(grep -E -- "$1" "$folder/log" | head -20)"; fi; }

build() { run dotnet build --nologo --verbosity quiet -clp:NoSummary --configuration Release "$@"; }

# An experiment over a few random images, whose training takes no time; the namespace is $1.
write_experiment() {
    cat <<CS
using System;
using Regimen;
using static Regimen.Layers;

namespace $1
{
    [ImageData(Channels = 1, Height = 8, Width = 8, Classes = 3)]
    public sealed class Noise : IDataSource
    {
        public static ImageDataSet Open() => new ImageDataSet("noise", () => Make(300), () => Make(60));

        private static LabeledImages Make(int count)
        {
            var random = new Random(1);
            var pixels = new byte[count * 64];
            var labels = new byte[count];
            for (var i = 0; i < count; i++)
            {
                labels[i] = (byte)random.Next(3);
                for (var p = 0; p < 64; p++)
                    pixels[i * 64 + p] = (byte)(80 * labels[i] + random.Next(40));
            }

            return LabeledImages.Create(pixels, labels, 1, 8, 8, 3);
        }
    }

    [Experiment(Seed = 1), Data<Noise>(BatchSize = 32), Epochs(4)]
    [Sgd(LearningRate = 0.1, Momentum = 0.9), WeightDecay(5e-4), Warmup(Epochs = 1), CosineDecay, LabelSmoothing(0.1), Mixup(0.2)]
    public partial class Net
    {
        private static Layer Network() => Sequential(
            Conv2d(16, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(), MaxPool2d(2), Flatten(), Dropout(0.1), Linear(3));

        public static double Accuracy()
        {
            using (var net = new Net())
            {
                net.Train();
                return net.Evaluate().Accuracy;
            }
        }
    }
}
CS
}

# A program that trains that experiment, says how well, and which vectors it has.
write_program() {
    cat <<CS
public static class Program
{
    public static void Main()
    {
        System.Console.WriteLine("vectors " + (System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? 512 : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? 256 : 128));
        System.Console.WriteLine(System.FormattableString.Invariant(\$"accuracy {100 * $1.Net.Accuracy():F0}"));
    }
}
CS
}

# The program said that it learnt: chance is 33.
learnt() {
    local accuracy
    accuracy=$(sed -nE 's/^accuracy ([0-9]+)$/\1/p' "$folder/log")
    ((${accuracy:-0} >= 90)) || fail "it has not learnt:"$'\n'"$(tail -20 "$folder/log")"
}
