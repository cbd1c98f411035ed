using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Makes accesses of textures and surfaces reads and writes of memory, for machines without texture units: an object is the address of a <c>kp_texture</c>
/// (TextureUnit.cu), and `y = tex2D(t, x, y)` calls that file's functions, a channel at a time.</summary>
public sealed class SampleTextures : IPass
{
    private static readonly Lazy<Module> Unit = new(() =>
    {
        using var text = new StreamReader(typeof(SampleTextures).Assembly.GetManifestResourceStream("TextureUnit.kir")!);
        return Reader.Read(text.ReadToEnd());
    });

    /// <summary>How texels are numbered in a <c>kp_texture</c>.</summary>
    private static readonly Scalar[] Kinds = [Scalar.I8, Scalar.U8, Scalar.I16, Scalar.U16, Scalar.I32, Scalar.U32, Scalar.F16, Scalar.F32];

    public static int NumberOf(Scalar kind) => Array.IndexOf(Kinds, kind);

    /// <summary>Whether a function accesses a texture or surface itself.</summary>
    public static bool Has(Function function) => CallFinder.Has(function, Intrinsics.Textures.Contains);

    public Module Run(Module module)
    {
        if (!module.Functions.Any(Has))
        {
            return module;
        }
        var used = new List<string>();
        var functions = module.Functions.Select(f => new Work(f, used).Run()).ToList();
        for (int i = 0; i < used.Count; i++)
        {
            var function = Unit.Value.Find(used[i])!;
            functions.Add(function);
            used.AddRange(Calls.Of(function).Where(c => !used.Contains(c)));
        }
        return module with { Structs = [.. module.Structs, .. Unit.Value.Structs], Functions = functions.ToEquatable() };
    }

    private sealed class Work(Function function, List<string> used) : Rewriter
    {
        private static readonly IrType Object = new PointerType(Unit.Value.Structs[0], AddressSpace.Generic);

        private readonly List<NamedValue> _lets = [.. function.Lets];
        private readonly List<Variable> _variables = [.. function.Variables];
        private List<Stmt> _made = [];
        private Origin _from;

        public Function Run() => Rewrite(function) with { Lets = _lets.ToEquatable(), Variables = _variables.ToEquatable() };

        protected override IEnumerable<Stmt>? Expand(Stmt statement)
        {
            if (statement is not Call { Format: { } format } call || !Intrinsics.Textures.Contains(call.Intrinsic))
            {
                return null;
            }
            (_made, _from) = ([], call.From);
            var form = TextureForm.Parse(format)!;
            var unit = Named("unit", new Cast(Object, call.Arguments[0]));
            if (!form.IsSurface)
            {
                Read(call, form, unit);
            }
            else if (call.Intrinsic == Intrinsics.SurfaceWrite)
            {
                var value = call.Arguments[^1];
                var (there, place) = Surface(call, form, unit, value.Type);
                _made.Add(new If(there, [new Store(place, value) { From = _from }], []) { From = _from });
            }
            else if (call.Result is { } result)
            {
                Read(call, form, unit, result);
            }
            return _made;
        }

        private LetId New(string name, IrType type)
        {
            _lets.Add(new NamedValue(name, type));
            return new LetId(_lets.Count - 1);
        }

        private LetRef Named(string name, Expr value)
        {
            var id = New(name, value.Type);
            _made.Add(new Let(id, value) { From = _from });
            return new LetRef(value.Type, id);
        }

        private LetRef Invoked(string name, string callee, IrType type, params ReadOnlySpan<Expr> arguments)
        {
            if (!used.Contains(callee))
            {
                used.Add(callee);
            }
            var id = New(name, type);
            _made.Add(new Invoke(id, callee, arguments.ToArray().ToEquatable()) { From = _from });
            return new LetRef(type, id);
        }

