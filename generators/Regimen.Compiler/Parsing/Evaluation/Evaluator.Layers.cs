using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Parsing.Evaluation;

// Calls of Layers. What a method means is nowhere asked: its name, its scalars and its layers are the description.
internal sealed partial class Evaluator
{
    private LayerValue MakeLayer(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        var values = Arguments(call, frame);
        var scalars = ImmutableArray.CreateBuilder<ArgumentSpec>();
        var given = ImmutableArray.CreateBuilder<ArgumentSpec>();
        var children = ImmutableArray.CreateBuilder<LayerValue>();
        foreach (var parameter in method.Parameters)
        {
            var value = values[parameter.Ordinal];
            switch (value)
            {
                case LayerValue child:
                    children.Add(child);
                    break;
                case ArrayValue or ListValue or SequenceValue when ElementType(parameter.Type) is { } element && IsLayer(element):
                    foreach (var item in Items(value, call))
                        children.Add(item as LayerValue ?? throw new NotEvaluableException(call, "contains a layer that is null"));
                    break;
                case null when IsLayer(parameter.Type) && parameter.NullableAnnotation == NullableAnnotation.Annotated:
                    break;
                case null:
                    throw new NotEvaluableException(call, $"has null as its {parameter.Name}");
                default:
                    scalars.Add(new ArgumentSpec(parameter.Name, Scalar(value, parameter, call)));
                    if (!parameter.HasExplicitDefaultValue || !Equals(value, parameter.ExplicitDefaultValue))
                        given.Add(scalars[scalars.Count - 1]);
                    break;
            }
        }

        var layer = new LayerValue(method.Name, scalars.ToImmutable(), given.ToImmutable(), children.ToImmutable(), "", call.Syntax.GetLocation());
        if (layer.Size > MostLayers)
            throw new NotEvaluableException(call, FormattableString.Invariant($"contains more than {MostLayers:N0} layers"));
        if (layer.Depth > DeepestLayer)
            throw new NotEvaluableException(call, FormattableString.Invariant($"contains layers more than {DeepestLayer} deep inside each other"));
        return layer;
    }

    private static object Scalar(object value, IParameterSymbol parameter, IOperation call) => value switch
    {
        _ when parameter.Type.TypeKind == TypeKind.Enum => ValueText.EnumMember(value, parameter.Type) ?? ArgumentSpec.Literal(value),
        int or long or double or bool or string => value,
        _ when Numbers.IsNumber(value) => Numbers.Convert(value, value is float ? SpecialType.System_Double : SpecialType.System_Int64, isChecked: true),
        _ => throw new NotEvaluableException(call, $"has a {parameter.Name} that is no number, bool or text"),
    };
}
