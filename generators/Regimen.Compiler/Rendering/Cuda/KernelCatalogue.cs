using System.Collections.Immutable;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>The kernels of a file, each text once.</summary>
internal sealed class KernelCatalogue
{
    private readonly Dictionary<string, string> names = [];
    private readonly List<(string Name, KernelText Text, List<string> Labels)> kernels = [];
    private readonly NameSource source = new(Prelude.Joins.Select(kernel => kernel.Name).Concat(["real", "index_t", "REAL", "INDEX", "op", "scratch"]));

    /// <summary>The functions, those of the prelude first.</summary>
    public ImmutableArray<CudaKernel> Kernels =>
        [.. Prelude.Joins, .. kernels.Select(kernel => new CudaKernel(kernel.Name, [.. kernel.Text.Arguments.Select(argument => argument.Type)]))];

    /// <summary>The launches of a kernel, whose text is written if there is none like it.</summary>
    public ImmutableArray<CudaLaunch> Add(Kernel kernel)
    {
        var text = KernelRenderer.Render(kernel);
        if (!names.TryGetValue(text.Body, out var name))
        {
            names.Add(text.Body, name = source.Next(KernelNames.Of(kernel)));
            kernels.Add((name, text, []));
        }

        var labels = kernels.First(entry => entry.Name == name).Labels;
        labels.AddRange(kernel.Sites.Select(site => site.Label).Where(label => label.Length > 0 && !labels.Contains(label)).Distinct());
        return [new CudaLaunch(name, text.Arguments, text.Shape), .. text.Joins];
    }

    /// <summary>Writes all kernels.</summary>
    public void Write(CodeWriter code)
    {
        foreach (var (name, text, labels) in kernels)
        {
            code.Blank();
            code.Line($"// {KernelNames.Title(text.Kernel)}{(labels.Count > 0 ? " of " + string.Join(", ", labels) : "")}.");
            code.Line(text.Body.Replace(KernelText.Self, name).TrimEnd('\n'));
        }
    }
}
