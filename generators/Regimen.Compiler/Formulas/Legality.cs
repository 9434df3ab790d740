namespace Regimen.Compiler.Formulas;

/// <summary>
/// What a legal graph is, beyond what each node's constructor demands of its own operands. Runs before every schedule, and in tests between
/// the stages: a stage that breaks a rule is found where it does, not where its output fails to compile.
/// </summary>
internal static class Legality
{
    /// <summary>Checks everything that the roots are made of.</summary>
    /// <exception cref="IllegalFormulaException">Something is not legal; the message says what.</exception>
    public static void Check(IEnumerable<Formula> roots)
    {
        var inputs = new Dictionary<string, TensorType>();
        foreach (var node in Traversal.InOrder(roots))
        {
            if (Problem(node, inputs) is { } problem)
                throw new IllegalFormulaException($"{node}: {problem}.");
        }
    }

    private static string? Problem(Formula node, Dictionary<string, TensorType> inputs)
    {
        if (node.Name is { } name && !IsName(name))
            return $"'{name}' is no name for code";
        if (node.Type.Axes.Count(extent => extent.PerSample) > 1)
            return "more than one axis depends on the batch";
        if (node.Type.Axes.Any(extent => extent.Count < 1))
            return "an axis has no elements";
        return node switch
        {
            Input input => inputs.TryGetValue(input.Key, out var type) && type != input.Type
                ? $"'{input.Key}' is {type} elsewhere"
                : Note(inputs, input),
            Constant constant => constant.Type.Element.Holds(constant.Value) ? null : $"{constant.Type.Element} can't hold it",
            Elementwise elementwise => Problem(elementwise),
            Draw draw when draw.Operands.Any(operand => operand.Type.Element != ElementType.UInt32) => "seed and counters must be UInt32",
            Draw draw => draw.Operand.Type.Axes.SequenceEqual([2]) ? null : "a seed has two words",
            Reduce reduce => reduce.Operand.Type.Element.IsComputed()
                && (reduce.Operand.Type.Element.IsFloating() || reduce.Parts == 1)
                ? null
                : $"{reduce.Reduction} of {reduce.Operand.Type.Element}",
            Coordinate { Type.Element: not (ElementType.Int32 or ElementType.UInt32) } => "positions must be integers",
            LibraryCall call => call.Operands.All(operand => operand.Type.Element == call.Operand.Type.Element) && call.Type.Element.IsFloating()
                ? null
                : "a library takes operands of one floating type",
            _ => null,
        };
    }

    private static string? Problem(Elementwise node)
    {
        var values = node.Operator == Operator.Select ? node.Operands.Skip(1).ToArray() : [.. node.Operands];
        var element = values[0].Type.Element;
        if (values.Any(operand => operand.Type.Element != element))
            return "operands of different element types: " + string.Join(", ", values.Select(operand => operand.Type.Element));
        if (node.Operator == Operator.Select && node.Operand.Type.Element != ElementType.Boolean)
            return "the condition is no truth value";
        if (node.Operator.IsLogical())
            return element == ElementType.Boolean ? null : "operands are no truth values";
        if (!element.IsComputed())
            return $"there is no arithmetic in {element}: cast first";
        return element.IsFloating() || node.Operator.IsForIntegers() ? null : $"{node.Operator} does not exist for {element}";
    }

    private static string? Note(Dictionary<string, TensorType> inputs, Input input)
    {
        inputs[input.Key] = input.Type;
        return input.Key.Length > 0 ? null : "an input without a key";
    }

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsLetter(name[0]) && name.All(letter => char.IsLetterOrDigit(letter));
}
