// rows_by_warps.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void sums(const int *a, int *out, int n, int width)
{
    int warp = threadIdx.x / 32u;
    int lane = threadIdx.x % 32u;
    for (int r = warp; r < n; r += blockDim.x / 32u) {
        int sum = 0;
        for (int c = lane; c < width; c += 32) {
            sum += a[r * width + c];
        }
        for (int d = 16; d > 0; d /= 2) {
            int t = __shfl_down(sum, (unsigned int)d, (int)32u);
            sum += t;
        }
        if (lane == 0) {
            out[r] = sum;
        }
    }
}

__global__ __launch_bounds__(1024) void until(const int *a, int *found, int *above, int limit)
{
    int warp = (blockIdx.x * blockDim.x + threadIdx.x) / 32u;
    int lane = threadIdx.x % 32u;
    for (int r = warp; r < 16; r += 4) {
        int least = a[r * 32 + lane];
        for (int d = 16; d > 0; d /= 2) {
            int t = __shfl_xor(least, d, (int)32u);
            least = min(least, t);
        }
        if (lane == 0) {
            found[r] = least;
        }
        if (least < limit / 2) {
            continue;
        }
        unsigned long long ballot = __ballot(a[r * 32 + lane] >= limit);
        int big = __popc((unsigned int)(((ballot >> ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 32u)) & 4294967295ULL) & 4294967295ULL));
        if (big == 32) {
            break;
        }
        if (lane == 0) {
            int r_1 = r;
            above[r_1] += big;
        }
    }
}
