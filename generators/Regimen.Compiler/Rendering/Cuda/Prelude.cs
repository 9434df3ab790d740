namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>What the kernels of a file have in common. It needs no header: NVRTC has the functions of mathematics built in.</summary>
internal static class Prelude
{
    /// <summary>The kernels that join partial results, with the types of their parameters.</summary>
    public static IReadOnlyList<CudaKernel> Joins { get; } =
    [
        new("joinSum", ["double*", "int", "int", "real*"]),
        new("joinSumToDouble", ["double*", "int", "int", "double*"]),
        new("joinMaximum", ["double*", "int", "int", "real*"]),
        new("joinMaximumToDouble", ["double*", "int", "int", "double*"]),
        new("joinMoments", ["double*", "int", "int", "real*", "real*"]),
        new("joinMomentsToDouble", ["double*", "int", "int", "double*", "double*"]),
    ];

    /// <summary>Numbers, positions, draws.</summary>
    public const string Scalars = """
        #ifndef REAL
        #define REAL float
        #endif
        #ifndef INDEX
        #define INDEX int
        #endif
        typedef REAL real;
        typedef INDEX index_t;

        extern __shared__ double scratch[];

        namespace op
        {
            static __device__ inline float exp(float x) { return expf(x); }
            static __device__ inline double exp(double x) { return ::exp(x); }
            static __device__ inline float log(float x) { return logf(x); }
            static __device__ inline double log(double x) { return ::log(x); }
            static __device__ inline float log1p(float x) { return log1pf(x); }
            static __device__ inline double log1p(double x) { return ::log1p(x); }
            static __device__ inline float sqrt(float x) { return sqrtf(x); }
            static __device__ inline double sqrt(double x) { return ::sqrt(x); }
            static __device__ inline float sin(float x) { return sinf(x); }
            static __device__ inline double sin(double x) { return ::sin(x); }
            static __device__ inline float cos(float x) { return cosf(x); }
            static __device__ inline double cos(double x) { return ::cos(x); }
            static __device__ inline float tanh(float x) { return tanhf(x); }
            static __device__ inline double tanh(double x) { return ::tanh(x); }
            static __device__ inline float erf(float x) { return erff(x); }
            static __device__ inline double erf(double x) { return ::erf(x); }
            static __device__ inline float floor(float x) { return floorf(x); }
            static __device__ inline double floor(double x) { return ::floor(x); }
            static __device__ inline float absolute(float x) { return fabsf(x); }
            static __device__ inline double absolute(double x) { return fabs(x); }
            static __device__ inline int absolute(int x) { return x < 0 ? -x : x; }
            static __device__ inline unsigned absolute(unsigned x) { return x; }

            // a·b + c with one rounding.
            static __device__ inline float multiplyAdd(float a, float b, float c) { return fmaf(a, b, c); }
            static __device__ inline double multiplyAdd(double a, double b, double c) { return fma(a, b, c); }

            // 1/(1 + exp(−x)), without overflow on either side.
            template <class T> static __device__ inline T sigmoid(T x)
            {
                const T e = exp(-absolute(x));
                return (x >= 0 ? T(1) : e) / (1 + e);
            }

            // The larger or smaller; not a number if either is none; +0 is larger than −0.
            template <class T> static __device__ inline T maximum(T a, T b) { return a > b ? a : b > a ? b : a == b && a != 0 ? a : a + b; }
            template <class T> static __device__ inline T minimum(T a, T b) { return a < b ? a : b < a ? b : a == b && a != 0 ? a : -(-a + -b); }

            static __device__ inline double infinity()
            {
                union { unsigned long long bits; double value; } of;
                of.bits = 0x7ff0000000000000ull;
                return of.value;
            }

            // bfloat16: the upper half of a float, to nearest, ties to even.
            static __device__ inline real fromBFloat16(unsigned short x)
            {
                union { unsigned bits; float value; } of;
                of.bits = (unsigned)x << 16;
                return of.value;
            }

            static __device__ inline unsigned short toBFloat16(float x)
            {
                union { unsigned bits; float value; } of;
                of.value = x;
                return x != x ? 0x7fc0 : (of.bits + 0x7fff + ((of.bits >> 16) & 1)) >> 16;
            }

            // By way of a float whose last bit says that something was cut off, so that nothing is rounded twice.
            static __device__ inline unsigned short toBFloat16(double x)
            {
                union { unsigned bits; float value; } of;
                of.value = (float)x;
                if (of.value == x || x != x || absolute(of.value) == infinity())
                    return toBFloat16(of.value);
                if (absolute((double)of.value) > absolute(x))
                    of.bits--;
                of.bits |= 1;
                return toBFloat16(of.value);
            }

            static __device__ inline index_t quotient(index_t value, index_t divisor) { return value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor); }
            static __device__ inline index_t remainder(index_t value, index_t divisor) { return value - quotient(value, divisor) * divisor; }
            static __device__ inline bool isIn(index_t position, index_t length) { return position >= 0 && position < length; }

            // Word element mod 4 of Philox4x32-10 (Salmon et al. 2011) with counter (element / 4, sample, epoch, purpose).
            static __device__ inline unsigned draw(const unsigned* seed, unsigned element, unsigned sample, unsigned epoch, unsigned purpose)
            {
                unsigned k0 = seed[0], k1 = seed[1], c0 = element / 4, c1 = sample, c2 = epoch, c3 = purpose;
                for (int round = 0; round < 10; round++)
                {
                    const unsigned long long p0 = 0xD2511F53ull * c0, p1 = 0xCD9E8D57ull * c2;
                    c0 = (unsigned)(p1 >> 32) ^ c1 ^ k0;
                    c1 = (unsigned)p1;
                    c2 = (unsigned)(p0 >> 32) ^ c3 ^ k1;
                    c3 = (unsigned)p0;
                    k0 += 0x9E3779B9u;
                    k1 += 0xBB67AE85u;
                }

                return element % 4 == 0 ? c0 : element % 4 == 1 ? c1 : element % 4 == 2 ? c2 : c3;
            }
        }

        """;

