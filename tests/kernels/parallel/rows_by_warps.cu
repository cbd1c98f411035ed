// launch: sums<<<1, 96>>>(a: int[1000] = seq(0, 1), out: int[10], n: 10, width: 100)
// expect: out = 4950 14950 24950 34950 44950 54950 64950 74950 84950 94950
// launch: until<<<2, 64>>>(a: int[512] = seq(0, 3), found: int[16] = seq(0, 0), above: int[16] = seq(0, 0), limit: 900)
// expect: found = 0 96 192 288 384 480 576 672 768 864 960 1056 1152 1248 0 0
// expect: above = 0 0 0 0 0 0 0 0 0 20 0 0 0 0 0 0
// Warps take rows in turn, some of them more than others, and their lanes meet within the loop; one leaves in the middle or goes on with the next row.
__global__ void sums(const int *a, int *out, int n, int width)
{
    int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
    for (int r = warp; r < n; r += blockDim.x / 32) {
        int sum = 0;
        for (int c = lane; c < width; c += 32)
            sum += a[r * width + c];
        for (int d = 16; d > 0; d /= 2)
            sum += __shfl_down_sync(0xffffffffu, sum, d);
        if (lane == 0)
            out[r] = sum;
    }
}

__global__ void until(const int *a, int *found, int *above, int limit)
{
    int warp = (blockIdx.x * blockDim.x + threadIdx.x) / 32, lane = threadIdx.x % 32;
    for (int r = warp; r < 16; r += 4) {
        int least = a[r * 32 + lane];
        for (int d = 16; d > 0; d /= 2)
            least = min(least, __shfl_xor_sync(0xffffffffu, least, d));
        if (lane == 0)
            found[r] = least;
        if (least < limit / 2)
            continue;
        int big = __popc(__ballot_sync(0xffffffffu, a[r * 32 + lane] >= limit));
        if (big == 32)
            break;
        if (lane == 0)
            above[r] += big;
    }
}
