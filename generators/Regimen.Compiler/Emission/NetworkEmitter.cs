using Regimen.Compiler.Graph;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Planning;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Emission;

/// <summary>Writes the compiled network: its layout, the training step in phases, and evaluation.</summary>
internal sealed class NetworkEmitter
{
    private readonly EmissionContext context;
    private readonly CodeWriter code;
    private readonly Plan plan;

    private NetworkEmitter(EmissionContext context, CodeWriter code) => (this.context, this.code, plan) = (context, code, context.Plan);

    /// <summary>The text of the file.</summary>
    public static string Emit(EmissionContext context) => context.NetworkFile(code => new NetworkEmitter(context, code).EmitClass());

    private void EmitClass()
    {
        code.Line($"/// <summary>The network of {context.Spec.Type.Name.TrimStart('@')} and its derivative as straight-line code.</summary>");
        code.Line(GeneratedMark.Text);
        using (code.Open("internal sealed partial class Network : TrainingProgram"))
        {
            EmitLayout();
            EmitFields();
            EmitConstructor();
            EmitSettings();
            EmitTrainStep();
            EmitForward();
            EmitBackward();
            code.Blank();
            context.Recipe.Optimizer.Emit(code, context.Recipe.DecayName, plan.DecayedCount, plan.ParameterCount - plan.DecayedCount);
            EmitInfer();
            EmitActivations();
            EmitDispose();
            code.Blank();
            code.Line("internal static string SourceFile => PathOfCaller();");
        }
    }

    private bool Draws => plan.Groups.Any(group => group.Sides.Any(IsMask));

    private void EmitSettings()
    {
        if (Draws)
        {
            code.Blank();
            code.Line("/// <summary>Key of the random draws.</summary>");
            code.Line("public ulong Key { get; set; }");
        }

        foreach (var scalar in context.Recipe.Scalars.Where(scalar => scalar.InStep))
        {
            code.Blank();
            code.Summary(scalar.Summary);
            code.Line($"public {scalar.Type} {scalar.Name} {{ get; set; }}");
        }
    }

    private void EmitLayout()
    {
        code.Line("/// <summary>Everything that is stored, in network order; in memory the decayed parameters lie first.</summary>");
        code.Line("public static readonly ModelLayout Layout = new(");
        code.Indented(Literal.Of(context.Spec.Network.ToString()) + ",");
        EmitList(context.Recipe.Structure.Select(Literal.Of));
        EmitList(plan.Parameters.Select(placed =>
        {
            var parameter = placed.Parameter;
            var bound = parameter.InitialBound > 0 ? ", InitialBound: " + Literal.Of(parameter.InitialBound) : "";
            return $"new({Literal.Of(parameter.Path)}, ParameterRole.{parameter.Role}, [{string.Join(", ", parameter.Shape.Select(size => Literal.Of(size)))}], Offset: {Literal.Of(placed.Offset)}{bound})";
        }));
        EmitList(plan.Statistics.Select(placed =>
            $"new({Literal.Of(placed.Statistic.Path)}, {Literal.Of(placed.Statistic.Count)}, Offset: {Literal.Of(placed.Offset)}, Initial: {Literal.Of(placed.Statistic.Initial)})"));
        var facts = new List<string>();
        if (plan.Network.Operations.Max(operation => operation.LeastBatch) is > 1 and var least)
            facts.Add($"LeastBatch = {Literal.Of(least)}");
        if (context.Spec.Data.TrainImages is > 0 and var images)
            facts.Add($"TrainImages = {Literal.Of(images)}");
        code.Indented($"OptimizerSlots: [{string.Join(", ", context.Recipe.Optimizer.Slots.Select(Literal.Of))}]){(facts.Count == 0 ? ";" : "")}");
        if (facts.Count > 0)
            code.Line($"{{ {string.Join(", ", facts)} }};");
    }

    /// <summary>A collection as an argument, an item a line.</summary>
    private void EmitList(IEnumerable<string> items)
    {
        var list = items.ToArray();
        if (list.Length == 0)
        {
            code.Indented("[],");
            return;
        }

        code.Indented("[");
        foreach (var item in list)
            code.Indented("    " + item + ",");
        code.Indented("],");
    }

