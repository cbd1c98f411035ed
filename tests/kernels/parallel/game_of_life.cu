// launch: step<<<(2,2), (8,8)>>>(now: uchar[256] = 0, next: uchar[256], n: 16)
// expect: sum(next) = 0
// launch: glide<<<1, (8,8)>>>(cells: uchar[64] = 0 1 0 0 0 0 0 0 0 0 1 0 0 0 0 0 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0, generations: 4)
// expect: cells = 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 1 0 0 0 0 0 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
// Cells live by their eight neighbours, on a torus: in global memory, and four generations within a block.
__device__ int alive(int self, int around) { return around == 3 || (self && around == 2); }

__global__ void step(const unsigned char *now, unsigned char *next, int n)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x, y = blockIdx.y * blockDim.y + threadIdx.y, around = 0;
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            if (dx != 0 || dy != 0) around += now[(y + dy + n) % n * n + (x + dx + n) % n];
        }
    }
    next[y * n + x] = (unsigned char)alive(now[y * n + x], around);
}

__global__ void glide(unsigned char *cells, int generations)
{
    __shared__ unsigned char board[2][8][8];
    int x = threadIdx.x, y = threadIdx.y;
    board[0][y][x] = cells[8 * y + x];
    for (int g = 0; g < generations; ++g) {
        __syncthreads();
        auto &now = board[g & 1];
        int around = -now[y][x];
        for (int k = 0; k < 9; ++k) around += now[(y + k / 3 + 7) & 7][(x + k % 3 + 7) & 7];
        board[~g & 1][y][x] = (unsigned char)alive(now[y][x], around);
    }
    __syncthreads();
    cells[8 * y + x] = board[generations & 1][y][x];
}
