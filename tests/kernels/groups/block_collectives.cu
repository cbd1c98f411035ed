// launch: collect<<<2, 64>>>(in: int[128] = seq(1, 1), sums: int[2], before: int[128], largest: int[4])
// expect: sums = 2080 6176
// expect: before[0..4] = 0 1 3 6
// expect: before[62..66] = 1953 2016 0 65
// expect: largest = 32 64 96 128
#include <cub/cub.cuh>
__global__ void collect(const int* in, int* sums, int* before, int* largest) {
    typedef cub::BlockReduce<int, 64> Reduce;
    typedef cub::BlockScan<int, 64> Scan;
    typedef cub::WarpReduce<int> WarpReduce;
    __shared__ union {
        typename Reduce::TempStorage reduce;
        typename Scan::TempStorage scan;
    } space;
    __shared__ typename WarpReduce::TempStorage warps[2];
    int at = blockIdx.x * 64 + threadIdx.x;
    int sum = Reduce(space.reduce).Sum(in[at]);
    if (threadIdx.x == 0) sums[blockIdx.x] = sum;
    __syncthreads();
    int prefix;
    Scan(space.scan).ExclusiveSum(in[at], prefix);
    before[at] = prefix;
    int warp = threadIdx.x / 32;
    int top = WarpReduce(warps[warp]).Reduce(in[at], cub::Max());
    if (threadIdx.x % 32 == 0) largest[blockIdx.x * 2 + warp] = top;
}
