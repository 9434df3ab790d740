using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Regimen.Compiler.Diagnostics;

/// <summary>Why an experiment has no training program: every reason for which the compiler declines. A message says the symbol, what is wrong and what to do; the page behind the help link says why.</summary>
public static class Rules
{
    /// <summary>REG0001: nothing can be generated into a class that is not partial.</summary>
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "REG0001", RuleCategory.Declaration,
        "Experiment must be partial",
        "Experiment '{0}' is not partial, so its training program can't be added to it; write 'partial class {0}'");

    /// <summary>REG0002: nor into one whose containing type is not partial.</summary>
    public static readonly DiagnosticDescriptor ContainerNotPartial = Error(
        "REG0002", RuleCategory.Declaration,
        "Type around an experiment must be partial",
        "'{0}' contains the experiment '{1}' but is not partial, so the training program can't be added to it; make '{0}' partial or move '{1}' out of it");

    /// <summary>REG0003: kinds of class that an experiment can't be.</summary>
    public static readonly DiagnosticDescriptor UnsupportedShape = Error(
        "REG0003", RuleCategory.Declaration,
        "Kind of class that can't be an experiment",
        "Experiment '{0}' {1}; {2}");

    /// <summary>REG0004: no data set is named.</summary>
    public static readonly DiagnosticDescriptor NoData = Error(
        "REG0004", RuleCategory.Declaration,
        "Experiment names no data set",
        "Experiment '{0}' names no data set; add [Data<T>], for example [Data<FashionMnist>(BatchSize = 128)]");

    /// <summary>REG0005: no optimiser is named.</summary>
    public static readonly DiagnosticDescriptor NoOptimiser = Error(
        "REG0005", RuleCategory.Declaration,
        "Experiment names no optimiser",
        "Experiment '{0}' names no optimiser; add [Sgd], for example [Sgd(LearningRate = 0.1, Momentum = 0.9)]");

    /// <summary>REG0006: <c>Network()</c> is missing or has another signature.</summary>
    public static readonly DiagnosticDescriptor NoNetwork = Error(
        "REG0006", RuleCategory.Declaration,
        "Experiment has no usable Network()",
        "Experiment '{0}' {1}; declare 'static Layer Network() => …' with a body in '{0}'");

    /// <summary>REG0007: the length of the run is missing.</summary>
    public static readonly DiagnosticDescriptor NoEpochs = Error(
        "REG0007", RuleCategory.Declaration,
        "Experiment does not say how long to train",
        "Experiment '{0}' does not say how long to train; add [Epochs(count)], for example [Epochs(20)]");

    /// <summary>REG0008: the data type's shape is unknown.</summary>
    public static readonly DiagnosticDescriptor NoImageData = Error(
        "REG0008", RuleCategory.Declaration,
        "Data type declares no shape",
        "Data type '{0}' of experiment '{1}' declares no shape; put [ImageData(Channels = …, Height = …, Width = …, Classes = …)] on '{0}'");

    /// <summary>REG0009: an attribute's value for which no program exists.</summary>
    public static readonly DiagnosticDescriptor OutOfRange = Error(
        "REG0009", RuleCategory.Declaration,
        "Value of an attribute is out of range",
        "{0} is {1}, but must be {2}");

    /// <summary>REG0010: an attribute that stands there twice, in one part or in several.</summary>
    public static readonly DiagnosticDescriptor RepeatedAttribute = Error(
        "REG0010", RuleCategory.Declaration,
        "Attribute is repeated",
        "Experiment '{0}' already has the attribute [{1}], which may be given only once; remove one of the two");

    /// <summary>REG0011: a name that the user and the generated part both declare.</summary>
    public static readonly DiagnosticDescriptor MemberIsGenerated = Error(
        "REG0011", RuleCategory.Declaration,
        "Name is taken by a generated member",
        "Experiment '{0}' {1} '{2}', which its generated part declares too; give {3} another name");

    /// <summary>REG0012: kernels use pointers.</summary>
    public static readonly DiagnosticDescriptor UnsafeNotAllowed = Error(
        "REG0012", RuleCategory.Declaration,
        "Project does not allow unsafe code",
        "The training program of experiment '{0}' computes over pointers, which the project does not allow; add <AllowUnsafeBlocks>true</AllowUnsafeBlocks> to the project file");

    /// <summary>REG0013: generated code is C# 12.</summary>
    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "REG0013", RuleCategory.Declaration,
        "Compiler or language version is too old",
        "The training program of experiment '{0}' is written in C# 12, but the project's language version is {1}; remove <LangVersion> from the project file, or set it to 12 or newer");

    /// <summary>REG1001: an expression of <c>Network()</c> whose value is not known while compiling.</summary>
    public static readonly DiagnosticDescriptor NotEvaluable = Error(
        "REG1001", RuleCategory.Network,
        "Network() can't be evaluated while compiling",
        "Network() of '{0}' can't be evaluated while compiling: '{1}' {2}");

    /// <summary>REG1002: a layer's input has a shape it can't take.</summary>
    public static readonly DiagnosticDescriptor ShapeMismatch = Error(
        "REG1002", RuleCategory.Network,
        "Shapes of layers don't fit together",
        "{0}: {1}. {2}");

    /// <summary>REG1003: the network's outputs are not one per class.</summary>
    public static readonly DiagnosticDescriptor OutputsAreNotClasses = Error(
        "REG1003", RuleCategory.Network,
        "Outputs of the network are not one per class",
        "{0}: {1}. {2}");

    /// <summary>REG1004: constants of a layer that contradict themselves or its input.</summary>
    public static readonly DiagnosticDescriptor InvalidLayer = Error(
        "REG1004", RuleCategory.Network,
        "Constants of a layer are invalid",
        "{0}: {1}. {2}");

    /// <summary>All rules, by id.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        NotPartial, ContainerNotPartial, UnsupportedShape, NoData, NoOptimiser, NoNetwork, NoEpochs, NoImageData, OutOfRange,
        RepeatedAttribute, MemberIsGenerated, UnsafeNotAllowed, LanguageTooOld,
        NotEvaluable, ShapeMismatch, OutputsAreNotClasses, InvalidLayer,
    ];

    /// <summary>The rule with this id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static DiagnosticDescriptor ById(string id)
    {
        foreach (var rule in All)
        {
            if (rule.Id == id)
                return rule;
        }

        throw new ArgumentException($"There is no rule {id}.", nameof(id));
    }

    private static DiagnosticDescriptor Error(string id, string category, string title, string format) =>
        RuleDescriptor.Create(id, category, DiagnosticSeverity.Error, title, format);
}
