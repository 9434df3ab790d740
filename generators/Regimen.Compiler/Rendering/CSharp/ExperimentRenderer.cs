using Regimen.Compiler.Formulas;
using Regimen.Compiler.Model;
using Regimen.Compiler.Recipe;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>
/// Writes the experiment's own part: the plan in the remarks, its numbers as properties, the training loop and the schedule. The user may name
/// members and nested types as they like, <c>var</c> and <c>nameof</c> among them: types are written out, inherited members through their class.
/// </summary>
internal sealed class ExperimentRenderer(ExperimentSpec spec, Tricks.Recipe recipe, StepPrograms programs, NetworkRenderer network, FileFrame frame)
{
    private readonly CodeWriter code = new();

    /// <summary>The text of the file.</summary>
    public string Render()
    {
        EmitClass();
        return frame.UserFile(file => file.Line(code.ToString().TrimEnd('\n')));
    }

    private void EmitClass()
    {
        EmitRemarks();
        code.Line(GeneratedMark.Text);
        using (code.Open($"{spec.Type.Modifiers} partial class {spec.Type.Name} : global::Regimen.Experiment"))
        {
            code.Line("/// <summary>Samples per step; fixed when compiling.</summary>");
            code.Line($"public const int BatchSize = {Literal.Of(recipe.BatchSize)};");
            EmitScalars();
            EmitLoop();
            EmitRate();
            EmitOverrides();
        }
    }

    private void EmitRemarks()
    {
        var batch = recipe.BatchSize;
        code.Line("/// <remarks>");
        code.Line("/// <para>The plan, for batches of " + Literal.Of(batch) + ":</para>");
        code.Line("/// <code>");
        var titles = Math.Max("input".Length, programs.Layers.Max(layer => layer.Site.Title.Length));
        var shapes = programs.Layers.Max(layer => ShapeOf(layer.Type).Length);
        code.Line("/// " + "input".PadRight(titles) + "  " + Graph.Shape.Image(spec.Data.Channels, spec.Data.Height, spec.Data.Width).Batched);
        foreach (var layer in programs.Layers)
        {
            var count = layer.ParameterCount == 0 ? "" : Literal.Grouped(layer.ParameterCount) + " parameters";
            code.Line("/// " + CodeWriter.Escape($"{layer.Site.Title.PadRight(titles)}  {ShapeOf(layer.Type).PadRight(shapes)}  {count}".TrimEnd()));
        }

        code.Line("/// </code>");
        var decayed = recipe.DecayName is null ? "" : $", {Literal.Grouped(programs.DecayedCount)} of them decayed";
        code.Line($"/// <para>{Literal.Grouped(programs.ParameterCount)} parameters{decayed}; forward {Literal.Scaled(programs.Flops, "FLOP")} per image;");
        code.Line($"/// {Literal.Scaled(4.0 * batch * (network.ArenaPerSample + network.OwnedPerSample), "B")} of activations per batch, gradients in place where they fit.</para>");
        code.Line("/// <para>What happens, in this order:</para>");
        code.Line("/// <list type=\"bullet\">");
        code.Line(recipe.KeepsOrder
            ? "/// <item>every epoch visits the training data in its order</item>"
            : "/// <item>every epoch visits the training data in a new random order</item>");
        code.Line(recipe.Normalization is null
            ? "/// <item>normalise: (x − mean)/std per channel, those of the training split</item>"
            : "/// <item>normalise: (x − mean)/std per channel, as declared</item>");
        foreach (var (trick, attribute) in recipe.Tricks)
        {
            if (trick.Describe(attribute) is { } description)
                code.Line("/// <item>" + CodeWriter.Escape(description) + "</item>");
        }

        code.Line("/// </list>");
        code.Line("/// </remarks>");
    }

    private void EmitScalars()
    {
        foreach (var scalar in recipe.Scalars)
        {
            code.Blank();
            code.Summary(scalar.Summary + " Default " + scalar.Default + ".");
            code.Line($"public {(scalar.Overrides ? "override " : "")}{scalar.Type} {scalar.Name} {{ get; set; }} = {scalar.Default};");
        }
    }

