using Regimen.Compiler.Text;
using Regimen.Compiler.Tricks;

namespace Regimen.Compiler.Emission;

/// <summary>
/// Writes the experiment's own part: the plan in the remarks, its numbers as properties, the training loop and the schedule. The user may name
/// members and nested types as they like, <c>var</c> and <c>nameof</c> among them: types are written out, inherited members through their class.
/// </summary>
internal sealed class ProgramEmitter
{
    private readonly EmissionContext context;
    private readonly CodeWriter code;

    private ProgramEmitter(EmissionContext context, CodeWriter code) => (this.context, this.code) = (context, code);

    /// <summary>The text of the file.</summary>
    public static string Emit(EmissionContext context) => context.UserFile(code => new ProgramEmitter(context, code).EmitClass());

    private void EmitClass()
    {
        EmitRemarks();
        code.Line(GeneratedMark.Text);
        using (code.Open($"{context.Spec.Type.Modifiers} partial class {context.Spec.Type.Name} : global::Regimen.Experiment"))
        {
            code.Line("/// <summary>Samples per step; fixed when compiling.</summary>");
            code.Line($"public const int BatchSize = {Literal.Of(context.Recipe.BatchSize)};");
            EmitScalars();
            EmitLoop();
            EmitRate();
            EmitOverrides();
        }
    }

    private void EmitRemarks()
    {
        var plan = context.Plan;
        var batch = context.Recipe.BatchSize;
        code.Line("/// <remarks>");
        code.Line("/// <para>The plan, for batches of " + Literal.Of(batch) + ":</para>");
        code.Line("/// <code>");
        var titles = plan.Groups.Max(group => group.Title.Length);
        var shapes = plan.Groups.Max(group => group.Output.Shape.Batched.Length);
        code.Line("/// " + "input".PadRight(titles) + "  " + plan.Network.Input.Shape.Batched);
        foreach (var group in plan.Groups)
        {
            var parameters = group.Operations.Sum(operation => operation.Parameters.Sum(parameter => parameter.Count));
            var count = parameters == 0 ? "" : Literal.Grouped(parameters) + " parameters";
            code.Line("/// " + CodeWriter.Escape($"{group.Title.PadRight(titles)}  {group.Output.Shape.Batched.PadRight(shapes)}  {count}".TrimEnd()));
        }

        code.Line("/// </code>");
        var decayed = context.Recipe.DecayName is null ? "" : $", {Literal.Grouped(plan.DecayedCount)} of them decayed";
        code.Line($"/// <para>{Literal.Grouped(plan.ParameterCount)} parameters{decayed}; forward {Literal.Scaled(plan.Flops, "FLOP")} per image;");
        code.Line($"/// {Literal.Scaled(4.0 * batch * (plan.ArenaSize + plan.OwnedSize), "B")} of activations per batch, gradients in place where they fit.</para>");
        code.Line("/// <para>What happens, in this order:</para>");
        code.Line("/// <list type=\"bullet\">");
        code.Line(context.Recipe.KeepsOrder
            ? "/// <item>every epoch visits the training data in its order</item>"
            : "/// <item>every epoch visits the training data in a new random order</item>");
        code.Line(context.Recipe.Normalization is null
            ? "/// <item>normalise: (x − mean)/std per channel, those of the training split</item>"
            : "/// <item>normalise: (x − mean)/std per channel, as declared</item>");
        foreach (var (trick, attribute) in context.Recipe.Tricks)
        {
            if (trick.Describe(attribute) is { } description)
                code.Line("/// <item>" + CodeWriter.Escape(description) + "</item>");
        }

        code.Line("/// </list>");
        code.Line("/// </remarks>");
    }

    private void EmitScalars()
    {
        foreach (var scalar in context.Recipe.Scalars)
        {
            code.Blank();
            code.Summary(scalar.Summary + " Default " + scalar.Default + ".");
            code.Line($"public {(scalar.Overrides ? "override " : "")}{scalar.Type} {scalar.Name} {{ get; set; }} = {scalar.Default};");
        }
    }

