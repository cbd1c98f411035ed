// output: 1 6 3 1 0
// NVTX's C interface: marks and ranges on which no result depends. No profiler listens, and the library says so.
#include <nvToolsExt.h>
#include <nvtx3/nvToolsExtCudaRt.h>
#include <cstdio>
__global__ void twice(int* p) { p[threadIdx.x] *= 2; }
struct Range {
  explicit Range(const char* name) { nvtxRangePushA(name); }
  ~Range() { nvtxRangePop(); }
};
int main() {
  nvtxInitialize(nullptr);
  nvtxEventAttributes_t event = {};
  event.version = NVTX_VERSION;
  event.size = NVTX_EVENT_ATTRIB_STRUCT_SIZE;
  event.colorType = NVTX_COLOR_ARGB;
  event.color = 0xff00ff00u;
  event.payloadType = NVTX_PAYLOAD_TYPE_INT64;
  event.payload.llValue = 6;
  event.messageType = NVTX_MESSAGE_TYPE_ASCII;
  event.message.ascii = "copy";
  nvtxDomainHandle_t domain = nvtxDomainCreateA("domain");
  nvtxStringHandle_t text = nvtxDomainRegisterString(domain, "text");
  event.messageType = NVTX_MESSAGE_TYPE_REGISTERED;
  event.message.registered = text;
  nvtxNameCategoryA(1, "category"), nvtxDomainNameCategoryW(domain, 2, L"category"), nvtxNameOsThreadA(7, "main");
  cudaStream_t stream;
  cudaStreamCreate(&stream);
  nvtxNameCudaStreamA(stream, "stream"), nvtxNameCudaDevice(0, "device");
  int *d, h[2] = {1, 3};
  cudaMalloc(&d, sizeof h);
  int nested = 0;
  {
    Range all("all");
    nvtxRangeId_t id = nvtxRangeStartEx(&event), other = nvtxDomainRangeStartEx(domain, &event);
    cudaMemcpy(d, h, sizeof h, cudaMemcpyHostToDevice);
    nested = nvtxRangePushEx(&event) == NVTX_NO_PUSH_POP_TRACKING && nvtxDomainRangePushEx(domain, &event) < 0 && nvtxDomainRangePop(domain) < 0 && nvtxRangePop() < 0;
    nvtxMark("here"), nvtxMarkW(L"here"), nvtxMarkEx(&event), nvtxDomainMarkEx(domain, &event);
    twice<<<1, 2, 0, stream>>>(d);
    nvtxRangeEnd(id), nvtxDomainRangeEnd(domain, other);
  }
  cudaStreamSynchronize(stream);
  cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
  nvtxDomainDestroy(domain);
  printf("%d %d %d %d %d\n", nested, h[1], NVTX_VERSION, event.payload.llValue == 6, h[0] - 2);
}
