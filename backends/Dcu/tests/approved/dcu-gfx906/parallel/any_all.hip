// any_all.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void votes(const int *x, int *out)
{
    int t = threadIdx.x;
    int w = t / 32;
    unsigned long long ballot = __ballot(x[t] == 5);
    unsigned long long votes_1 = ((ballot >> ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 32u)) & 4294967295ULL) & 4294967295ULL;
    int a = (int)(votes_1 != 0ULL);
    unsigned long long ballot_1 = __ballot(!(x[t] < 32));
    unsigned long long votes_2 = ((ballot_1 >> ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 32u)) & 4294967295ULL) & 4294967295ULL;
    int b = (int)(votes_2 == 0ULL);
    unsigned long long ballot_2 = __ballot(x[t] < 1);
    unsigned long long votes_3 = ((ballot_2 >> ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 32u)) & 4294967295ULL) & 4294967295ULL;
    int c = (int)(votes_3 != 0ULL);
    unsigned long long ballot_3 = __ballot(!(x[t] > 63));
    unsigned long long votes_4 = ((ballot_3 >> ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 32u)) & 4294967295ULL) & 4294967295ULL;
    int d = (int)(votes_4 == 0ULL);
    if (t % 32 == 0) {
        int *o = out + 4 * w;
        (*o) = a;
        o[1] = w != 0 ? __popc((unsigned int)b) + 1 : b;
        o[2] = c;
        o[3] = d;
    }
}
