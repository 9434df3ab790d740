namespace Regimen.Compiler.Formulas;

/// <summary>Walks over graphs, without recursion: networks may be deep.</summary>
internal static class Traversal
{
    /// <summary>Every node that the roots are made of, operands before what reads them, each once; the order depends on the graph alone.</summary>
    public static List<Formula> InOrder(IEnumerable<Formula> roots)
    {
        var order = new List<Formula>();
        var seen = new HashSet<Formula>();
        var stack = new Stack<(Formula Node, int Next)>();
        foreach (var root in roots)
        {
            if (!seen.Add(root))
                continue;
            stack.Push((root, 0));
            while (stack.Count > 0)
            {
                var (node, next) = stack.Pop();
                if (next == node.Operands.Length)
                {
                    order.Add(node);
                    continue;
                }

                stack.Push((node, next + 1));
                if (seen.Add(node.Operands[next]))
                    stack.Push((node.Operands[next], 0));
            }
        }

        return order;
    }
}
