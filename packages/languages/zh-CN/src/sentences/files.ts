import type { Sentence } from "./match.ts"

const arrays: ReadonlyArray<Sentence> = [
  [
    "save an array of shape [frames, height, width], or name the axes with --axes, such as HWT: T frames, H rows, W columns, N recordings, C channels",
    "请保存形状为 [frames, height, width]（帧、高、宽）的数组，或用 --axes 写明各轴，如 HWT：T 帧、H 行、W 列、N 记录、C 通道"
  ],
  ['"{text}" does not name axes', "“{text}”没有写明各轴"],
  ["give each of T, H, W, N and C at most once, and W", "T、H、W、N、C 每个至多写一次，且必须有 W"],
  ["the array has shape {shape}, and {axes} names {n} axes", "数组的形状是 {shape}，而 {axes} 写了 {n} 个轴"],
  ["the channels of the array are neither one for every state nor colours", "数组的通道既不是每个状态一个，也不是颜色"],
  ["the arrays hold more than 256 different numbers", "这些数组中有超过 256 个不同的数"],
  ["states are few: save rounded values", "状态应当不多：请保存取整后的值"],
  ["{a} has shape {x}, {b} has {y}", "{a} 的形状是 {x}，{b} 的是 {y}"],
  ["{a} and {b} are a pair of different shapes", "{a} 与 {b} 成对，但形状不同"],
  ["give both the shape [pairs, height, width]", "请使两者形状都为 [pairs, height, width]（对、高、宽）"],
  [
    "save states as numpy.uint8; bool, int8 to int64, uint16 to uint64 and float16 to float64 are read too",
    "请将状态存为 numpy.uint8；bool、int8 至 int64、uint16 至 uint64、float16 至 float64 也可读取"
  ],
  [
    "the array holds more than 256 different numbers, at element [{at}] {value}",
    "数组中有超过 256 个不同的数，如元素 [{at}] 是 {value}"
  ],
  [
    "states are few: save what is above a threshold, or rounded values",
    "状态应当不多：请保存是否超过阈值，或取整后的值"
  ],
  ["the states take 256 values, which leaves none for the mask", "状态已用尽 256 个值，掩码没有可用的值"],
  ["use fewer states", "请减少状态数"],
  ["an array of shape {shape}", "形状为 {shape} 的数组"],
  ["{n} arrays of shape {shape}", "{n} 个形状为 {shape} 的数组"],
  ["{n} pairs of frames", "{n} 对帧"]
]

const golly: ReadonlyArray<Sentence> = [
  ["the file holds several apgcodes, each of an object", "文件中有多个 apgcode，各是一个物体"],
  ["name one of them", "请只给出其中之一"],
  ["the apgcode is too long", "apgcode 太长"],
  ["check it", "请检查"],
  ["line {l}: a place beyond 2³¹", "第 {l} 行：位置超过 2³¹"],
  ["write . for dead and * for live cells", "请用 . 表示死元胞，用 * 表示活元胞"],
  ["line {l} is not the place of a cell", "第 {l} 行不是元胞的位置"],
  ["write x and y of a live cell a line", "请每行写一个活元胞的 x 和 y"],
  ["save it again with Golly", "请用 Golly 重新保存"],
  ["line {l} is no node of a macrocell file", "第 {l} 行不是 macrocell 文件的节点"],
  ["line {l}: a square of 2^{level} cells a side", "第 {l} 行：边长为 2^{level} 个元胞的方块"],
  ["the macrocell file holds no node", "macrocell 文件中没有节点"],
  ["cells are . A to X aA to jX, and $ ends a row", "元胞写作 .、A 至 X、aA 至 jX，$ 结束一行"],
  [
    '{a} is called "{x}", {b} "{y}": a collection, not generations of one pattern',
    "{a} 名为“{x}”，{b} 名为“{y}”：这是图样集，不是同一图样的各代"
  ],
  ["save the generations of one evolution", "请保存同一演化的各代"],
  ["cells of state 6 of {rule} kill their neighbours", "{rule} 中状态为 6 的元胞会杀死邻居"],
  ["erase them, or save the pattern without history", "请将其擦除，或保存不带历史的图样"],
  [
    "the patterns have no positions, and neither in one place nor moved are they generations of the stated rule",
    "各图样没有位置，无论放在原处还是移动，都不是所述规则的各代"
  ],
  ["a rule of {n} characters is none", "{n} 个字符不可能是规则"],
  ["rules have at most {n}", "规则最多 {n} 个字符"],
  [
    "line {l}: the pattern that begins on line {m} does not end in !, and without it a file is one frame",
    "第 {l} 行：从第 {m} 行开始的图样没有以 ! 结束；没有 ! 的文件只是一帧"
  ],
  ["end every pattern with !", "每个图样请以 ! 结束"],
  ["a pattern of {n} cells", "{n} 个元胞的图样"],
  ["a Life 1.05 pattern", "Life 1.05 图样"],
  ["a Life 1.06 pattern", "Life 1.06 图样"],
  ["the largest pattern, to be aligned by its rule,", "按规则对齐的最大图样"]
]