    private void EmitFields()
    {
        code.Blank();
        code.Line("private readonly InputStage input;");
        code.Line("private readonly Arena arena;");
        code.Line("private readonly Activations?[] activations;");
        code.Blank();
        code.Line("// Parameters and their gradients: views of the flat buffers.");
        foreach (var operation in plan.Network.Operations.Where(operation => operation is ConvolutionOperation or LinearOperation))
            code.Line($"private readonly Tensor {string.Join(", ", operation.Parameters.SelectMany(parameter => new[] { parameter.Name, parameter.Name + "Grad" }))};");
        if (context.KernelOf.Count > 0)
        {
            code.Blank();
            code.Line("// What lies between the products.");
            foreach (var entry in context.KernelOf)
                code.Line($"private readonly {entry.Value.Type} {entry.Key.First.Name};");
        }

        var owned = plan.Groups.Where(group => group.Output.IsOwned).Select(group => group.Output.Name).ToArray();
        if (owned.Length > 0)
        {
            code.Blank();
            code.Line("// Results of convolutions: libtorch's memory, freed after their last use.");
            code.Line($"private Tensor {string.Join(", ", owned)};");
        }
    }

    private void EmitConstructor()
    {
        code.Blank();
        code.Line("public Network(int capacity, ModelState state, InputStage input, bool fused)");
        code.Indented(": base(state, fused)");
        using (code.Open(""))
        {
            code.Line("this.input = input;");
            code.Line($"arena = new Arena(elementsPerSample: {Literal.Of(plan.ArenaSize)}, capacity, state.ElementType, state.Device);");
            code.Line("activations = new Activations?[capacity];");
            if (plan.AllocatedSize > 0)
                code.Line($"Reserve(elementsPerSample: {Literal.Of(plan.AllocatedSize)}, capacity);");
            var parameters = plan.Parameters.Select(placed => placed.Parameter).ToList();
            var statistics = plan.Statistics.Select(placed => placed.Statistic).ToList();
            foreach (var operation in plan.Network.Operations.Where(operation => operation is ConvolutionOperation or LinearOperation))
            {
                foreach (var parameter in operation.Parameters)
                {
                    code.Line($"{parameter.Name} = state.Parameter({Literal.Of(parameters.IndexOf(parameter))});");
                    code.Line($"{parameter.Name}Grad = state.Gradient({Literal.Of(parameters.IndexOf(parameter))});");
                }
            }

            foreach (var entry in context.KernelOf)
                code.Line($"{entry.Key.First.Name} = new({string.Join(", ", KernelArguments(entry.Key, entry.Value.Shape, parameters, statistics))});");
        }
    }

    private static IEnumerable<string> KernelArguments(Group group, ChainShape chain, List<Parameter> parameters, List<Statistic> statistics)
    {
        var shape = group.First.Input.Shape;
        if (chain.UsesChannels)
            yield return $"channels: {Literal.Of(shape.Channels)}";
        if (chain.UsesHeight)
            yield return $"height: {Literal.Of(shape.Height)}";
        if (chain.UsesWidth)
            yield return $"width: {Literal.Of(shape.Width)}";
        if (group.First is BatchNormOperation norm)
            yield return $"momentum: {Literal.Of(norm.Momentum)}, epsilon: {Literal.Of(norm.Epsilon)}";
        if (group.First is LayerNormOperation layerNorm)
            yield return $"epsilon: {Literal.Of(layerNorm.Epsilon)}";
        foreach (var parameter in group.First.Parameters)
        {
            var index = Literal.Of(parameters.IndexOf(parameter));
            yield return $"state.Parameter({index}), state.Gradient({index})";
        }

        foreach (var statistic in group.First.Statistics)
            yield return $"state.Buffer({Literal.Of(statistics.IndexOf(statistic))})";
        if (chain.IsFused)
            yield return "fused";
    }

    private void EmitTrainStep()
    {
        code.Blank();
        code.Line("/// <summary>One optimiser step.</summary>");
        using (code.Open($"public void TrainStep(MiniBatch batch, {(Draws ? "int epoch, " : "")}double rate)"))
        {
            code.Line("var a = ActivationsFor(batch.Count);");
            code.Blank();
            EmitInput(context.Recipe.MixesSamples ? "input ─ gather, normalise, mix" : "input ─ gather, normalise");
            code.Blank();
            code.Line(Draws ? "Forward(a, batch, epoch);" : "Forward(a);");
            code.Line("Loss(a, batch);");
            code.Line("Backward(a);");
            code.Line("Update(rate);");
        }
    }

    private void EmitInput(string comment)
    {
        code.Line("// " + comment);
        code.Line("if (Fused)");
        code.Indented("input.Fill(a.Input, batch);");
        code.Line("else");
        code.Indented("input.FillByOperators(a.Input, batch);");
    }

    private static bool IsMask(Side side) => side.Operation is DropoutOperation;

    private void EmitForward()
    {
        code.Blank();
        code.Line("/// <summary>Logits from the input, keeping what the backward pass reads.</summary>");
        using (code.Open(Draws ? "private void Forward(Activations a, MiniBatch batch, int epoch)" : "private void Forward(Activations a)"))
            EmitPhase(backward: false, group => EmitGroupForward(group, training: true));
    }

