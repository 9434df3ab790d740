using Regimen.Compiler.Text;

namespace Regimen.Compiler.Emission;

/// <summary>Writes softmax cross-entropy against one soft target, with its gradient and the accuracy, in one pass.</summary>
internal static class LossEmitter
{
    public static void Emit(CodeWriter code, EmissionContext context)
    {
        var mixes = context.Recipe.MixesSamples;
        var smoothing = context.Recipe.Smoothing;
        var logits = Name(context.Plan.Logits.Name);
        var gradient = Name(context.Plan.LogitsGradient.Name);
        code.Line($"/// <summary>Softmax cross-entropy over {Literal.Of(context.Spec.Data.Classes)} classes{(smoothing is null ? "" : ", smoothed")}{(mixes ? ", against the mixture of two labels" : "")}: loss, accuracy and the gradient of the batch's mean.</summary>");
        using (code.Open("private unsafe void Loss(Activations a, MiniBatch batch)"))
        {
            using (code.Open("if (!Fused)"))
            {
                code.Line($"LossByOperators.SoftmaxCrossEntropy(a.{logits}, a.{gradient}, batch, {(smoothing is null ? "smoothing: 0" : smoothing)}, Statistics);");
                code.Line("return;");
            }

            code.Blank();
            code.Line($"const int classes = {Literal.Of(context.Spec.Data.Classes)};");
            if (smoothing is not null)
            {
                code.Line($"var uniform = (float)({smoothing} / classes);");
                code.Line($"var rest = (float)(1 - {smoothing});");
            }

            code.Line("var scale = 1f / batch.Count;");
            code.Line("double loss = 0, correct = 0;");
            code.Line($"float* z = a.{logits}.Floats, dz = a.{gradient}.Floats;");
            using (code.Open("for (var sample = 0; sample < batch.Count; sample++, z += classes, dz += classes)"))
            {
                code.Line("var best = 0;");
                code.Line("for (var k = 1; k < classes; k++)");
                code.Indented("best = z[k] > z[best] ? k : best;");
                code.Blank();
                code.Line("// Everything is relative to the largest logit, whose own exp(0) = 1 is kept out of the sum: of a confident sample nothing but the others counts.");
                code.Line("var others = 0f;");
                if (smoothing is not null)
                    code.Line("var below = 0f;");
                using (code.Open("for (var k = 0; k < classes; k++)"))
                {
                    code.Line("var gap = z[best] - z[k];");
                    code.Line("dz[k] = MathF.Exp(-gap);");
                    code.Line("others += k == best ? 0 : dz[k];");
                    if (smoothing is not null)
                        code.Line("below += gap;");
                }

                code.Blank();
                code.Line("// −Σ target·log softmax, the targets summing to 1; no term is negative, so none cancels another.");
                code.Line("int label = batch.Labels[sample];");
                if (mixes)
                {
                    code.Line("int partner = batch.PartnerLabels[sample];");
                    code.Line("float share = (float)batch.Shares[sample], partnerShare = (float)(1 - batch.Shares[sample]);");
                }

                code.Line($"double hard = {(mixes ? "(share * (z[best] - z[label])) + (partnerShare * (z[best] - z[partner]))" : "z[best] - z[label]")};");
                code.Line(smoothing is null
                    ? "loss += Softmax.LogOnePlus(others) + hard;"
                    : "loss += Softmax.LogOnePlus(others) + (uniform * below) + (rest * hard);");
                code.Blank();
                code.Line("// Its gradient is softmax − target: of the largest class what its target lacks, less the share of the others.");
                code.Line("var sum = 1 + others;");
                code.Line("for (var k = 0; k < classes; k++)");
                code.Indented(smoothing is null ? "dz[k] *= scale / sum;" : "dz[k] = ((dz[k] / sum) - uniform) * scale;");
                var factor = smoothing is null ? "scale" : "rest * scale";
                code.Line(mixes ? $"dz[label] -= share * {factor};" : $"dz[label] -= {factor};");
                if (mixes)
                    code.Line($"dz[partner] -= partnerShare * {factor};");
                code.Line(mixes
                    ? "var missed = (best == label ? 0 : share) + (best == partner ? 0 : partnerShare);"
                    : "var missed = best == label ? 0f : 1f;");
                code.Line(smoothing is null
                    ? "dz[best] = (missed - (others / sum)) * scale;"
                    : "dz[best] = ((uniform * (classes - 1)) + (rest * missed) - (others / sum)) * scale;");
                code.Blank();
                code.Line(mixes
                    ? "correct += (best == label ? batch.Shares[sample] : 0) + (best == partner ? 1 - batch.Shares[sample] : 0);"
                    : "correct += best == label ? 1 : 0;");
            }

            code.Blank();
            code.Line("Statistics.Add(loss, correct, batch.Count);");
        }
    }

    private static string Name(string slot) => char.ToUpperInvariant(slot[0]) + slot.Substring(1);
}
