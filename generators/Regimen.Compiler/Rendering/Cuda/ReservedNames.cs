using Regimen.Compiler.Scheduling;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>Names that a kernel's variables must not have.</summary>
internal static class ReservedNames
{
    private const int Numbered = 64;

    private static readonly string[] Words =
    [
        // Of C++ and CUDA.
        "alignas", "alignof", "and", "asm", "auto", "bool", "break", "case", "catch", "char", "class", "const", "constexpr", "continue", "default",
        "delete", "do", "double", "else", "enum", "explicit", "export", "extern", "false", "float", "for", "friend", "goto", "if", "inline", "int",
        "long", "mutable", "namespace", "new", "not", "operator", "or", "private", "protected", "public", "register", "return", "short", "signed",
        "sizeof", "static", "struct", "switch", "template", "this", "throw", "true", "try", "typedef", "union", "unsigned", "using", "virtual",
        "void", "volatile", "while", "xor", "threadIdx", "blockIdx", "blockDim", "gridDim", "warpSize",

        // Of the prelude and of every kernel.
        "op", "real", "index_t", "REAL", "INDEX", "scratch", "lane", "lanes", "turn", "turns", "rest", "batch", "unit", "units", "row", "rows", "stride", "count",
    ];

    private static readonly string[] Stems = ["unit", "Units", "units", "row", "rows", "stride", "count", "elements", "Partial"];

    /// <summary>A source of names that gives none of these.</summary>
    public static NameSource Source() => new([.. Words, .. Stems.SelectMany(stem => Enumerable.Range(1, Numbered).Select(number => stem + CudaTypes.Whole(number)))]);
}
