namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class UnregisteredModuleCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6016", Net(["readonly Linear [|fc|] = Linear(4, 2);"], []), "'fc' is no registered part of 'Net', so it is not trained, moved or saved: no constructor calls RegisterComponents()"),
        ("REG6016", Net(["readonly Module<Tensor, Tensor> [|fc1|], fc2;"], ["fc1 = Linear(4, 2);", "fc2 = Sequential(Linear(2, 2));"]), "'fc1' and 'fc2' are no registered parts of 'Net', so they are not trained, moved or saved: no constructor calls RegisterComponents()"),
        ("REG6016", """
            class Net : Module<Tensor, Tensor>
            {
                readonly ReLU relu = ReLU();
                readonly Conv2d [|conv|] = Conv2d(3, 8, 3);
                readonly Linear[] [|more|] = new Linear[2];
                BatchNorm2d Norm { get; } = BatchNorm2d(8);
                readonly Linear fc;
                public Net() : base("Net") => fc = Linear(8, 2);
                public override Tensor forward(Tensor x) => x;
            }
            """, "'conv', 'Norm' and 'fc' are no registered parts of 'Net', so they are not trained, moved or saved: no constructor calls RegisterComponents()"),
        ("REG6016", Net(["readonly Linear fc1, [|fc2|];"], ["fc1 = Linear(4, 2);", "RegisterComponents();", "fc2 = Linear(2, 2);"]), "'fc2' is no registered part of 'Net', so it is not trained, moved or saved: it is set after RegisterComponents()"),
        ("REG6016", Net(["readonly List<Module<Tensor, Tensor>> [|layers|] = new();"], ["for (var i = 0; i < 3; i++) layers.Add(Linear(4, 4));", "RegisterComponents();"]), "'layers' is no registered part of 'Net', so it is not trained, moved or saved: nobody looks into List<Module<Tensor, Tensor>>; use ModuleList"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Made by a module that derives from one of the project's; and by one beside whose file another type of this name is made.
        ("REG6016", "abstract class Backbone(string name) : Module<Tensor, Tensor>(name) { } class Part : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 4); public Part() : base(\"Part\") { } public override Tensor forward(Tensor x) => fc.call(x); } class Encoder : Backbone { readonly Part part = new Part(); public Encoder() : base(\"Encoder\") { RegisterComponents(); } public override Tensor forward(Tensor x) => part.call(x); }"),
        ("REG6016", "namespace A { class Part : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 4); public Part() : base(\"Part\") { } public override Tensor forward(Tensor x) => fc.call(x); } class Net : Module<Tensor, Tensor> { readonly Part part = new Part(); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) => part.call(x); } } namespace B { class Part { } static class Program { static object Make() => new Part(); } }"),
        // A part that keeps nothing has nothing to be found.
        ("REG6016", "class Dice : Module<Tensor, Tensor, Tensor> { public Dice() : base(\"Dice\") { } public override Tensor forward(Tensor x, Tensor y) => x * y; } class Net : Module<Tensor, Tensor> { readonly Dice dice = new Dice(); public Net() : base(\"Net\") { } public override Tensor forward(Tensor x) => dice.call(x, x); }"),
        ("REG6016", Net(["readonly Linear fc = Linear(4, 2);"], ["RegisterComponents();"])),
        ("REG6016", Net(["readonly Linear fc = Linear(4, 2);"], ["register_module(\"fc\", fc);"])),
        // No weights and no mode.
        ("REG6016", Net(["readonly ReLU relu = ReLU(); readonly MaxPool2d pool = MaxPool2d(2);"], [])),
        // Lists whose modules are registered one by one, or a list that registers.
        ("REG6016", Net(["readonly Linear[] layers = new Linear[3]; readonly ModuleList<Linear> more = new();"], ["for (var i = 0; i < 3; i++) register_module(\"l\" + i, layers[i] = Linear(4, 4));", "RegisterComponents();"])),
        // The user's base class may register.
        ("REG6016", "abstract class Base : Module<Tensor, Tensor> { protected Base() : base(\"Base\") { RegisterComponents(); } } class Net : Base { readonly Linear fc = Linear(4, 2); public override Tensor forward(Tensor x) => fc.call(x); }"),
        // A module registers the parts of its parts.
        ("REG6016", "class Block : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 4); public Block() : base(\"Block\") { } public override Tensor forward(Tensor x) => fc.call(x); } class Net : Module<Tensor, Tensor> { readonly Block block = new Block(); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) => block.call(x); }"),
        // A teacher that comes from elsewhere is kept apart on purpose.
        ("REG6016", "class Student : Module<Tensor, Tensor> { readonly Module<Tensor, Tensor> teacher; public Student(Module<Tensor, Tensor> teacher) : base(\"Student\") { RegisterComponents(); this.teacher = teacher; } public override Tensor forward(Tensor x) => teacher.call(x); }"),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6016", Net(["readonly Linear fc = Linear(4, 2);"], ["Console.WriteLine();"]),
            Net(["readonly Linear fc = Linear(4, 2);"], ["Console.WriteLine();", "RegisterComponents();"])),
        // One call for all of them.
        ("REG6016", Net(["readonly Linear fc1 = Linear(4, 2);", "readonly Linear fc2 = Linear(2, 2);"], ["Console.WriteLine();"]),
            Net(["readonly Linear fc1 = Linear(4, 2);", "readonly Linear fc2 = Linear(2, 2);"], ["Console.WriteLine();", "RegisterComponents();"])),
        // A constructor on one line stays on it.
        ("REG6016", Line("{ }"), Line("{ RegisterComponents(); }")),
        ("REG6016", Line("{}"), Line("{ RegisterComponents(); }")),
        ("REG6016", Line("{ Console.WriteLine(); }"), Line("{ Console.WriteLine(); RegisterComponents(); }")),
        ("REG6016", Line("{ Console.WriteLine();}"), Line("{ Console.WriteLine(); RegisterComponents(); }")),
        ("REG6016", Line("{ /* all set */ }"), Line("{ /* all set */ RegisterComponents(); }")),
        ("REG6016", Line("{\n        // All set.\n    }"), Line("{\n        // All set.\n        RegisterComponents();\n    }")),
        ("REG6016", Line("\n    {\n    }"), Line("\n    {\n        RegisterComponents();\n    }")),
        // A comment belongs to its statement.
        ("REG6016", Net(["readonly Linear fc;"], ["fc = Linear(4, 2); // head"]),
            Net(["readonly Linear fc;"], ["fc = Linear(4, 2); // head", "RegisterComponents();"])),
        ("REG6016", Net(["readonly Linear fc;"], ["RegisterComponents();", "fc = Linear(2, 2);"]),
            Net(["readonly Linear fc;"], ["fc = Linear(2, 2);", "RegisterComponents();"])),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG6016", Net(["readonly Linear[] layers = new Linear[2];"], ["RegisterComponents();"])),
        ("REG6016", Net(["readonly Dictionary<string, Linear> layers = new() { [\"a\"] = Linear(4, 4) };"], ["RegisterComponents();"])),
        ("REG6016", Net(["readonly Lazy<Linear> layer = new(() => Linear(4, 4));"], ["RegisterComponents();"])),
        ("REG6016", "class Net : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 2); public Net() : base(\"Net\") { } public Net(string name) : base(name) { } public override Tensor forward(Tensor x) => fc.call(x); }"),
    ];

    /// <summary>A module whose constructor has this body.</summary>
    private static string Line(string constructor) => $$"""
        class Net : Module<Tensor, Tensor>
        {
            readonly Linear fc = Linear(4, 2);
            public Net() : base("Net") {{constructor}}
            public override Tensor forward(Tensor x) => fc.call(x);
        }
        """;

    /// <summary>A module with these fields and these statements in its constructor, each on its line.</summary>
    private static string Net(string[] fields, string[] constructor) => $$"""
        class Net : Module<Tensor, Tensor>
        {
            {{string.Join("\n    ", fields)}}
            public Net() : base("Net")
            {
                {{string.Join("\n        ", constructor)}}
            }
            public override Tensor forward(Tensor x) => x;
        }
        """;
}
