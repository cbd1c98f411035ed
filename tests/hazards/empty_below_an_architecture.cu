// hazard musa:mp_31: KP4002 line 7
// hazard dcu:gfx906: KP4002 line 7
// hazard corex: KP4002 line 7
// hazard corex: KP4002 line 14
// hazard birensupa:br1xx: KP4002 line 7
// hazard birensupa:br1xx: KP4002 line 14
__global__ void tensor_cores(float* p) {
#if __CUDA_ARCH__ >= 700
    p[0] = 1.0f;
#endif
}
// The targets that have atomics of every floating type answer as 600.
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
