using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>Searches what the generator's own steps hand on for what must not outlive a run: it would keep whole compilations alive, or never be equal.</summary>
internal static class ModelSearch
{
    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(Compilation), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(SemanticModel), typeof(Delegate), typeof(SyntaxReference), typeof(AttributeData)];

    public static void DemandNone(GeneratorRunResult result)
    {
        foreach (var name in new[] { ExperimentGenerator.SpecStep, ExperimentGenerator.FilesStep })
        {
            if (!result.TrackedSteps.TryGetValue(name, out var steps))
                continue;
            foreach (var (value, _) in steps.SelectMany(step => step.Outputs))
                DemandNone(value, name);
        }
    }

    /// <summary>Demands that nothing forbidden can be reached from <paramref name="root"/>.</summary>
    public static void DemandNone(object root, string path)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Visit(root, path);

        void Visit(object? value, string at)
        {
            if (value is null or string || !seen.Add(value))
                return;
            var type = value.GetType();
            Assert.False(Forbidden.Any(forbidden => forbidden.IsInstanceOfType(value)), $"{at} holds a {type.Name}.");
            if (type.IsPrimitive || type.IsEnum || value is Pointer)
                return;
            if (value is IEnumerable items)
            {
                var index = 0;
                foreach (var item in items)
                    Visit(item, $"{at}[{index++}]");
            }

            for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
            {
                foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    Visit(field.GetValue(value), $"{at}.{field.Name}");
            }
        }
    }
}
