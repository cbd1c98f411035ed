template <int N> constexpr int bits = 1 + bits<N + 1>;
//                                        ^ KP2024 the value of 'bits' nests too deeply
__global__ void k(int* p) { p[0] = bits<0>; }
