namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class SeedOfCpuOnlyCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6023", Method("[|manual_seed(1)|]; model.to(CUDA);"), "manual_seed seeds the CPU only, but 'Program' uses CUDA; call cuda.manual_seed_all with the same seed too"),
        ("REG6023", Method("var device = cuda.is_available() ? torch.device(\"cuda\") : CPU; [|torch.random.manual_seed(1)|]; model.to(device);"), "manual_seed seeds the CPU only, but 'Program' uses CUDA; call cuda.manual_seed_all with the same seed too"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6023", Method("manual_seed(1); cuda.manual_seed_all(1); model.to(CUDA);")),
        ("REG6023", Method("manual_seed(1); model.call(x);")),
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
