// rows_by_warps.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void sums(const int *a, int *out, int n, int width)
{
    int warp = threadIdx.x / 32u;
    int lane = threadIdx.x % 32u;
    for (int r = warp; r < n; r += blockDim.x / 32u) {
        int sum = 0;
        for (int c = lane; c < width; c += 32) {
            sum += a[r * width + c];
        }
        for (int d = 16; d > 0; d /= 2) {
            int t = __shfl_down_sync(0xffffffffu, sum, (unsigned int)d);
            sum += t;
        }
        if (lane == 0) {
            out[r] = sum;
        }
    }
}

__global__ void until(const int *a, int *found, int *above, int limit)
{
    int warp = (blockIdx.x * blockDim.x + threadIdx.x) / 32u;
    int lane = threadIdx.x % 32u;
    for (int r = warp; r < 16; r += 4) {
        int least = a[r * 32 + lane];
        for (int d = 16; d > 0; d /= 2) {
            int t = __shfl_xor_sync(0xffffffffu, least, d);
            least = min(least, t);
        }
        if (lane == 0) {
            found[r] = least;
        }
        if (least < limit / 2) {
            continue;
        }
        unsigned long long t_1 = __ballot_sync(0xffffffffu, a[r * 32 + lane] >= limit);
        int big = __popc((unsigned int)t_1);
        if (big == 32) {
            break;
        }
        if (lane == 0) {
            int r_1 = r;
            above[r_1] += big;
        }
    }
}
