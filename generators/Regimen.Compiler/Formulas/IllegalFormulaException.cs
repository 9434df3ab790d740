namespace Regimen.Compiler.Formulas;

/// <summary>A formula that means nothing: a fault of the compiler, never of the user's declaration.</summary>
internal sealed class IllegalFormulaException(string message) : Exception(message);
