using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Recipe;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>Writes a program as a class: the step in phases, evaluation, and where everything lies.</summary>
internal sealed class NetworkRenderer
{
    private readonly StepPrograms programs;
    private readonly string name, title;
    private readonly Prefixed training, update, inference;
    private readonly MemoryWriter memory;
    private readonly KernelCatalogue kernels = new();
    private readonly List<(string Name, Kernel Kernel)> partials = [];
    private readonly NameSource partialNames = new([]);

    public NetworkRenderer(StepPrograms programs, string name, bool trivially)
    {
        (this.programs, this.name) = (programs, name);
        title = trivially
            ? "The network as its formulas stand: one pass for each, nothing in place. It is what the fused passes are held against"
            : "The network as it is trained: formulas fused into passes, results in place where they fit";
        training = Prepare(programs.Training, "", trivially);
        update = Prepare(programs.Update, "update", trivially);
        inference = Prepare(programs.Inference, "infer", trivially);
        memory = new MemoryWriter(programs);

        // What the library is given is known before any pointer is written.
        foreach (var program in new[] { training, inference })
        {
            foreach (var call in program.Schedule.Steps.OfType<LibraryStep>())
            {
                foreach (var operand in call.Operands)
                    memory.Tensor(operand, program);
                if (call.Result.Home != Home.Library)
                    memory.Tensor(call.Result, program);
                else
                    memory.OwnedTensor(call.Result, program);
            }
        }
    }

    /// <summary>The program's schedule of a training step.</summary>
    public Prefixed Training => training;

    /// <summary>The passes between which a step's gradients are done.</summary>
    public IReadOnlyList<ScheduledStep> Steps => training.Schedule.Steps;

    /// <summary>Elements per sample of the arena.</summary>
    public long ArenaPerSample => Math.Max(training.Plan.PerSample, inference.Plan.PerSample);

    /// <summary>Elements per sample that the library allocates in a step.</summary>
    public long OwnedPerSample => training.Schedule.Steps.OfType<LibraryStep>().Where(step => step.Result is { Home: Home.Library, Type.Count.PerSample: true }).Sum(step => step.Result.Type.Count.Count);

    /// <summary>The class without its kernels.</summary>
    public string Network()
    {
        var methods = new CodeWriter();
        RenderStep(methods);
        RenderUpdate(methods);
        RenderInfer(methods);

        var code = new CodeWriter();
        code.Summary($"{title}.");
        code.Line("/// <typeparam name=\"T\">The precision that it computes in.</typeparam>");
        code.Line(GeneratedMark.Text);
        using (code.Open($"internal sealed unsafe partial class {name}<T> : Program\n    where T : unmanaged, IBinaryFloatingPointIeee754<T>"))
        {
            RenderFields(code);
            RenderConstructor(code);
            code.Blank();
            code.Line(methods.ToString().TrimEnd('\n'));
            RenderViews(code);
            RenderDispose(code);
        }

        return code.ToString();
    }

    /// <summary>The class's kernels.</summary>
    public string Kernels()
    {
        var code = new CodeWriter();
        using (code.Open($"internal sealed unsafe partial class {name}<T>"))
            kernels.Write(code);
        return code.ToString();
    }

    private static Prefixed Prepare(StepGraph graph, string prefix, bool trivially)
    {
        var schedule = Scheduler.Schedule(graph, trivially);
        return new Prefixed(schedule, MemoryPlan.Plan(schedule, inPlace: !trivially), prefix);
    }

