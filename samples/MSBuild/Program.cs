using System;
using System.IO;
using System.Linq;

foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "kernels"), "*", SearchOption.AllDirectories).Order())
    Console.WriteLine(Path.GetRelativePath(AppContext.BaseDirectory, file));
