// What NVRTC has built in and Clang, without NVIDIA's headers, has not: enough to compile generated kernels to PTX. The functions of
// mathematics stay calls of NVIDIA's device library.
#define __global__ __attribute__((global))
#define __device__ __attribute__((device))
#define __shared__ __attribute__((shared))

struct ClangDim
{
    unsigned x, y;
};

static __device__ inline ClangDim clangThread() { return {(unsigned)__nvvm_read_ptx_sreg_tid_x(), (unsigned)__nvvm_read_ptx_sreg_tid_y()}; }
static __device__ inline ClangDim clangBlock() { return {(unsigned)__nvvm_read_ptx_sreg_ctaid_x(), (unsigned)__nvvm_read_ptx_sreg_ctaid_y()}; }
static __device__ inline ClangDim clangBlockSize() { return {(unsigned)__nvvm_read_ptx_sreg_ntid_x(), (unsigned)__nvvm_read_ptx_sreg_ntid_y()}; }
static __device__ inline ClangDim clangGridSize() { return {(unsigned)__nvvm_read_ptx_sreg_nctaid_x(), (unsigned)__nvvm_read_ptx_sreg_nctaid_y()}; }

#define threadIdx clangThread()
#define blockIdx clangBlock()
#define blockDim clangBlockSize()
#define gridDim clangGridSize()
#define __syncwarp() __nvvm_bar_warp_sync(0xffffffffu)

static __device__ inline int __shfl_xor_sync(unsigned mask, int value, int distance) { return __nvvm_shfl_sync_bfly_i32(mask, value, distance, 0x1f); }
static __device__ inline float __shfl_xor_sync(unsigned mask, float value, int distance) { return __nvvm_shfl_sync_bfly_f32(mask, value, distance, 0x1f); }
static __device__ inline double __shfl_xor_sync(unsigned mask, double value, int distance)
{
    union { double value; int halves[2]; } of;
    of.value = value;
    of.halves[0] = __shfl_xor_sync(mask, of.halves[0], distance);
    of.halves[1] = __shfl_xor_sync(mask, of.halves[1], distance);
    return of.value;
}

#define DEVICE_FUNCTION(name) \
    extern "C" __device__ float __nv_##name##f(float); \
    extern "C" __device__ double __nv_##name(double); \
    static __device__ inline float name##f(float x) { return __nv_##name##f(x); } \
    static __device__ inline double name(double x) { return __nv_##name(x); }

DEVICE_FUNCTION(exp)
DEVICE_FUNCTION(log)
DEVICE_FUNCTION(log1p)
DEVICE_FUNCTION(sqrt)
DEVICE_FUNCTION(sin)
DEVICE_FUNCTION(cos)
DEVICE_FUNCTION(tanh)
DEVICE_FUNCTION(erf)
DEVICE_FUNCTION(floor)
DEVICE_FUNCTION(fabs)
extern "C" __device__ float __nv_fmaf(float, float, float);
extern "C" __device__ double __nv_fma(double, double, double);
static __device__ inline float fmaf(float a, float b, float c) { return __nv_fmaf(a, b, c); }
static __device__ inline double fma(double a, double b, double c) { return __nv_fma(a, b, c); }
