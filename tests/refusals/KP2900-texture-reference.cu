texture<float, 2, cudaReadModeElementType> picture;

__global__ void old(float* out) {
    out[0] = tex2D(picture, 0.5f, 0.5f);
    // ^ KP2900 a texture reference (CUDA 12 has none: pass a texture object)
}
