// launch: swiglu<<<(2,3), 64>>>(gate_up: float[600] = rand(110, -3, 3), out: float[300] = poison, hidden: 100)
// tolerance: out rel 1e-6 expf
// expect: sum(out) = 34.51182533428073 (twin)
// expect: out[100..103] = 0.32820225 0.13178644 0.5117502 (twin)
__global__ void swiglu(const float* gate_up, float* out, int hidden) {
    int c = blockIdx.x * blockDim.x + threadIdx.x, row = blockIdx.y;
    if (c >= hidden) return;
    float g = gate_up[row * 2 * hidden + c], u = gate_up[row * 2 * hidden + hidden + c];
    out[row * hidden + c] = g / (1.0f + expf(-g)) * u;
}