    private void EmitLoop()
    {
        var draws = context.Plan.Groups.Any(group => group.Sides.Any(side => side.Operation is Graph.Layers.DropoutOperation));
        code.Blank();
        code.Line("/// <summary>The training loop.</summary>");
        using (code.Open("protected override void RunTraining(global::Regimen.Training.TrainingRun run, global::Regimen.Training.TrainingProgram program)"))
        {
            code.Line($"{context.NetworkType} network = ({context.NetworkType})program;");
            if (draws)
                code.Line("network.Key = base.Key;");
            foreach (var scalar in context.Recipe.Scalars.Where(scalar => scalar.InStep))
                code.Line($"network.{scalar.Name} = {scalar.Name};");
            code.Line(context.Recipe.WarmupSteps is { } warmup
                ? $"long warmupSteps = run.WarmupSteps({warmup});"
                : "const long warmupSteps = 0;");
            using (code.Open("while (run.NextEpoch())"))
            {
                using (code.Open("while (run.NextBatch())"))
                {
                    code.Line("double rate = RateAt(run.Step, run.TotalSteps, warmupSteps);");
                    foreach (var (trick, attribute) in context.Recipe.Tricks)
                        trick.EmitBatch(code, attribute);
                    code.Line($"network.TrainStep(run.Current, {(draws ? "run.Epoch, " : "")}rate);");
                    code.Line("run.CompleteStep(rate);");
                    foreach (var (trick, attribute) in context.Recipe.Tricks)
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
            foreach (var (trick, attribute) in context.Recipe.Tricks)
                returned |= trick.EmitRate(code, attribute);
            if (returned)
                return;
            code.Blank();
            code.Line("return peak;");
        }
    }

    private void EmitOverrides()
    {
        var spec = context.Spec;
        var data = spec.Data;
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line($"public override global::Regimen.Training.ModelLayout Layout => {context.NetworkType}.Layout;");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line($"public override global::System.Collections.Generic.IReadOnlyList<string> GeneratedFiles => global::Regimen.Experiment.Existing(global::Regimen.Experiment.PathOfCaller(), {context.NetworkType}.SourceFile, {context.NetworkType}.KernelSourceFile);");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line("protected override int BatchCapacity => BatchSize;");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line($"protected override bool Shuffles => {Literal.Of(!context.Recipe.KeepsOrder)};");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line($"protected override (int Channels, int Height, int Width, int Classes) InputShape => ({Literal.Of(data.Channels)}, {Literal.Of(data.Height)}, {Literal.Of(data.Width)}, {Literal.Of(data.Classes)});");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line($"protected override global::Regimen.ImageDataSet OpenData() => {data.TypeName}.Open();");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line(context.Recipe.Normalization is { } normalization
            ? $"protected override global::Regimen.ChannelStatistics[] Normalization => {normalization};"
            : "protected override global::Regimen.ChannelStatistics[] Normalization => global::Regimen.PixelStatistics.Of(base.Data.Train);");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line("protected override global::Regimen.Training.TrainingProgram CreateProgram(int capacity, global::Regimen.Training.ModelState state, global::Regimen.Kernels.InputStage input, bool fused) =>");
        code.Indented($"new {context.NetworkType}(capacity, state, input, fused);");
        EmitSettings();
        code.Blank();
        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override void CheckSettings()"))
        {
            foreach (var scalar in context.Recipe.Scalars.Where(scalar => scalar.Condition != "true"))
                code.Line($"global::Regimen.Experiment.Require({scalar.Condition.Replace("{0}", scalar.Name)}, {Literal.Of(scalar.Name)}, {scalar.Name}, {Literal.Of(scalar.Range)});");
        }
    }

    private void EmitSettings()
    {
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line("protected override global::Regimen.Training.Setting[] Settings =>");
        code.Line("[");
        foreach (var scalar in context.Recipe.Scalars)
            code.Indented($"new({Literal.Of(scalar.Name)}, {scalar.Name}, value => {scalar.Name} = {(scalar.Type == "double" ? "value" : "(int)value, IsWhole: true")}),");
        code.Line("];");
    }
}
