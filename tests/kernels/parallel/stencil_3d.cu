// launch: heat<<<(2,2,2), (4,4,4)>>>(in: float[343] = rand(32, 0, 100), out: float[343], n: 7)
// expect: sum(out) = 17251.956446647644 (twin)
// expect: out[57..60] = 59.609188 48.364483 77.53111 (twin)
__global__ void heat(const float* in, float* out, int n) {
    int x = blockIdx.x * 4 + threadIdx.x, y = blockIdx.y * 4 + threadIdx.y, z = blockIdx.z * 4 + threadIdx.z;
    if (x >= n || y >= n || z >= n) return;
    int i = (z * n + y) * n + x;
    float c = in[i];
    float s = 0.0f;
    s += x > 0 ? in[i - 1] : c;
    s += x < n - 1 ? in[i + 1] : c;
    s += y > 0 ? in[i - n] : c;
    s += y < n - 1 ? in[i + n] : c;
    s += z > 0 ? in[i - n * n] : c;
    s += z < n - 1 ? in[i + n * n] : c;
    out[i] = c + 0.1f * (s - 6.0f * c);
}