    private void EmitInfer()
    {
        code.Blank();
        code.Line("/// <inheritdoc/>");
        using (code.Open("public override Tensor Infer(MiniBatch batch)"))
        {
            code.Line("var a = ActivationsFor(batch.Count);");
            code.Blank();
            EmitInput("input ─ gather, normalise");
            var lastReads = new Dictionary<Slot, int>();
            foreach (var group in plan.Groups)
            {
                foreach (var slot in group.Sides.Select(side => side.Slot).Concat([group.Input]))
                    lastReads[slot.Root] = group.Time;
            }

            EmitPhase(backward: false, group =>
            {
                EmitGroupForward(group, training: false);
                foreach (var owned in plan.Groups.Select(other => other.Output).Where(slot => slot.IsOwned && lastReads.TryGetValue(slot, out var time) && time == group.Time))
                    code.Line($"Release(ref {owned.Name});");
            });
            code.Blank();
            code.Line($"return {Read(plan.Logits)};");
        }
    }

    /// <summary>Writes groups under comments: one per call of the user's own method, else one per product and what follows it.</summary>
    private void EmitPhase(bool backward, Action<Group> emit)
    {
        var sections = new List<List<Group>>();
        foreach (var group in plan.Groups)
        {
            var previous = sections.Count == 0 ? null : sections[sections.Count - 1];
            var label = group.First.Origin.LabelLayer;
            var continues = previous is not null && previous[0].First.Origin.LabelLayer == label
                && (label >= 0 || group.Kind is not (GroupKind.Product or GroupKind.Convolution));
            if (continues)
                previous!.Add(group);
            else
                sections.Add([group]);
        }

        foreach (var section in backward ? Enumerable.Reverse(sections) : sections)
        {
            var groups = section.Where(group => !backward || group.IsTrained).ToArray();
            if (groups.Length == 0)
                continue;
            var label = section[0].First.Origin.Label;
            code.Blank();
            code.Line("// " + (label.Length > 0 ? label + ": " : "") + string.Join(" → ", section.Select(group => group.Title)));
            foreach (var group in backward ? Enumerable.Reverse(groups) : groups)
                emit(group);
        }
    }

    private void EmitGroupForward(Group group, bool training)
    {
        var shape = group.Output.Shape.Batched;
        var x = Read(group.Input);
        switch (group.First)
        {
            case ConvolutionOperation convolution:
                code.Line($"{group.Output.Name} = Convolution.Forward({x}, {convolution.Weight.Name}, {convolution.Bias?.Name ?? "bias: default"}{Geometry(convolution)});", shape);
                break;
            case LinearOperation linear:
                code.Line($"Linear.Forward({x}, {linear.Weight.Name}, {linear.Bias?.Name ?? "bias: default"}, {Read(group.Output)});", shape);
                break;
            case FlattenOperation when group.Output.Shares is not null:
                code.Line($"// {Read(group.Output)} is a view of {x}.");
                break;
            case FlattenOperation:
                code.Line($"Flattening.Forward({x}, {Read(group.Output)});", shape);
                break;
            default:
                foreach (var side in group.Sides.Where(IsMask))
                {
                    var dropout = (DropoutOperation)side.Operation;
                    if (training)
                        code.Line($"DropoutDraw.Fill({Read(side.Slot)}, batch, Key, epoch, layer: {Literal.Of(dropout.Index)}, probability: {Literal.Of(dropout.Probability)});");
                    else
                        code.Line($"Aten.Fill({Read(side.Slot)}, 1);", "dropout is the identity when evaluating");
                }

                var arguments = new[] { x }.Concat(group.Sides.Select(side => Read(side.Slot))).Concat([Read(group.Output)]);
                code.Line($"{group.First.Name}.{(training ? "Forward" : "Evaluate")}({string.Join(", ", arguments)});", shape);
                break;
        }
    }

    private void EmitBackward()
    {
        code.Blank();
        code.Line("/// <summary>Gradients of all parameters, from that of the logits.</summary>");
        using (code.Open("private void Backward(Activations a)"))
        {
            EmitPhase(backward: true, group =>
            {
                EmitGroupBackward(group);
                EmitReleases(group);
            });
        }
    }

    private void EmitReleases(Group group)
    {
        foreach (var slot in plan.Slots.Where(slot => slot.IsOwned && slot.Shares is null && slot.End == group.BackwardTime))
        {
            code.Line(IsField(slot)
                ? $"Release(ref {slot.Name});"
                : $"{slot.Name}.Free();");
        }
    }

    private bool IsField(Slot slot) => plan.Groups.Any(group => group.Output == slot);

