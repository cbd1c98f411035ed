// hazard birensupa:br1xx: KP4009 line 15
// hazard dcu:gfx906: KP4009 line 15
// hazard birensupa:br1xx: KP4010 line 17
// hazard birensupa:br1xx: KP4011 line 8
// hazard dcu:gfx906: KP4012 line 18
// hazard dcu:gfx906: KP4012 line 20
const int Threads = 512;
__global__ void tile(float* x) { __shared__ float t[96][96]; t[0][threadIdx.x] = x[0]; x[1] = t[0][1]; }
__global__ void __launch_bounds__(1024) bounded(float* x) { x[threadIdx.x] = 0; }
__global__ void open(float* x) { x[threadIdx.x] = 0; }
int main(int argc, char** argv) {
    float* x = 0;
    int asked = argc;
    open<<<1, asked>>>(x);
    bounded<<<1, 2048>>>(x);
    dim3 deep(2, 2, 64);
    bounded<<<1, deep>>>(x);
    open<<<1, Threads>>>(x);
    dim3 flat(16, 16);
    open<<<1, dim3(32, 16)>>>(x);
    open<<<1, flat>>>(x);
    // kernelport: allow KP4012 compiled with --gpu-max-threads-per-block
    open<<<1, 512>>>(x);
    flat.x = 64;
    open<<<1, flat>>>(x);
}
