namespace Regimen;

/// <summary>A file that a data set's authors published gzipped: <c>Name.gz</c>.</summary>
/// <param name="Name">Its name once inflated.</param>
/// <param name="Length">Its length once inflated, in bytes.</param>
/// <param name="Sha256">The SHA-256 of what is inflated, in lower-case hexadecimal digits: mirrors may compress it again.</param>
internal sealed record PublishedFile(string Name, long Length, string Sha256);