    /// <summary>What threads join, in an order that is always the same.</summary>
    public const string Joining = """
        namespace op
        {
            static __device__ inline index_t firstLane() { return (index_t)blockIdx.x * blockDim.x + threadIdx.x; }
            static __device__ inline index_t allLanes() { return (index_t)gridDim.x * blockDim.x; }
            static __device__ inline index_t turn() { return (index_t)blockIdx.y * blockDim.y + threadIdx.y; }
            static __device__ inline index_t allTurns() { return (index_t)gridDim.y * blockDim.y; }
            static __device__ inline index_t block() { return (index_t)blockIdx.y * gridDim.x + blockIdx.x; }
            static __device__ inline index_t thread() { return (turn() * gridDim.x + blockIdx.x) * blockDim.x + threadIdx.x; }

            struct Sum { template <class T> static __device__ inline T of(T a, T b) { return a + b; } };
            struct Maximum { template <class T> static __device__ inline T of(T a, T b) { return maximum(a, b); } };

            // Over the lanes of a warp, as a butterfly: the same for every thread.
            template <class Join, class T> static __device__ inline T warpJoin(T value)
            {
                for (int distance = 16; distance > 0; distance /= 2)
                    value = Join::of(value, __shfl_xor_sync(0xffffffffu, value, distance));
                return value;
            }

            // Over the threads that share a turn: a warp, or a whole block.
            template <class Join, class T> static __device__ inline T unitJoin(T value)
            {
                value = warpJoin<Join>(value);
                if (blockDim.x <= 32)
                    return value;
                T* warps = (T*)scratch;
                if (threadIdx.x % 32 == 0)
                    warps[threadIdx.x / 32] = value;
                __syncthreads();
                value = warps[0];
                for (int warp = 1; warp < blockDim.x / 32; warp++)
                    value = Join::of(value, warps[warp]);
                __syncthreads();
                return value;
            }

            template <class T> static __device__ inline T unitSum(T value) { return unitJoin<Sum>(value); }
            template <class T> static __device__ inline T unitMaximum(T value) { return unitJoin<Maximum>(value); }

            static __device__ inline void unitBarrier()
            {
                if (blockDim.x > 32)
                    __syncthreads();
                else
                    __syncwarp();
            }

            // The larger value, that which is not a number before all; of equals the one that comes first.
            template <class T> static __device__ inline void prefer(T& best, int& at, T value, int position)
            {
                const bool isNone = value != value, bestIsNone = best != best;
                if (isNone != bestIsNone ? isNone : value > best || ((isNone || value == best) && position < at))
                {
                    best = value;
                    at = position;
                }
            }

            template <class T> static __device__ inline int unitPosition(T best, int at)
            {
                for (int distance = 16; distance > 0; distance /= 2)
                {
                    const T value = __shfl_xor_sync(0xffffffffu, best, distance);
                    const int position = __shfl_xor_sync(0xffffffffu, at, distance);
                    prefer(best, at, value, position);
                }

                if (blockDim.x <= 32)
                    return at;
                const int warps = blockDim.x / 32;
                T* values = (T*)scratch;
                int* positions = (int*)(scratch + warps);
                if (threadIdx.x % 32 == 0)
                {
                    values[threadIdx.x / 32] = best;
                    positions[threadIdx.x / 32] = at;
                }

                __syncthreads();
                for (int warp = 0; warp < warps; warp++)
                    prefer(best, at, values[warp], positions[warp]);
                __syncthreads();
                return at;
            }

            // Mean and squared deviations of a stream (Welford 1962), and of two (Chan, Golub and LeVeque 1983).
            template <class T> struct Moments
            {
                T count, mean, squares;

                __device__ inline void add(T value)
                {
                    count += 1;
                    const T deviation = value - mean;
                    mean += deviation / count;
                    squares += deviation * (value - mean);
                }

                __device__ inline void join(T more, T otherMean, T otherSquares)
                {
                    if (more == 0)
                        return;
                    const T total = count + more, delta = otherMean - mean;
                    squares += otherSquares + delta * delta * count * more / total;
                    mean += delta * more / total;
                    count = total;
                }
            };

            // Partial results in memory: parts of one lie a distance apart.
            static __device__ inline void clearSum(double* at) { *at = 0; }
            static __device__ inline void clearMaximum(double* at) { *at = -infinity(); }
            static __device__ inline void clearMoments(double* at, int distance) { at[0] = at[distance] = at[2 * (long long)distance] = 0; }
            static __device__ inline void addSum(double* at, double value) { *at += value; }
            static __device__ inline void addMaximum(double* at, double value) { *at = maximum(*at, value); }

            static __device__ inline void putMoments(double* at, int distance, const Moments<double>& moments)
            {
                at[0] = moments.count;
                at[distance] = moments.mean;
                at[2 * (long long)distance] = moments.squares;
            }

            static __device__ inline void addMoments(double* at, int distance, double value)
            {
                Moments<double> moments = {at[0], at[distance], at[2 * (long long)distance]};
                moments.add(value);
                putMoments(at, distance, moments);
            }

            // Over the threads of a block with the same lane; the first has the result.
            template <class Join> static __device__ inline double columnJoin(double value)
            {
                scratch[threadIdx.y * blockDim.x + threadIdx.x] = value;
                __syncthreads();
                if (threadIdx.y == 0)
                {
                    for (int y = 1; y < blockDim.y; y++)
                        value = Join::of(value, scratch[y * blockDim.x + threadIdx.x]);
                }

                __syncthreads();
                return value;
            }

            // Over all threads of a block; the first has the result.
            template <class Join> static __device__ inline double blockJoin(double value)
            {
                const int thread = threadIdx.y * blockDim.x + threadIdx.x, warps = blockDim.x * blockDim.y / 32;
                value = warpJoin<Join>(value);
                if (thread % 32 == 0)
                    scratch[thread / 32] = value;
                __syncthreads();
                if (thread == 0)
                {
                    for (int warp = 1; warp < warps; warp++)
                        value = Join::of(value, scratch[warp]);
                }

                __syncthreads();
                return value;
            }

            template <class Join> static __device__ inline void storeColumn(double* at, double value, bool isThere)
            {
                value = columnJoin<Join>(value);
                if (threadIdx.y == 0 && isThere)
                    *at = value;
            }

            template <class Join> static __device__ inline void storeBlock(double* at, double value)
            {
                value = blockJoin<Join>(value);
                if (threadIdx.x == 0 && threadIdx.y == 0)
                    *at = value;
            }

            static __device__ inline void storeColumnSum(double* at, double value, bool isThere) { storeColumn<Sum>(at, value, isThere); }
            static __device__ inline void storeColumnMaximum(double* at, double value, bool isThere) { storeColumn<Maximum>(at, value, isThere); }
            static __device__ inline void storeBlockSum(double* at, double value) { storeBlock<Sum>(at, value); }
            static __device__ inline void storeBlockMaximum(double* at, double value) { storeBlock<Maximum>(at, value); }

            // The moments of threads a stride apart, the first's and those after it.
            template <class T> static __device__ inline Moments<double> joinThreads(const Moments<T>& own, int first, int stride, int count)
            {
                const int thread = threadIdx.y * blockDim.x + threadIdx.x, threads = blockDim.x * blockDim.y;
                scratch[thread] = own.count;
                scratch[threads + thread] = own.mean;
                scratch[2 * threads + thread] = own.squares;
                __syncthreads();
                Moments<double> all = {0, 0, 0};
                if (thread == first)
                {
                    for (int other = first; count > 0; other += stride, count--)
                        all.join(scratch[other], scratch[threads + other], scratch[2 * threads + other]);
                }

                __syncthreads();
                return all;
            }

            template <class T> static __device__ inline void storeColumnMoments(double* at, int distance, const Moments<T>& own, bool isThere)
            {
                const Moments<double> all = joinThreads(own, threadIdx.x, blockDim.x, blockDim.y);
                if (threadIdx.y == 0 && isThere)
                    putMoments(at, distance, all);
            }

            template <class T> static __device__ inline void storeBlockMoments(double* at, int distance, const Moments<T>& own)
            {
                const Moments<double> all = joinThreads(own, 0, 1, blockDim.x * blockDim.y);
                if (threadIdx.x == 0 && threadIdx.y == 0)
                    putMoments(at, distance, all);
            }

            // The chunks' results in their order.
            template <class Join, class T> static __device__ inline void joinChunks(const double* partial, int chunks, int count, T* result)
            {
                const index_t element = firstLane();
                if (element >= count)
                    return;
                double joined = partial[element];
                for (int chunk = 1; chunk < chunks; chunk++)
                    joined = Join::of(joined, partial[(long long)chunk * count + element]);
                result[element] = (T)joined;
            }

            template <class T> static __device__ inline void joinMoments(const double* partial, int chunks, int count, T* mean, T* variance)
            {
                const index_t element = firstLane();
                if (element >= count)
                    return;
                Moments<double> all = {0, 0, 0};
                for (int chunk = 0; chunk < chunks; chunk++)
                {
                    const double* at = partial + 3ll * chunk * count + element;
                    all.join(at[0], at[count], at[2ll * count]);
                }

                mean[element] = (T)all.mean;
                variance[element] = (T)(all.squares / all.count);
            }
        }

        extern "C" __global__ void joinSum(double* partial, int chunks, int count, real* result) { op::joinChunks<op::Sum>(partial, chunks, count, result); }
        extern "C" __global__ void joinSumToDouble(double* partial, int chunks, int count, double* result) { op::joinChunks<op::Sum>(partial, chunks, count, result); }
        extern "C" __global__ void joinMaximum(double* partial, int chunks, int count, real* result) { op::joinChunks<op::Maximum>(partial, chunks, count, result); }
        extern "C" __global__ void joinMaximumToDouble(double* partial, int chunks, int count, double* result) { op::joinChunks<op::Maximum>(partial, chunks, count, result); }
        extern "C" __global__ void joinMoments(double* partial, int chunks, int count, real* mean, real* variance) { op::joinMoments(partial, chunks, count, mean, variance); }
        extern "C" __global__ void joinMomentsToDouble(double* partial, int chunks, int count, double* mean, double* variance) { op::joinMoments(partial, chunks, count, mean, variance); }

        """;
}
