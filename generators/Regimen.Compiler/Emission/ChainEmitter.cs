using Regimen.Compiler.Graph;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Planning;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Emission;

/// <summary>Writes the class of a chain: its fused kernels, and their operator-by-operator twin.</summary>
internal sealed class ChainEmitter
{
    /// <summary>Rows that one unit of work without pooling covers.</summary>
    public const int UnitRows = 32;

    private readonly CodeWriter code;
    private readonly ChainShape chain;
    private readonly string typeName;
    private readonly List<(ElementwiseOperation Operation, string Name)> sides;

    public ChainEmitter(CodeWriter code, ChainShape chain, string typeName)
    {
        this.code = code;
        this.chain = chain;
        this.typeName = typeName;
        sides = SideNames(chain.Elementwise);
    }

    private bool HasNorm => chain.Norm is not null;

    private int Window => chain.Window;

    /// <summary>Names of second inputs: <c>shortcut</c>, <c>mask</c>, numbered from the second on.</summary>
    public static List<(ElementwiseOperation Operation, string Name)> SideNames(IEnumerable<ElementwiseOperation> operations)
    {
        var names = new NameCounter();
        return [.. operations
            .Where(operation => operation is AddOperation or DropoutOperation)
            .Select(operation => (operation, names.Next(operation is AddOperation ? "shortcut" : "mask")))];
    }

    /// <summary>Writes the class.</summary>
    public void Emit()
    {
        var title = string.Join(" → ", chain.Operations.Select(operation => operation.Title));
        code.Line(chain.IsFused
            ? $"/// <summary>{title}, fused: {(HasNorm ? "one pass for the batch's statistics, one for the values" : "one pass over the memory")}.</summary>"
            : $"/// <summary>{title}, by libtorch's operators.</summary>");
        using (code.Open($"private sealed {(chain.IsFused ? "unsafe " : "")}class {typeName} : IDisposable"))
        {
            EmitFields();
            EmitConstructor();
            EmitForward();
            EmitEvaluate();
            if (chain.IsTrained)
                EmitBackward();
            code.Blank();
            EmitDispose();
            if (chain.IsFused)
                new FusedKernelEmitter(code, chain, sides).Emit();
            new OperatorTwinEmitter(code, chain, sides).Emit();
        }
    }

    private void EmitDispose()
    {
        if (!HasNorm)
        {
            code.Line("public void Dispose() => ReleaseSaved();");
            return;
        }

        using (code.Open("public void Dispose()"))
        {
            code.Line("ReleaseSaved();");
            code.Line("norm.Dispose();");
        }
    }

    private void EmitFields()
    {
        if (chain.UsesChannels)
            code.Line("private readonly int channels;");
        if (chain.UsesHeight)
            code.Line("private readonly int height;");
        if (chain.UsesWidth)
            code.Line("private readonly int width;");
        if (chain.IsFused)
            code.Line("private readonly bool fused;");
        if (HasNorm)
            code.Line("private readonly BatchNormState norm;");
        if (chain.HasScaleAndShift)
        {
            if (HasNorm)
                code.Line("private readonly double momentum;");
            code.Line("private readonly double epsilon;");
            code.Line(HasNorm
                ? "private readonly Tensor gamma, gammaGrad, beta, betaGrad, runningMean, runningVariance;"
                : "private readonly Tensor gamma, gammaGrad, beta, betaGrad;");
        }
    }

    private void EmitConstructor()
    {
        var parameters = new List<string>();
        if (chain.UsesChannels)
            parameters.Add("int channels");
        if (chain.UsesHeight)
            parameters.Add("int height");
        if (chain.UsesWidth)
            parameters.Add("int width");
        if (HasNorm)
            parameters.Add("double momentum");
        if (chain.HasScaleAndShift)
            parameters.AddRange(["double epsilon", "Tensor gamma", "Tensor gammaGrad", "Tensor beta", "Tensor betaGrad"]);
        if (HasNorm)
            parameters.AddRange(["Tensor runningMean", "Tensor runningVariance"]);
        if (chain.IsFused)
            parameters.Add("bool fused");
        if (parameters.Count == 0)
            return;
        code.Blank();
        using (code.Open($"public {typeName}({string.Join(", ", parameters)})"))
        {
            foreach (var parameter in parameters)
            {
                var name = parameter.Substring(parameter.IndexOf(' ') + 1);
                code.Line($"this.{name} = {name};");
            }

            if (HasNorm)
                code.Line("norm = new BatchNormState(channels, momentum, epsilon);");
        }
    }

    private string TensorParameters(string first, string last) => string.Join(
        ", ",
        new[] { first }.Concat(sides.Select(side => "Tensor " + side.Name)).Concat([last]));

    private string TensorArguments(string first, string last) => string.Join(", ", new[] { first }.Concat(sides.Select(side => side.Name)).Concat([last]));

