using KernelPort.Core;

namespace KernelPort.Cuda.Semantics;

/// <summary>What can be wrong with the meaning of a program (KP20xx to KP28xx), and what we cannot do yet (KP29xx).</summary>
public static class SemanticRules
{
    public static readonly Rule<string> Undeclared = Rule.Error<string>("KP2001", "'{0}' is not declared");
    public static readonly Rule<string> UnknownType = Rule.Error<string>("KP2002", "unknown type name '{0}'");
    public static readonly Rule<string, string> NoConversion = Rule.Error<string, string>("KP2003", "cannot convert '{0}' to '{1}'");
    public static readonly Rule<string, string> NoMember = Rule.Error<string, string>("KP2004", "'{0}' has no member '{1}'");
    public static readonly Rule<string, int, int> WrongArgumentCount = Rule.Error<string, int, int>("KP2005", "'{0}' takes {1} arguments, not {2}");
    public static readonly Rule<string> NoOverload = Rule.Error<string>("KP2006", "no overload of '{0}' takes these arguments");
    public static readonly Rule<string> AmbiguousCall = Rule.Error<string>("KP2007", "the call of '{0}' fits several overloads equally well");
    public static readonly Rule<string, string, string> BadOperands = Rule.Error<string, string, string>("KP2008", "operator '{0}' does not take '{1}' and '{2}'");
    public static readonly Rule<string, string> BadOperand = Rule.Error<string, string>("KP2009", "operator '{0}' does not take '{1}'");
    public static readonly Rule NotAssignable = Rule.Error("KP2010", "the left side cannot be assigned to");
    public static readonly Rule NotConstant = Rule.Error("KP2011", "this must be a constant expression");
    public static readonly Rule<string> Redeclared = Rule.Error<string>("KP2012", "'{0}' is declared twice in this scope");
    public static readonly Rule<string> CannotDeduce = Rule.Error<string>("KP2013", "cannot deduce the template arguments of '{0}'");
    public static readonly Rule<string> HostCallInDevice = Rule.Error<string>("KP2014", "'{0}' is a host function and cannot be called from device code");
    public static readonly Rule<string> NoBody = Rule.Error<string>("KP2015", "'{0}' is declared but has no body in this translation unit");
    public static readonly Rule<string> IncompleteType = Rule.Error<string>("KP2016", "'{0}' is declared but not defined");
    public static readonly Rule BadLiteral = Rule.Error("KP2017", "this literal is not well formed or too large");
    public static readonly Rule<string> KernelMustReturnVoid = Rule.Error<string>("KP2018", "the kernel '{0}' must return void");
    public static readonly Rule<string> StaticAssertFailed = Rule.Error<string>("KP2019", "static assertion failed: {0}");
    public static readonly Rule<string> NotAKernel = Rule.Error<string>("KP2020", "'{0}' names no kernel");
    public static readonly Rule MisplacedBreak = Rule.Error("KP2021", "break or continue outside of a loop or switch");
    public static readonly Rule<string> ConstWrite = Rule.Error<string>("KP2022", "'{0}' is const and cannot be assigned to");
    public static readonly Rule DivisionByZeroConstant = Rule.Warning("KP2023", "division by the constant zero");
    public static readonly Rule<string> TooDeep = Rule.Error<string>("KP2024", "{0} nests too deeply");
    public static readonly Rule<string> UnlaunchedTemplate = Rule.Warning<string>("KP2025", "the kernel template '{0}' is launched nowhere in this file; name its arguments with --instantiate '{0}<...>' to translate it");
    public static readonly Rule<string> RecursiveFunction = Rule.Error<string>("KP2026", "'{0}' calls itself; recursion is not available on every target and is not lowered");
    public static readonly Rule<string> CalleeFailed = Rule.Error<string>("KP2027", "'{0}' could not be translated, see the errors in it");
    public static readonly Rule<string> NotCaptured = Rule.Error<string>("KP2028", "'{0}' is used in a lambda that does not capture it");
    public static readonly Rule<string> NotAnObject = Rule.Error<string>("KP2029", "'{0}' needs an object of its class");
    public static readonly Rule<string, string> ReusedPadding = Rule.Error<string, string>("KP2030", "'{0}' of '{1}' would lie in the unused bytes at the end of a base class");
    public static readonly Rule<string, string> EmptyTwice = Rule.Error<string, string>("KP2031", "'{0}' has the empty class '{1}' twice at its first byte");
    public static readonly Rule<string> BadFormat = Rule.Error<string>("KP2032", "the format of this printf {0}");
    public static readonly Rule<string, string> NotATexel = Rule.Error<string, string>("KP2033", "'{0}' reads and writes one, two or four numbers of at most 32 bits, not a '{1}'");
    public static readonly Rule<string> UnstructuredGoto = Rule.Error<string>("KP2034", "the goto to '{0}' jumps into a block, a loop or a case from outside of it, which has no structured form");
    public static readonly Rule<string> NearMeaning = Rule.Warning<string>("KP2035", "this is lowered to what comes nearest: {0}");
    public static readonly Rule<string> DeviceRuntime = Rule.Error<string>("KP2036", "{0} needs CUDA's runtime on the device (dynamic parallelism), which no other target has");
    public static readonly Rule<string> NotSupported = Rule.Error<string>("KP2900", "{0} is not supported by KernelPort yet");
    public static readonly Rule<string> VirtualFunction = Rule.Error<string>("KP2902", "{0} is virtual; which function a call means is chosen here while compiling, and virtual functions are not supported by KernelPort yet");
    public static readonly Rule<string> DeviceHeap = Rule.Error<string>("KP2903", "'{0}' in device code takes memory from CUDA's heap on the device, which is not supported by KernelPort yet");
    public static readonly Rule<string> UnknownBuiltin = Rule.Error<string>("KP2901", "the CUDA function '{0}' is not supported by KernelPort yet");
}

/// <summary>Ends the lowering of a statement or function; carries what to tell the user. Never leaves the front end.</summary>
internal sealed class LoweringException(Diagnostic diagnostic) : Exception
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
