namespace Regimen.Torch;

/// <summary>An operator or another call into libtorch failed.</summary>
public sealed class TorchException : Exception
{
    /// <summary>Makes an exception for a failed call.</summary>
    /// <param name="operation">The operator with its namespace, or the C function: <c>aten::mm</c>.</param>
    /// <param name="reason">libtorch's own message; empty where this libtorch does not reveal it.</param>
    public TorchException(string operation, string reason)
        : base($"{operation} failed: {(reason.Length > 0 ? reason : "libtorch wrote the reason to standard error")}")
    {
        Operation = operation;
        Reason = reason;
    }

    /// <summary>The operator with its namespace, or the C function.</summary>
    public string Operation { get; }

    /// <summary>libtorch's message, empty before libtorch 2.13 where only standard error has it.</summary>
    public string Reason { get; }
}
