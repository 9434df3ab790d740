using Microsoft.CodeAnalysis.CSharp;

namespace Regimen.Analyzers.Tests.Infrastructure;

/// <summary>
/// Examples of one or a few rules: sources that trigger, the nearest that do not, and what the fixes make of them. Classes that derive from
/// it are found by the tests; a rule's cases stand in their own file.
/// </summary>
public abstract class RuleCases
{
    /// <summary>Rule; source in which <c>[|…|]</c> marks each text that must be underlined; the message of the first one.</summary>
    public abstract IEnumerable<(string Id, string Source, string Message)> Triggering { get; }

    /// <summary>Rule; source that must not trigger it.</summary>
    public abstract IEnumerable<(string Id, string Source)> Silent { get; }

    /// <summary>Rule; source that triggers it; the same after its fix.</summary>
    public virtual IEnumerable<(string Id, string Bad, string Fixed)> Fixes => [];

    /// <summary>Rule; source that triggers it, but where no fix may be offered.</summary>
    public virtual IEnumerable<(string Id, string Source)> Unfixable => [];

    /// <summary>Whether the silent sources of a rule compile, as they should unless the rule is about code that does not.</summary>
    public virtual bool IsRight(string id) => true;

    /// <summary>What stands before every source.</summary>
    public abstract string Usings { get; }

    /// <summary>What stands behind every source.</summary>
    public virtual string Epilogue => "";

    /// <summary>The source with what stands around it.</summary>
    public string Complete(string source) => Usings + "\n" + source + "\n" + Epilogue;

    /// <summary>The files as a compiler sees them.</summary>
    public abstract CSharpCompilation Compile(params string[] sources);

    /// <summary>All classes of cases.</summary>
    public static IReadOnlyList<RuleCases> All { get; } =
    [
        .. typeof(RuleCases).Assembly.GetTypes()
            .Where(type => typeof(RuleCases).IsAssignableFrom(type) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (RuleCases)Activator.CreateInstance(type)!),
    ];

    /// <summary>The cases of a class by its name.</summary>
    public static RuleCases Named(string name) => All.Single(cases => cases.GetType().Name == name);
}