const texts: ReadonlyArray<Sentence> = [
  [
    "give all lists of one level the same length, and values on the innermost level only",
    "请使同一层的所有列表长度相同，且值只在最内层"
  ],
  ["the lists hold no values", "列表中没有值"],
  ["write each frame as a list of rows", "请将每一帧写成若干行的列表"],
  ["{n} values do not fill lists of shape {shape}", "{n} 个值填不满形状为 {shape} 的列表"],
  ["lists lie more than {n} deep in one another", "列表嵌套超过 {n} 层"],
  ["a list stands where there are values elsewhere", "别处是值的地方有一个列表"],
  ["a value stands where there are lists elsewhere", "别处是列表的地方有一个值"],
  ["the lists hold more than 256 different values", "列表中有超过 256 个不同的值"],
  ["a list has {n} entries, the first of its level {m}", "有一个列表含 {n} 项，同层第一个含 {m} 项"],
  ["a quote has no end", "引号没有结束"],
  ["{n} lists have no end: the file is cut short", "{n} 个列表没有结束：文件被截断"],
  ['"{text}" is not a state', "“{text}”不是状态"],
  ['call the list of frames "states"', "请将各帧的列表命名为 “states”"],
  ["this is not JSON, or cut short", "这不是 JSON，或已被截断"],
  ["save it again", "请重新保存"],
  ["the object holds no list that must be the frames", "对象中没有可以确定为各帧的列表"],
  ["an object holds no list of cells", "有一个对象不含元胞的列表"],
  ["line {l}: the lists are printed shortened, with ...", "第 {l} 行：列表被缩略打印，含有 ..."],
  [
    "print them in full: numpy.set_printoptions(threshold=sys.maxsize), or save them with numpy.save",
    "请完整打印：numpy.set_printoptions(threshold=sys.maxsize)，或用 numpy.save 保存"
  ],
  ["nested lists", "嵌套列表"],
  ["write t, y, x and state as whole numbers, a cell a line", "请每行写一个元胞，t、y、x 和 state 均为整数"],
  ['line {l}: "{text}" is no place', "第 {l} 行：“{text}”不是位置"],
  ["the first line does not name the columns t, y, x and state", "第一行没有写明 t、y、x 和 state 各列"],
  ["the table holds no cells", "表格中没有元胞"],
  ["a table of cells", "元胞的表格"],
  ["cell t {t}, y {y}, x {x} is given twice, with different states", "元胞 t {t}、y {y}、x {x} 出现两次，状态不同"],
  ["keep one of them; of several recordings give each a file", "请只保留其中之一；多个记录请各用一个文件"],
  ["the file has more than 512 MiB of text", "文件中的文本超过 512 MiB"],
  ["save the frames as npz, which is far smaller", "请将各帧存为 npz，会小得多"],
  ["the file holds bytes that are no text", "文件中有不是文本的字节"],
  ["save it again, as text in UTF-8", "请以 UTF-8 文本重新保存"],
  ["{n} frames of text", "{n} 帧文本"]
]

const values: ReadonlyArray<Sentence> = [
  ["no cell holds {value}; there are {values}", "没有元胞的值是 {value}；有的是 {values}"],
  ["name values that occur", "请写出现的值"],
  [
    "states are whole numbers 0 to 254, or . for dead and one other character; or say with --values what the values are, such as --values 10=0,20=1",
    "状态是 0 至 254 的整数，或用 . 表示死、用另一个字符表示活；也可用 --values 说明各值，如 --values 10=0,20=1"
  ],
  ["every cell holds {value}", "所有元胞的值都是 {value}"],
  [
    "{place} holds {value}, which is no state beside the others; there are {values}",
    "{place!}的值是 {value}，与其他值放在一起不是状态；有的是 {values}"
  ],
  ["frame {t}, row {y}, column {x}", "第 {t} 帧第 {y} 行第 {x} 列"],
  ["{name}, frame {t}, row {y}, column {x}", "{name} 的第 {t} 帧第 {y} 行第 {x} 列"],
  ['"{text}" does not say which state a value is', "“{text}”没有说明一个值是哪个状态"],
  [
    "write values as 0=0,255=1, and ? for the state of cells that were not observed",
    "各值请写成 0=0,255=1，未观测元胞的状态写 ?"
  ]
]

/** What `formats` says of files since it reads more than arrays, text and RLE. */
export const ofFiles: ReadonlyArray<Sentence> = [
  [
    "{what} would take {asked} MiB, and {left} of {limit} MiB are left",
    "{what}需要 {asked} MiB，而 {limit} MiB 中只剩 {left} MiB"
  ],
  [
    "{what} would take more bytes than can be counted, and {left} of {limit} MiB are left",
    "{what}所需的字节无法计数，而 {limit} MiB 中只剩 {left} MiB"
  ],
  [
    "{what} would take {asked}, and {left} of {limit} MiB are left",
    "{what}需要 {asked}，而 {limit} MiB 中只剩 {left} MiB"
  ],
  [
    "record a smaller window or fewer frames, or allow more with --memory",
    "请记录较小的窗口或较少的帧，或用 --memory 允许更多"
  ],
  ["a frame of {w} × {h} cells", "一帧 {w} × {h} 个元胞"],
  ["{n} frames of {w} × {h} cells", "{n} 帧 {w} × {h} 个元胞"],
  ["a window of {w} × {h} cells", "{w} × {h} 个元胞的窗口"],
  ["a box of {w} × {h} cells", "{w} × {h} 个元胞的范围"],
  ["the zip archive, unpacked,", "解压后的 zip 压缩包"],
  ["the gzip file, unpacked,", "解压后的 gzip 文件"],
  ["{a} holds one frame, {b} holds several", "{a} 含有一帧，{b} 含有多帧"],
  ["the zip archive holds no recording", "zip 压缩包中没有记录"],
  ["archives lie more than {n} deep in one another", "压缩包嵌套超过 {n} 层"],
  ["unpack them first", "请先解压"],
  ["{formats} can be read", "可以读取 {formats}"],
  ["{formats}; each also as .gz or in a .zip", "{formats}；每种也可为 .gz 或在 .zip 中"],
  ['"{name}" states an impossible size', "“{name}”所述大小不可能"],
  ...arrays,
  ...golly,
  ...texts,
  ...values
]
