using System.Runtime.CompilerServices;

namespace Regimen.Randomness;

/// <summary>
/// The sequence of draws that belongs to (seed, purpose, major, minor): the words of <see cref="Philox"/> with key = seed and counter =
/// (block number, minor, major, purpose), in order, 2³⁴ of them before it repeats. A value; copying it copies its position. Allocates nothing.
/// Integers and uniform numbers are the same on every machine; normal, gamma and beta numbers as far as its logarithm and cosine are.
/// </summary>
/// <param name="seed">Key of the whole run.</param>
/// <param name="purpose">What the draws are for.</param>
/// <param name="major">By convention the epoch, or the index of a parameter.</param>
/// <param name="minor">By convention the batch in the epoch, or 0.</param>
public struct RandomStream(ulong seed, RandomPurpose purpose, uint major, uint minor)
{
    private readonly ulong _seed = seed;
    private readonly uint _purpose = (uint)purpose;
    private readonly uint _major = major;
    private readonly uint _minor = minor;
    private uint _block;
    private int _left;
    private uint _x1;
    private uint _x2;
    private uint _x3;

    /// <summary>The next 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextUInt32()
    {
        if (_left == 0)
            return NextBlock();

        // A queue of three: the word in front leaves, the others move up.
        var word = _x1;
        _x1 = _x2;
        _x2 = _x3;
        _left--;
        return word;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2⁻⁵³: the upper 53 of 64 bits, of which the first word is the upper half.</summary>
    public double NextDouble()
    {
        var high = (ulong)NextUInt32();
        return (((high << 32) | NextUInt32()) >> 11) * (1.0 / (1ul << 53));
    }

    /// <summary>Uniform in 0 … <paramref name="bound"/> − 1 without bias (Lemire 2019, "Fast random integer generation in an interval").</summary>
    /// <param name="bound">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is below 1.</exception>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (uint)bound;
        var product = (ulong)NextUInt32() * range;
        if ((uint)product < range)
        {
            // 2³² mod range: products whose low half is below it would make some results likelier.
            var threshold = (0u - range) % range;
            while ((uint)product < threshold)
                product = (ulong)NextUInt32() * range;
        }

        return (int)(product >> 32);
    }

    /// <summary>Normal with mean 0 and standard deviation 1 (Box and Muller 1958): always two uniform draws, so positions stay predictable.</summary>
    public double NextNormal()
    {
        // 1 − u lies in (0, 1], where the logarithm is finite.
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>Gamma with the given shape and scale 1 (Marsaglia and Tsang 2000). Never NaN; a tiny shape often gives a result too small for a double, which is 0.</summary>
    /// <param name="shape">Shape k, from 1e-300 to 1e300; the mean is k.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shape"/> is out of its range.</exception>
    public double NextGamma(double shape) => Math.Exp(NextLogGamma(shape));

    /// <summary>Beta, as X/(X + Y) of two gamma draws, computed from their logarithms: with tiny shapes it is 0 or 1, never NaN.</summary>
    /// <param name="a">First shape, from 1e-300 to 1e300; the mean is a/(a + b).</param>
    /// <param name="b">Second shape, in the same range.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shape is out of its range.</exception>
    public double NextBeta(double a, double b)
    {
        var x = NextLogGamma(a);
        var y = NextLogGamma(b);
        return 1 / (1 + Math.Exp(y - x));
    }

    /// <summary>The logarithm of a gamma draw, which stays finite where the draw itself underflows.</summary>
    private double NextLogGamma(double shape)
    {
        if (!(shape is >= 1e-300 and <= 1e300))
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "A shape must lie between 1e-300 and 1e300.");

        // Below 1: Gamma(k) = Gamma(k + 1)·U^(1/k).
        var boost = shape < 1 ? Math.Log(1 - NextDouble()) / shape : 0;
        var d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = NextNormal();
            var root = 1 + (c * x);
            if (root <= 0)
                continue;

            var v = root * root * root;
            var logV = 3 * Math.Log(root);
            if (Math.Log(1 - NextDouble()) < (0.5 * x * x) + (d * (1 - v + logV)))
                return Math.Log(d) + logV + boost;
        }
    }

    // Not inlined: three calls of four don't come here.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint NextBlock()
    {
        (var first, _x1, _x2, _x3) = Philox.Block(_seed, _block++, _minor, _major, _purpose);
        _left = 3;
        return first;
    }
}
