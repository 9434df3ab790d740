// libtorch's threads are the machine's: tests that train in parallel would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
