import type { Sentence } from "./match.ts"

/** What `formats` and the generators say of recordings. */
export const ofRecordings: ReadonlyArray<Sentence> = [
  ["the file is empty", "文件是空的"],
  ["record at least two generations", "请至少记录两代"],
  ["this is not a recording in a known format", "这不是已知格式的记录"],
  ["the folder is empty", "文件夹是空的"],
  ["put the generations or recordings into it", "请将各代或各记录放入其中"],
  ["no recording among {names}", "{names} 中没有记录"],
  ["{names} and {count} more", "{names} 等另外 {count} 个"],
  ["the folder mixes formats: {a} is {x}, {b} is {y}", "文件夹中格式不一：{a} 是 {x}，{b} 是 {y}"],
  ["name one file, or a folder of one format", "请给出一个文件，或只含一种格式的文件夹"],
  ["use one file for each generation, or one for each evolution", "请每一代用一个文件，或每个演化用一个文件"],
  ["the generation of {name} is not known", "不知道 {name} 是第几代"],
  ["number the files, as in 005.txt", "请给文件编号，如 005.txt"],
  [
    'number the files, or put "#CXRLE Gen=0", "#CXRLE Gen=1" … before the patterns',
    "请给文件编号，或在各图样之前写上“#CXRLE Gen=0”“#CXRLE Gen=1”……"
  ],
  ["{a} has {w} × {h} cells, {b} has {x} × {y}", "{a} 有 {w} × {h} 个元胞，{b} 有 {x} × {y} 个"],
  ["record all generations in one window", "请在同一窗口中记录所有各代"],
  ["{a} and {b} are both generation {g}, with different cells", "{a} 与 {b} 都是第 {g} 代，但元胞不同"],
  ["keep one of them", "请只保留其中之一"],
  ["the file holds no cells", "文件中没有元胞"],
  ["write each frame as rows of cells", "请将每一帧写成若干行元胞"],
  ['line {l}, column {c}: "{text}" is not a state', "第 {l} 行第 {c} 列：“{text}”不是状态"],
  [
    "write 0 to 9, or . for dead and o, O, * or # for live, ? or _ for unobserved; separate states above 9 by spaces or commas",
    "请写 0 至 9；或用 . 表示死，用 o、O、* 或 # 表示活，用 ? 或 _ 表示未观测；大于 9 的状态用空格或逗号隔开"
  ],
  ["line {l}: this frame has {a}, the first one has {b}", "第 {l} 行：此帧有 {a}，第一帧有 {b} 行"],
  [
    "give all frames the same rows, and leave one blank line between frames",
    "请让所有帧的行数相同，并在帧与帧之间留一个空行"
  ],
  ["line {l} has {a}, line {m} has {b}", "第 {l} 行有 {a}，第 {m} 行有 {b} 个"],
  ["give all rows of all frames the same length", "请让所有帧的所有行长度相同"],
  ['line {l}, column {c}: unexpected "{char}"', "第 {l} 行第 {c} 列：意外的“{char}”"],
  ["write . for dead and O for live cells", "请用 . 表示死元胞，用 O 表示活元胞"],
  ['"{line}" is not a header', "“{line}”不是文件头"],
  ["write x = 3, y = 3, rule = B3/S23", "请写成 x = 3, y = 3, rule = B3/S23"],
  ["a box of {w} × {h} cells is too large", "{w} × {h} 个元胞的范围太大"],
  ["save a smaller one", "请保存较小的"],
  ['"{line}" states numbers beyond 2³¹, or a generation beyond 2⁵³', "“{line}”中的数超过 2³¹，或代数超过 2⁵³"],
  ["move the pattern nearer to 0, 0", "请将图样移到 0, 0 附近"],
  ["the pattern that begins on line {l} does not end in !", "从第 {l} 行开始的图样没有以 ! 结束"],
  ["the file is cut short, or its ! is missing", "文件被截断，或缺少 !"],
  ["line {l}: neither cells nor a comment", "第 {l} 行：既不是元胞，也不是注释"],
  ["begin comments with #", "注释请以 # 开头"],
  ["the file holds no pattern", "文件中没有图样"],
  ["save it as RLE", "请存为 RLE"],
  ["{name} has cells of state 255", "{name} 有状态为 255 的元胞"],
  ["states 0 to 254 can be read", "可以读取状态 0 至 254"],
  ['column {c}: unexpected "{char}"', "第 {c} 列：意外的“{char}”"],
  ["line {l}: {what!}", "第 {l} 行：{what!}"],
  [
    "cells are b o . A to X pA to yO, $ ends a row, ! the pattern",
    "元胞写作 b、o、.、A 至 X、pA 至 yO，$ 结束一行，! 结束图样"
  ],
  ["column {c}: more than 2³¹ cells in a line", "第 {c} 列：一行超过 2³¹ 个元胞"],
  ["save a smaller pattern", "请保存较小的图样"],
  ['"{text}" is not a bounded grid', "“{text}”不是有界网格"],
  ["write :T64,64 for a torus or :P64,64 for dead surroundings", "环面请写 :T64,64，死边界请写 :P64,64"],
  [
    "rule {rule} has B0, whose generations Golly stores complemented; whether these are cannot be checked for this rule",
    "规则 {rule} 含 B0，Golly 会将其各代取补保存；对这条规则无法查明这里是否如此"
  ],
  [
    "save the states as they are, as npz or text, or take the rule out of the headers if they are so already",
    "请将状态原样存为 npz 或文本；如果已是原样，请从文件头中删去规则"
  ],
  ["{name} reaches outside the grid of {w} × {h} cells", "{name} 超出了 {w} × {h} 个元胞的网格"],
  ["correct its position or the size of the grid in its rule", "请更正其位置，或规则中网格的大小"],
  ["{a} has rule {x}, {b} has {y}", "{a} 的规则是 {x}，{b} 的是 {y}"],
  ["the generations of one evolution share their rule and grid", "同一演化的各代有相同的规则和网格"],
  ["{a} has no position, {b} has one", "{a} 没有位置，{b} 有"],
  ["{sizes}, without positions", "{sizes}，都没有位置"],
  ["{a} is {w} × {h} cells and {b} {x} × {y}", "{a} 有 {w} × {h} 个元胞，{b} 有 {x} × {y} 个"],
  [
    "each pattern is the smallest box around its live cells, without a position",
    "每个图样都是活元胞的最小外框，没有位置"
  ],
  [
    'put "#CXRLE Pos=x,y" before each pattern, or save every generation at the full size of one window',
    "请在每个图样之前写上“#CXRLE Pos=x,y”，或将各代都按同一窗口的完整大小保存"
  ],
  ["no pattern has a cell", "没有一个图样含有元胞"],
  ["record at least one generation with live cells", "请至少记录一代有活元胞的"],
  ["the array has shape {shape}", "数组的形状是 {shape}"],
  ["save an array of shape [frames, height, width]", "请保存形状为 [frames, height, width]（帧、高、宽）的数组"],
  ["not an npy file: it does not begin with \\x93NUMPY", "不是 npy 文件：开头不是 \\x93NUMPY"],
  ["npy version {v} is not known", "npy 版本 {v} 未知"],
  ["write it with numpy.save", "请用 numpy.save 写入"],
  ["the file is cut short: {n} bytes end inside its header", "文件被截断：{n} 字节，未及文件头结束"],
  [
    "the file is cut short: shape {shape} of {type} needs {n} bytes, {m} are there",
    "文件被截断：形状 {shape}、类型 {type} 需要 {n} 字节，只有 {m} 字节"
  ],
  ["copy or save it again", "请重新复制或保存"],
  ["the array has named fields", "数组带有命名字段"],
  ["save one field of plain numbers, such as numpy.uint8", "请只保存一个普通数值字段，如 numpy.uint8"],
  ["the npy header is damaged", "npy 文件头已损坏"],
  ["the array is of type {type}", "数组的类型是 {type}"],
  ["the archive holds no array", "压缩包中没有数组"],
  ['array "{name}": {what!}', "数组“{name}”：{what!}"],
  [
    'call the array of shape [frames, height, width] "states"',
    "请将形状为 [frames, height, width]（帧、高、宽）的数组命名为 “states”"
  ],
  ["several arrays may be the frames: {names}", "有多个数组可能是各帧：{names}"],
  ["no array can be the frames: {names}", "没有数组可以是各帧：{names}"],
  ["the mask has shape {a}, the states {b}", "掩码的形状是 {a}，状态的形状是 {b}"],
  ["give both the same shape", "请使两者形状相同"],
  ["the mask holds {value}", "掩码中有 {value}"],
  ["write 1 for observed and 0 for unobserved cells", "已观测的元胞写 1，未观测的写 0"],
  ["the gzip file is cut short", "gzip 文件被截断"],
  ["{what} is damaged: it states an impossible size", "{what} 已损坏：所述大小不可能"],
  ["{what} is damaged: its compressed data do not match their check sum", "{what} 已损坏：压缩数据与校验和不符"],
  ["the gzip file", "gzip 文件"],
  ["fetch or export the file again", "请重新取得或导出该文件"],
  ['"{name}" is packed by method {method}', "“{name}”以方法 {method} 压缩"],
  ["save it with numpy.savez or numpy.savez_compressed", "请用 numpy.savez 或 numpy.savez_compressed 保存"],
  ["save the file again with numpy.savez_compressed", "请用 numpy.savez_compressed 重新保存"],
  ["not a zip archive, which an npz file is", "不是 zip 压缩包，而 npz 文件应该是"],
  ["the zip archive is cut short: its directory, at the end, is missing", "zip 压缩包被截断：缺少末尾的目录"],
  ["the zip archive is damaged: {what}", "zip 压缩包已损坏：{what}"],
  ["its directory is broken", "目录已损坏"],
  ['"{name}" is not where its directory says', "“{name}”不在目录所说的位置"],
  ['"{name}" ends after the file does', "“{name}”超出了文件末尾"],
  ['"{name}" in the zip archive is encrypted', "zip 压缩包中的“{name}”已加密"],
  // Parts of other sentences.
  ["{n} row", "{n} 行"],
  ["{n} rows", "{n} 行"],
  ["{n} cell", "{n} 个元胞"],
  ["{n} cells", "{n} 个元胞"],
  ["{path}: {what!}", "{path}：{what!}"]
]
