// shared_by_steps.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void shared_by_steps(const int *in, int *out, int k)
{
    __shared__ int columns[16][64];
    __shared__ int fours[16][64];
    __shared__ int past[8][64];
    __shared__ long long pairs[512];
    int x = threadIdx.x & 15u;
    int t = threadIdx.y * blockDim.x + threadIdx.x;
    int all = blockDim.x * blockDim.y;
    for (int e = t; e < 1024; e += all) {
        columns[e % 16][e / 16] = in[(unsigned int)e + blockIdx.x];
        fours[e / 64][e % 64] = in[1024 + e];
    }
    for (int e_1 = t; e_1 < 512; e_1 += all) {
        past[0][e_1] = in[2048 + e_1];
        pairs[e_1] = (long long)in[3000 + e_1] * 1000003LL;
    }
    __syncthreads();
    int sum = 0;
    int some = 0;
    for (int i = 0; i < 16; i++) {
        for (int j = 0; j < 4; j++) {
            sum = sum * 3 + columns[i][(threadIdx.y & 15u) * 4u + (unsigned int)j] * fours[i][x * 4 + j];
        }
    }
    if (x < k) {
        some = fours[k % 16][x * 4 + 1] - fours[(k + 1) % 16][x * 4];
    }
    for (int i_1 = 0; i_1 < k; i_1++) {
        some += (past[i_1 & 3][x * 2 + 1] ^ past[0][(i_1 & 7) + x * 16]) ^ past[1][x * 8 + 5];
    }
    long long two = 0LL;
    for (int i_2 = 0; i_2 < k; i_2++) {
        two += pairs[x * 2 + i_2] - pairs[x * 4] * pairs[x * 2 + 1 + 2 * i_2];
    }
    out[blockIdx.x * (unsigned int)all + (unsigned int)t] = sum + some * 7 + (int)(two >> 9u);
    out[2048u + blockIdx.x * (unsigned int)all + (unsigned int)t] = columns[x][t & 63];
}
