// Runs the kernels of one OpenCL C text on the first CPU device: opencl_host TEXT INPUT OUTPUT.
// Exit codes: 0 done, 90 no device, 91 the text does not build, 92 a call failed, 87 bad input.
#define CL_TARGET_OPENCL_VERSION 120
#define CL_USE_DEPRECATED_OPENCL_1_2_APIS
#include <CL/cl.h>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

[[noreturn]] void fail(int code, const char* what, cl_int error = 0) {
    std::fprintf(stderr, "%s (%d)\n", what, (int)error);
    std::exit(code);
}

void check(cl_int error, const char* what) {
    if (error != CL_SUCCESS) fail(92, what, error);
}

std::vector<char> read_file(const char* path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) fail(87, path);
    return std::vector<char>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

struct Input {
    std::vector<char> bytes;
    size_t at = 0;

    const char* take(size_t n) {
        if (n > bytes.size() - at) fail(87, "the input ends early");
        const char* p = bytes.data() + at;
        at += n;
        return p;
    }
    int64_t number() {
        int64_t v;
        std::memcpy(&v, take(8), 8);
        return v;
    }
    std::string text() {
        size_t n = (size_t)number();
        return std::string(take(n), n);
    }
};

cl_device_id find_device() {
    cl_uint count = 0;
    if (clGetPlatformIDs(0, nullptr, &count) != CL_SUCCESS || count == 0) fail(90, "there is no OpenCL platform");
    std::vector<cl_platform_id> platforms(count);
    clGetPlatformIDs(count, platforms.data(), nullptr);
    for (cl_device_type kind : {(cl_device_type)CL_DEVICE_TYPE_CPU, (cl_device_type)CL_DEVICE_TYPE_ALL}) {
        for (cl_platform_id platform : platforms) {
            cl_device_id device;
            if (clGetDeviceIDs(platform, kind, 1, &device, nullptr) == CL_SUCCESS) return device;
        }
    }
    fail(90, "there is no OpenCL device");
}

struct Buffer {
    std::string name;
    size_t size;
    cl_mem memory;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) fail(87, "opencl_host TEXT INPUT OUTPUT");
    std::vector<char> text = read_file(argv[1]);
    Input in;
    in.bytes = read_file(argv[2]);
    cl_device_id device = find_device();
    cl_int error;
    cl_context context = clCreateContext(nullptr, 1, &device, nullptr, nullptr, &error);
    check(error, "clCreateContext");
    cl_command_queue queue = clCreateCommandQueue(context, device, 0, &error);
    check(error, "clCreateCommandQueue");
    const char* source = text.data();
    size_t length = text.size();
    cl_program program = clCreateProgramWithSource(context, 1, &source, &length, &error);
    check(error, "clCreateProgramWithSource");
    cl_device_fp_config single = 0;
    clGetDeviceInfo(device, CL_DEVICE_SINGLE_FP_CONFIG, sizeof single, &single, nullptr);
    std::string options = "-cl-std=CL1.2";
    if (single & CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT) options += " -cl-fp32-correctly-rounded-divide-sqrt";
    error = clBuildProgram(program, 1, &device, options.c_str(), nullptr, nullptr);
    if (error != CL_SUCCESS) {
        size_t size = 0;
        clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, 0, nullptr, &size);
        std::string log(size, '\0');
        clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, size, &log[0], nullptr);
        std::fprintf(stderr, "%s\n", log.c_str());
        fail(91, "the text does not build", error);
    }
    std::vector<Buffer> buffers((size_t)in.number());
    for (Buffer& b : buffers) {
        b.name = in.text();
        b.size = (size_t)in.number();
        // A copy by hand, so that a checker sees which bytes were written.
        b.memory = clCreateBuffer(context, CL_MEM_READ_WRITE, b.size ? b.size : 1, nullptr, &error);
        check(error, "clCreateBuffer");
        int64_t is_set = in.number();
        const char* bytes = in.take(b.size);
        if (is_set && b.size) check(clEnqueueWriteBuffer(queue, b.memory, CL_TRUE, 0, b.size, bytes, 0, nullptr, nullptr), "clEnqueueWriteBuffer");
    }
    for (int64_t steps = in.number(); steps > 0; steps--) {
        std::string name = in.text();
        cl_kernel kernel = clCreateKernel(program, name.c_str(), &error);
        if (error != CL_SUCCESS) kernel = clCreateKernel(program, (name + "_1").c_str(), &error);
        check(error, "clCreateKernel");
        size_t block[3], grid[3];
        for (size_t& g : grid) g = (size_t)in.number();
        for (size_t& b : block) b = (size_t)in.number();
        cl_uint count = (cl_uint)in.number();
        for (cl_uint i = 0; i < count; i++) {
            int64_t kind = in.number();
            if (kind == 0) {
                cl_mem memory = buffers.at((size_t)in.number()).memory;
                check(clSetKernelArg(kernel, i, sizeof memory, &memory), "clSetKernelArg of a buffer");
            } else if (kind == 1) {
                std::string value = in.text();
                check(clSetKernelArg(kernel, i, value.size(), value.data()), "clSetKernelArg of a value");
            } else if (kind == 2) {
                cl_mem none = nullptr;
                check(clSetKernelArg(kernel, i, sizeof none, &none), "clSetKernelArg of a null pointer");
            } else {
                size_t bytes = (size_t)in.number();
                check(clSetKernelArg(kernel, i, bytes ? bytes : 1, nullptr), "clSetKernelArg of local memory");
            }
        }
        size_t global[3];
        for (int d = 0; d < 3; d++) global[d] = grid[d] * block[d];
        check(clEnqueueNDRangeKernel(queue, kernel, 3, nullptr, global, block, 0, nullptr, nullptr), "clEnqueueNDRangeKernel");
        check(clFinish(queue), "clFinish");
        clReleaseKernel(kernel);
    }
    std::ofstream out(argv[3], std::ios::binary);
    for (Buffer& b : buffers) {
        std::vector<char> bytes(b.size);
        if (b.size) check(clEnqueueReadBuffer(queue, b.memory, CL_TRUE, 0, b.size, bytes.data(), 0, nullptr, nullptr), "clEnqueueReadBuffer");
        out.write(bytes.data(), (std::streamsize)b.size);
    }
    return out.good() ? 0 : 87;
}
