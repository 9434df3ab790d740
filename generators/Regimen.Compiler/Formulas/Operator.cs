namespace Regimen.Compiler.Formulas;

/// <summary>What is done to each element. A target renders each of these; there are no others.</summary>
internal enum Operator
{
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,

    /// <summary>a·b + c with one rounding. A node of its own: no compiler adds one, so that targets agree.</summary>
    MultiplyAdd,
    Maximum,
    Minimum,
    Absolute,
    Floor,
    Exp,
    Log,

    /// <summary>log(1 + x).</summary>
    Log1p,
    Sqrt,
    Sin,
    Cos,
    Tanh,
    Erf,

    /// <summary>1/(1 + exp(−x)).</summary>
    Sigmoid,
    Less,
    LessOrEqual,
    Equal,
    And,
    Or,
    Not,

    /// <summary>The second where the first holds, else the third.</summary>
    Select,
}

/// <summary>What is known of an operator whatever its operands are.</summary>
internal static class Operators
{
    /// <summary>How many operands it takes.</summary>
    public static int Arity(this Operator op) => op switch
    {
        Operator.MultiplyAdd or Operator.Select => 3,
        Operator.Negate or Operator.Absolute or Operator.Floor or Operator.Exp or Operator.Log or Operator.Log1p or Operator.Sqrt or Operator.Sin
            or Operator.Cos or Operator.Tanh or Operator.Erf or Operator.Sigmoid or Operator.Not => 1,
        _ => 2,
    };

    /// <summary>Whether it compares, so that its result is a truth value.</summary>
    public static bool IsComparison(this Operator op) => op is Operator.Less or Operator.LessOrEqual or Operator.Equal;

    /// <summary>Whether its operands and its result are truth values.</summary>
    public static bool IsLogical(this Operator op) => op is Operator.And or Operator.Or or Operator.Not;

    /// <summary>Whether it exists for integers; the others need a floating type.</summary>
    public static bool IsForIntegers(this Operator op) => op
        is Operator.Negate or Operator.Add or Operator.Subtract or Operator.Multiply or Operator.Divide or Operator.Maximum or Operator.Minimum
        or Operator.Absolute or Operator.Select || op.IsComparison();

    /// <summary>Whether the order of its two operands does not matter.</summary>
    public static bool IsCommutative(this Operator op) =>
        op is Operator.Add or Operator.Multiply or Operator.Maximum or Operator.Minimum or Operator.Equal or Operator.And or Operator.Or;

    /// <summary>What it costs per element, in additions; what a schedule weighs against reading memory again.</summary>
    public static double Price(this Operator op) => op switch
    {
        Operator.Divide or Operator.Sqrt => 4,
        Operator.Exp or Operator.Log or Operator.Log1p or Operator.Sigmoid => 12,
        Operator.Tanh or Operator.Erf or Operator.Sin or Operator.Cos => 20,
        _ => 1,
    };
}
