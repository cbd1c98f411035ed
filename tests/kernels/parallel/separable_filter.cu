// launch: filter<<<(2,2), (8,8)>>>(in: float[256] = seq(0, 1), out: float[256], n: 16)
// expect: out[0..4] = 4.25 5 6 7
// expect: out[119..121] = 119 120
// expect: out[255..256] = 250.75
// A filter by rows and then by columns, through a tile with a border; the image repeats its edge.
__constant__ float weight[3] = {0.25f, 0.5f, 0.25f};

__global__ void filter(const float *in, float *out, int n)
{
    __shared__ float tile[10][10];
    __shared__ float rows[10][8];
    int x0 = blockIdx.x * 8 - 1, y0 = blockIdx.y * 8 - 1;
    for (int k = threadIdx.y * 8 + threadIdx.x; k < 100; k += 64) {
        int x = min(max(x0 + k % 10, 0), n - 1), y = min(max(y0 + k / 10, 0), n - 1);
        tile[k / 10][k % 10] = in[y * n + x];
    }
    __syncthreads();
    for (int y = threadIdx.y; y < 10; y += 8) {
        float s = 0.0f;
#pragma unroll
        for (int k = 0; k < 3; ++k) s += weight[k] * tile[y][threadIdx.x + k];
        rows[y][threadIdx.x] = s;
    }
    __syncthreads();
    float s = 0.0f;
#pragma unroll
    for (int k = 0; k < 3; ++k) s += weight[k] * rows[threadIdx.y + k][threadIdx.x];
    out[(blockIdx.y * 8 + threadIdx.y) * n + blockIdx.x * 8 + threadIdx.x] = s;
}
