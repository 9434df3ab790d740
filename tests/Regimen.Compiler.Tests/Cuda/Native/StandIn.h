// Blocks, threads, shared memory, barriers and shuffles on the CPU: a thread is a context of its own, which runs until it waits for others.
// Blocks run one after the other. What would hang or be undefined on a device ends the process with a message: threads that wait at different
// barriers, a shuffle that not the whole warp takes part in, shared memory beyond what the launch asked for.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>
#include <ucontext.h>

#define __global__
#define __device__
#define __shared__

struct dim3
{
    unsigned x, y;
};

static dim3 threadIdx, blockIdx, blockDim, gridDim;

namespace standin
{
    const unsigned Warp = 32;
    const size_t Stack = 64 << 10;
    const unsigned long long Canary = 0x5aa5f00dcafebabeull;

    enum Wait { Nothing, Barrier, Shuffle, Done };

    struct Thread
    {
        ucontext_t context;
        dim3 index;
        Wait wait;
        double value, received;
        int distance;
        std::vector<char> stack;
    };

    static std::vector<Thread> threads;
    static ucontext_t scheduler;
    static Thread* current;
    static const std::function<void()>* body;

    static void fail(const char* message)
    {
        std::fprintf(stderr, "stand-in: block (%u, %u): %s\n", blockIdx.x, blockIdx.y, message);
        std::abort();
    }

    static void wait(Wait kind)
    {
        current->wait = kind;
        swapcontext(&current->context, &scheduler);
    }

    static void enter()
    {
        (*body)();
        wait(Done);
    }

    static void resume(Thread& thread)
    {
        current = &thread;
        threadIdx = thread.index;
        thread.wait = Nothing;
        swapcontext(&scheduler, &thread.context);
    }

    // Exchanges what the threads of a warp hold, once all of them wait for it.
    static bool exchange(size_t first)
    {
        for (size_t lane = 0; lane < Warp; lane++)
        {
            if (threads[first + lane].wait != Shuffle)
                return false;
        }

        for (size_t lane = 0; lane < Warp; lane++)
        {
            if (threads[first + lane].distance != threads[first].distance)
                fail("a warp shuffles over different distances.");
            threads[first + lane].received = threads[first + (lane ^ threads[first].distance)].value;
        }

        for (size_t lane = 0; lane < Warp; lane++)
            resume(threads[first + lane]);
        return true;
    }

    static void runBlock()
    {
        for (Thread& thread : threads)
        {
            getcontext(&thread.context);
            thread.context.uc_stack.ss_sp = thread.stack.data();
            thread.context.uc_stack.ss_size = Stack;
            thread.context.uc_link = &scheduler;
            makecontext(&thread.context, enter, 0);
        }

        for (Thread& thread : threads)
            resume(thread);
        while (true)
        {
            bool moved = false;
            for (size_t first = 0; first < threads.size(); first += Warp)
            {
                while (exchange(first))
                    moved = true;
            }

            if (moved)
                continue;
            size_t done = 0, waiting = 0;
            for (const Thread& thread : threads)
            {
                done += thread.wait == Done;
                waiting += thread.wait == Barrier;
            }

            if (done == threads.size())
                return;
            if (waiting != threads.size())
                fail("some threads wait for others that don't come.");
            for (Thread& thread : threads)
                resume(thread);
        }
    }
}

static void __syncthreads() { standin::wait(standin::Barrier); }

static double standinShuffle(double value, int distance)
{
    standin::current->value = value;
    standin::current->distance = distance;
    standin::wait(standin::Shuffle);
    return standin::current->received;
}

static void __syncwarp() { standinShuffle(0, 0); }

// Every type that is shuffled is exact as a double.
template <class T> static T __shfl_xor_sync(unsigned mask, T value, int distance)
{
    if (mask != 0xffffffffu)
        standin::fail("only whole warps can shuffle.");
    return (T)standinShuffle((double)value, distance);
}

extern double scratch[];

static void standinLaunch(const unsigned* shape, const std::function<void()>& body)
{
    gridDim = {shape[0], shape[1]};
    blockDim = {shape[2], shape[3]};
    const size_t count = (size_t)blockDim.x * blockDim.y;
    if (count == 0 || count > 1024 || blockDim.x % standin::Warp != 0 || gridDim.x == 0 || gridDim.y == 0 || gridDim.y > 65535)
        standin::fail("no such launch.");
    standin::threads.resize(count);
    standin::body = &body;
    for (size_t thread = 0; thread < count; thread++)
    {
        standin::threads[thread].index = {(unsigned)(thread % blockDim.x), (unsigned)(thread / blockDim.x)};
        standin::threads[thread].stack.resize(standin::Stack);
    }

    const size_t shared = shape[4] / sizeof(double);
    unsigned long long* canary = (unsigned long long*)scratch + shared;
    for (blockIdx.y = 0; blockIdx.y < gridDim.y; blockIdx.y++)
    {
        for (blockIdx.x = 0; blockIdx.x < gridDim.x; blockIdx.x++)
        {
            for (size_t at = 0; at < shared; at++)
                scratch[at] = NAN;
            for (size_t at = 0; at < 64; at++)
                canary[at] = standin::Canary;
            standin::runBlock();
            for (size_t at = 0; at < 64; at++)
            {
                if (canary[at] != standin::Canary)
                    standin::fail("shared memory was written beyond its end.");
            }
        }
    }
}
