// launch: rotate<<<1, 4>>>(in: float[8] = 1 2 3 4 5 6 7 8, out: float[12])
// expect: out = -2 1 5 -4 3 25 -6 5 61 -8 7 113
struct Complex {
    float re, im;
    __host__ __device__ Complex(float r, float i) : re(r), im(i) {}
    __host__ __device__ Complex() : re(0), im(0) {}
    __device__ Complex operator*(const Complex& o) const { return Complex(re * o.re - im * o.im, re * o.im + im * o.re); }
    __device__ Complex& operator+=(const Complex& o) { re += o.re; im += o.im; return *this; }
    __device__ float& operator[](int i) { return i == 0 ? re : im; }
    __device__ bool operator==(const Complex& o) const { return re == o.re && im == o.im; }
    __device__ Complex operator-() const { return {-re, -im}; }
    __device__ explicit operator bool() const { return re != 0.0f || im != 0.0f; }
    __device__ float operator()(float scale) const { return (re * re + im * im) * scale; }
};
__device__ Complex operator+(Complex a, const Complex& b) { return Complex(a.re + b.re, a.im + b.im); }
__global__ void rotate(const float* in, float* out) {
    int t = threadIdx.x;
    Complex z(in[2 * t], in[2 * t + 1]);
    Complex i(0.0f, 1.0f);
    Complex w = z * i;
    Complex sum = Complex() + w;
    sum += -w;
    sum += w;
    out[3 * t] = sum[0];
    out[3 * t + 1] = sum[1];
    out[3 * t + 2] = (w == sum && w) ? w(1.0f) : -1.0f;
}
