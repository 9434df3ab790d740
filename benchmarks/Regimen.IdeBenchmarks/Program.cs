using System.CommandLine;
using Regimen.IdeBenchmarks;

var rounds = new Option<int>("--rounds") { Description = "Turns of each side", DefaultValueFactory = _ => 5 };
var write = new Option<bool>("--write") { Description = "Writes docs/benchmarks.md" };
var generator = new Option<bool>("--generator-only") { Description = "Leaves the builds of a hundred experiments out, which take minutes" };
var command = new RootCommand("What the generator and the analyzers cost while a person types, and in a build.") { rounds, write, generator };
command.SetAction(parsed => Report.Run(parsed.GetValue(rounds), parsed.GetValue(write) && !parsed.GetValue(generator), !parsed.GetValue(generator)));
return command.Parse(args).Invoke();
