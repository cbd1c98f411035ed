// launch: narrow<<<1, 6>>>(in: double[6] = 0.1 -0.1 1e+300 -1e+300 1e-50 1.0, out: uint[18])
// expect: out = 1036831948 1036831949 1036831948 3184315596 3184315596 3184315597 2139095039 2139095040 2139095039 4286578687 4286578687 4286578688 0 1 0 1065353216 1065353216 1065353216
// The expected bits come from exact rational arithmetic.
__global__ void narrow(const double* in, unsigned int* out) {
    unsigned int* p = out + 3 * threadIdx.x;
    double x = in[threadIdx.x];
    p[0] = __float_as_uint(__double2float_rz(x));
    p[1] = __float_as_uint(__double2float_ru(x));
    p[2] = __float_as_uint(__double2float_rd(x));
}
