using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>The kernels of a program, each text once, with names that say what they compute.</summary>
internal sealed class KernelCatalogue
{
    private readonly Dictionary<string, (string Name, KernelText Text)> byBody = [];
    private readonly List<(string Name, KernelText Text, List<string> Labels)> kernels = [];
    private readonly NameSource names = new(["Network", "Twin", "Views", "Program", "Layout", "Input", "Forward", "Loss", "Backward", "Update", "Infer", "TrainStep"]);

    /// <summary>Renders a kernel, or finds its text among those that there are.</summary>
    public (string Name, KernelText Text) Add(Kernel kernel)
    {
        var text = KernelRenderer.Render(kernel);
        if (!byBody.TryGetValue(text.Body, out var known))
        {
            known = (names.Next(KernelNames.Of(kernel) is var name && text.Memory.Any(item => item.Name == name) ? name + "Pass" : name), text);
            byBody.Add(text.Body, known);
            kernels.Add((known.Name, text, []));
        }

        var labels = kernels.First(entry => entry.Name == known.Name).Labels;
        foreach (var label in kernel.Sites.Select(site => site.Label).Where(label => label.Length > 0 && !labels.Contains(label)))
            labels.Add(label);
        return (known.Name, text);
    }

    /// <summary>Writes all kernels.</summary>
    public void Write(CodeWriter code)
    {
        foreach (var (name, text, labels) in kernels)
        {
            var kernel = text.Kernel;
            code.Blank();
            code.Summary(KernelNames.Title(kernel) + (labels.Count > 0 ? " of " + string.Join(", ", labels) : "") + ".");
            var kind = kernel.Nest.Form == KernelForm.Units ? "IUnitKernel" : "ILaneKernel";
            using (code.Open($"private unsafe struct {name} : {kind}<{name}, T>"))
                code.Line(text.Body.Replace(KernelText.Self, name).TrimEnd('\n'));
        }
    }
}
