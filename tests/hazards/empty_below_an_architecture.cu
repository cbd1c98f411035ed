// hazard musa:mp_31: KP4002 line 5
// hazard dcu:gfx906: KP4002 line 5
// hazard corex: KP4002 line 5
template <class T>
__global__ void accumulate(T* sum, const T* x) {
#if __CUDA_ARCH__ >= 600
    atomicAdd(sum, x[threadIdx.x]);
#endif
}
__global__ void both(float* p) {
#if defined(__CUDA_ARCH__)
    p[0] = 1.0f;
#endif
}
