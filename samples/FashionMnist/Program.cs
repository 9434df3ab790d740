using System.CommandLine;
using System.CommandLine.Parsing;
using FashionMnistSample;
using Regimen;

var name = new Argument<string>("experiment") { Description = "cnn, mlp or resnet", DefaultValueFactory = _ => "cnn" };
name.AcceptOnlyFromAmong("cnn", "mlp", "resnet");
var epochs = NumberOption.Of<int>("--epochs", "Epochs, instead of the declared number", "a whole number of at least 1", value => value >= 1);
var rate = NumberOption.Of<double>("--rate", "Learning rate, instead of the declared one", "a number above 0 such as 0.05", value => value > 0 && double.IsFinite(value));
var seed = NumberOption.Of<int>("--seed", "Seed, instead of the declared one", "a whole number", _ => true);
var runs = new Option<string>("--runs") { Description = "Folder for run folders", DefaultValueFactory = _ => "runs" };
var resume = new Option<string?>("--resume") { Description = "Checkpoint to continue from, with its settings" };
runs.Validators.Add(RefuseEmpty);
resume.Validators.Add(RefuseEmpty);
var command = new RootCommand("Trains an experiment on Fashion-MNIST through generated code.") { name, epochs, rate, seed, runs, resume };

// For scripts: fails if the data is neither at hand nor to be had.
var data = new Command("data", "Finds Fashion-MNIST, or downloads it.");
data.SetAction(_ => Display.FindData());
command.Add(data);

command.SetAction(Run);

// Signals are this program's own to handle: training ends after the step and saves, however long that takes.
return command.Parse(args).Invoke(new InvocationConfiguration { ProcessTerminationTimeout = null });

int Run(ParseResult parsed)
{
    var newRate = parsed.GetValue(rate);
    var (experiment, setRate) = Make(parsed.GetValue(name)!);
    using var stop = new StopSignals();
    using (experiment)
    {
        try
        {
            return Display.Train(
                experiment,
                () =>
                {
                    setRate(newRate);
                    experiment.Epochs = parsed.GetValue(epochs) ?? experiment.Epochs;
                    experiment.Seed = parsed.GetValue(seed) ?? experiment.Seed;
                },
                parsed.GetValue(runs)!,
                parsed.GetValue(resume),
                stop);
        }
        catch (IOException) when (stop.ExitCode != 0)
        {
            // The terminal that closed can't show anything. The work is saved.
            return stop.ExitCode;
        }
    }
}

static void RefuseEmpty(OptionResult option)
{
    if (option.Tokens is [{ Value: var text }] && string.IsNullOrWhiteSpace(text))
        option.AddError($"{option.Option.Name} takes a path, not an empty text.");
}

static (Experiment Experiment, Action<double?> SetRate) Make(string name)
{
    switch (name)
    {
        case "mlp":
            var mlp = new FashionMlp();
            return (mlp, rate => mlp.LearningRate = rate ?? mlp.LearningRate);
        case "resnet":
            var resNet = new FashionResNet();
            return (resNet, rate => resNet.LearningRate = rate ?? resNet.LearningRate);
        default:
            var cnn = new FashionCnn();
            return (cnn, rate => cnn.LearningRate = rate ?? cnn.LearningRate);
    }
}
