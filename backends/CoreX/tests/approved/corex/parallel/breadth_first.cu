// breadth_first.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void levels(const int *first, const int *edge, int *level, int n, int *rounds)
{
    int at = 0;
    bool more = true;
    while (more) {
        int mine = -1;
        for (int v = threadIdx.x; v < n; v += blockDim.x) {
            if (level[v] != -1) {
                continue;
            }
            for (int u = 0; u < n; u++) {
                if (level[u] != at) {
                    continue;
                }
                for (int e = first[u]; e < first[u + 1]; e++) {
                    if (edge[e] == v) {
                        mine = v;
                    }
                }
            }
        }
        __syncthreads();
        if (mine >= 0) {
            level[mine] = at + 1;
        }
        int t = __syncthreads_or(mine >= 0);
        more = t != 0;
        if (more) {
            at++;
        }
    }
    if (threadIdx.x == 0u) {
        (*rounds) = at;
    }
}
