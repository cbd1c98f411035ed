// launch: bytes<<<2, 96>>>(at: int[180] = seq(0, 7), in: uchar[180] = rand(511, 0, 256), out: uchar[1320] = 9, n: 180)
// then: weigh_bytes<<<1, 1>>>(out, n: 1320, sum: int[1])
// expect: sum = 20740970 (twin)
// launch: some<<<2, 80>>>(at: int[160] = seq(0, 3), in: int[160] = rand(512, -40000, 40000), out: short[512] = -1)
// then: weigh_shorts<<<1, 1>>>(out, n: 512, sum: int[1])
// expect: sum = 171576306 (twin)
// launch: backwards<<<1, 70>>>(in: uchar[70] = rand(513, 0, 256), out: uchar[216] = 5)
// then: weigh_bytes<<<1, 1>>>(out, n: 216, sum: int[1])
// expect: sum = 1109153 (twin)
// launch: truths<<<1, 50>>>(in: int[50] = rand(514, -3, 3), out: bool[150] = false)
// then: weigh_truths<<<1, 1>>>(out, n: 150, sum: int[1])
// expect: sum = 1100 (twin)
// Numbers narrower than 32 bits, written where each thread says: no machine has an instruction for it. The sums tell places that are exchanged.
__global__ void bytes(const int* at, const unsigned char* in, unsigned char* out, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) out[at[i]] = in[i];
}

// Only some threads, and none of some.
__global__ void some(const int* at, const int* in, short* out) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int v = in[i];
    if (v > 0) {
        out[at[i]] = (short)v;
        if (v & 1) out[at[i] + 1] = (short)(v >> 3);
    }
    if (v > 39000) out[at[i] + 2] = 3;
}

__global__ void backwards(const unsigned char* in, unsigned char* out) {
    int i = threadIdx.x;
    out[209 - 3 * i] = in[i];
    if (in[i] < 99) out[1 + 3 * (i ^ 5)] = in[i] + 1;
}

__global__ void truths(const int* in, bool* out) {
    int i = threadIdx.x;
    int where = (i * 37) % 50;
    if (in[i] != 0) out[3 * where] = in[i] > 0;
}

__global__ void weigh_bytes(const unsigned char* v, int n, int* sum) {
    int s = 0;
    for (int i = 0; i < n; i++) s += (i + 1) * v[i];
    *sum = s;
}

__global__ void weigh_shorts(const short* v, int n, int* sum) {
    int s = 0;
    for (int i = 0; i < n; i++) s += (i + 1) * v[i];
    *sum = s;
}

__global__ void weigh_truths(const bool* v, int n, int* sum) {
    int s = 0;
    for (int i = 0; i < n; i++) s += (i + 1) * (v[i] ? 1 : 0);
    *sum = s;
}
