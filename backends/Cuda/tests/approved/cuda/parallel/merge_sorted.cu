// merge_sorted.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline int below(const int *v, int n, int x, bool equal)
{
    int low = 0;
    int high = n;
    while (low < high) {
        int middle = (low + high) / 2;
        bool either = v[middle] < x;
        if (!either) {
            bool both = equal;
            if (both) {
                both = v[middle] == x;
            }
            either = both;
        }
        if (either) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

__global__ void merge(int *a, int *b, int *out)
{
    int i = threadIdx.x;
    int n = blockDim.x;
    int t = a[i];
    int below_result = below(b, n, a[i], false);
    out[i + below_result] = t;
    int t_1 = b[i];
    int below_result_1 = below(a, n, b[i], true);
    out[i + below_result_1] = t_1;
}