    private void EmitLoop()
    {
        code.Blank();
        code.Line("/// <summary>The training loop.</summary>");
        using (code.Open("protected override void RunTraining(global::Regimen.Training.TrainingRun run, global::Regimen.Training.TrainingProgram program)"))
        {
            code.Line($"{frame.Compiled("Program")} network = ({frame.Compiled("Program")})program;");
            if (programs.Draws)
                code.Line("network.Key = base.Key;");
            foreach (var scalar in recipe.Scalars.Where(scalar => scalar.InStep))
                code.Line($"network.{scalar.Name} = {scalar.Name};");
            code.Line(recipe.WarmupSteps is { } warmup
                ? $"long warmupSteps = run.WarmupSteps({warmup});"
                : "const long warmupSteps = 0;");
            using (code.Open("while (run.NextEpoch())"))
            {
                using (code.Open("while (run.NextBatch())"))
                {
                    code.Line("double rate = RateAt(run.Step, run.TotalSteps, warmupSteps);");
                    foreach (var (trick, attribute) in recipe.Tricks)
                        trick.EmitBatch(code, attribute);
                    code.Line($"network.TrainStep(run.Current, run.Epoch, run.Step, rate);");
                    code.Line("run.CompleteStep(rate);");
                    foreach (var (trick, attribute) in recipe.Tricks)
                        trick.EmitAfterStep(code, attribute);
                }

                code.Blank();
                code.Line("if (run.EpochIsComplete)");
                code.Indented("run.CompleteEpoch(base.EvaluateTest());");
            }
        }
    }

    private void EmitRate()
    {
        code.Blank();
        code.Line("/// <summary>The learning rate of a step, a pure function of the step counter.</summary>");
        code.Line("/// <param name=\"step\">t, from 0.</param>");
        code.Line("/// <param name=\"totalSteps\">T, all steps of the run.</param>");
        code.Line("/// <param name=\"warmupSteps\">W, steps of warm-up.</param>");
        code.Line("/// <returns>η of step t.</returns>");
        using (code.Open("public double RateAt(long step, long totalSteps, long warmupSteps)"))
        {
            code.Line("double peak = LearningRate;");
            var returned = false;
            foreach (var (trick, attribute) in recipe.Tricks)
                returned |= trick.EmitRate(code, attribute);
            if (returned)
                return;
            code.Blank();
            code.Line("return peak;");
        }
    }

    private void EmitOverrides()
    {
        var data = spec.Data;
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line($"public override global::Regimen.Training.ModelLayout Layout => {frame.Compiled("Program")}.Layout;");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line($"public override global::System.Collections.Generic.IReadOnlyList<string> GeneratedFiles => global::Regimen.Experiment.Existing([global::Regimen.Experiment.PathOfCaller(), .. {frame.Compiled("Program")}.SourceFiles]);");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line("protected override int BatchCapacity => BatchSize;");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line($"protected override bool Shuffles => {Literal.Of(!recipe.KeepsOrder)};");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line($"protected override (int Channels, int Height, int Width, int Classes) InputShape => ({Literal.Of(data.Channels)}, {Literal.Of(data.Height)}, {Literal.Of(data.Width)}, {Literal.Of(data.Classes)});");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line($"protected override global::Regimen.ImageDataSet OpenData() => {data.TypeName}.Open();");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line(recipe.Normalization is { } normalization
            ? $"protected override global::Regimen.ChannelStatistics[] Normalization => {normalization};"
            : "protected override global::Regimen.ChannelStatistics[] Normalization => global::Regimen.PixelStatistics.Of(base.Data.Train);");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line("protected override global::Regimen.Training.TrainingProgram CreateProgram(int capacity, global::Regimen.Training.ModelState state, global::Regimen.Kernels.InputStage input, bool fused) =>");
        code.Indented($"{frame.Compiled("Program")}.Create(capacity, state, input, fused);");
        EmitSettings();
        code.Blank();
        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override void CheckSettings()"))
        {
            foreach (var scalar in recipe.Scalars.Where(scalar => scalar.Condition != "true"))
                code.Line($"global::Regimen.Experiment.Require({scalar.Condition.Replace("{0}", scalar.Name)}, {Literal.Of(scalar.Name)}, {scalar.Name}, {Literal.Of(scalar.Range)});");
        }
    }

    private void EmitSettings()
    {
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line("protected override global::Regimen.Training.Setting[] Settings =>");
        code.Line("[");
        foreach (var scalar in recipe.Scalars)
            code.Indented($"new({Literal.Of(scalar.Name)}, {scalar.Name}, value => {scalar.Name} = {(scalar.Type == "double" ? "value" : "(int)value, IsWhole: true")}),");
        code.Line("];");
    }

    private static string ShapeOf(TensorType type) => Graph.Shape.Of(type).Batched;
}
