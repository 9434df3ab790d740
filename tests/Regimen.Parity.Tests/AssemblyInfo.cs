// libtorch's threads and PyTorch's already take all cores; a second test beside them would only slow both.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
