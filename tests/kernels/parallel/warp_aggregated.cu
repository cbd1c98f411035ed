// launch: filter<<<2, 64>>>(in: int[128] = seq(0, 3), kept: int[128] = -1, n: int[1])
// expect: n = 43
// expect: set(kept[0..43]) = 0 9 18 27 36 45 54 63 72 81 90 99 108 117 126 135 144 153 162 171 180 189 198 207 216 225 234 243 252 261 270 279 288 297 306 315 324 333 342 351 360 369 378
// One atomic addition for all lanes of a warp that have something to write: the first of them asks for the whole room.
__global__ void filter(const int *in, int *kept, int *n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x, lane = threadIdx.x % 32;
    bool wanted = in[i] % 9 == 0;
    unsigned votes = __ballot_sync(0xffffffffu, wanted);
    int leader = __ffs(votes) - 1, first = 0;
    if (lane == leader) first = atomicAdd(n, __popc(votes));
    first = __shfl_sync(0xffffffffu, first, leader);
    if (wanted) kept[first + __popc(votes & ((1u << lane) - 1u))] = in[i];
}