    private void RenderStep(CodeWriter code)
    {
        var phases = Phases().Select(phase => RenderPhase(phase.Phase, phase.Begin, phase.End)).ToArray();
        code.Line("/// <inheritdoc/>");
        using (code.Open("public override void TrainStep(MiniBatch batch, int epoch, long step, double rate)"))
        {
            if (phases.Any(phase => phase.Parameters.Any(parameter => parameter.Name == "views")))
                code.Line("var views = ViewsFor(batch.Count);");
            code.Line("memory.Take(batch);");
            if (programs.Draws)
            {
                code.Line("memory.TakeKey(Key);");
                code.Line("this.epoch = epoch;");
            }

            foreach (var number in programs.HostNumbers)
                code.Line($"this.{number.Key} = {HostWriter.Statement(HostWriter.Of(Simplified(number.Value), input => input.Key))};");
            foreach (var (phase, parameters, _) in phases)
                code.Line($"{phase}({string.Join(", ", parameters.Select(parameter => parameter.Name))});");
            code.Line($"Statistics.Add(*{memory.Pointer(StorageOf(training, StepPrograms.LossSum), training)}, *{memory.Pointer(StorageOf(training, StepPrograms.CorrectSum), training)}, batch.Count);");
            code.Line("Update();");
        }

        foreach (var (phase, parameters, body) in phases)
        {
            code.Blank();
            code.Summary(phase switch
            {
                Phase.Input => "Gathers and normalises the batch.",
                Phase.Forward => "Logits from the input.",
                Phase.Loss => "The loss, its gradient and the accuracy.",
                _ => "Gradients of all parameters.",
            });
            code.Line($"private void {phase}({string.Join(", ", parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))})");
            code.Line(body);
        }
    }

    /// <summary>A phase in braces, and what it is told: only what it reads.</summary>
    private (Phase Phase, (string Type, string Name)[] Parameters, string Body) RenderPhase(Phase phase, int begin, int end)
    {
        var code = new CodeWriter();
        using (code.Open(""))
            RenderSteps(code, training, begin, end);
        var body = code.ToString().TrimEnd('\n');
        (string Type, string Name)[] parameters = [("Views", "views"), ("MiniBatch", "batch")];
        return (phase, [.. parameters.Where(parameter => Words.Count(body, parameter.Name) > 0)], body);
    }

    private static Formula Simplified(Formula formula) => Simplifier.Simplify([formula])[0];

    /// <summary>The steps by phase: each belongs to the latest phase that one before it belonged to.</summary>
    private List<(Phase Phase, int Begin, int End)> Phases()
    {
        var phases = new List<(Phase Phase, int Begin, int End)>();
        var latest = Phase.Input;
        for (var at = 0; at < training.Schedule.Steps.Length; at++)
        {
            var phase = training.Schedule.Steps[at].Site?.Phase ?? latest;
            if (phase > latest)
                latest = phase;
            if (phases.Count > 0 && phases[phases.Count - 1].Phase == latest)
                phases[phases.Count - 1] = (latest, phases[phases.Count - 1].Begin, at + 1);
            else
                phases.Add((latest, at, at + 1));
        }

        return phases;
    }

    private void RenderUpdate(CodeWriter code)
    {
        code.Blank();
        code.Summary(programs.Rule.Description + ".");
        using (code.Open("private void Update()"))
            RenderSteps(code, update, 0, update.Schedule.Steps.Length);
    }

    private void RenderInfer(CodeWriter code)
    {
        code.Blank();
        code.Line("/// <inheritdoc/>");
        using (code.Open("public override Tensor Infer(MiniBatch batch)"))
        {
            code.Line("var views = ViewsFor(batch.Count);");
            code.Line("memory.Take();");
            RenderSteps(code, inference, 0, inference.Schedule.Steps.Length);
            code.Blank();
            code.Line($"return {memory.Tensor(StorageOf(inference, StepPrograms.Logits), inference)};");
        }
    }

    private static Storage StorageOf(Prefixed program, string key) => program.Schedule.Storages.First(storage => storage.Key == key);

    private void RenderSteps(CodeWriter code, Prefixed program, int begin, int end)
    {
        var label = "";
        for (var at = begin; at < end; at++)
        {
            var step = program.Schedule.Steps[at];
            var own = LabelOf(step);
            if (own.Length > 0 && own != label)
            {
                code.Blank();
                code.Line("// " + own);
                label = own;
            }

            at += Render(code, program, at);
            Release(code, program, at);
        }
    }

    /// <summary>The user's own call that a step belongs to, or its layers.</summary>
    private static string LabelOf(ScheduledStep step) => step switch
    {
        KernelStep { Kernel.Sites: { IsEmpty: false } sites } => sites.Select(site => site.Label).FirstOrDefault(label => label.Length > 0) ?? string.Join(" → ", sites.Select(site => site.Title).Distinct()),
        { Site: { } site } => site.Label.Length > 0 ? site.Label : site.Title,
        _ => "",
    };