        private void Read(Call call, TextureForm form, Expr unit)
        {
            if (call.Result is not { } result)
            {
                return;
            }
            var type = function.TypeOf(result);
            var texel = Texel.Of(type)!.Value;
            var kind = new ScalarType(texel.Kind);
            var at = call.Arguments.AsSpan()[1..].ToArray();
            var channels = new List<Expr>();
            for (int i = 0; i < texel.Channels; i++)
            {
                var channel = Channel(form, unit, at, i);
                // By way of a wide integer: each texel's number is one.
                channels.Add(Named("channel", kind == IrType.F32 ? new Cast(kind, channel) : new Cast(kind, new Cast(IrType.I64, channel))));
            }
            _made.Add(new Let(result, type is StructType ? new Aggregate(type, channels.ToEquatable()) : channels[0]) { From = _from });
        }

        private LetRef Channel(TextureForm form, Expr unit, Expr[] at, int channel)
        {
            Expr Coordinate(int i) => i < form.Coordinates ? at[i] : Build.F32(0);
            Expr layer = form.IsLayered ? at[form.Coordinates] : Build.I32(0);
            var c = Build.I32(channel);
            return form.Mode switch
            {
                TextureMode.Fetch => Invoked("sample", "kp_texture_fetch", IrType.F64, unit, at[0], c),
                // All channels asked for are one of four texels.
                TextureMode.Gather => Invoked("sample", "kp_texture_gather", IrType.F64, unit, at[0], at[1], at[2], c),
                // Without mipmaps every level is the only one.
                _ when form.Shape is TextureShape.Cube or TextureShape.CubeLayered => Invoked("sample", "kp_texture_cube", IrType.F64, unit, at[0], at[1], at[2], layer, c),
                _ => Invoked("sample", "kp_texture_sample", IrType.F64, unit, Build.I32(form.Coordinates), Coordinate(0), Coordinate(1), Coordinate(2), layer, c),
            };
        }

        private (Expr There, Place Place) Surface(Call call, TextureForm form, LetRef unit, IrType type)
        {
            var at = call.Arguments;
            Expr y = form.Coordinates > 1 ? at[2] : Build.I32(0);
            Expr z = form.Coordinates > 2 ? at[3] : form.IsLayered ? at[1 + form.Coordinates] : Build.I32(0);
            int outside = form.Mode switch { TextureMode.Trap => 0, TextureMode.Clamp => 1, _ => 2 };
            var offset = Invoked("at", "kp_surface_at", IrType.I64, unit, at[1], y, z, Build.I32(type.Size), Build.I32(outside));
            var texels = Unit.Value.Structs[0].Fields[0].Type;
            var start = New("texels", texels);
            _made.Add(new Load(start, new Member(texels, new Deref(Unit.Value.Structs[0], unit), 0)) { From = _from });
            var pointer = new Cast(new PointerType(type, AddressSpace.Generic), new PointerOffset(new LetRef(texels, start), offset));
            return (new Binary(IrType.Bool, BinaryOp.Ge, offset, Build.I64(0)), new Deref(type, Named("texel", pointer)));
        }

        /// <summary>What lies nowhere is zero.</summary>
        private void Read(Call call, TextureForm form, LetRef unit, LetId result)
        {
            var type = function.TypeOf(result);
            var (there, place) = Surface(call, form, unit, type);
            var variable = new VariablePlace(type, new VariableId(_variables.Count));
            _variables.Add(new Variable("texel", type, AddressSpace.Local));
            _made.Add(new Store(variable, Zero(type)) { From = _from });
            var found = New("found", type);
            _made.Add(new If(there, [new Load(found, place) { From = _from }, new Store(variable, new LetRef(type, found)) { From = _from }], []) { From = _from });
            _made.Add(new Load(result, variable) { From = _from });
        }

        private static Expr Zero(IrType type) => type is StructType s ? new Aggregate(s, s.Fields.Select(f => Zero(f.Type)).ToEquatable()) : new Literal(type, 0);
    }
}