    private void EmitGroupBackward(Group group)
    {
        var dy = Read(group.Upstream[0]);
        foreach (var other in group.Upstream.Skip(1))
            code.Line($"Accumulation.Add({dy}, {Read(other)});", $"{group.Output.Name} was read twice");
        var x = Read(group.Input);
        var dx = group.InputGradient;
        switch (group.First)
        {
            case ConvolutionOperation convolution:
                var target = dx is null ? "" : $"var {dx.Name} = ";
                var biasGrad = convolution.Bias is { } bias ? bias.Name + "Grad" : "biasGrad: default";
                var leaf = dx is null ? ", inputGradient: false" : "";
                code.Line(
                    $"{target}Convolution.Backward({dy}, {x}, {convolution.Weight.Name}, {convolution.Weight.Name}Grad, {biasGrad}{Geometry(convolution)}{leaf});",
                    dx?.Shape.Batched ?? "the images need no gradient");
                break;
            case LinearOperation linear:
                code.Line($"Linear.WeightGradient({dy}, {x}, {linear.Weight.Name}Grad);");
                if (linear.Bias is { } linearBias)
                    code.Line($"Linear.BiasGradient({dy}, {linearBias.Name}Grad);");
                if (dx is not null)
                    code.Line($"Linear.InputGradient({dy}, {linear.Weight.Name}, {Read(dx)});", dx.Shape.Batched);
                break;
            case FlattenOperation when dx?.Shares is not null:
                code.Line($"// {Read(dx)} is a view of {dy}.");
                break;
            case FlattenOperation:
                if (dx is not null)
                    code.Line($"Flattening.Backward({dy}, {Read(dx)});", dx.Shape.Batched);
                break;
            default:
                if (dx?.Shares is { IsOwned: true } taken)
                    code.Line($"var {dx.Name} = {taken.Name};", "in place");
                var arguments = new[] { x }.Concat(group.Sides.Select(side => Read(side.Slot))).Concat([dy]).ToList();
                if (dx is not null)
                    arguments.Add(Read(dx));
                arguments.AddRange(group.Sides.Where(side => side.Gradient is not null).Select(side => Read(side.Gradient!)));
                code.Line($"{group.First.Name}.Backward({string.Join(", ", arguments)});", dx?.Shape.Batched ?? "parameters only");
                break;
        }
    }

    private static string Geometry(ConvolutionOperation convolution)
    {
        var text = "";
        if (convolution.Stride != 1)
            text += ", stride: " + Literal.Of(convolution.Stride);
        if (convolution.Padding != 0)
            text += ", padding: " + Literal.Of(convolution.Padding);
        if (convolution.Dilation != 1)
            text += ", dilation: " + Literal.Of(convolution.Dilation);
        if (convolution.Groups != 1)
            text += ", groups: " + Literal.Of(convolution.Groups);
        return text;
    }

    /// <summary>How the code names a slot: a field or local of libtorch's memory, or a place in the arena.</summary>
    private static string Read(Slot slot) => slot.Root.IsOwned ? slot.Name : "a." + Member(slot);

    private static string Member(Slot slot) => char.ToUpperInvariant(slot.Name[0]) + slot.Name.Substring(1);

    private void EmitActivations()
    {
        code.Blank();
        code.Line("private Activations ActivationsFor(int batch) => activations[batch - 1] ??= new Activations(arena, batch);");
        code.Blank();
        code.Line("/// <summary>Places in the arena, for one batch size.</summary>");
        using (code.Open("private sealed class Activations(Arena arena, int batch)"))
        {
            var slots = plan.Slots.Where(slot => !slot.Root.IsOwned).ToArray();
            foreach (var slot in slots)
            {
                var shape = slot.Shape;
                code.Line(shape.IsImage
                    ? $"public Tensor {Member(slot)} {{ get; }} = arena.Images({Literal.Of(slot.Offset)}, batch, {Literal.Of(shape.Channels)}, {Literal.Of(shape.Height)}, {Literal.Of(shape.Width)});"
                    : $"public Tensor {Member(slot)} {{ get; }} = arena.Features({Literal.Of(slot.Offset)}, batch, {Literal.Of(shape.Channels)});");
            }
        }
    }

    private void EmitDispose()
    {
        code.Blank();
        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override void Dispose(bool disposing)"))
        {
            code.Line("// A constructor that threw has left parts out.");
            foreach (var slot in plan.Groups.Select(group => group.Output).Where(slot => slot.IsOwned))
                code.Line($"Release(ref {slot.Name});");
            foreach (var entry in context.KernelOf)
                code.Line($"{entry.Key.First.Name}?.Dispose();");
            code.Line("arena?.Dispose();");
            code.Line("base.Dispose(disposing);");
        }
    }
}
