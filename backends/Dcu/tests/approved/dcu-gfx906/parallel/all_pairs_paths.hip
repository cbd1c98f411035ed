// all_pairs_paths.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void paths(int *distance)
{
    __shared__ int d[6][6];
    int row = threadIdx.y;
    int column = threadIdx.x;
    d[row][column] = distance[6 * row + column];
    __syncthreads();
    for (int k = 0; k < 6; k++) {
        int through = d[row][k] + d[k][column];
        int straight = d[row][column];
        __syncthreads();
        d[row][column] = min(straight, through);
        __syncthreads();
    }
    distance[6 * row + column] = d[row][column];
}