    /// <summary>Writes a step.</summary>
    /// <returns>How many steps besides it are done with it.</returns>
    private int Render(CodeWriter code, Prefixed program, int at)
    {
        switch (program.Schedule.Steps[at])
        {
            case KernelStep { Kernel: var kernel }:
                RenderKernel(code, program, kernel);
                return 0;
            case LibraryStep { Call: Convolution convolution } call:
                code.Line($"{memory.OwnedTensor(call.Result, program)} = Convolution.Forward({memory.Tensor(call.Operands[0], program)}, {memory.Tensor(call.Operands[1], program)}, bias: default{Geometry(convolution.Spec)});", ShapeOf(call.Result.Type));
                return 0;
            case LibraryStep { Call: MatrixProduct product } call:
                code.Line($"Products.Multiply({memory.Tensor(call.Operands[0], program)}, {memory.Tensor(call.Operands[1], program)}, {memory.Tensor(call.Result, program)}{(product.TransposeLeft ? ", transposeLeft: true" : "")}{(product.TransposeRight ? ", transposeRight: true" : "")});", ShapeOf(call.Result.Type));
                return 0;
            case LibraryStep { Call: ConvolutionImagesGradient or ConvolutionKernelsGradient } call:
                var next = at + 1 < program.Schedule.Steps.Length ? program.Schedule.Steps[at + 1] as LibraryStep : null;
                var isPair = next?.Call is ConvolutionImagesGradient or ConvolutionKernelsGradient && next.Call.GetType() != call.Call.GetType() && next.Call.Operand == call.Call.Operand;
                RenderGradients(code, program, isPair ? [call, next!] : [call]);
                return isPair ? 1 : 0;
            default:
                throw new IllegalFormulaException($"{program.Schedule.Steps[at]} can't be written yet.");
        }
    }

    private void RenderGradients(CodeWriter code, Prefixed program, IReadOnlyList<LibraryStep> calls)
    {
        var images = calls.FirstOrDefault(call => call.Call is ConvolutionImagesGradient);
        var kernelsGradient = calls.FirstOrDefault(call => call.Call is ConvolutionKernelsGradient)
            ?? throw new IllegalFormulaException("The gradient of a convolution's images alone can't be written yet.");
        var spec = ((ConvolutionKernelsGradient)kernelsGradient.Call).Spec;
        var weight = images is null ? memory.WeightOf(kernelsGradient.Result) : memory.Tensor(images.Operands[1], program);
        var target = images is null ? "" : memory.OwnedTensor(images.Result, program) + " = ";
        code.Line(
            $"{target}Convolution.Backward({memory.Tensor(kernelsGradient.Operands[0], program)}, {memory.Tensor(kernelsGradient.Operands[1], program)}, {weight}, {memory.Tensor(kernelsGradient.Result, program)}, biasGrad: default{Geometry(spec)}{(images is null ? ", inputGradient: false" : "")});",
            images is null ? "the images need no gradient" : ShapeOf(images.Result.Type));
    }

    private void RenderKernel(CodeWriter code, Prefixed program, Kernel kernel)
    {
        var (kernelName, text) = kernels.Add(kernel);
        var arguments = text.Memory.Select(item => memory.Pointer(item.Storage, program))
            .Concat(text.Scalars.Select(ScalarOf))
            .Concat(text.Counts.Select((count, index) => $"count{Literal.Of(index + 1)}: {Literal.Of((long)count)}"))
            .Concat(text.Sizes.Concat(text.Own).Select(size => $"{Naming.Camel(size.Name)}: {SizeOf(size.Value)}"))
            .ToList();
        if (!kernel.Partials.IsEmpty)
        {
            var partial = partialNames.Next(Naming.Camel(kernelName));
            partials.Add((partial, kernel));
            arguments.Add("partials: " + partial);
        }

        code.Line($"{kernelName}.Run({string.Join(", ", arguments)});");
    }

    private static string ScalarOf(string key) => key == Functions.BatchKey ? "batch.Count" : key;

    private static string SizeOf(Extent extent) => extent switch
    {
        { PerSample: false } => Literal.Of(extent.Count),
        { Count: 1 } => "batch.Count",
        _ => $"{Literal.Of(extent.Count)} * batch.Count",
    };

    private static string ShapeOf(TensorType type) => "[" + string.Join(", ", type.Axes) + "]";

