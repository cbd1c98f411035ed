// launch: forces<<<2, 32>>>(p: float4[50] = rand(51, -1, 1), a: float3[50] = poison, n: 50)
// tolerance: a rel 1e-4 abs 1e-4 rsqrtf and the order of the sum
// expect: sum(a) = -36.782393112778664 (twin)
// expect: a[0..3] = -10.937257 4.570644 -1.8205465 (twin)
__global__ void forces(const float4* p, float3* a, int n) {
    __shared__ float4 tile[32];
    int i = blockIdx.x * 32 + threadIdx.x;
    float4 me = i < n ? p[i] : make_float4(0.0f, 0.0f, 0.0f, 0.0f);
    float3 acc = make_float3(0.0f, 0.0f, 0.0f);
    for (int base = 0; base < n; base += 32) {
        if (base + threadIdx.x < n) tile[threadIdx.x] = p[base + threadIdx.x];
        __syncthreads();
        int m = min(32, n - base);
        for (int j = 0; j < m; j++) {
            float dx = tile[j].x - me.x, dy = tile[j].y - me.y, dz = tile[j].z - me.z;
            float r = rsqrtf(dx * dx + dy * dy + dz * dz + 0.01f);
            float f = tile[j].w * r * r * r;
            acc.x += f * dx;
            acc.y += f * dy;
            acc.z += f * dz;
        }
        __syncthreads();
    }
    if (i < n) a[i] = acc;
}
