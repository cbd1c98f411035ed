// launch: nbody<<<2, 128>>>(p: float[1024] = rand(5, -1, 1), f: float[768] = poison, n: 256)
// expect: sum(f) = ?
__global__ void nbody(const float* p, float* f, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    float px = p[4 * i], py = p[4 * i + 1], pz = p[4 * i + 2];
    float ax = 0.0f, ay = 0.0f, az = 0.0f;
    for (int j = 0; j < n; j++) {
        float dx = p[4 * j] - px, dy = p[4 * j + 1] - py, dz = p[4 * j + 2] - pz;
        float d2 = dx * dx + dy * dy + dz * dz + 0.01f;
        float inv = 1.0f / sqrtf(d2);
        float s = p[4 * j + 3] * inv * inv * inv;
        ax += dx * s;
        ay += dy * s;
        az += dz * s;
    }
    f[3 * i] = ax;
    f[3 * i + 1] = ay;
    f[3 * i + 2] = az;
}
