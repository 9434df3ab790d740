using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;

namespace Regimen.Compiler.Parsing.Evaluation;

/// <summary>
/// Runs <c>Network()</c> on the compiler's own operations, as the program would run it, and stops with a
/// <see cref="NotEvaluableException"/> at the first expression whose value is not known while compiling. Total: every loop and every call
/// is paid from a budget of steps, and calls, expressions, layers, arrays and strings are bounded in depth or size.
/// </summary>
internal sealed partial class Evaluator(Compilation compilation, INamedTypeSymbol experiment, CancellationToken cancellation)
{
    /// <summary>Operations evaluated before a network counts as endless.</summary>
    public const int MostSteps = 100_000;

    /// <summary>Calls of the user's methods inside each other.</summary>
    public const int DeepestCall = 256;

    /// <summary>Operations inside each other, over all calls.</summary>
    public const int DeepestNesting = 2_200;

    /// <summary>
    /// Operations inside each other that the caller's thread takes; beyond, a thread of our own goes on. An operation needs up to 1 KiB of
    /// stack, so that what evaluates would otherwise depend on the host, and analyzer and generator could disagree.
    /// </summary>
    private const int NestingOnCallersThread = 200;

    private const int StackSize = 8 << 20;

    /// <summary>Layers of a network; one that is used twice counts twice, which a few doublings would otherwise make endless.</summary>
    public const int MostLayers = 10_000;

    /// <summary>Layers inside each other.</summary>
    public const int DeepestLayer = 256;

    private const int LongestString = 10_000;

    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private int steps;
    private int nesting;
    private bool isOnOwnThread;
    private int calls;

    /// <summary>The innermost loop that runs: where to look when the steps run out.</summary>
    private IOperation? loop;

    /// <summary>The layer that the method returns.</summary>
    /// <exception cref="NotEvaluableException">An expression has no value while compiling.</exception>
    public LayerValue Run(IMethodSymbol network, SyntaxNode declaration) =>
        RunMethod(network, [], declaration) as LayerValue
        ?? throw new NotEvaluableException(declaration, "returns no layer; return what a method of Layers makes");

    private object? EvaluateOnOwnThread(IOperation operation, Frame frame)
    {
        object? result = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = EvaluateCore(operation, frame);
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize);
        isOnOwnThread = true;
        thread.Start();
        thread.Join();
        isOnOwnThread = false;
        failure?.Throw();
        return result;
    }

    private SemanticModel Model(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model))
        {
            // The parser is called once per edit, by the generator and by the analyzer, with whatever compilation is current.
            model = compilation.GetSemanticModel(tree);
            models.Add(tree, model);
        }

        return model;
    }

    /// <summary>Pays for work that is not an operation of its own, such as an element copied.</summary>
    private void Step(IOperation operation, int count = 1)
    {
        cancellation.ThrowIfCancellationRequested();
        steps = count > MostSteps - steps ? MostSteps + 1 : steps + count;
        if (steps > MostSteps)
            throw new NotEvaluableException(loop ?? operation, FormattableString.Invariant($"is running after more than {MostSteps:N0} steps of evaluation; does a loop or a recursion never end?"));
    }

    private void Enter(IOperation operation)
    {
        Step(operation);
        Nest(operation);
    }

    /// <summary>One level deeper; the caller takes it back where it leaves, but not where an exception does, which ends the evaluation.</summary>
    private void Nest(IOperation operation)
    {
        if (nesting >= DeepestNesting)
            throw new NotEvaluableException(operation, "is nested too deeply; split the expression or the recursion");

        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
        catch (InsufficientExecutionStackException)
        {
            throw new NotEvaluableException(operation, "is nested too deeply; split the expression or the recursion");
        }

        nesting++;
    }
}
