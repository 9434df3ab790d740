using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharpOnDebian12;

/// <summary>
/// Lets TorchSharp 0.107's native library load where the system's libstdc++ is older than GCC 13's, such as on Debian 12. For tests and
/// benchmarks only.
/// </summary>
/// <remarks>
/// The library demands the symbol version <c>GLIBCXX_3.4.32</c>. All it takes from there is std::ios_base_library_init, which GCC 13's
/// &lt;iostream&gt; names so that the run time which starts the standard streams is linked, and which no relocation uses; libtorch starts
/// the streams too. With the demand marked as weak, the loader goes on without that version.
/// </remarks>
internal static class WeakSymbolVersion
{
    public const string Version = "GLIBCXX_3.4.32";

    private const uint VersionNeeds = 0x6FFFFFFE; // SHT_GNU_verneed
    private const ushort Weak = 2; // VER_FLG_WEAK

    /// <summary>Whether this system's libstdc++ lacks the version. The .NET host has loaded that library.</summary>
    public static bool IsNeeded { get; } = IsMissing();

    /// <summary>Replaces TorchSharp's library in a program's output folder where that is needed. To be called before TorchSharp is used.</summary>
    /// <param name="folder">The output folder.</param>
    public static void Apply(string folder)
    {
        var path = Path.Combine(folder, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");
        if (!IsNeeded || !File.Exists(path))
            return;
        var image = File.ReadAllBytes(path);
        if (!Weaken(image))
            return;

        // A new file in its place: the old one may be a link into NuGet's cache. With its time, so that a build does not copy it again.
        var time = File.GetLastWriteTimeUtc(path);
        var fresh = Path.Combine(Path.GetDirectoryName(path)!, Path.GetRandomFileName());
        File.WriteAllBytes(fresh, image);
        File.SetLastWriteTimeUtc(fresh, time);
        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Marks every demand for the version as weak.</summary>
    /// <param name="image">A 64-bit little-endian ELF library; changed.</param>
    /// <returns>Whether there was one that was not weak.</returns>
    private static bool Weaken(Span<byte> image)
    {
        var changed = false;
        var sections = (int)BinaryPrimitives.ReadUInt64LittleEndian(image[0x28..]);
        var size = BinaryPrimitives.ReadUInt16LittleEndian(image[0x3A..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(image[0x3C..]);
        for (var index = 0; index < count; index++)
        {
            ReadOnlySpan<byte> section = image[(sections + (index * size))..];
            if (BinaryPrimitives.ReadUInt32LittleEndian(section[4..]) != VersionNeeds)
                continue;
            var need = (int)BinaryPrimitives.ReadUInt64LittleEndian(section[24..]);
            var names = sections + ((int)BinaryPrimitives.ReadUInt32LittleEndian(section[40..]) * size);
            changed |= WeakenNeeds(image, need, (int)BinaryPrimitives.ReadUInt64LittleEndian(image[(names + 24)..]));
        }

        return changed;
    }

    // A chain of libraries (Elf64_Verneed), each with a chain of versions (Elf64_Vernaux).
    private static bool WeakenNeeds(Span<byte> image, int need, int strings)
    {
        var changed = false;
        for (var step = -1; step != 0; need += step)
        {
            var entry = need + (int)BinaryPrimitives.ReadUInt32LittleEndian(image[(need + 8)..]);
            for (var left = BinaryPrimitives.ReadUInt16LittleEndian(image[(need + 2)..]); left > 0; left--)
            {
                var flags = image[(entry + 4)..];
                var name = image[(strings + (int)BinaryPrimitives.ReadUInt32LittleEndian(image[(entry + 8)..]))..];
                var value = BinaryPrimitives.ReadUInt16LittleEndian(flags);
                if ((value & Weak) == 0 && name[..name.IndexOf((byte)0)].SequenceEqual(Encoding.ASCII.GetBytes(Version)))
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(flags, (ushort)(value | Weak));
                    changed = true;
                }

                entry += (int)BinaryPrimitives.ReadUInt32LittleEndian(image[(entry + 12)..]);
            }

            step = (int)BinaryPrimitives.ReadUInt32LittleEndian(image[(need + 12)..]);
        }

        return changed;
    }

    private static bool IsMissing()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return false;
        using var process = Process.GetCurrentProcess();
        var library = process.Modules.Cast<ProcessModule>().FirstOrDefault(module => Path.GetFileName(module.FileName).StartsWith("libstdc++.so", StringComparison.Ordinal));
        return library is not null && File.ReadAllBytes(library.FileName).AsSpan().IndexOf(Encoding.ASCII.GetBytes(Version)) < 0;
    }
}
