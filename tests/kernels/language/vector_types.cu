// launch: mix<<<1, 2>>>(v: float4[2] = 1 2 3 4 5 6 7 8, c: uchar4[2] = 1 2 3 4 250 251 252 253, d: double2[2] = 0.5 1.5 2.5 3.5, i: int3[2] = 1 2 3 4 5 6, out: float[2])
// expect: out = 32.5 1057.5
// expect: c = 2 3 4 5 251 252 253 254
// expect: i = 3 2 1 6 5 4
__global__ void mix(const float4* v, uchar4* c, const double2* d, int3* i, float* out) {
    int t = threadIdx.x;
    float4 a = v[t];
    uchar4 k = c[t];
    double2 e = d[t];
    int3 q = i[t];
    out[t] = a.x + a.y + a.z + a.w + k.x + k.y + k.z + k.w + (float)(e.x + e.y) + q.x + q.y + q.z + (t ? 4.5f : 4.5f);
    c[t] = make_uchar4(k.x + 1, k.y + 1, k.z + 1, k.w + 1);
    i[t] = make_int3(q.z, q.y, q.x);
}
