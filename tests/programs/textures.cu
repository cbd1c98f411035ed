// output: 7 3 0 1 | 1 3.25 0.2 1 | 2 3.75 1 1 | 7 4 0.4 1 | 1 2.5
// lacking: birensupa:br1xx (its headers have no textures)
// Objects made by the program: an array under a border colour, pitched memory, linear memory as fractions, a surface; one in a structure.
#include <cstdio>
#include <cuda_runtime.h>

__global__ void read(cudaTextureObject_t bordered, cudaTextureObject_t pitched, cudaTextureObject_t linear, cudaSurfaceObject_t out) {
    int i = threadIdx.x;
    float around = tex2D<float>(bordered, i - 0.5f, 0.5f), row = tex2D<float>(pitched, (i + 0.5f) / 4, 1.0f), part = tex1Dfetch<float>(linear, i);
    surf2Dwrite(make_float4(around, row, part, 1.0f), out, i * 16, 0);
}

// Objects may lie in structures and in memory.
struct Pair {
    cudaTextureObject_t objects[2];
};

__global__ void chosen(Pair pair, float *out) {
    out[threadIdx.x] = tex2D<float>(pair.objects[threadIdx.x % 2], 0.5f, 0.5f);
}

static cudaTextureObject_t object(const cudaResourceDesc &resource, cudaTextureFilterMode filter, cudaTextureReadMode mode, bool normalized, float border) {
    cudaTextureDesc desc = {};
    desc.addressMode[0] = desc.addressMode[1] = border != 0 ? cudaAddressModeBorder : cudaAddressModeClamp;
    desc.borderColor[0] = border;
    desc.filterMode = filter;
    desc.readMode = mode;
    desc.normalizedCoords = normalized;
    cudaTextureObject_t made = 0;
    cudaCreateTextureObject(&made, &resource, &desc, nullptr);
    return made;
}

int main() {
    const float image[2] = {1, 2}, rows[2][4] = {{1, 2, 9, 9}, {3, 4, 9, 9}};
    const unsigned char bytes[4] = {0, 51, 255, 102};
    cudaChannelFormatDesc one = cudaCreateChannelDesc<float>(), four = cudaCreateChannelDesc<float4>();
    cudaArray_t array, result;
    cudaMallocArray(&array, &one, 2, 1);
    cudaMemcpy2DToArray(array, 0, 0, image, 8, 8, 1, cudaMemcpyHostToDevice);
    cudaMallocArray(&result, &four, 4, 1, cudaArraySurfaceLoadStore);
    void *memory, *small;
    cudaMalloc(&memory, sizeof rows);
    cudaMemcpy(memory, rows, sizeof rows, cudaMemcpyHostToDevice);
    cudaMalloc(&small, sizeof bytes);
    cudaMemcpy(small, bytes, sizeof bytes, cudaMemcpyHostToDevice);

    cudaResourceDesc resource = {};
    resource.resType = cudaResourceTypeArray;
    resource.res.array.array = array;
    cudaTextureObject_t bordered = object(resource, cudaFilterModePoint, cudaReadModeElementType, false, 7);
    resource.res.array.array = result;
    cudaSurfaceObject_t surface;
    cudaCreateSurfaceObject(&surface, &resource);
    resource.resType = cudaResourceTypePitch2D;
    resource.res.pitch2D.devPtr = memory;
    resource.res.pitch2D.desc = one;
    resource.res.pitch2D.width = 2;
    resource.res.pitch2D.height = 2;
    resource.res.pitch2D.pitchInBytes = 16;
    cudaTextureObject_t pitched = object(resource, cudaFilterModeLinear, cudaReadModeElementType, true, 0);
    resource.resType = cudaResourceTypeLinear;
    resource.res.linear.devPtr = small;
    resource.res.linear.desc = cudaCreateChannelDesc<unsigned char>();
    resource.res.linear.sizeInBytes = sizeof bytes;
    cudaTextureObject_t linear = object(resource, cudaFilterModePoint, cudaReadModeNormalizedFloat, false, 0);

    read<<<1, 4>>>(bordered, pitched, linear, surface);
    float read_back[16];
    cudaMemcpy2DFromArray(read_back, 64, result, 0, 0, 64, 1, cudaMemcpyDeviceToHost);
    float *two, chosen_back[2];
    cudaMalloc((void **)&two, sizeof chosen_back);
    Pair pair;
    pair.objects[0] = bordered;
    pair.objects[1] = pitched;
    chosen<<<1, 2>>>(pair, two);
    cudaMemcpy(chosen_back, two, sizeof chosen_back, cudaMemcpyDeviceToHost);

    // 7 around the array; the second row of 3 and 4, by quarters of a texel; bytes by 255.
    for (int i = 0; i < 16; i++) printf("%g %s", read_back[i], i % 4 == 3 ? "| " : "");
    printf("%g %g\n", chosen_back[0], chosen_back[1]);
    cudaDestroyTextureObject(bordered);
    cudaDestroyTextureObject(pitched);
    cudaDestroyTextureObject(linear);
    cudaDestroySurfaceObject(surface);
    cudaFreeArray(array);
    cudaFreeArray(result);
    cudaFree(memory);
    cudaFree(small);
    cudaFree(two);
}
