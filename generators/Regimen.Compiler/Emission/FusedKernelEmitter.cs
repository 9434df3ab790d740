using Regimen.Compiler.Graph;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Planning;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Emission;

/// <summary>
/// Writes a chain's fused kernels. A unit of work is a few rows of [rows, channels] values, or one row of pooling windows; within it, lanes
/// run over the channels and a loop over rows or windows, so that what belongs to a channel is loaded once.
/// </summary>
internal sealed class FusedKernelEmitter(CodeWriter code, ChainShape chain, List<(ElementwiseOperation Operation, string Name)> sides)
{
    private const string Inline = "[MethodImpl(MethodImplOptions.AggressiveInlining)]";
    private const string Constraint = "where V : unmanaged, ILanes<V>";

    private bool HasNorm => chain.Norm is not null;

    private int Window => chain.Window;

    private bool WritesGradients => chain.NeedsInputGradient || chain.HasSideGradient.Length > 0;

    /// <summary>The field of the kernels' arguments that holds a tensor's memory.</summary>
    public static string Field(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    public void Emit()
    {
        EmitApply();
        EmitFormula();
        EmitUnit("Apply", ApplyUnit);
        if (chain.IsTrained)
        {
            EmitDerivative();
            if (HasNorm)
                EmitUnit("Reduce", ReduceUnit);
            if (WritesGradients)
                EmitUnit("Differentiate", DifferentiateUnit);
        }

        EmitArguments();
    }

    private IEnumerable<string> SideGradients => sides.Where(side => chain.HasSideGradient.Contains(side.Operation)).Select(side => side.Name + "Grad");

    private void EmitApply()
    {
        code.Blank();
        var parameters = new[] { "Tensor x" }.Concat(sides.Select(side => "Tensor " + side.Name)).Concat(["Tensor y"]);
        using (code.Open($"private void Apply({string.Join(", ", parameters)})"))
        {
            code.Line("var a = Arrange(x);");
            foreach (var side in sides)
                code.Line($"a.{Field(side.Name)} = {side.Name}.Floats;");
            code.Line("a.Y = y.Floats;");
            code.Line("Chunks.Run(a.Chunks, &ApplyChunks, &a);");
        }

        code.Blank();
        using (code.Open("private Arguments Arrange(Tensor x)"))
        {
            code.Line("var a = new Arguments { X = x.Floats, Channels = channels, Rows = x.ElementCount / channels };");
            if (HasNorm)
            {
                code.Line("a.Mean = norm.Mean;");
                code.Line("a.Scale = norm.Scale;");
                code.Line("a.Shift = norm.Shift;");
                if (chain.IsTrained && chain.NeedsInputGradient)
                {
                    code.Line("a.Slope = norm.GradientSlope;");
                    code.Line("a.Offset = norm.GradientOffset;");
                }
            }

            if (Window > 1)
            {
                code.Line("a.Width = width;");
                code.Line($"a.Units = a.Rows / ({Literal.Of(Window)}L * width);");
            }
            else
            {
                code.Line($"a.Units = (a.Rows + {Literal.Of(ChainEmitter.UnitRows - 1)}) / {Literal.Of(ChainEmitter.UnitRows)};");
            }

            code.Line($"a.Chunks = Chunks.For(a.Rows * channels, 8_192);");
            code.Line("return a;");
        }
    }

    /// <summary>The lanes that belong to channels, as parameters of the formula.</summary>
    private IEnumerable<string> ChannelNames => HasNorm ? ["mean", "scale", "shift"] : [];

    private void EmitFormula()
    {
        if (!chain.Elementwise.Any() && !HasNorm)
            return;
        var parameters = new[] { "V x" }.Concat(ChannelNames.Select(name => "V " + name)).Concat(sides.Select(side => "V " + side.Name));
        code.Blank();
        code.Line($"/// <summary>{string.Join(" → ", Formulas().Select(step => step.Operation.Title))} of one register of channels.</summary>");
        code.Line(Inline);
        code.Line($"private static V Value<V>({string.Join(", ", parameters)})");
        code.Indented(Constraint);
        using (code.Open(""))
        {
            var steps = Formulas();
            for (var index = 0; index < steps.Count - 1; index++)
                code.Line($"var {steps[index].Name} = {steps[index].Formula};");
            code.Line($"return {steps[steps.Count - 1].Formula};");
        }
    }

    private sealed record Step(Operation Operation, string Name, string Input, string Side, string Formula);

    private List<Step> Formulas()
    {
        var steps = new List<Step>();
        var names = new NameCounter();
        var x = "x";
        if (chain.Norm is { } norm)
        {
            var name = names.Next("normalized");
            steps.Add(new Step(norm, name, x, "", "V.MultiplyAdd(x - mean, scale, shift)"));
            x = name;
        }

        foreach (var operation in chain.Elementwise)
        {
            var side = sides.FirstOrDefault(candidate => candidate.Operation == operation).Name ?? "";
            var name = names.Next(Stem(operation));
            steps.Add(new Step(operation, name, x, side, operation.Formula(x, side)));
            x = name;
        }

        return steps;
    }

    private static string Stem(Operation operation) => operation switch
    {
        AddOperation => "sum",
        DropoutOperation => "dropped",
        _ => "activated",
    };

    private void EmitDerivative()
    {
        if (!chain.Elementwise.Any())
            return;
        var steps = Formulas();
        var backward = new List<string>();
        var names = new NameCounter();
        var dy = "dy";
        foreach (var step in Enumerable.Reverse(steps))
        {
            if (step.Operation is not ElementwiseOperation elementwise)
                break;
            if (chain.HasSideGradient.Contains(elementwise))
                backward.Add($"{step.Side}Grad = {dy};");
            var derivative = elementwise.Derivative(dy, step.Input, step.Side);
            if (derivative == dy)
                continue;
            var name = names.Next("dx");
            backward.Add($"var {name} = {derivative};");
            dy = name;
        }

        // The last derivative is the result; its name would be read once only.
        var last = backward.Count > 0 && backward[backward.Count - 1].StartsWith($"var {dy} = ", StringComparison.Ordinal) ? backward[backward.Count - 1] : null;
        var result = last is null ? dy : last.Substring($"var {dy} = ".Length).TrimEnd(';');
        if (last is not null)
            backward.RemoveAt(backward.Count - 1);

        var text = string.Join("\n", backward) + "\n" + result;
        var forward = new List<string>();
        foreach (var step in Enumerable.Reverse(steps))
        {
            if (!Reads(text, step.Name))
                continue;
            forward.Insert(0, $"var {step.Name} = {step.Formula};");
            text += "\n" + step.Formula;
        }

        var parameters = new[] { "V dy", "V x" }
            .Concat(ChannelNames.Select(name => "V " + name))
            .Concat(sides.Select(side => "V " + side.Name))
            .Concat(SideGradients.Select(name => "out V " + name));
        code.Blank();
        code.Line($"/// <summary>Gradient of {(HasNorm ? "the normalised value" : "x")} from that of the result.</summary>");
        code.Line(Inline);
        code.Line($"private static V Derivative<V>({string.Join(", ", parameters)})");
        code.Indented(Constraint);
        using (code.Open(""))
        {
            foreach (var line in forward.Concat(backward))
                code.Line(line);
            code.Line($"return {result};");
        }
    }

    /// <summary>Whether the name stands in the text as a whole word.</summary>
    private static bool Reads(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsWord(text[at - 1])) && (end == text.Length || !IsWord(text[end])))
                return true;
        }

        return false;

        static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
    }

    /// <summary>Writes the three methods of a kernel: over chunks, over the channels of a unit, and for one register of channels.</summary>
    private void EmitUnit(string name, Action body)
    {
        var perChunk = name == "Reduce";
        code.Blank();
        code.Line("[UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]");
        using (code.Open($"private static void {name}Chunks(long first, long end, void* context)"))
        {
            code.Line("ref var a = ref *(Arguments*)context;");
            if (perChunk)
            {
                using (code.Open("for (var chunk = first; chunk < end; chunk++)"))
                {
                    code.Line("var partial = a.Partial + (chunk * 2 * a.Channels);");
                    code.Line("new Span<float>(partial, 2 * a.Channels).Clear();");
                    using (code.Open("for (var unit = Chunks.Start(a.Units, a.Chunks, chunk); unit < Chunks.Start(a.Units, a.Chunks, chunk + 1); unit++)"))
                        EmitWidths(name, "a, unit, partial");
                }
            }
            else
            {
                using (code.Open("for (var unit = Chunks.Start(a.Units, a.Chunks, first); unit < Chunks.Start(a.Units, a.Chunks, end); unit++)"))
                    EmitWidths(name, "a, unit");
            }
        }

        code.Blank();
        var extraParameter = perChunk ? ", float* partial" : "";
        var extraArgument = perChunk ? ", partial" : "";
        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        code.Line($"private static void {name}Unit<V>(in Arguments a, long unit{extraParameter})");
        code.Indented(Constraint);
        using (code.Open(""))
        {
            code.Line("var c = 0;");
            code.Line("for (; c + V.Count <= a.Channels; c += V.Count)");
            code.Indented($"{name}<V>(a, unit, c{extraArgument});");
            code.Line("for (; c < a.Channels; c++)");
            code.Indented($"{name}<Lane>(a, unit, c{extraArgument});");
        }

        code.Blank();
        code.Line(Inline);
        code.Line($"private static void {name}<V>(in Arguments a, long unit, int c{extraParameter})");
        code.Indented(Constraint);
        using (code.Open(""))
            body();
    }

    private void EmitWidths(string name, string arguments)
    {
        code.Line("if (Vector512.IsHardwareAccelerated)");
        code.Indented($"{name}Unit<Lanes512>({arguments});");
        code.Line("else");
        code.Indented($"{name}Unit<Lanes256>({arguments});");
    }

    /// <summary>Loads what belongs to the channels and sets pointers to the unit's first row or window.</summary>
    private void EmitPrologue(IEnumerable<string> channels, IEnumerable<string> inputs, IEnumerable<string> outputs)
    {
        foreach (var name in channels)
            code.Line($"var {name} = V.Load(a.{Field(name)} + c);");
        if (Window > 1)
        {
            code.Line("var down = (long)a.Width * a.Channels;", "from a pixel to the one below");
            code.Line($"var start = (unit * {Literal.Of(Window)} * down) + c;");
            code.Line($"var pooled = (unit * (a.Width / {Literal.Of(Window)}) * a.Channels) + c;");
        }
        else
        {
            code.Line($"var start = (unit * {Literal.Of(ChainEmitter.UnitRows)} * a.Channels) + c;");
            code.Line($"var rows = (int)Math.Min({Literal.Of(ChainEmitter.UnitRows)}, a.Rows - (unit * {Literal.Of(ChainEmitter.UnitRows)}));");
        }

        foreach (var name in inputs)
            code.Line($"var {Pointer(name)} = a.{Field(name)} + start;");
        foreach (var name in outputs)
            code.Line($"var {Pointer(name)} = a.{Field(name)} + {(Window > 1 ? "pooled" : "start")};");
    }

    private static string Pointer(string name) => name + "s";

    /// <summary>The loop over rows or windows.</summary>
    private void EmitLoop(IReadOnlyList<string> inputs, IReadOnlyList<string> outputs, Action body)
    {
        var steps = Window > 1
            ? inputs.Select(name => $"{Pointer(name)} += {Literal.Of(Window)} * a.Channels").Concat(outputs.Select(name => $"{Pointer(name)} += a.Channels"))
            : inputs.Concat(outputs).Select(name => $"{Pointer(name)} += a.Channels");
        var header = Window > 1
            ? $"for (var window = 0; window < a.Width / {Literal.Of(Window)}; window++, {string.Join(", ", steps)})"
            : $"for (var row = 0; row < rows; row++, {string.Join(", ", steps)})";
        using (code.Open(header))
            body();
    }

    /// <summary>The pixels of a window: suffixes of names, and their distances from the window's first pixel.</summary>
    private IEnumerable<(string Suffix, string Distance)> Pixels()
    {
        if (Window == 1)
        {
            yield return ("", "");
            yield break;
        }

        for (var row = 0; row < Window; row++)
        {
            for (var column = 0; column < Window; column++)
            {
                var down = row switch { 0 => "", 1 => " + down", _ => $" + ({Literal.Of(row)} * down)" };
                var right = column switch { 0 => "", 1 => " + a.Channels", _ => $" + ({Literal.Of(column)} * a.Channels)" };
                yield return (Literal.Of(row) + Literal.Of(column), down + right);
            }
        }
    }

    private string CallValue(string suffix) => chain.Elementwise.Any() || HasNorm
        ? $"Value({string.Join(", ", new[] { "x" + suffix }.Concat(ChannelNames).Concat(sides.Select(side => side.Name + suffix)))})"
        : "x" + suffix;

    private string CallDerivative(string dy, string suffix) => chain.Elementwise.Any()
        ? $"Derivative({string.Join(", ", new[] { dy, "x" + suffix }.Concat(ChannelNames).Concat(sides.Select(side => side.Name + suffix)).Concat(SideGradients.Select(name => "out var " + name + suffix)))})"
        : dy;

    private IReadOnlyList<string> Inputs => ["x", .. sides.Select(side => side.Name)];

    private void EmitLoads()
    {
        foreach (var (suffix, distance) in Pixels())
        {
            foreach (var name in Inputs)
                code.Line($"var {name}{suffix} = V.Load({Pointer(name)}{distance});");
        }
    }

    private void ApplyUnit()
    {
        EmitPrologue(ChannelNames, Inputs, ["y"]);
        EmitLoop(Inputs, ["y"], () =>
        {
            EmitLoads();
            if (Window == 1)
            {
                code.Line($"V.Store({CallValue("")}, ys);");
                return;
            }

            var largest = "";
            foreach (var (suffix, _) in Pixels())
            {
                if (largest.Length == 0)
                {
                    code.Line($"var largest = {CallValue(suffix)};");
                    largest = "largest";
                }
                else
                {
                    code.Line($"largest = V.Max(largest, {CallValue(suffix)});");
                }
            }

            code.Line("V.Store(largest, ys);");
        });
    }

    /// <summary>From the gradient of the result to <c>d</c>, the gradient of the normalised value (or of x), for every pixel.</summary>
    private void EmitGradients()
    {
        EmitLoads();
        code.Line("var dy = V.Load(yGrads);");
        if (Window == 1)
        {
            code.Line($"var d = {CallDerivative("dy", "")};");
            return;
        }

        code.Line("// The gradient goes to the first of the largest pixels.");
        foreach (var (suffix, _) in Pixels())
            code.Line($"var y{suffix} = {CallValue(suffix)};");
        var pixels = Pixels().Select(pixel => pixel.Suffix).ToArray();
        code.Line($"var largest = {pixels.Skip(1).Aggregate("y" + pixels[0], (text, suffix) => $"V.Max({text}, y{suffix})")};");
        code.Line($"var first{pixels[0]} = V.Equal(y{pixels[0]}, largest);");
        code.Line($"var taken = first{pixels[0]};");
        for (var index = 1; index < pixels.Length; index++)
        {
            code.Line($"var first{pixels[index]} = V.AndNot(V.Equal(y{pixels[index]}, largest), taken);");
            if (index < pixels.Length - 1)
                code.Line($"taken = V.Or(taken, first{pixels[index]});");
        }

        foreach (var suffix in pixels)
            code.Line($"var d{suffix} = {CallDerivative($"V.Select(first{suffix}, dy, V.Zero)", suffix)};");
    }

    private void ReduceUnit()
    {
        EmitPrologue(ChannelNames, Inputs, ["yGrad"]);
        code.Line("var sum = V.Load(partial + c);");
        code.Line("var product = V.Load(partial + a.Channels + c);");
        EmitLoop(Inputs, ["yGrad"], () =>
        {
            EmitGradients();
            foreach (var (suffix, _) in Pixels())
            {
                code.Line($"sum += d{suffix};");
                code.Line($"product = V.MultiplyAdd(d{suffix}, x{suffix} - mean, product);");
            }
        });
        code.Line("V.Store(sum, partial + c);");
        code.Line("V.Store(product, partial + a.Channels + c);");
    }

    private void DifferentiateUnit()
    {
        var written = (chain.NeedsInputGradient ? new[] { "xGrad" } : []).Concat(SideGradients).ToArray();
        EmitPrologue(chain.NeedsInputGradient && HasNorm ? [.. ChannelNames, "slope", "offset"] : ChannelNames, [.. Inputs, .. written], ["yGrad"]);
        EmitLoop([.. Inputs, .. written], ["yGrad"], () =>
        {
            EmitGradients();
            foreach (var (suffix, distance) in Pixels())
            {
                var gradient = HasNorm ? $"V.MultiplyAdd(d{suffix}, scale, V.MultiplyAdd(x{suffix} - mean, slope, offset))" : "d" + suffix;
                if (chain.NeedsInputGradient)
                    code.Line($"V.Store({gradient}, xGrads{distance});");
                foreach (var side in SideGradients)
                    code.Line($"V.Store({side}{suffix}, {Pointer(side)}{distance});");
            }
        });
    }

    private void EmitArguments()
    {
        code.Blank();
        using (code.Open("private struct Arguments"))
        {
            var pointers = new List<string>(Inputs) { "y" };
            if (HasNorm)
                pointers.AddRange(ChannelNames);
            if (chain.IsTrained)
            {
                pointers.Add("yGrad");
                if (chain.NeedsInputGradient)
                    pointers.Add("xGrad");
                pointers.AddRange(SideGradients);
                if (HasNorm)
                    pointers.Add("partial");
                if (HasNorm && chain.NeedsInputGradient)
                    pointers.AddRange(["slope", "offset"]);
            }

            code.Line($"public float* {string.Join(", ", pointers.Select(Field))};");
            code.Line("public long Rows, Units;");
            code.Line(Window > 1 ? "public int Channels, Width, Chunks;" : "public int Channels, Chunks;");
        }
    }
}
