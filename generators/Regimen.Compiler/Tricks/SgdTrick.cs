using Regimen.Compiler.Model;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[Sgd]</c>: stochastic gradient descent with momentum.</summary>
internal sealed class SgdTrick : Trick
{
    public override string Attribute => "Sgd";

    public override string Structure(AttributeSpec attribute) => $"Sgd(Nesterov = {Literal.Of(attribute.Flag("Nesterov", false))})";

    public override IEnumerable<Scalar> Scalars(AttributeSpec attribute) =>
    [
        Scalar.Number("LearningRate", attribute.Number("LearningRate", 0.1), "η, the declared rate, before any scaling and schedule.", "{0} > 0 && double.IsFinite({0})", "positive"),
        Scalar.Number("Momentum", attribute.Number("Momentum", 0.9), "μ, the share of the velocity that a step keeps.", "{0} >= 0 && {0} < 1", "in [0, 1)", inStep: true),
    ];

    public override string Describe(AttributeSpec attribute) => attribute.Flag("Nesterov", false)
        ? "SGD with Nesterov momentum: v ← μv + g, w ← w − η(g + μv)"
        : "SGD with momentum: v ← μv + g, w ← w − ηv";

    public override Optimizer Optimizer(AttributeSpec attribute) => new Sgd(attribute.Flag("Nesterov", false));

    private sealed class Sgd(bool nesterov) : Optimizer
    {
        public override IReadOnlyList<string> Slots => ["sgd.velocity"];

        public override void Emit(CodeWriter code, string? decay, long decayed, long exempt)
        {
            code.Line("/// <summary>" + (decay is null || exempt == 0 || decayed == 0
                ? "One fused pass over all parameters"
                : $"One fused pass over all parameters: {Literal.Grouped(decayed)} decayed ones first, {Literal.Grouped(exempt)} exempt ones after them") + ".</summary>");
            using (code.Open("private void Update(double rate)"))
            {
                if (decay is null)
                {
                    EmitCall(code, 0, decayed + exempt, "0");
                }
                else
                {
                    EmitCall(code, 0, decayed, decay);
                    EmitCall(code, decayed, exempt, "0");
                }
            }

            EmitKernel(code);
        }

        private void EmitCall(CodeWriter code, long begin, long count, string decay)
        {
            if (count > 0)
                code.Line($"Sgd.Step(State, begin: {Literal.Of(begin)}, count: {Literal.Of(count)}, rate, Momentum, decay: {decay}, Fused);");
        }

        private void EmitKernel(CodeWriter code)
        {
            code.Blank();
            code.Line("/// <summary>torch.optim.SGD over a range of the flat buffers.</summary>");
            using (code.Open("private static unsafe class Sgd"))
            {
                using (code.Open("public static void Step(ModelState state, long begin, long count, double rate, double momentum, double decay, bool fused)"))
                {
                    using (code.Open("if (!fused)"))
                    {
                        code.Line($"SgdByOperators.Step(state, begin, count, rate, momentum, decay, nesterov: {Literal.Of(nesterov)});");
                        code.Line("return;");
                    }

                    code.Blank();
                    using (code.Open("var a = new Arguments", "};"))
                    {
                        code.Line("W = state.Values.Floats + begin,");
                        code.Line("Grad = state.Gradients.Floats + begin,");
                        code.Line("Velocity = state.Slots[0].Floats + begin,");
                        code.Line("Count = count,");
                        code.Line("Rate = (float)rate,");
                        code.Line("Momentum = (float)momentum,");
                        code.Line("Decay = (float)decay,");
                        code.Line("Chunks = Chunks.For(count, 8_192),");
                    }

                    code.Line("Chunks.Run(a.Chunks, &StepChunks, &a);");
                }

                code.Blank();
                code.Line("[UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]");
                using (code.Open("private static void StepChunks(long first, long end, void* context)"))
                {
                    code.Line("ref var a = ref *(Arguments*)context;");
                    code.Line("var begin = Chunks.Start(a.Count, a.Chunks, first);");
                    code.Line("var stop = Chunks.Start(a.Count, a.Chunks, end);");
                    code.Line("if (Vector512.IsHardwareAccelerated)");
                    code.Indented("StepRange<Lanes512>(a, begin, stop);");
                    code.Line("else");
                    code.Indented("StepRange<Lanes256>(a, begin, stop);");
                }

                code.Blank();
                code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
                code.Line("private static void StepRange<V>(in Arguments a, long begin, long stop)");
                code.Indented("where V : unmanaged, ILanes<V>");
                using (code.Open(""))
                {
                    code.Line("var i = begin;");
                    code.Line("for (; i + V.Count <= stop; i += V.Count)");
                    code.Indented("Step<V>(a.W + i, a.Grad + i, a.Velocity + i, a.Rate, a.Momentum, a.Decay);");
                    code.Line("for (; i < stop; i++)");
                    code.Indented("Step<Lane>(a.W + i, a.Grad + i, a.Velocity + i, a.Rate, a.Momentum, a.Decay);");
                }

                code.Blank();
                code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
                code.Line("private static void Step<V>(float* w, float* grad, float* velocity, float rate, float momentum, float decay)");
                code.Indented("where V : unmanaged, ILanes<V>");
                using (code.Open(""))
                {
                    code.Line("var weight = V.Load(w);");
                    code.Line("var g = V.MultiplyAdd(V.Of(decay), weight, V.Load(grad));");
                    code.Line("var v = V.MultiplyAdd(V.Of(momentum), V.Load(velocity), g);");
                    code.Line("V.Store(v, velocity);");
                    code.Line(nesterov
                        ? "V.Store(V.MultiplyAdd(V.Of(-rate), V.MultiplyAdd(V.Of(momentum), v, g), weight), w);"
                        : "V.Store(V.MultiplyAdd(V.Of(-rate), v, weight), w);");
                }

                code.Blank();
                using (code.Open("private struct Arguments"))
                {
                    code.Line("public float* W, Grad, Velocity;");
                    code.Line("public long Count;");
                    code.Line("public float Rate, Momentum, Decay;");
                    code.Line("public int Chunks;");
                }
            }
        }
    }
}
