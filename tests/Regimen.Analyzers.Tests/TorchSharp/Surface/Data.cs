// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections;
using System.Collections.Generic;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
        public static class utils
        {
#nullable disable
            public static class data
            {
                public static Modules.DataLoader DataLoader(Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw null!;
                public static Modules.DataLoader DataLoader(Dataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw null!;
                public static Modules.IterableDataLoader DataLoader(IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw null!;
                public static Modules.IterableDataLoader DataLoader(IterableDataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw null!;
                public static TensorDataset TensorDataset(params torch.Tensor[] tensors) => throw null!;

#nullable enable
                public abstract class Dataset : Dataset<Dictionary<string, torch.Tensor>>
                {
                }

                public abstract class IterableDataset : Dataset<IList<Tensor>>
                {
                }

#nullable disable
                public abstract class Dataset<T> : IDisposable
                {
                    public void Dispose() => throw null!;
                    public abstract long Count { get; }
                    public abstract T GetTensor(long index);
                    protected virtual void Dispose(bool disposing) => throw null!;
                }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    public class DataLoader : DataLoader<Dictionary<string, torch.Tensor>, Dictionary<string, torch.Tensor>>
    {
        internal DataLoader() => throw null!;
        public DataLoader(Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw null!;
        public DataLoader(Dataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw null!;
    }

    public class IterableDataLoader : DataLoader<IList<torch.Tensor>, IList<torch.Tensor>>
    {
        internal IterableDataLoader() => throw null!;
        public IterableDataLoader(IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw null!;
        public IterableDataLoader(IterableDataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw null!;
    }

#nullable enable
    public class DataLoader<T, S> : IEnumerable<S>, IDisposable
    {
        internal DataLoader() => throw null!;
        public Dataset<T> dataset { get => throw null!; }
        public int batch_size { get => throw null!; }
        public bool drop_last { get => throw null!; }
        public IEnumerable<long> sampler { get => throw null!; }
        public int num_workers { get => throw null!; }
        public Func<IEnumerable<T>, Device, S> collate_fn { get => throw null!; }
        public Device Device { get => throw null!; }
        public bool DisposeBatch { get => throw null!; }
        public bool DisposeDataset { get => throw null!; }
        public DataLoader(Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, torch.Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw null!;
        public DataLoader(Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, torch.Device, S> collate_fn, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw null!;
        public IEnumerator<S> GetEnumerator() => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
        public long Count { get => throw null!; }
        public void Dispose() => throw null!;
        protected virtual void Dispose(bool disposing) => throw null!;
    }

#nullable disable
    public class TensorDataset : torch.utils.data.IterableDataset
    {
        internal TensorDataset() => throw null!;
        public IList<torch.Tensor> this[long index] { get => throw null!; }
        public override long Count { get => throw null!; }
        public override IList<torch.Tensor> GetTensor(long index) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
    }
}
