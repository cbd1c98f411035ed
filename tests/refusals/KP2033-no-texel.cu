struct Pair {
    float a, b;
};

__global__ void no_texels(cudaTextureObject_t t, cudaSurfaceObject_t s, double* out) {
    out[0] = tex1Dfetch<double>(t, 0);
    // ^ KP2033 'tex1Dfetch' reads and writes one, two or four numbers of at most 32 bits, not a 'double'
}

__global__ void three_numbers(cudaTextureObject_t t, float* out) {
    out[0] = tex2D<float3>(t, 0, 0).x;
    // ^ KP2033 not a 'float3'
}

__global__ void a_structure(cudaSurfaceObject_t s, Pair p) {
    surf1Dwrite(p, s, 0);
    // ^ KP2033 not a 'Pair'
}
