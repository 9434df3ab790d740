namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class SeedOfCpuOnlyCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6023", Method("[|manual_seed(1)|]; model.to(CUDA);"), "manual_seed seeds the CPU only, but 'Run' uses CUDA; call cuda.manual_seed_all with the same seed too"),
        ("REG6023", Method("var device = cuda.is_available() ? torch.device(\"cuda\") : CPU; [|torch.random.manual_seed(1)|]; model.to(device);"), "manual_seed seeds the CPU only, but 'Run' uses CUDA; call cuda.manual_seed_all with the same seed too"),
        // In a lambda or a local function of the same method, in a constructor, in a property.
        ("REG6023", Method("[|manual_seed(1)|]; Action move = () => model.cuda(); move();"), "manual_seed seeds the CPU only, but 'Run' uses CUDA; call cuda.manual_seed_all with the same seed too"),
        ("REG6023", Method("[|manual_seed(1)|]; Move(); void Move() => model.to(DeviceType.CUDA);"), "manual_seed seeds the CPU only, but 'Run' uses CUDA; call cuda.manual_seed_all with the same seed too"),
        ("REG6023", "class Trainer { public Trainer(Module<Tensor, Tensor> model) { [|manual_seed(1)|]; model.to(\"cuda:0\"); } }", "manual_seed seeds the CPU only, but 'Trainer' uses CUDA; call cuda.manual_seed_all with the same seed too"),
        ("REG6023", "class Trainer { Device Device { get { [|manual_seed(1)|]; return cuda.is_available() ? CUDA : CPU; } } }", "manual_seed seeds the CPU only, but 'Trainer' uses CUDA; call cuda.manual_seed_all with the same seed too"),
        ("REG6023", "static class Program { static void A(Module<Tensor, Tensor> model) { [|manual_seed(1)|]; model.cuda(); } static void B() { manual_seed(2); Console.WriteLine(randn(2)); } }", "manual_seed seeds the CPU only, but 'A' uses CUDA; call cuda.manual_seed_all with the same seed too"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6023", Method("manual_seed(1); cuda.manual_seed_all(1); model.to(CUDA);")),
        ("REG6023", Method("manual_seed(1); model.call(x);")),
        // Another method, another class, or a field asks for CUDA: what this one draws, it draws on the CPU.
        ("REG6023", "static class Tests { static void Draws() { manual_seed(1); Console.WriteLine(randn(2)); } static void Moves(Module<Tensor, Tensor> model) => model.cuda(); }"),
        ("REG6023", "static class Tests { static readonly Device Device = cuda.is_available() ? CUDA : CPU; static void Draws() { manual_seed(1); Console.WriteLine(randn(2)); } }"),
        ("REG6023", "class Tests { readonly Device device; public Tests() => device = CUDA; public Tensor Draws() { random.manual_seed(1); return randn(2); } }"),
        ("REG6023", "static class Tests { static void Draws() { manual_seed(1); Console.WriteLine(randn(2)); } class Inner { static void Moves(Module<Tensor, Tensor> model) => model.to(CUDA); } }"),
        ("REG6023", "partial class Tests { static void Draws() { manual_seed(1); Console.WriteLine(randn(2)); } } partial class Tests { static void Moves(Module<Tensor, Tensor> model) => model.to(\"cuda\"); }"),
        // A method that is called seeds the GPUs.
        ("REG6023", "static class Program { static void Run(Module<Tensor, Tensor> model) { manual_seed(1); Seed(1); model.cuda(); } static void Seed(int seed) => cuda.manual_seed_all(seed); }"),
        ("REG6023", Method("var generator = new Generator(1); generator.manual_seed(2); model.to(CUDA);")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6023", Method("""
            manual_seed(1);
                    model.to(CUDA);
            """), Method("""
            manual_seed(1);
                    cuda.manual_seed_all(1);
                    model.to(CUDA);
            """)),
        // A comment belongs to the seed of the CPU.
        ("REG6023", Method("""
            // Both.
                    manual_seed(1); // as in the paper
                    model.to(CUDA);
            """), Method("""
            // Both.
                    manual_seed(1); // as in the paper
                    cuda.manual_seed_all(1);
                    model.to(CUDA);
            """)),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG6023", Method("var generator = manual_seed(1); model.to(CUDA);")),
    ];
}
