using System.CommandLine;
using FashionMnistSample;
using Regimen;

var name = new Argument<string>("experiment") { Description = "cnn, mlp or resnet", DefaultValueFactory = _ => "cnn" };
name.AcceptOnlyFromAmong("cnn", "mlp", "resnet");
var epochs = new Option<int?>("--epochs") { Description = "Epochs, instead of the declared number" };
var rate = new Option<double?>("--rate") { Description = "Learning rate, instead of the declared one" };
var seed = new Option<int?>("--seed") { Description = "Seed, instead of the declared one" };
var runs = new Option<string>("--runs") { Description = "Folder for run folders", DefaultValueFactory = _ => "runs" };
var resume = new Option<string?>("--resume") { Description = "Checkpoint to continue from" };
var command = new RootCommand("Trains an experiment on Fashion-MNIST through generated code.") { name, epochs, rate, seed, runs, resume };
// On a thread of its own, so that Ctrl+C reaches the token while training runs.
command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
return await command.Parse(args).InvokeAsync();

int Run(ParseResult parsed, CancellationToken cancellation)
{
    using Experiment experiment = parsed.GetValue(name) switch
    {
        "mlp" => With(new FashionMlp(), mlp => mlp.LearningRate = parsed.GetValue(rate) ?? mlp.LearningRate),
        "resnet" => With(new FashionResNet(), resNet => resNet.LearningRate = parsed.GetValue(rate) ?? resNet.LearningRate),
        _ => With(new FashionCnn(), cnn => cnn.LearningRate = parsed.GetValue(rate) ?? cnn.LearningRate),
    };
    experiment.Epochs = parsed.GetValue(epochs) ?? experiment.Epochs;
    experiment.Seed = parsed.GetValue(seed) ?? experiment.Seed;
    return Display.Train(experiment, parsed.GetValue(runs)!, parsed.GetValue(resume), cancellation);
}

static T With<T>(T experiment, Action<T> adjust)
{
    adjust(experiment);
    return experiment;
}
