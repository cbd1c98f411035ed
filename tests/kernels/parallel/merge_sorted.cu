// launch: merge<<<1, 16>>>(a: int[16] = seq(0, 3), b: int[16] = seq(1, 2), out: int[32])
// expect: out[0..10] = 0 1 3 3 5 6 7 9 9 11
// expect: out[28..32] = 36 39 42 45
// Each element finds its place by a binary search in the other list.
__device__ int below(const int *v, int n, int x, bool equal)
{
    int low = 0, high = n;
    while (low < high) {
        int middle = (low + high) / 2;
        if (v[middle] < x || (equal && v[middle] == x)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

__global__ void merge(const int *a, const int *b, int *out)
{
    int i = threadIdx.x, n = blockDim.x;
    out[i + below(b, n, a[i], false)] = a[i];
    out[i + below(a, n, b[i], true)] = b[i];
}
