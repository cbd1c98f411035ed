// The cases of contest.h for a contestant in another language: one problem at a time, its data made and checked by the same code.
#include "contest.h"

static const std::vector<Case>& cases()
{
    static const std::vector<Case> all = all_cases();
    return all;
}

static Problem problem;

extern "C" {

// Line i of the answer to "list"; 0 behind the last.
int case_line(int i, char* text, int size)
{
    if (i >= int(cases().size())) return 0;
    auto& c = cases()[i];
    return snprintf(text, size, "case %s %s %.0f %.0f", c.kernel.c_str(), c.size.c_str(), c.bytes, c.flops);
}

// Makes a case's data; the number of its arguments, or -1.
int case_make(const char* kernel, const char* size, int* grid, int* block)
{
    problem.drop();
    for (auto& c : cases()) {
        if (c.kernel != kernel || c.size != size) continue;
        problem.make(c);
        for (int i = 0; i < 3; ++i) { grid[i] = int(c.grid[i]); block[i] = int(c.block[i]); }
        return int(c.args.size());
    }
    return -1;
}

// The bytes of an argument: an address, or four bytes.
int case_argument(int i, void* bytes)
{
    auto& a = problem.c.args[i];
    if (a.kind == Arg::Buf) return memcpy(bytes, &problem.mem[a.i], 8), 8;
    return memcpy(bytes, a.kind == Arg::I32 ? (void*)&a.i : (void*)&a.f, 4), 4;
}

void case_refill() { problem.refill(); }
void case_sums(double* sum, double* weighted) { sums(problem, *sum, *weighted); }
double case_now() { return now_ns(); }

}
