// output: 5.0 -5 10 -1 -7 2.2 0.4 9 13 1e+30
// lacking: birensupa:br2xx birensupa:br1xx maca (no header of complex numbers is documented for them)
// Complex numbers of both widths, in a kernel and on the host.
#include <cuComplex.h>
#include <cstdio>
__global__ void work(cuFloatComplex* f, cuDoubleComplex* d) {
  cuFloatComplex a = make_cuFloatComplex(1, 2), b = make_cuComplex(3, 4);
  f[0] = cuCmulf(a, b);
  f[1] = cuCsubf(cuConjf(a), cuCaddf(make_cuFloatComplex(2, 1), cuConjf(make_cuFloatComplex(0, -4))));
  d[0] = cuCdiv(make_cuDoubleComplex(5, 10), cuComplexFloatToDouble(b));
  d[1] = cuCfma(cuComplexFloatToDouble(a), make_cuDoubleComplex(3, 4), make_cuDoubleComplex(14, 3));
  d[2] = cuCdiv(make_cuDoubleComplex(1e300, 0), make_cuDoubleComplex(1e270, 0));
}
int main() {
  cuFloatComplex* f, hf[2];
  cuDoubleComplex* d, hd[3];
  cudaMalloc(&f, sizeof hf);
  cudaMalloc(&d, sizeof hd);
  work<<<1, 1>>>(f, d);
  cudaMemcpy(hf, f, sizeof hf, cudaMemcpyDeviceToHost);
  cudaMemcpy(hd, d, sizeof hd, cudaMemcpyDeviceToHost);
  printf("%.1f %g %g %g %g %g %g %g %g %g\n", cuCabsf(make_cuFloatComplex(3, 4)), cuCrealf(hf[0]), cuCimagf(hf[0]), hf[1].x, hf[1].y, hd[0].x, cuCimag(hd[0]), hd[1].x, hd[1].y, hd[2].x);
}
