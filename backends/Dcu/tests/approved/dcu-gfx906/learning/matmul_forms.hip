// matmul_forms.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void matmul_bias(float *out, const float *inp, const float *weight, const float *bias, int bt, int c, int oc)
{
    int row = blockIdx.x * blockDim.x + threadIdx.x;
    int col = blockIdx.y * blockDim.y + threadIdx.y;
    if (row < bt && col < oc) {
        float chosen;
        if (bias != (float *)0) {
            chosen = bias[col];
        } else {
            chosen = 0.0f;
        }
        float val = chosen;
        const float *w = weight + col * c;
        const float *in = inp + row * c;
        for (int i = 0; i < c; i++) {
            val += in[i] * w[i];
        }
        out[row * oc + col] = val;
    }
}

__global__ __launch_bounds__(1024) void sgemm_tiled(const float *a, const float *b, float *c, int m, int n, int k)
{
    __shared__ float as[16][16];
    __shared__ float bs[16][16];
    int tx = threadIdx.x;
    int ty = threadIdx.y;
    int row = blockIdx.y * 16u + (unsigned int)ty;
    int col = blockIdx.x * 16u + (unsigned int)tx;
    float sum = 0.0f;
    float chosen;
    float chosen_1;
    for (int t = 0; t < (k + 15) / 16; t++) {
        bool both = row < m;
        if (both) {
            both = t * 16 + tx < k;
        }
        if (both) {
            chosen = a[row * k + t * 16 + tx];
        } else {
            chosen = 0.0f;
        }
        as[ty][tx] = chosen;
        if (t * 16 + ty < k && col < n) {
            chosen_1 = b[(t * 16 + ty) * n + col];
        } else {
            chosen_1 = 0.0f;
        }
        bs[ty][tx] = chosen_1;
        __syncthreads();
        for (int i = 0; i < 16; i++) {
            sum += as[ty][i] * bs[i][tx];
        }
        __syncthreads();
    }
    if (row < m && col < n) {
        c[row * n + col] = sum;
    }
}

__global__ __launch_bounds__(1024) void sgemm_register(const float *a, const float *b, float *c, int m, int n, int k)
{
    __shared__ float as[16][8];
    __shared__ float bs[8][16];
    int tx = threadIdx.x;
    int ty = threadIdx.y;
    int tid = ty * 8 + tx;
    float acc[2][2];
    acc[0][0] = 0.0f;
    acc[0][1] = 0.0f;
    acc[1][0] = 0.0f;
    acc[1][1] = 0.0f;
    float chosen;
    float chosen_1;
    for (int k0 = 0; k0 < k; k0 += 8) {
        for (int i = tid; i < 128; i += 64) {
            int r = blockIdx.y * 16u + (unsigned int)(i / 8);
            int q = k0 + i % 8;
            if (r < m && q < k) {
                chosen = a[r * k + q];
            } else {
                chosen = 0.0f;
            }
            as[i / 8][i % 8] = chosen;
            int s = k0 + i / 16;
            int col = blockIdx.x * 16u + (unsigned int)(i % 16);
            if (s < k && col < n) {
                chosen_1 = b[s * n + col];
            } else {
                chosen_1 = 0.0f;
            }
            bs[i / 16][i % 16] = chosen_1;
        }
        __syncthreads();
        for (int i_1 = 0; i_1 < 8; i_1++) {
            for (int u = 0; u < 2; u++) {
                for (int v = 0; v < 2; v++) {
                    int u_1 = u;
                    int v_1 = v;
                    acc[u_1][v_1] += as[ty * 2 + u][i_1] * bs[i_1][tx * 2 + v];
                }
            }
        }
        __syncthreads();
    }
    for (int u_2 = 0; u_2 < 2; u_2++) {
        for (int v_2 = 0; v_2 < 2; v_2++) {
            int r_1 = blockIdx.y * 16u + (unsigned int)(ty * 2) + (unsigned int)u_2;
            int col_1 = blockIdx.x * 16u + (unsigned int)(tx * 2) + (unsigned int)v_2;
            if (r_1 < m && col_1 < n) {
                c[r_1 * n + col_1] = acc[u_2][v_2];
            }
        }
    }
}

__global__ __launch_bounds__(1024) void gemv(const float *a, const float *x, float *y, int m, int k)
{
    int lane = threadIdx.x;
    int row = blockIdx.x * blockDim.y + threadIdx.y;
    if (row < m) {
        float sum = 0.0f;
        int steps = (k + 31) / 32;
        float chosen;
        for (int w = 0; w < steps; w++) {
            int col = w * 32 + lane;
            if (col < k) {
                chosen = a[row * k + col] * x[col];
            } else {
                chosen = 0.0f;
            }
            sum += chosen;
        }
        for (int o = 16; o >= 1; o >>= 1u) {
            float t = __shfl_xor(sum, o, (int)32u);
            sum += t;
        }
        if (lane == 0) {
            y[row] = sum;
        }
    }
}

__global__ __launch_bounds__(1024) void batched(const float *a, const float *b, float *c, int m, int n, int k)
{
    const float *A = a + blockIdx.z * (unsigned int)m * (unsigned int)k;
    const float *B = b + blockIdx.z * (unsigned int)k * (unsigned int)n;
    int r = threadIdx.y;
    if (r >= m) {
        return;
    }
    for (int q = threadIdx.x; q < n; q += blockDim.x) {
        float s = 0.0f;
        for (int i = 0; i < k; i++) {
            s = fmaf(A[r * k + i], B[i * n + q], s);
        }
        c[(blockIdx.z * (unsigned int)m + (unsigned int)r) * (unsigned int)n + (unsigned int)q] = s;
    }
}
