using Regimen.Compiler.Graph;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Planning;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Emission;

/// <summary>Writes a group operator by operator: the twin of its fused kernels, or its only form.</summary>
internal sealed class OperatorTwinEmitter(CodeWriter code, ChainShape chain, List<(ElementwiseOperation Operation, string Name)> sides)
{
    public void Emit()
    {
        var operations = chain.Operations.Cast<OperatorOperation>().ToArray();
        var names = new NameCounter();
        var outputs = operations.Select(operation => "saved" + names.Next(operation.Title)).ToArray();
        var saved = outputs.Concat(operations.SelectMany(operation => operation.Saved)).ToArray();

        code.Blank();
        code.Line("// Kept from the forward to the backward pass when operators compute one by one.");
        code.Line($"private Tensor {string.Join(", ", saved)};");
        EmitForward(operations, outputs);
        if (chain.IsTrained)
            EmitBackward(operations, outputs);
        EmitRelease(saved);
    }

    private string Side(OperatorOperation operation) => sides.FirstOrDefault(side => side.Operation == operation).Name ?? "";

    private void EmitForward(OperatorOperation[] operations, string[] outputs)
    {
        var parameters = new[] { "Tensor x" }.Concat(sides.Select(side => "Tensor " + side.Name)).Concat(chain.EvaluatesDifferently ? ["Tensor y", "bool training"] : ["Tensor y"]);
        code.Blank();
        using (code.Open($"private void ForwardByOperators({string.Join(", ", parameters)})"))
        {
            for (var index = 0; index < operations.Length; index++)
            {
                var operation = operations[index];
                var x = index == 0 ? "x" : outputs[index - 1];
                string Fill(string text) => text.Replace("{x}", x).Replace("{y}", outputs[index]).Replace("{side}", Side(operation));
                code.Line(Fill(operation.TrainText).Replace("training: true", "training"));
            }

            code.Line($"Aten.CopyFrom(y, {outputs[outputs.Length - 1]});");
        }
    }

    private void EmitBackward(OperatorOperation[] operations, string[] outputs)
    {
        var parameters = ChainEmitter.BackwardParameters(chain, sides);
        code.Blank();
        using (code.Open($"private void BackwardByOperators({string.Join(", ", parameters.Select(name => "Tensor " + name))})"))
        {
            var dy = "yGrad";
            for (var index = operations.Length - 1; index >= 0; index--)
            {
                var operation = operations[index];
                var x = index == 0 ? "x" : outputs[index - 1];
                var dx = FormattableString.Invariant($"grad{index}");
                if (chain.HasSideGradient.Contains(operation))
                    code.Line($"Aten.CopyFrom({Side(operation)}Grad, {dy});");
                code.Line(operation.DifferentiateText
                    .Replace("{dx} = ", $"var {dx} = ")
                    .Replace("{dx}", dx)
                    .Replace("{dy}", dy)
                    .Replace("{x}", x)
                    .Replace("{y}", outputs[index])
                    .Replace("{side}", Side(operation)));
                if (dy != "yGrad")
                    code.Line($"{dy}.Free();");
                dy = dx;
            }

            if (chain.NeedsInputGradient)
                code.Line($"Aten.CopyFrom(xGrad, {dy});");
            code.Line($"{dy}.Free();");
            code.Line("ReleaseSaved();");
        }
    }

    private void EmitRelease(string[] saved)
    {
        code.Blank();
        using (code.Open("private void ReleaseSaved()"))
        {
            foreach (var name in saved)
                code.Line($"Release(ref {name});");
        }
    }
}
