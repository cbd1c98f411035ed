using Antlr4.Runtime;
using Antlr4.Runtime.Tree;

namespace KernelPort.Grammar;

/// <summary>
/// The generated contexts' base. Their accessors call what stands here instead of the library's, which goes over the children through an
/// interface and allocates an enumerator at every call: half of the time of building syntax records.
/// </summary>
public class CudaContext : ParserRuleContext
{
    public CudaContext()
    {
    }

    public CudaContext(ParserRuleContext parent, int invokingState)
        : base(parent, invokingState)
    {
    }

    public new IParseTree GetChild(int i) => children is List<IParseTree> list && (uint)i < (uint)list.Count ? list[i] : null!;

    public new T? GetRuleContext<T>(int i)
        where T : ParserRuleContext
    {
        if (children is List<IParseTree> list)
        {
            foreach (var child in list)
            {
                if (child is T context && i-- == 0)
                {
                    return context;
                }
            }
        }
        return null;
    }

    public new T[] GetRuleContexts<T>()
        where T : ParserRuleContext
    {
        List<T>? found = null;
        if (children is List<IParseTree> list)
        {
            foreach (var child in list)
            {
                if (child is T context)
                {
                    (found ??= new List<T>(list.Count)).Add(context);
                }
            }
        }
        return found?.ToArray() ?? [];
    }

    public new ITerminalNode? GetToken(int type, int i)
    {
        if (children is List<IParseTree> list)
        {
            foreach (var child in list)
            {
                if (child is TerminalNodeImpl leaf && leaf.Symbol.Type == type && i-- == 0)
                {
                    return leaf;
                }
            }
        }
        return null;
    }

    public new ITerminalNode[] GetTokens(int type)
    {
        List<ITerminalNode>? found = null;
        if (children is List<IParseTree> list)
        {
            foreach (var child in list)
            {
                if (child is TerminalNodeImpl leaf && leaf.Symbol.Type == type)
                {
                    (found ??= []).Add(leaf);
                }
            }
        }
        return found?.ToArray() ?? [];
    }
}
