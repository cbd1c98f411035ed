// The half of a kit that knows no device: files, comparison, result. Plain C++.
#pragma once
#include <cstddef>

namespace kp_kit {

enum scalar { Bool, I8, U8, I16, U16, I32, U32, I64, U64, F16, BF16, F32, F64 };

// A scalar of an element, and where it lies there.
struct part {
    int offset;
    scalar type;
};

struct layout {
    int size;
    int parts;
    const part *part_at;
};

// What the program is about, for the result.
struct identity {
    const char *source, *target, *text, *sha256;
};

unsigned char *read(const char *name, size_t bytes);
unsigned char *room(size_t bytes);
void release(unsigned char *bytes);

// Compares what the device left with a file of expected values; "absolute relative ulp" says how close is close enough.
void compare(const char *name, const unsigned char *actual, const char *file, size_t bytes, layout type, const char *tolerance, bool is_set);

// Ends the launch, and the program, with a problem.
void stop(const char *what, const char *call);

// The half that knows the device has these.
extern const identity id;
const char *device_name(int &driver_version, int &runtime_version);
void run(int launch);

} // namespace kp_kit
