namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class TensorMadeElsewhereCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6043", Method("var start = torch.randn(2, 3, requires_grad: true).[|to|](x.device);"), "The gradient stays with the tensor of randn, not with the copy that to makes; pass 'device' to randn instead"),
        ("REG6043", Method("using var start = zeros(4, requires_grad: true).[|cuda|]();"), "The gradient stays with the tensor of zeros, not with the copy that cuda makes; pass 'device' to zeros instead"),
        ("REG6020", Method("var noise = torch.randn(2, 3).[|to|](x.device);"), "randn is made on the CPU and copied; pass 'device' to randn instead of calling to"),
        ("REG6020", Method("foreach (var (input, target) in batches) { var mask = zeros(4, dtype: ScalarType.Float32).[|cuda|](); }"), "zeros is made on the CPU and copied; pass 'device' to zeros instead of calling cuda"),
        // No generator after all.
        ("REG6020", Method("var noise = torch.randn(2, 2, generator: null).[|to|](x.device);"), "randn is made on the CPU and copied; pass 'device' to randn instead of calling to"),
        // The generator draws on its own device only, and the gradient is lost all the same.
        ("REG6043", Method("var g = new Generator(1); var start = torch.randn(2, 3, requires_grad: true, generator: g).[|to|](x.device);"), "The gradient stays with the tensor of randn, not with the copy that to makes; call requires_grad_() on what to returns instead"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6043", Method("var start = torch.randn(2, 3, device: x.device, requires_grad: true);")),
        ("REG6043", Method("var start = torch.randn(2, 3).to(x.device);")),
        ("REG6020", Method("var noise = torch.randn(2, 3, device: x.device);")),
        // Drawn from a generator, which belongs to a device.
        ("REG6020", Method("var g = new Generator(1); var noise = torch.randn(2, 2, generator: g).to(x.device);")),
        ("REG6020", Method("var g = new Generator(1); var noise = torch.rand(2, 2, ScalarType.Float32, generator: g).cuda();")),
        ("REG6020", Method("var g = new Generator(1); var order = randperm(8, generator: g).to(CUDA); var more = torch.randint(0, 9, new long[] { 4 }, generator: g).to(\"cuda\");")),
        ("REG6020", "class Noise(Generator generator) { public Tensor Draw(Device device) => torch.randn(2, 2, generator: generator).to(device); }"),
        ("REG6020", Method("Generator Make() => new Generator(1); var noise = (torch.randn(2, 2, generator: Make())).to(x.device);")),
        // Numbers of the host have to be copied.
        ("REG6020", Method("var data = torch.tensor(new float[] { 1, 2 }).to(x.device);")),
        ("REG6020", Method("var noise = torch.randn(2, 3).to(ScalarType.Float16); var like = torch.ones(2).to(x); var here = torch.ones(2).to(CPU);")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG6043", Method("var g = new Generator(1); var start = torch.randn(2, 3, requires_grad: true, generator: g).to(x.device);")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6043", Method("var start = torch.randn(2, 3, requires_grad: true).to(x.device);"), Method("var start = torch.randn(2, 3, requires_grad: true, device: x.device);")),
        ("REG6020", Method("var noise = torch.randn(2, 3).to(x.device);"), Method("var noise = torch.randn(2, 3, device: x.device);")),
        ("REG6020", Method("var mask = zeros(4).cuda().add(1);"), Method("var mask = zeros(4, device: CUDA).add(1);")),
        ("REG6020", Method("var mask = zeros(4).to(\"cuda:1\");"), Method("var mask = zeros(4, device: \"cuda:1\");")),
    ];
}
