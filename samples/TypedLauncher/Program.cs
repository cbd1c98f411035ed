using System;
using System.Linq;
using TypedLauncher;

float[] x = Enumerable.Range(0, 1024).Select(i => (float)i).ToArray();
float[] y = new float[1024];
Saxpy.Launch(grid: 4, block: 256, y.Length, 2f, x, y);

float[] sums = new float[8];
BlockSums.Launch(grid: 8, y, sums);
Console.WriteLine($"{y[1023]} {string.Join(" ", sums)}");
