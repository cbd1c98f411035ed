using KernelPort.Backends; using KernelPort.Core; using KernelPort.Compiler; using KernelPort.Engines; using KernelPort.Execution; using KernelPort.Passes; using KernelPort.Twin;
var root = args[0]; var mode = args[1];
var runner = new KernelTestRunner(new TwinRunner(Path.Combine(root,"artifacts/twin-cache")), TwinCatalogue.Load(root), BackendCatalogue.All);
var tally = new SortedDictionary<string,int>();
foreach (var f in args.Skip(2).SelectMany(a => Directory.Exists(a) ? Directory.EnumerateFiles(a,"*.cu",SearchOption.AllDirectories) : new[]{a}.AsEnumerable()).Order()) {
  try {
  var k = KernelFile.Load(SourceText.Read(f), new CompilerOptions());
  void Show(KernelVerdict v) { tally[v.Engine+" "+v.Outcome] = tally.GetValueOrDefault(v.Engine+" "+v.Outcome)+1; if (v.Outcome != Outcome.Passed) Console.WriteLine($"{v.Outcome} {v.Engine} {Path.GetFileName(f)}: {v.Detail[..Math.Min(300,v.Detail.Length)]}"); }
  if (mode.Contains("ref")) Show(KernelTestRunner.RunReference(k,"reference",Pipeline.Nothing,new ExecutionOptions()));
  if (mode.Contains("twin")) Show(runner.RunTwin(k));
  foreach (var b in BackendCatalogue.All) foreach (var t in b.Targets) if (mode.Contains(t.Name)||mode.Contains("all")) Show(runner.RunTarget(k,b,t));
  if (mode.Contains("print")) foreach (var b in BackendCatalogue.All) foreach (var t in b.Targets.Take(1)) if (mode.Contains(b.Name)) Console.WriteLine(Emission.Of(k.Compilation,b,t).File?.Text);
  } catch (Exception e) { Console.WriteLine($"EXC {Path.GetFileName(f)}: {e.GetType().Name} {e.Message} {e.StackTrace?.Split('\n')[0]}"); tally["EXC"]=tally.GetValueOrDefault("EXC")+1; }
}
foreach (var (a,b) in tally) Console.WriteLine($"{a}: {b}");
