// launch: gelu<<<4, 256>>>(in: float[1003] = rand(3, -5, 5), out: float[1003] = poison, n: 1003)
// tolerance: out ulp 16 abs 1e-6 tanhf
// expect: sum(out) = 1197.3704903540292 (twin)
// expect: out[0..6] = -0.00013132888 1.9577851 0.9834849 -1.7948685E-05 -0.0060254857 1.2440704 (twin)
__global__ void gelu(const float* in, float* out, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float x = in[i];
    float u = 0.7978845608f * (x + 0.044715f * x * x * x);
    out[i] = 0.5f * x * (1.0f + tanhf(u));
}
