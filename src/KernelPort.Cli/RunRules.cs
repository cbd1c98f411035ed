using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>What building and running a whole program can report (KP50xx). What the program itself says and returns is passed through.</summary>
public static class RunRules
{
    public static readonly Rule<string> Compile = Rule.Error<string>("KP5001", "the C++ compiler says: {0}");
    public static readonly Rule<string> NoCompiler = Rule.Error<string>("KP5002", "a C++ compiler is needed to run programs and none answers ({0}); on Debian: apt-get install g++");
    public static readonly Rule<string> Link = Rule.Error<string>("KP5003", "the program does not link: {0}");
    public static readonly Rule<string, string> Violation = Rule.Error<string, string>("KP5004", "the run was stopped on {0}: the twin found {1}; its message stands above");
    public static readonly Rule<string, int> Signal = Rule.Error<string, int>("KP5005", "the program ended by signal {1} on {0}");
    public static readonly Rule<string, double> TimedOut = Rule.Error<string, double>("KP5006", "the program was stopped on {0} after {1} s (--time-limit)");
    public static readonly Rule<string> LockStep = Rule.Note<string>("KP5007", "lanes exchange '{0}' with no barrier between: the program counts on warps that go in step, and is run so, every access of shared memory in turn");
    public static readonly Rule<string> Spin = Rule.Note<string>("KP5008", "this loop waits for {0}: threads are given turns here; a machine may never end it");
    public static readonly Rule<string, string> NotFaithful = Rule.Error<string, string>("KP5009", "not faithful: warp-synchronous: '{0}' is exchanged with no barrier between, and {1} cannot make the lanes go in step; g++ can (KP_CXX)");
    public static readonly Rule<string, string, string> Race = Rule.Error<string, string, string>("KP5010", "race: {0} shared memory here that {1} at {2}, with no barrier between: the answers are those of one order of threads");
    public static readonly Rule<string> RaceOfLanes = Rule.Note<string>("KP5011", "lanes of one warp race, on {0}: a program that counts on warps that go in step is run so with --lock-step");
    public static readonly Rule<string, string> NoRaceCheck = Rule.Warning<string, string>("KP5012", "threads may exchange '{0}' with no barrier between, and {1} cannot make a program in which that is looked for; g++ can (KP_CXX)");
    public static readonly Rule<string, string> WantedBlock = Rule.Note<string, string>("KP5013", "the kernel '{0}' was launched with blocks of {1}, for which no text was made: it is made, and the program runs again from its beginning");
    public static readonly Rule<string, string, string> InTwin = Rule.Warning<string, string, string>("KP5020", "the kernel '{0}' ran in the twin, not on engine {1}: {2}");
    public static readonly Rule<int, int, string> Engines = Rule.Note<int, int, string>("KP5021", "{0} of {1} kernels that were launched ran on engine {2}");
}
