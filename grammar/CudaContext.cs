using System.Runtime.CompilerServices;
using Antlr4.Runtime;
using Antlr4.Runtime.Tree;

namespace KernelPort.Grammar;

/// <summary>
/// The generated contexts' base. Their accessors call what stands here instead of the library's, which goes over the children through an
/// interface and allocates an enumerator at every call. Most contexts have one child: two are kept without a list.
/// </summary>
public class CudaContext : ParserRuleContext
{
    private object? _first;
    private object? _second;

    // of objects, because storing in an array of an interface's checks the type each time
    private object[]? _rest;
    private int _count;

    public CudaContext()
    {
    }

    public CudaContext(ParserRuleContext parent, int invokingState)
        : base(parent, invokingState)
    {
    }

    public override int ChildCount => _count;

    public override IParseTree GetChild(int i) => (uint)i < (uint)_count ? Unsafe.As<IParseTree>(At(i)) : null!;

    public new T? GetRuleContext<T>(int i)
        where T : ParserRuleContext
    {
        for (int k = 0; k < _count; k++)
        {
            if (At(k) is T context && i-- == 0)
            {
                return context;
            }
        }
        return null;
    }

    public new T[] GetRuleContexts<T>()
        where T : ParserRuleContext
    {
        int found = 0;
        for (int k = 0; k < _count; k++)
        {
            found += At(k) is T ? 1 : 0;
        }
        if (found == 0)
        {
            return [];
        }
        var contexts = new T[found];
        for (int k = 0, at = 0; at < found; k++)
        {
            if (At(k) is T context)
            {
                contexts[at++] = context;
            }
        }
        return contexts;
    }

    public new ITerminalNode? GetToken(int type, int i)
    {
        for (int k = 0; k < _count; k++)
        {
            if (At(k) is CudaLeaf leaf && leaf.Type == type && i-- == 0)
            {
                return leaf;
            }
        }
        return null;
    }

    public new ITerminalNode[] GetTokens(int type)
    {
        List<ITerminalNode>? found = null;
        for (int k = 0; k < _count; k++)
        {
            if (At(k) is CudaLeaf leaf && leaf.Type == type)
            {
                (found ??= []).Add(leaf);
            }
        }
        return found?.ToArray() ?? [];
    }

    internal void Add(object child)
    {
        int at = _count++;
        if (at == 0)
        {
            _first = child;
        }
        else if (at == 1)
        {
            _second = child;
        }
        else
        {
            _rest ??= new object[2];
            if (at - 2 == _rest.Length)
            {
                Array.Resize(ref _rest, _rest.Length * 2);
            }
            _rest[at - 2] = child;
        }
    }

    private object At(int i) => i == 0 ? _first! : i == 1 ? _second! : _rest![i - 2];
}
