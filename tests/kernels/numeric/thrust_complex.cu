// launch: orbit<<<1, 32>>>(a: float[64] = rand(1,-1,1), b: float[64] = rand(2,-1,1), out: float[128])
// expect: sum(out) = 169.31398 (twin)
// Complex numbers of Thrust: a class template with operators, in device functions and kernels.
#include <thrust/complex.h>
using C = thrust::complex<float>;
__device__ C step(const C &z, const C &c) { return z * z + c; }
__global__ void orbit(const float *a, const float *b, float *out) {
    int i = threadIdx.x;
    C x(a[2*i], a[2*i+1]), y(b[2*i], b[2*i+1]);
    C z = step(x, y) / y; z += thrust::conj(x); z *= 0.5f; z = 2.0f * z - x;
    out[4*i] = z.real(); out[4*i+1] = z.imag(); out[4*i+2] = thrust::abs(z); out[4*i+3] = thrust::norm(z) + thrust::arg(z);
}
