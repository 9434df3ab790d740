using Regimen.Lanes;

namespace Regimen.Tests.Lanes;

/// <summary>The kinds of lanes that tests run over.</summary>
internal interface IProperty
{
    /// <summary>Checks one kind of lanes.</summary>
    static abstract void Hold<V, T>(Func<double, T> round)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, IEquatable<T>;
}

internal static class Laned
{
    /// <summary>Checks a property of lanes that respect counts.</summary>
    public static void Part<TProperty>()
        where TProperty : IProperty
    {
        TProperty.Hold<Lanes512<float, Part>, float>(value => (float)value);
        TProperty.Hold<Lanes256<float, Part>, float>(value => (float)value);
        TProperty.Hold<Lanes64<double, Part>, double>(value => value);
    }

    /// <summary>Checks a property of all lanes.</summary>
    public static void Every<TProperty>()
        where TProperty : IProperty
    {
        Part<TProperty>();
        TProperty.Hold<Lanes512<float, Full>, float>(value => (float)value);
        TProperty.Hold<Lanes256<float, Full>, float>(value => (float)value);
        TProperty.Hold<Lanes64<double, Full>, double>(value => value);
    }

    /// <summary>The lanes as an array.</summary>
    public static unsafe T[] Values<V, T>(V lanes)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        var values = new T[Lane.Count];
        fixed (T* to = values)
            V.Store(lanes, to, Lane.Count);
        return values;
    }

    /// <summary>Lanes from an array.</summary>
    public static unsafe V Of<V, T>(T[] values)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        fixed (T* from = values)
            return V.Load(from, Lane.Count);
    }
}
