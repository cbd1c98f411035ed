// rows_by_warps.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

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
            int t = __shfl_down_sync(0xffffffffu, sum, (unsigned int)d, (int)32u);
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
            int t = __shfl_xor_sync(0xffffffffu, least, d, (int)32u);
            least = min(least, t);
        }
        if (lane == 0) {
            found[r] = least;
        }
        if (least < limit / 2) {
            continue;
        }
        unsigned int bits = a[r * 32 + lane] >= limit ? 1u << ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 31u) : 0u;
        unsigned int others = __shfl_xor_sync(0xffffffffu, bits, 16, 32);
        unsigned int bits_1 = bits | others;
        unsigned int others_1 = __shfl_xor_sync(0xffffffffu, bits_1, 8, 32);
        unsigned int bits_2 = bits_1 | others_1;
        unsigned int others_2 = __shfl_xor_sync(0xffffffffu, bits_2, 4, 32);
        unsigned int bits_3 = bits_2 | others_2;
        unsigned int others_3 = __shfl_xor_sync(0xffffffffu, bits_3, 2, 32);
        unsigned int bits_4 = bits_3 | others_3;
        unsigned int others_4 = __shfl_xor_sync(0xffffffffu, bits_4, 1, 32);
        unsigned int bits_5 = bits_4 | others_4;
        int big = __popc((unsigned int)((unsigned long long)bits_5 & 4294967295ULL));
        if (big == 32) {
            break;
        }
        if (lane == 0) {
            int r_1 = r;
            above[r_1] += big;
        }
    }
}
