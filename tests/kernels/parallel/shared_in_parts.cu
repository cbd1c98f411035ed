// Shared arrays read in other orders than they were written in, with no barrier in a loop between: every second element, shifted, reversed, by a part of the
// lanes, as other types, at places that nobody knows before, and of what only some lanes wrote.
// launch: shared_in_parts<<<2, 64>>>(in: int[256] = rand(7, -1000, 1000), out: int[1280] = 0, k: 5)
// expect: hash(out) = 96a53c5030f0bae8 (twin)
// launch: shared_in_parts<<<2, 64>>>(in: int[256] = rand(9, -1000, 1000), out: int[1280] = 0, k: 63)
// expect: hash(out) = 0a68c0d51bc7c982 (twin)
__device__ int first_of(const int *p) { return p[0]; }

__global__ void shared_in_parts(const int *in, int *out, int k) {
    __shared__ int s[128];
    __shared__ union { int i[64]; float f[64]; unsigned short h[128]; } u;
    int t = threadIdx.x;
    int *o = out + blockIdx.x * 640;
    s[2 * t] = in[blockIdx.x * 128 + t];
    s[2 * t + 1] = in[blockIdx.x * 128 + 64 + t];
    __syncthreads();
    o[t] = s[t] * 2 + s[t + 64];
    __syncthreads();
    if (t < 32) s[4 * t + 3] += s[4 * t + 1];
    __syncthreads();
    if (t < 16) {
        int a = s[8 * t + 3];
        s[8 * t + 3] = s[8 * t + 7];
        s[8 * t + 7] += a;
    }
    __syncthreads();
    o[64 + t] = s[127 - t] - s[63 - t];
    int moved = s[t + 1];
    __syncthreads();
    s[t] = moved;
    __syncthreads();
    o[128 + t] = s[k] + s[(t * k) & 127];
    __syncthreads();
    s[(t + k) & 63] = t;
    __syncthreads();
    o[192 + t] = s[t] + first_of(s + 3) + s[2 * t];
    __syncthreads();
    if (t == 5) s[70] = 4711;
    if (t > 60) s[t + 3] = -t;
    __syncthreads();
    o[256 + t] = s[t + 10] + s[70];
    u.i[t] = s[2 * t + 1] + 1000000;
    __syncthreads();
    o[320 + t] = u.h[(2 * t + 2) & 127] + u.h[(2 * t + 3) & 127] * 3;
    __syncthreads();
    u.f[63 - t] = (float)t;
    __syncthreads();
    o[384 + t] = u.i[t] >> 3;
    for (int d = 1; d < 64; d *= 2) {
        int v = t >= d ? s[t - d] : 0;
        __syncthreads();
        s[t] += v;
        __syncthreads();
    }
    o[448 + t] = s[t];
    __syncthreads();
    s[t * 2] = t;
    if (in[t] > 0) s[t * 2] = -t;
    __syncthreads();
    o[512 + t] = s[t] + s[t + 64];
    __syncthreads();
    if (k > 40) s[63 - t] = s[64 + t] + 1;
    __syncthreads();
    o[576 + t] = s[(t * 3) & 127] * 5 + s[t / 3];
}
