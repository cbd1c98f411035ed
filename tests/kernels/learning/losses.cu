// launch: mse<<<2, 64>>>(p: float[301] = rand(281, -1, 1), t: float[301] = rand(282, -1, 1), loss: float[1] = 0, n: 301)
// tolerance: loss abs 2e-6 the order of the sum
// expect: sum(loss) = 0.74991894 (twin)
// launch: bce_with_logits<<<3, 128>>>(x: float[301] = rand(283, -8, 8), t: float[301] = rand(284, 0, 1), loss: float[301] = poison, n: 301)
// tolerance: loss abs 4e-6 expf and log1pf
// expect: sum(loss) = 650.87384 (twin)
// launch: nll<<<1, 32>>>(logp: float[299] = rand(285, -5, 0), target: int[23] = rand(286, 0, 13), loss: float[23] = poison, rows: 23, classes: 13, ignore: 4)
// expect: sum(loss) = 60.78556 (twin)
// launch: smooth_l1<<<2, 160>>>(p: float[301] = rand(287, -2, 2), t: float[301] = rand(288, -2, 2), loss: float[301] = poison, grad: float[301] = poison, beta: 0.75, n: 301)
// expect: sum(loss) = 266.3743 (twin)
// expect: sum(grad) = -9.760331 (twin)
// launch: cross_entropy_backward<<<6, 32>>>(dlogits: float[222] = poison, probs: float[222] = rand(289, 0, 0.1), dlosses: float[6] = rand(290, 0.1, 0.3), targets: int[6] = 0 36 5 17 35 1, v: 37)
// expect: sum(dlogits) = 0.79470724 (twin)
__global__ void mse(const float* p, const float* t, float* loss, int n) {
    __shared__ float part[64];
    int tid = threadIdx.x;
    float s = 0.0f;
    for (int i = blockIdx.x * blockDim.x + tid; i < n; i += gridDim.x * blockDim.x) {
        float d = p[i] - t[i];
        s += d * d;
    }
    part[tid] = s;
    __syncthreads();
    for (unsigned k = blockDim.x / 2; k > 0; k >>= 1) {
        if (tid < k) part[tid] += part[tid + k];
        __syncthreads();
    }
    if (tid == 0) atomicAdd(loss, part[0] / n);
}

__global__ void bce_with_logits(const float* x, const float* t, float* loss, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float z = x[i];
    loss[i] = fmaxf(z, 0.0f) - z * t[i] + log1pf(expf(-fabsf(z)));
}

__global__ void nll(const float* logp, const int* target, float* loss, int rows, int classes, int ignore) {
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= rows) return;
    int t = target[r];
    loss[r] = t == ignore ? 0.0f : -logp[r * classes + t];
}

__global__ void smooth_l1(const float* p, const float* t, float* loss, float* grad, float beta, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float d = p[i] - t[i], a = fabsf(d);
    if (a < beta) {
        loss[i] = 0.5f * d * d / beta;
        grad[i] = d / beta;
    } else {
        loss[i] = a - 0.5f * beta;
        grad[i] = d < 0.0f ? -1.0f : 1.0f;
    }
}

__global__ void cross_entropy_backward(float* dlogits, const float* probs, const float* dlosses, const int* targets, int v) {
    int row = blockIdx.x;
    float dloss = dlosses[row];
    int target = targets[row];
    for (int i = threadIdx.x; i < v; i += blockDim.x) {
        float indicator = i == target ? 1.0f : 0.0f;
        dlogits[row * v + i] = (probs[row * v + i] - indicator) * dloss;
    }
}
