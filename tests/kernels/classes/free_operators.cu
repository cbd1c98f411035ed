// launch: combine<<<1, 8>>>(in: int[8] = 1 2 3 4 5 6 7 8, out: int[8])
// expect: out = 7 7 9 3 7 3 9 -9
// Operators outside of a class whose signs C++ also spells as words.
struct Mask {
    int bits;
};
__device__ Mask operator^(Mask a, Mask b) { return Mask{a.bits ^ b.bits}; }
__device__ Mask operator|(Mask a, Mask b) { return Mask{a.bits | b.bits}; }
__device__ Mask operator&(Mask a, Mask b) { return Mask{a.bits & b.bits}; }
__device__ Mask operator~(Mask a) { return Mask{~a.bits}; }
__device__ bool operator!(Mask a) { return a.bits == 0; }
__global__ void combine(const int* in, int* out) {
    int t = threadIdx.x;
    Mask a{in[t]};
    Mask low = a & Mask{7};
    Mask x = (low ^ Mask{5}) | Mask{2};
    out[t] = !low ? (~a).bits : x.bits + (low.bits & 1) * in[t];
}
