// launch: split<<<1, 4>>>(in: float[4] = 1 2 0.5 -1, out: uint[4])
// expect: out = 127 128 126 383
struct Bits {
    union {
        float value;
        unsigned int word;
        struct { unsigned short low, high; };
    };
    int tag;
};
__global__ void split(const float* in, unsigned int* out) {
    Bits b;
    b.value = in[threadIdx.x];
    b.tag = 23;
    unsigned int whole = b.word >> b.tag;
    unsigned int half = b.high >> 7;
    out[threadIdx.x] = whole == half ? whole : 0u;
}
