namespace Regimen.Compiler.Text;

/// <summary>What tells a generated declaration from the user's own: an analyzer sees both.</summary>
internal static class GeneratedMark
{
    /// <summary>Stands before every generated type, so that tools leave it alone.</summary>
    public const string Text = "[global::System.CodeDom.Compiler.GeneratedCode(\"Regimen\", \"0.1\")]";
}
