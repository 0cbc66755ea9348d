/** What formats of files are called, by their labels. */
export const ofFormats: Readonly<Record<string, string>> = {
  "text grid": "文本网格",
  "plaintext pattern": "纯文本图样",
  RLE: "RLE",
  "NumPy array": "NumPy 数组",
  "NumPy archive": "NumPy 压缩包",
  "macrocell pattern": "macrocell 图样",
  "MCell pattern": "MCell 图样",
  "Life 1.05 pattern": "Life 1.05 图样",
  "Life 1.06 pattern": "Life 1.06 图样",
  apgcode: "apgcode",
  GIF: "GIF",
  "PNG or animated PNG": "PNG 或动画 PNG",
  JPEG: "JPEG",
  "nested lists of JSON, NumPy or Mathematica": "JSON、NumPy 或 Mathematica 的嵌套列表",
  "table of cells with columns t, y, x, state": "各列为 t、y、x、state 的元胞表"
}
