// game_of_life.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

static __device__ inline int alive(int self, int around)
{
    return (int)(around == 3 || (self != 0 && around == 2));
}

__global__ void step(const unsigned char *now, unsigned char *next, int n)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    int around = 0;
    for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
            bool either = dx != 0;
            if (!either) {
                either = dy != 0;
            }
            if (either) {
                around += (int)now[(y + dy + n) % n * n + (x + dx + n) % n];
            }
        }
    }
    int alive_result = alive((int)now[y * n + x], around);
    next[y * n + x] = alive_result;
}

__global__ void glide(unsigned char *cells, int generations)
{
    __shared__ unsigned char board[2][8][8];
    int x = threadIdx.x;
    int y = threadIdx.y;
    board[0][y][x] = cells[8 * y + x];
    for (int g = 0; g < generations; g++) {
        __syncthreads();
        int g_1 = g;
        int around = -(int)board[g_1 & 1][y][x];
        for (int k = 0; k < 9; k++) {
            around += (int)board[g_1 & 1][(y + k / 3 + 7) & 7][(x + k % 3 + 7) & 7];
        }
        int alive_result = alive((int)board[g_1 & 1][y][x], around);
        board[~g & 1][y][x] = alive_result;
    }
    __syncthreads();
    cells[8 * y + x] = board[generations & 1][y][x];
}
