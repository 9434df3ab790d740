namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>Modules inside of something that is none: nobody looks into it, whatever it is called.</summary>
public sealed class ContentsCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6016", Holder("Dictionary<string, Linear> [|parts|] = new() { [\"a\"] = Linear(4, 4) };"), Message("Dictionary<string, Linear>", "use ModuleDict")),
        ("REG6016", Holder("IReadOnlyDictionary<string, Module<Tensor, Tensor>> [|parts|] = new Dictionary<string, Module<Tensor, Tensor>> { [\"a\"] = Linear(4, 4) };"), Message("IReadOnlyDictionary<string, Module<Tensor, Tensor>>", "use ModuleDict")),
        ("REG6016", Holder("(Linear First, Linear Second) [|parts|] = (Linear(4, 4), Linear(4, 4));"), Message("(Linear First, Linear Second)", "call register_module for what it holds")),
        ("REG6016", Holder("Tuple<Linear, ReLU> [|parts|] = Tuple.Create(Linear(4, 4), ReLU());"), Message("Tuple<Linear, ReLU>", "call register_module for what it holds")),
        ("REG6016", Holder("HashSet<Module<Tensor, Tensor>> [|parts|] = new() { Linear(4, 4) };"), Message("HashSet<Module<Tensor, Tensor>>", "use ModuleList")),
        ("REG6016", Holder("Lazy<Linear> [|parts|] = new(() => Linear(4, 4));"), Message("Lazy<Linear>", "call register_module for what it holds")),
        ("REG6016", Holder("IEnumerable<Module> [|parts|] = new Module[] { Linear(4, 4), ReLU() };"), Message("IEnumerable<Module>", "use ModuleList")),
        ("REG6016", Holder("Queue<Linear> [|parts|] = new([Linear(4, 4)]);"), Message("Queue<Linear>", "use ModuleList")),
        ("REG6016", Holder("Linear[,] [|parts|] = { { Linear(4, 4) } };"), Message("Linear[,]", "use ModuleList")),
        ("REG6016", Holder("List<(string Name, Linear Layer)> [|parts|] = [(\"a\", Linear(4, 4))];"), Message("List<(string Name, Linear Layer)>", "use ModuleList")),
        ("REG6016", Holder("Dictionary<string, List<Linear>> [|parts|] = new() { [\"a\"] = [Linear(4, 4)] };"), Message("Dictionary<string, List<Linear>>", "use ModuleDict")),
        ("REG6016", "sealed class Pair { public readonly Linear A = Linear(4, 4), B = Linear(4, 4); }\n" + Holder("Pair [|parts|] = new();"), Message("Pair", "call register_module for what it holds")),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // What makes a module, compares or is shown one holds none.
        ("REG6016", Holder("Func<Linear> parts = () => Linear(4, 4);")),
        ("REG6016", Holder("Action<Module> parts = module => module.eval();")),
        ("REG6016", Holder("IEqualityComparer<Linear> parts = EqualityComparer<Linear>.Default;")),
        ("REG6016", Holder("Dictionary<string, Func<Linear>> parts = new() { [\"a\"] = () => Linear(4, 4) };")),
        ("REG6016", Holder("WeakReference<Linear>? parts = null;")),
        // Modules that keep nothing.
        ("REG6016", Holder("Dictionary<string, ReLU> parts = new() { [\"a\"] = ReLU() };")),
        // Parts by other names, in an order or under a name to find them by.
        ("REG6016", Holder("readonly Linear a = Linear(4, 4), b = Linear(4, 4); Module<Tensor, Tensor>[]? parts;", "parts = [a, b];")),
        ("REG6016", Holder("readonly Linear a = Linear(4, 4); readonly Dictionary<string, Linear> parts = new();", "parts[\"a\"] = a;")),
        ("REG6016", Holder("readonly Linear a = Linear(4, 4), b = Linear(4, 4); readonly List<Linear> parts = new();", "parts.Add(a); parts.Add(this.b);")),
        ("REG6016", Holder("readonly Linear a; readonly List<Linear> parts = new();", "var made = Linear(4, 4); a = made; parts.Add(made);")),
        ("REG6016", Holder("readonly ModuleList<Linear> all = new(Linear(4, 4)); readonly (Linear First, Linear Last) parts;", "parts = (all[0], all[all.Count - 1]);")),
        // Registered one by one.
        ("REG6016", Holder("readonly HashSet<Linear> parts = new() { Linear(4, 4) };", "foreach (var part in parts) register_module(\"p\" + part.GetHashCode(), part);")),
        // A class of the user's that comes from elsewhere, or that registers what it holds.
        ("REG6016", "sealed class Teacher { public readonly Linear Net = Linear(4, 4); }\nclass Net : Module<Tensor, Tensor> { readonly Teacher teacher; public Net(Teacher teacher) : base(\"Net\") { this.teacher = teacher; RegisterComponents(); } public override Tensor forward(Tensor x) => teacher.Net.call(x); }"),
        ("REG6016", "sealed class Pair { public readonly Linear A = Linear(4, 4); public void AddTo(Module module) => module.register_module(\"a\", A); }\n" + Holder("readonly Pair parts = new();", "parts.AddTo(this);")),
    ];

    private static string Message(string type, string advice) => $"'parts' is no registered part of 'Net', so it is not trained, moved or saved: nobody looks into {type}; {advice}";

    private static string Holder(string fields, string constructor = "") =>
        $"class Net : Module<Tensor, Tensor> {{ {fields} public Net() : base(\"Net\") {{ {constructor} RegisterComponents(); }} public override Tensor forward(Tensor x) => x; }}";
}
