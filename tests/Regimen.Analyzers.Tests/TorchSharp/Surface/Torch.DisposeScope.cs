// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections.Generic;

#nullable enable

namespace TorchSharp
{
    public sealed class DisposeScope : IDisposable
    {
        internal DisposeScope() => throw null!;
        public IReadOnlyList<IDisposable> DisposablesView { get => throw null!; }
        public int DisposablesCount { get => throw null!; }
        public T MoveToOuter<T>(T disposable) where T : IDisposable => throw null!;
        public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable => throw null!;
        public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => throw null!;
        public void MoveToOuter(params IDisposable[] disposables) => throw null!;
        public void MoveToOuter(IEnumerable<IDisposable> disposables) => throw null!;
        public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable => throw null!;
        public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable => throw null!;
        public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => throw null!;
        public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) => throw null!;
        public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables) => throw null!;
        public T Detach<T>(T disposable) where T : IDisposable => throw null!;
        public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable => throw null!;
        public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => throw null!;
        public void Detach(params IDisposable[] disposables) => throw null!;
        public void Detach(IEnumerable<IDisposable> disposables) => throw null!;
        public void Attach(IDisposable disposable) => throw null!;
        public void Attach(params IDisposable[] disposables) => throw null!;
        public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables) => throw null!;
        public void DisposeEverything() => throw null!;
        public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep) => throw null!;
        public void DisposeEverythingBut(params IDisposable[] keep) => throw null!;
        public T DisposeEverythingBut<T>(T keep) where T : IDisposable => throw null!;
        public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable => throw null!;
        public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => throw null!;
        public void Dispose() => throw null!;
        public void MarkAsDisposed(IDisposable disposable) => throw null!;
        public bool Contains(IDisposable disposable) => throw null!;
    }

    public class DisposeScopeManager
    {
        public static ThreadDisposeScopeStatistics Statistics { get => throw null!; }
    }

    public class ThreadDisposeScopeStatistics
    {
        public long CreatedOutsideScopeCount { get => throw null!; }
        public long DisposedOutsideScopeCount { get => throw null!; }
        public long CreatedInScopeCount { get => throw null!; }
        public long DisposedInScopeCount { get => throw null!; }
        public long AttachedToScopeCount { get => throw null!; }
        public long DetachedFromScopeCount { get => throw null!; }
        public long ThreadTotalLiveCount { get => throw null!; }
        public void Reset() => throw null!;
        public override string ToString() => throw null!;
        public LifetimeStatistics TensorStatistics { get => throw null!; }
        public LifetimeStatistics PackedSequenceStatistics { get => throw null!; }
    }

    public class LifetimeStatistics
    {
        public long CreatedOutsideScopeCount { get => throw null!; }
        public long DisposedOutsideScopeCount { get => throw null!; }
        public long CreatedInScopeCount { get => throw null!; }
        public long DisposedInScopeCount { get => throw null!; }
        public long AttachedToScopeCount { get => throw null!; }
        public long DetachedFromScopeCount { get => throw null!; }
        public long ThreadTotalLiveCount { get => throw null!; }
        public void Reset() => throw null!;
        public override string ToString() => throw null!;
    }
}
