using System.CommandLine;
using Regimen.Benchmarks;

var name = new Argument<string>("name") { Description = "mlp-64, mlp-128, mlp-512, cnn-128 or resnet-128" };
var worker = new Command("worker", "One side of a measurement; speaks the protocol of Worker.") { name };
worker.SetAction(parsed => Worker.Run(parsed.GetValue(name)!));

var root = new Option<string>("--root") { Description = "The repository's root", DefaultValueFactory = _ => Directory.GetCurrentDirectory() };
var rounds = new Option<int>("--rounds") { Description = "Turns of each side", DefaultValueFactory = _ => 7 };
var only = new Option<string?>("--only") { Description = "A single benchmark" };
var compare = new RootCommand("The generated loop beside PyTorch eager, in alternation.") { root, rounds, only, worker };
compare.SetAction(parsed => Comparison.Run(parsed.GetValue(root)!, parsed.GetValue(rounds), parsed.GetValue(only)));
return compare.Parse(args).Invoke();
