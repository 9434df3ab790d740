using System.Globalization;
using Regimen;
using Spectre.Console;

namespace FashionMnistSample;

/// <summary>Shows a run in the terminal: a live line per epoch, a table at the end.</summary>
internal static class Display
{
    /// <summary>Trains with a progress display and a run folder.</summary>
    /// <param name="experiment">What to train.</param>
    /// <param name="adjust">Sets what differs from the declaration, or from the checkpoint.</param>
    /// <param name="runs">Folder of run folders.</param>
    /// <param name="resume">A checkpoint to continue from.</param>
    /// <param name="stop">Stops after the current step.</param>
    /// <returns>The process's exit code: 0, 1 for an error that the message explains, or the signal's that cancelled it.</returns>
    public static int Train(Experiment experiment, Action adjust, string runs, string? resume, StopSignals stop)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Capabilities.Ansi = false;
        var name = experiment.GetType().Name;
        try
        {
            if (resume is not null)
                experiment.Load(resume);
            adjust();

            // What is missing must not leave an empty folder.
            experiment.Prepare();
            using var folder = RunFolder.Create(runs, name);
            experiment.RunFolder = folder;
            folder.CopySource(experiment.GeneratedFiles);
            AnsiConsole.MarkupLineInterpolated($"[bold]{name}[/]  {experiment.Layout.ParameterCount:N0} parameters, {experiment.Epochs} {(experiment.Epochs == 1 ? "epoch" : "epochs")}, on the {(experiment.Device.Type == Regimen.Torch.DeviceType.Cpu ? "CPU" : "GPU")}");
            var result = Watch(experiment, stop.Token);
            Console.WriteLine($"run folder: {folder.Path}");
            if (result.Cancelled)
            {
                AnsiConsole.MarkupLineInterpolated($"[yellow]Cancelled after step {result.Steps}.[/] Continue with --resume {folder.CheckpointPath}");
                return stop.ExitCode;
            }

            var test = experiment.Evaluate();
            AnsiConsole.MarkupLineInterpolated($"test accuracy: [bold green]{100 * test.Accuracy:F2} %[/] of {test.Count:N0} images, after {result.Duration.TotalSeconds:F1} s");
            return 0;
        }
        catch (Exception problem) when (problem is DataException or DivergenceException or CheckpointException or InvalidOperationException or IOException or UnauthorizedAccessException or Regimen.Torch.LibTorchNotFoundException)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }

    /// <summary>Finds Fashion-MNIST or downloads it.</summary>
    /// <returns>The process's exit code: 0, or 1 for an error that the message explains.</returns>
    public static int FindData()
    {
        try
        {
            FashionMnist.Open().Dispose();
            return 0;
        }
        catch (DataException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }

    private static TrainingResult Watch(Experiment experiment, CancellationToken cancellation)
    {
        if (!CanRedraw)
        {
            // A pipe, a log, a narrow terminal, or one that can't move its cursor gets the same table, row by row.
            Console.WriteLine(string.Join("  ", Header.Select(title => title.PadLeft(ColumnWidth))));
            experiment.EpochCompleted += row => Console.WriteLine(string.Join("  ", Cells(row).Select(cell => cell.PadLeft(ColumnWidth))));
            return experiment.Train(cancellation);
        }

        var table = new Table().Border(TableBorder.Horizontal);
        foreach (var title in Header)
            table.AddColumn(new TableColumn(title) { Width = Math.Max(title.Length, table.Columns.Count == 0 ? EpochWidth : LeastWidth), NoWrap = true, Padding = new Padding(1, 0, 0, 0) }.RightAligned());

        TrainingResult? result = null;
        AnsiConsole.Live(table).AutoClear(false).Start(live =>
        {
            table.AddRow(Enumerable.Repeat("…", Header.Length).ToArray());
            experiment.StepCompleted += step =>
            {
                var cells = Cells(step);
                for (var column = 0; column < cells.Length; column++)
                    table.UpdateCell(table.Rows.Count - 1, column, new Markup("[grey]" + Markup.Escape(cells[column]) + "[/]"));
                live.Refresh();
            };
            experiment.EpochCompleted += row =>
            {
                var cells = Cells(row);
                for (var column = 0; column < cells.Length; column++)
                    table.UpdateCell(table.Rows.Count - 1, column, Markup.Escape(cells[column]));
                if (row.Epoch + 1 < experiment.Epochs)
                    table.AddRow(Enumerable.Repeat("…", Header.Length).ToArray());
                live.Refresh();
            };
            result = experiment.Train(cancellation);
        });
        return result!;
    }

    /// <summary>Whether the terminal can draw over what it shows. One without escape codes (<c>TERM=dumb</c>) would get the whole table anew at every refresh.</summary>
    private static bool CanRedraw => AnsiConsole.Profile.Capabilities is { Ansi: true, Interactive: true } && !Console.IsOutputRedirected && AnsiConsole.Profile.Width >= LiveWidth;

    private const int ColumnWidth = 10;

    /// <summary>Columns of a terminal that the live table needs.</summary>
    private const int LiveWidth = 80;

    /// <summary>Of the live table's first column: what <c>100 · 100 %</c> takes.</summary>
    private const int EpochWidth = 11;

    /// <summary>Of the others: what <c>100.00 %</c> and <c>1.23E-05</c> take.</summary>
    private const int LeastWidth = 8;

    private static readonly string[] Header = ["epoch", "train loss", "train acc", "test loss", "test acc", "rate", "images/s"];

    private static string[] Cells(EpochMetrics row) =>
    [
        $"{row.Epoch + 1}",
        $"{row.TrainLoss:F4}",
        $"{100 * row.TrainAccuracy:F2} %",
        $"{row.TestLoss:F4}",
        $"{100 * row.TestAccuracy:F2} %",
        $"{row.LearningRate:G3}",
        $"{row.ImagesPerSecond:N0}",
    ];

    private static string[] Cells(StepProgress step) =>
    [
        $"{step.Epoch + 1} · {100.0 * step.Batch / step.Batches:F0} %",
        $"{step.Loss:F4}",
        $"{100 * step.Accuracy:F2} %",
        "",
        "",
        $"{step.LearningRate:G3}",
        $"{step.ImagesPerSecond:N0}",
    ];
}