    private string Mode(string training) => chain.EvaluatesDifferently ? ", training: " + training : "";

    private void EmitForward()
    {
        code.Blank();
        code.Line("/// <summary>Trains: y from x.</summary>");
        using (code.Open($"public void Forward({TensorParameters("Tensor x", "Tensor y")})"))
        {
            // What nothing reads again is not kept: without a backward pass nobody would free it.
            string[] twin = [$"ForwardByOperators({TensorArguments("x", "y")}{Mode("true")});", .. chain.IsTrained ? Array.Empty<string>() : ["ReleaseSaved();"]];
            EmitDispatch(twin);
            if (!chain.IsFused)
                return;
            if (HasNorm)
                code.Line("norm.Observe(x.Floats, x.ElementCount / channels, gamma.Floats, beta.Floats, runningMean.Floats, runningVariance.Floats);");
            code.Line($"Apply({TensorArguments("x", "y")});");
        }
    }

    private void EmitEvaluate()
    {
        code.Blank();
        code.Line($"/// <summary>Evaluates: y from x{(HasNorm ? ", normalised by the running statistics" : "")}.</summary>");
        using (code.Open($"public void Evaluate({TensorParameters("Tensor x", "Tensor y")})"))
        {
            if (chain.IsFused)
            {
                using (code.Open("if (!fused)"))
                {
                    code.Line($"ForwardByOperators({TensorArguments("x", "y")}{Mode("false")});");
                    code.Line("ReleaseSaved();");
                    code.Line("return;");
                }

                code.Blank();
                if (HasNorm)
                    code.Line("norm.Recall(gamma.Floats, beta.Floats, runningMean.Floats, runningVariance.Floats);");
                code.Line($"Apply({TensorArguments("x", "y")});");
            }
            else
            {
                code.Line($"ForwardByOperators({TensorArguments("x", "y")}{Mode("false")});");
                code.Line("ReleaseSaved();");
            }
        }
    }

    private void EmitBackward()
    {
        var parameters = BackwardParameters(chain, sides);
        code.Blank();
        code.Line($"/// <summary>From the gradient of y: {Describe()}.</summary>");
        using (code.Open($"public void Backward({string.Join(", ", parameters.Select(name => "Tensor " + name))})"))
        {
            EmitDispatch($"BackwardByOperators({string.Join(", ", parameters)});");
            if (!chain.IsFused)
                return;
            code.Line("var a = Arrange(x);");
            foreach (var name in parameters.Where(name => name != "x"))
                code.Line($"a.{FusedKernelEmitter.Field(name)} = {name}.Floats;");
            if (HasNorm)
            {
                code.Line("a.Partial = norm.Partial;");
                code.Line("Chunks.Run(a.Chunks, &ReduceChunks, &a);");
                code.Line("norm.Join(x.ElementCount / channels, a.Chunks, gammaGrad.Floats, betaGrad.Floats);");
            }

            if (chain.NeedsInputGradient || chain.HasSideGradient.Length > 0)
                code.Line("Chunks.Run(a.Chunks, &DifferentiateChunks, &a);");
        }
    }

    private string Describe()
    {
        var parts = new List<string>();
        if (chain.HasScaleAndShift)
            parts.Add("those of scale and shift");
        if (chain.NeedsInputGradient)
            parts.Add("that of x, which may take x's place");
        parts.AddRange(sides.Where(side => chain.HasSideGradient.Contains(side.Operation)).Select(side => "that of the " + side.Name));
        return string.Join(", ", parts);
    }

    /// <summary>The tensors that the backward pass is given, in order.</summary>
    public static IReadOnlyList<string> BackwardParameters(ChainShape chain, List<(ElementwiseOperation Operation, string Name)> sides)
    {
        var names = new List<string> { "x" };
        names.AddRange(sides.Select(side => side.Name));
        names.Add("yGrad");
        if (chain.NeedsInputGradient)
            names.Add("xGrad");
        names.AddRange(sides.Where(side => chain.HasSideGradient.Contains(side.Operation)).Select(side => side.Name + "Grad"));
        return names;
    }

    private void EmitDispatch(params string[] twin)
    {
        if (!chain.IsFused)
        {
            foreach (var line in twin)
                code.Line(line);
            return;
        }

        using (code.Open("if (!fused)"))
        {
            foreach (var line in twin)
                code.Line(line);
            code.Line("return;");
        }

        code.Blank();
    }
}

/// <summary>Numbers names from the second on: <c>mask</c>, <c>mask2</c>.</summary>
internal sealed class NameCounter
{
    private readonly Dictionary<string, int> counts = [];

    /// <summary>The next name of a stem.</summary>
    public string Next(string stem)
    {
        counts.TryGetValue(stem, out var count);
        counts[stem] = count + 1;
        return count == 0 ? stem : FormattableString.Invariant($"{stem}{count + 1}");
    }
}
