// launch: casts<<<1, 4>>>(x: float[4] = 1.9 -1.9 300.5 -0.5, i: int[4], u: unsigned char[4], bits: unsigned[4])
// expect: i = 1 -1 300 0
// expect: u = 1 255 44 0
// expect: bits = 1072902963 3220386611 1133920256 3204448256
__global__ void casts(const float* x, int* i, unsigned char* u, unsigned* bits) {
    auto t = threadIdx.x;
    auto v = x[t];
    i[t] = static_cast<int>(v);
    u[t] = static_cast<unsigned char>(static_cast<int>(v));
    bits[t] = *reinterpret_cast<const unsigned*>(x + t);
}