    private static string Geometry(ConvolutionSpec spec) =>
        (spec.Stride == 1 ? "" : $", stride: {Literal.Of(spec.Stride)}")
        + (spec.Padding == 0 ? "" : $", padding: {Literal.Of(spec.Padding)}")
        + (spec.Dilation == 1 ? "" : $", dilation: {Literal.Of(spec.Dilation)}")
        + (spec.Groups == 1 ? "" : $", groups: {Literal.Of(spec.Groups)}");

    private void Release(CodeWriter code, Prefixed program, int at)
    {
        foreach (var storage in program.Schedule.Storages.Where(storage => storage.Home == Home.Library && program.Plan.EndOf(storage) == at))
            code.Line($"Release(ref {program.Name(storage)});");
    }

    private void RenderFields(CodeWriter code)
    {
        code.Line("private readonly StepMemory<T> memory;");
        code.Line("private readonly Views?[] views;");
        if (programs.Draws)
            code.Line("private int epoch;");
        if (programs.HostNumbers.Length > 0)
            code.Line($"private double {string.Join(", ", programs.HostNumbers.Select(number => number.Key))};");
        if (memory.StateTensors.Count > 0)
        {
            code.Blank();
            code.Line("// Parameters and gradients that products and convolutions read and write: views of the flat buffers.");
            code.Line($"private readonly Tensor {string.Join(", ", memory.StateTensors.Keys)};");
        }

        if (memory.Pointers.Count > 0)
        {
            code.Blank();
            code.Line("// Places in the flat buffers and in the arenas.");
            code.Line($"private readonly T* {string.Join(", ", memory.Pointers.Keys)};");
        }

        if (partials.Count > 0)
        {
            code.Blank();
            code.Line("// Partial results of what is joined over the batch.");
            code.Line($"private readonly Partials<T> {string.Join(", ", partials.Select(partial => partial.Name))};");
        }

        if (memory.Owned.Count > 0)
        {
            code.Blank();
            code.Line("// Results of convolutions: libtorch's memory, freed after their last use.");
            code.Line($"private Tensor {string.Join(", ", memory.Owned)};");
        }
    }

    private void RenderConstructor(CodeWriter code)
    {
        code.Blank();
        code.Line($"public {name}(int capacity, ModelState state, InputStage inputStage)");
        code.Indented(": base(state)");
        using (code.Open(""))
        {
            code.Line($"memory = new StepMemory<T>(state, inputStage, capacity, perSample: {Literal.Of(ArenaPerSample)}, constant: {Literal.Of(Math.Max(training.Plan.Fixed, Math.Max(update.Plan.Fixed, inference.Plan.Fixed)))});");
            code.Line("views = new Views?[capacity];");
            if (OwnedPerSample > 0)
                code.Line($"Reserve(elementsPerSample: {Literal.Of(OwnedPerSample)}, capacity);");
            foreach (var tensor in memory.StateTensors)
                code.Line($"{tensor.Key} = {tensor.Value};");
            foreach (var pointer in memory.Pointers)
                code.Line($"{pointer.Key} = {pointer.Value};");
            foreach (var (partial, kernel) in partials)
            {
                var lanes = Literal.Of(PartialSlots.Kept(kernel).Count);
                code.Line($"{partial} = new(lanes: {lanes}, {PartialSlots.Kinds(kernel)});");
            }
        }
    }

    private void RenderViews(CodeWriter code)
    {
        code.Blank();
        code.Line("private Views ViewsFor(int batch) => views[batch - 1] ??= new Views(memory, batch);");
        code.Blank();
        code.Line("/// <summary>What the library reads and writes in the arena, for one batch size.</summary>");
        using (code.Open("private sealed class Views(StepMemory<T> memory, int batch)"))
        {
            foreach (var view in memory.Views)
                code.Line($"public readonly Tensor {view.Key} = {view.Value};");
        }
    }

    private void RenderDispose(CodeWriter code)
    {
        code.Blank();
        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override void Dispose(bool disposing)"))
        {
            code.Line("// A constructor that threw has left parts out.");
            foreach (var owned in memory.Owned)
                code.Line($"Release(ref {owned});");
            foreach (var (partial, _) in partials)
                code.Line($"{partial}?.Dispose();");
            code.Line("memory?.Dispose();");
            code.Line("base.Dispose(disposing);");
        }
    }
}
