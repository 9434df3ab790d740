using System.Runtime.CompilerServices;

// The vector forms of Philox and dropout are internal; tests compare each with the scalar one, whichever this machine would choose.
[assembly: InternalsVisibleTo("Regimen.Tests")]
