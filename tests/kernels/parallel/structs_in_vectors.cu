// launch: fours<<<3, 96>>>(in: float4[288] = seq(0, 1), out: float4[288] = 0, n: 288)
// then: weigh4<<<1, 1>>>(out, n: 288, sum: long[1])
// expect: sum = 764908128 (twin)
// launch: fours<<<3, 96>>>(in: float4[288] = seq(0, 1), out: float4[288] = 0, n: 281)
// then: weigh4<<<1, 1>>>(out, n: 288, sum: long[1])
// expect: sum = 710489673 (twin)
// launch: twos<<<2, 70>>>(in: int2[140] = seq(0, 1), out: int2[140] = 0, n: 140)
// then: weigh2<<<1, 1>>>(out, n: 140, sum: long[1])
// expect: sum = 5487860 (twin)
// launch: own<<<2, 64>>>(in: float[512] = seq(0, 1), out: float[513] = 0)
// then: weigh1<<<1, 1>>>(out, n: 513, sum: long[1])
// expect: sum = 56153344 (twin)
// launch: fields<<<2, 64>>>(in: float4[128] = seq(0, 1), out: float4[128] = 0)
// then: weigh4<<<1, 1>>>(out, n: 128, sum: long[1])
// expect: sum = 55988352 (twin)
// launch: waits<<<1, 64>>>(a: float4[64] = seq(0, 1), out: float4[64] = 0)
// then: weigh4<<<1, 1>>>(out, n: 64, sum: long[1])
// expect: sum = 3256896 (twin)
// Structures of equal fields side by side are written as whole vectors. The sums tell places and elements that are exchanged.
__global__ void fours(const float4* in, float4* out, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float4 v = in[i];
        out[i] = make_float4(v.y + 1, v.x - 2, v.w * 3, v.z);
    }
}

__global__ void twos(const int2* in, int2* out, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        int2 v;
        v.x = in[n - 1 - i].y;
        v.y = in[i].x;
        out[i] = v;
    }
}

// Of a user's own, no more aligned than their fields.
struct Four { float a, b, c, d; };

__global__ void own(const float* in, float* out) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    const Four* from = (const Four*)in;
    Four* to = (Four*)(out + 1);
    Four v = from[i];
    to[i] = Four{v.d, v.a * 2, v.b, v.c + 4};
}

// Field by field, in another order.
__global__ void fields(const float4* in, float4* out) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    out[i].w = in[i].x;
    out[i].y = in[i].w + 1;
    out[i].x = in[i].y;
    out[i].z = in[i].z * 2;
}

// What waits for its neighbours is there before it is read.
__global__ void waits(float4* a, float4* out) {
    int i = threadIdx.x;
    a[i].x = 7;
    a[i].z = a[i].x + i;
    float4 v = a[i];
    a[i] = make_float4(v.w, v.z, v.y, v.x);
    out[i] = a[i];
}

__global__ void weigh1(const float* v, int n, long long* sum) {
    long long s = 0;
    for (int i = 0; i < n; i++) s += (i + 1) * (long long)v[i];
    *sum = s;
}

__global__ void weigh2(const int2* v, int n, long long* sum) {
    long long s = 0;
    for (int i = 0; i < n; i++) s += (2 * i + 1) * (long long)v[i].x + (2 * i + 2) * (long long)v[i].y;
    *sum = s;
}

__global__ void weigh4(const float4* v, int n, long long* sum) {
    long long s = 0;
    for (int i = 0; i < n; i++) s += (4 * i + 1) * (long long)v[i].x + (4 * i + 2) * (long long)v[i].y + (4 * i + 3) * (long long)v[i].z + (4 * i + 4) * (long long)v[i].w;
    *sum = s;
}
