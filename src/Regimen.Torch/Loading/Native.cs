using System.Runtime.CompilerServices;

namespace Regimen.Torch.Loading;

/// <summary>The bound functions of this process's libtorch.</summary>
internal static unsafe class Native
{
    private static readonly Lock s_gate = new();

    // Volatile, so a reader that sees the pointer sees the whole table behind it.
    private static volatile nint s_table;

    /// <summary>The bound functions; loads libtorch on first use.</summary>
    /// <exception cref="LibTorchNotFoundException">libtorch is missing or too old.</exception>
    internal static Functions* Api
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var table = s_table;
            return table != 0 ? (Functions*)table : Load();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Functions* Load()
    {
        // A static constructor would hide the exception inside another one and forbid a second attempt.
        lock (s_gate)
        {
            if (s_table == 0)
            {
                ThreadDefault.Apply();
                s_table = (nint)FunctionBinder.Bind(LibraryFinder.ForProcess());
            }

            return (Functions*)s_table;
        }
    }

    /// <summary>Turns a C function's error code into an exception.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int error, string function)
    {
        if (error != 0)
            ThrowLast(function);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void ThrowLast(string operation)
    {
        var getter = Api->LastError;
        var message = getter == null ? null : new string((sbyte*)getter());
        throw new TorchException(operation, message?.Trim() ?? "");
    }
}
