// launch: around<<<1, 3>>>(a: double[3] = 1 0.1 1, b: double[3] = 1e-20 0.1 3, out: long[27])
// expect: out = 4607182418800017408 4607182418800017409 4607182418800017408 4307583784117748259 4307583784117748259 4307583784117748259 4906019910204099648 4906019910204099649 4906019910204099648 4596373779694328218 4596373779694328218 4596373779694328218 4576918229304087675 4576918229304087676 4576918229304087675 4607182418800017408 4607182418800017408 4607182418800017408 4616189618054758400 4616189618054758400 4616189618054758400 4613937818241073152 4613937818241073152 4613937818241073152 4599676419421066581 4599676419421066582 4599676419421066581
// Sums, products and quotients of doubles rounded towards zero, up and down; the bits come from exact rational arithmetic.
__global__ void around(const double *a, const double *b, long long *out)
{
    int i = threadIdx.x;
    double x = a[i], y = b[i];
    long long *o = out + 9 * i;
    o[0] = __double_as_longlong(__dadd_rz(x, y));
    o[1] = __double_as_longlong(__dadd_ru(x, y));
    o[2] = __double_as_longlong(__dadd_rd(x, y));
    o[3] = __double_as_longlong(__dmul_rz(x, y));
    o[4] = __double_as_longlong(__dmul_ru(x, y));
    o[5] = __double_as_longlong(__dmul_rd(x, y));
    o[6] = __double_as_longlong(__ddiv_rz(x, y));
    o[7] = __double_as_longlong(__ddiv_ru(x, y));
    o[8] = __double_as_longlong(__ddiv_rd(x, y));
}
