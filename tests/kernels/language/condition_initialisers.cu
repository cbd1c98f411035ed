// launch: choose<<<1, 6>>>(v: int[6] = 3 -4 0 12 7 -1, out: int[12])
// expect: out = 3 9 4 16 0 0 12 24 7 49 1 1
// A variable made for one if or one switch.
__device__ int absolute(int x) { return x < 0 ? -x : x; }

__global__ void choose(const int *v, int *out)
{
    int *o = out + 2 * threadIdx.x;
    if (int size = absolute(v[threadIdx.x]); size > 0) {
        o[0] = size;
    } else {
        o[0] = size;
    }
    switch (int size = absolute(v[threadIdx.x]); size / 10) {
    case 0:
        o[1] = size * size;
        break;
    default:
        o[1] = 2 * size;
    }
}
