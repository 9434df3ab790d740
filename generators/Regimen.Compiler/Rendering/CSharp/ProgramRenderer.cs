using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Recipe;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>Writes what a program and its twin have in common: everything that is stored, and the numbers of a step.</summary>
internal static class ProgramRenderer
{
    public static string Render(ExperimentSpec spec, Tricks.Recipe recipe, StepPrograms programs)
    {
        var code = new CodeWriter();
        code.Line($"/// <summary>What is stored for {spec.Type.Name.TrimStart('@')}, and what a step is told.</summary>");
        code.Line(GeneratedMark.Text);
        using (code.Open("internal abstract class Program(ModelState state) : TrainingProgram(state)"))
        {
            RenderLayout(code, spec, recipe, programs);
            if (programs.Draws)
            {
                code.Blank();
                code.Line("/// <summary>Key of the random draws.</summary>");
                code.Line("public ulong Key { get; set; }");
            }

            foreach (var scalar in recipe.Scalars.Where(scalar => scalar.InStep))
            {
                code.Blank();
                code.Summary(scalar.Summary);
                code.Line($"public {scalar.Type} {scalar.Name} {{ get; set; }}");
            }

            code.Blank();
            code.Line("/// <summary>One optimiser step.</summary>");
            code.Line("/// <param name=\"batch\">The samples.</param>");
            code.Line("/// <param name=\"epoch\">From 0.</param>");
            code.Line("/// <param name=\"step\">t, from 0.</param>");
            code.Line("/// <param name=\"rate\">η of the step.</param>");
            code.Line("public abstract void TrainStep(MiniBatch batch, int epoch, long step, double rate);");
            code.Blank();
            code.Line("/// <summary>The program in the state's precision.</summary>");
            code.Line("/// <param name=\"capacity\">Largest batch.</param>");
            code.Line("/// <param name=\"state\">Parameters and other state.</param>");
            code.Line("/// <param name=\"input\">What inputs are normalised with.</param>");
            code.Line("/// <param name=\"scheduled\">Whether passes are fused; else each formula is a pass of its own.</param>");
            using (code.Open("public static Program Create(int capacity, ModelState state, InputStage input, bool scheduled) => (state.ElementType, scheduled) switch", "};"))
            {
                code.Line("(ScalarType.Float32, true) => new Network<float>(capacity, state, input),");
                code.Line("(ScalarType.Float32, false) => new Twin<float>(capacity, state, input),");
                code.Line("(_, true) => new Network<double>(capacity, state, input),");
                code.Line("_ => new Twin<double>(capacity, state, input),");
            }

            code.Blank();
            code.Line("/// <summary>The files of the compiled network.</summary>");
            code.Line("internal static string[] SourceFiles");
            using (code.Open(""))
            {
                using (code.Open("get"))
                {
                    code.Line("var path = PathOfCaller();");
                    code.Line("return [path, path.Replace(\".Network.g.cs\", \".Kernels.g.cs\"), path.Replace(\".Network.g.cs\", \".Twin.g.cs\")];");
                }
            }
        }

        return code.ToString();
    }

    private static void RenderLayout(CodeWriter code, ExperimentSpec spec, Tricks.Recipe recipe, StepPrograms programs)
    {
        code.Line("/// <summary>Everything that is stored, in network order; in memory the decayed parameters lie first.</summary>");
        code.Line("public static readonly ModelLayout Layout = new(");
        code.Indented(Literal.Of(spec.Network.ToString()) + ",");
        RenderList(code, recipe.Structure.Select(Literal.Of));
        RenderList(code, programs.Parameters.Select(parameter =>
        {
            var bound = parameter.InitialBound > 0 ? ", InitialBound: " + Literal.Of(parameter.InitialBound) : "";
            return $"new({Literal.Of(parameter.Path)}, ParameterRole.{parameter.Role}, [{string.Join(", ", parameter.Shape.Select(size => Literal.Of(size)))}], Offset: {Literal.Of(programs.OffsetOf(parameter))}{bound})";
        }));
        var offset = 0L;
        RenderList(code, programs.Statistics.Select(statistic =>
        {
            var text = $"new({Literal.Of(statistic.Path)}, {Literal.Of(statistic.Count)}, Offset: {Literal.Of(offset)}, Initial: {Literal.Of(statistic.Initial)})";
            offset += statistic.Count;
            return text;
        }));
        var facts = new List<string>();
        if (programs.LeastBatch > 1)
            facts.Add($"LeastBatch = {Literal.Of(programs.LeastBatch)}");
        if (spec.Data.TrainImages is > 0 and var images)
            facts.Add($"TrainImages = {Literal.Of(images)}");
        var slots = programs.Rule.Slots.Select(slot => Literal.Of(Naming.Camel(programs.Rule.Name) + "." + slot));
        code.Indented($"OptimizerSlots: [{string.Join(", ", slots)}]){(facts.Count == 0 ? ";" : "")}");
        if (facts.Count > 0)
            code.Line($"{{ {string.Join(", ", facts)} }};");
    }

    /// <summary>A collection as an argument, an item a line.</summary>
    private static void RenderList(CodeWriter code, IEnumerable<string> items)
    {
        var list = items.ToArray();
        if (list.Length == 0)
        {
            code.Indented("[],");
            return;
        }

        code.Indented("[");
        foreach (var item in list)
            code.Indented("    " + item + ",");
        code.Indented("],");
    }
}
