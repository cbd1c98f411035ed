// launch: layer_norm_backward<<<5, 32>>>(dx: float[235] = poison, dgamma: float[47] = 0, dbeta: float[47] = 0, dy: float[235] = rand(251, -1, 1), x: float[235] = rand(252, -2, 2), gamma: float[47] = rand(253, 0, 2), mean: float[5] = rand(254, -0.1, 0.1), rstd: float[5] = rand(255, 0.8, 1.2), c: 47)
// tolerance: dx abs 1e-5 the order of the sums
// tolerance: dgamma abs 1e-5 the order of the sum
// tolerance: dbeta abs 1e-5 the order of the sum
// expect: sum(dx) = 2.034985 (twin)
// expect: sum(dgamma) = -3.156149 (twin)
// launch: rms_norm_backward<<<3, 64>>>(dx: float[300] = poison, dy: float[300] = rand(256, -1, 1), x: float[300] = rand(257, -2, 2), weight: float[100] = rand(258, 0, 2), rstd: float[3] = rand(259, 0.8, 1.2), d: 100)
// tolerance: dx abs 1e-5 the order of the sums
// expect: sum(dx) = 13.245607 (twin)
// A warp a row; the parameters' gradients are summed over rows by atomics.
__global__ void layer_norm_backward(float* dx, float* dgamma, float* dbeta, const float* dy, const float* x, const float* gamma, const float* mean, const float* rstd, int c) {
    int row = blockIdx.x;
    float m = mean[row], r = rstd[row];
    float s1 = 0.0f, s2 = 0.0f;
    for (int i = threadIdx.x; i < c; i += 32) {
        float norm = (x[row * c + i] - m) * r;
        float d = gamma[i] * dy[row * c + i];
        s1 += d;
        s2 += d * norm;
    }
    for (int o = 16; o > 0; o >>= 1) {
        s1 += __shfl_xor_sync(0xffffffffu, s1, o);
        s2 += __shfl_xor_sync(0xffffffffu, s2, o);
    }
    s1 /= c;
    s2 /= c;
    for (int i = threadIdx.x; i < c; i += 32) {
        float norm = (x[row * c + i] - m) * r;
        float g = dy[row * c + i];
        atomicAdd(&dbeta[i], g);
        atomicAdd(&dgamma[i], norm * g);
        dx[row * c + i] = (gamma[i] * g - s1 - norm * s2) * r;
    }
}

__global__ void rms_norm_backward(float* dx, const float* dy, const float* x, const float* weight, const float* rstd, int d) {
    __shared__ float buffer[64];
    int row = blockIdx.x, t = threadIdx.x;
    dx += row * d;
    dy += row * d;
    x += row * d;
    float s = 0.0f;
    for (int i = t; i < d; i += blockDim.x) s += dy[i] * weight[i] * x[i];
    buffer[t] = s;
    __syncthreads();
    for (int k = 32; k > 0; k >>= 1) {
        if (t < k) buffer[t] += buffer[t + k];
        __syncthreads();
    }
    float r = rstd[row];
    float factor = buffer[0] * r * r * r / d;
    for (int i = t; i < d; i += blockDim.x) dx[i] = dy[i] * weight[i] * r - x[i] * factor;
}
