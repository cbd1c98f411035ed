using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Makes accesses of textures and surfaces reads and writes of memory, for machines without texture units: an object is the address of a <c>kp_texture</c>
/// (TextureUnit.cu), and `y = tex2D(t, x, y)` calls that file's functions, floats a channel at a time.</summary>
public sealed class SampleTextures : IPass
{
    private static readonly Lazy<Module> Unit = new(() =>
    {
        using var text = new StreamReader(typeof(SampleTextures).Assembly.GetManifestResourceStream("TextureUnit.kir")!);
        return Reader.Read(text.ReadToEnd());
    });

    /// <summary>How texels are numbered in a <c>kp_texture</c>.</summary>
    private static readonly Scalar[] Kinds = [Scalar.I8, Scalar.U8, Scalar.I16, Scalar.U16, Scalar.I32, Scalar.U32, Scalar.F16, Scalar.F32];

    /// <summary>The structure whose address an object is.</summary>
    public static string ObjectName => Unit.Value.Structs[0].Name;

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
            used.AddRange(Calls.Of(Unit.Value.Find(used[i])!).Where(c => !used.Contains(c)));
        }
        // In the unit's order, where what is called comes first, as C's languages need it.
        var unit = Unit.Value.Functions.Where(f => used.Contains(f.Name)).ToList();
        var structs = Unit.Value.Structs.Where((s, i) => i == 0 || unit.Any(f => s.Equals(f.ReturnType)));
        return module with { Structs = [.. module.Structs, .. structs], Functions = [.. unit, .. functions] };
    }

    private sealed class Work(Function function, List<string> used) : Rewriter
    {
        private static readonly StructType Face = Unit.Value.Structs[1];
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
            var sample = kind == IrType.F32 ? Floats(form, unit, at) : Wholes(form, unit, at);
            var channels = Enumerable.Range(0, texel.Channels).Select(i => sample(i) is var channel && channel.Type != kind ? (Expr)Named("channel", new Cast(kind, channel)) : channel);
            _made.Add(new Let(result, type is StructType ? new Aggregate(type, channels.ToEquatable()) : channels.First()) { From = _from });
        }

        /// <summary>A float for a channel. Without mipmaps every level is the only one.</summary>
        private Func<int, Expr> Floats(TextureForm form, Expr unit, Expr[] at)
        {
            if (form.Mode is TextureMode.Fetch or TextureMode.Gather)
            {
                var texel = TexelOf(form, unit, at);
                return i => Channel("kp_texture_channel", IrType.F32, form, unit, at, texel(i), i);
            }
            var (axes, x, y, z, layer) = Coordinates(form, unit, at);
            return i => Invoked("sample", "kp_texture_sample", IrType.F32, unit, axes, x, y, z, layer, Build.I32(i));
        }

        /// <summary>An integer for a channel: no filter weighs them.</summary>
        private Func<int, Expr> Wholes(TextureForm form, Expr unit, Expr[] at)
        {
            var texel = TexelOf(form, unit, at);
            return i => Channel("kp_texture_whole", IrType.I64, form, unit, at, texel(i), i);
        }

        private LetRef Channel(string function, IrType type, TextureForm form, Expr unit, Expr[] at, Expr texel, int i) =>
            // All that a gather gives are one channel of four texels.
            Invoked("channel", function, type, unit, texel, form.Mode == TextureMode.Gather ? at[2] : Build.I32(i));

        /// <summary>The first byte of the texel that a channel of the result is of.</summary>
        private Func<int, Expr> TexelOf(TextureForm form, Expr unit, Expr[] at)
        {
            if (form.Mode == TextureMode.Gather)
            {
                return corner => Invoked("texel", "kp_texture_corner", IrType.I64, unit, at[0], at[1], Build.I32(corner));
            }
            LetRef one;
            if (form.Mode == TextureMode.Fetch)
            {
                one = Invoked("texel", "kp_texture_fetch", IrType.I64, unit, at[0]);
            }
            else
            {
                var (axes, x, y, z, layer) = Coordinates(form, unit, at);
                one = Invoked("texel", "kp_texture_nearest", IrType.I64, unit, axes, x, y, z, layer);
            }
            return _ => one;
        }

        /// <summary>How many coordinates count, the three, and the layer; a cube's are those on the face that is met.</summary>
        private (Expr Axes, Expr X, Expr Y, Expr Z, Expr Layer) Coordinates(TextureForm form, Expr unit, Expr[] at)
        {
            Expr layer = form.IsLayered ? at[form.Coordinates] : Build.I32(0);
            if (form.Shape is TextureShape.Cube or TextureShape.CubeLayered)
            {
                var face = Invoked("face", "kp_texture_cube", Face, unit, at[0], at[1], at[2], layer);
                return (Build.I32(2), new Field(IrType.F32, face, 0), new Field(IrType.F32, face, 1), Build.F32(0), new Field(IrType.I32, face, 2));
            }
            Expr Coordinate(int i) => i < form.Coordinates ? at[i] : Build.F32(0);
            return (Build.I32(form.Coordinates), Coordinate(0), Coordinate(1), Coordinate(2), layer);
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
            _made.Add(new Store(variable, Build.Zero(type)) { From = _from });
            var found = New("found", type);
            _made.Add(new If(there, [new Load(found, place) { From = _from }, new Store(variable, new LetRef(type, found)) { From = _from }], []) { From = _from });
            _made.Add(new Load(result, variable) { From = _from });
        }
    }
}
