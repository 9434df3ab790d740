using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Parsing;

/// <summary>Reads what the data type of <c>[Data&lt;T&gt;]</c> declares about itself.</summary>
internal static class DataParser
{
    public static DataSpec? Parse(
        INamedTypeSymbol type, ImmutableArray<ParsedAttribute> attributes, Location position, ImmutableArray<Finding>.Builder findings, CancellationToken cancellation)
    {
        var data = attributes.FirstOrDefault(attribute => attribute.Spec.Name == "Data");
        if (data?.Data.AttributeClass is not { TypeArguments: [var source] })
        {
            findings.Add(new Finding(Rules.NoData, position, [type.Name]));
            return null;
        }

        var image = source is INamedTypeSymbol named
            ? AttributeParser.Parse(named, cancellation).FirstOrDefault(attribute => attribute.Spec.Name == "ImageData")
            : null;
        if (image is null)
        {
            findings.Add(new Finding(Rules.NoImageData, data.Location, [source.Name, type.Name]));
            return null;
        }

        var before = findings.Count;
        ArgumentRanges.CheckImage(image, data.Location, findings);
        if (findings.Count > before)
            return null;

        return new DataSpec(
            source.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            image.Spec.Integer("Channels", 0),
            image.Spec.Integer("Height", 0),
            image.Spec.Integer("Width", 0),
            image.Spec.Integer("Classes", 0))
        {
            TrainImages = image.Spec.Integer("TrainImages", 0),
        };
    }
}
