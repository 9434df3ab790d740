namespace Regimen.Damage;

/// <summary>Damage to the bytes of a file, as disks, cables and editors do it.</summary>
internal static class Mutation
{
    private static readonly Func<byte[], Random, byte[]>[] _kinds = [FlipBits, Overwrite, Zero, Truncate, Extend, Swap, Remove, Insert, Letter];

    /// <summary>Damages a file in a random way; sometimes the result is the same file.</summary>
    public static byte[] Apply(byte[] whole, Random random) => _kinds[random.Next(_kinds.Length)]((byte[])whole.Clone(), random);

    private static byte[] FlipBits(byte[] file, Random random)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
            file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
        return file;
    }

    private static byte[] Overwrite(byte[] file, Random random)
    {
        random.NextBytes(Part(file, random));
        return file;
    }

    private static byte[] Zero(byte[] file, Random random)
    {
        Part(file, random).Clear();
        return file;
    }

    private static byte[] Truncate(byte[] file, Random random) => file[..random.Next(file.Length)];

    private static byte[] Extend(byte[] file, Random random)
    {
        var more = new byte[random.Next(1, 100)];
        if (random.Next(2) == 0)
            random.NextBytes(more);
        return [.. file, .. more];
    }

    private static byte[] Swap(byte[] file, Random random)
    {
        var length = random.Next(1, Math.Min(64, file.Length / 2));
        int first = random.Next(file.Length - length), second = random.Next(file.Length - length);
        var kept = file.AsSpan(first, length).ToArray();
        file.AsSpan(second, length).CopyTo(file.AsSpan(first));
        kept.CopyTo(file.AsSpan(second));
        return file;
    }

    private static byte[] Remove(byte[] file, Random random)
    {
        var at = random.Next(file.Length);
        return [.. file[..at], .. file[Math.Min(file.Length, at + random.Next(1, 20))..]];
    }

    private static byte[] Insert(byte[] file, Random random)
    {
        var at = random.Next(file.Length);
        return [.. file[..at], (byte)random.Next(256), .. file[at..]];
    }

    /// <summary>A letter or digit of a text: a slip that leaves the file well-formed. Most of a small file's text stands at its start.</summary>
    private static byte[] Letter(byte[] file, Random random)
    {
        var reach = Math.Min(file.Length, 2_500);
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var at = random.Next(reach);
            if (!char.IsAsciiLetterOrDigit((char)file[at]))
                continue;
            file[at] = char.IsAsciiDigit((char)file[at]) ? (byte)('0' + random.Next(10)) : (byte)('a' + random.Next(26));
            break;
        }

        return file;
    }

    private static Span<byte> Part(byte[] file, Random random)
    {
        var at = random.Next(file.Length);
        return file.AsSpan(at, random.Next(1, Math.Min(600, file.Length - at) + 1));
    }
}
