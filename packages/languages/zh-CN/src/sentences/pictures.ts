import type { Sentence } from "./match.ts"

/** What `formats` and `pictures` say of pictures of cells. */
export const ofPictures: ReadonlyArray<Sentence> = [
  ["number the files, as in 005.png", "请给文件编号，如 005.png"],
  ['"{text}" does not say {what!}', "“{text}”没有说明{what!}"],
  ["how large a cell is", "元胞有多大"],
  ["where the first cell begins", "第一个元胞从哪里开始"],
  ["write pixels as 6 or 7.03,14.06", "请写像素数，如 6 或 7.03,14.06"],
  ["write pixels from the left and from the top as 3,3", "请写距左边和距上边的像素数，如 3,3"],
  ["what decodes pictures could not be loaded", "无法载入图片解码器"],
  ["load the page again, with its server running", "请在其服务器运行时重新载入本页"],
  ["the GIF is damaged: {cause}", "GIF 已损坏：{cause}"],
  ["the PNG is damaged: {cause}", "PNG 已损坏：{cause}"],
  ["the JPEG is damaged: {cause}", "JPEG 已损坏：{cause}"],
  ["{a} has {w} × {h} pixels, {b} has {x} × {y}", "{a} 有 {w} × {h} 个像素，{b} 有 {x} × {y} 个"],
  ["save all generations in pictures of one size", "请将各代存为同样大小的图片"],
  [
    "say the size of a cell with --cell, and where the first one begins with --origin",
    "请用 --cell 说明元胞的大小，用 --origin 说明第一个元胞从哪里开始"
  ],
  ["{seen!} in which nothing changes", "{seen!}，其中没有任何变化"],
  ["record an evolution that moves", "请记录有变化的演化"],
  [
    "{seen!}; what changes does not lie on a grid (the best, {x} × {y} pixels, matches by {fit})",
    "{seen!}；变化之处不在网格上（最好的网格为 {x} × {y} 像素，吻合度 {fit}）"
  ],
  ["{seen!}, {grid!} in {n} colours: too many to be states", "{seen!}，{grid!}，有 {n} 种颜色：作为状态太多"],
  ["save it with a colour for each state, without smoothing", "请保存为每个状态一种颜色，不作平滑"],
  ["{seen!}, {grid!}, all of one colour", "{seen!}，{grid!}，全是一种颜色"],
  ["{n} frame of {w} × {h} pixels", "{n} 帧 {w} × {h} 像素"],
  ["{n} frames of {w} × {h} pixels", "{n} 帧 {w} × {h} 像素"],
  ["pictures of {w} × {h} pixels", "{w} × {h} 像素的图片"],
  [
    "{a} × {b} cells of {x} × {y} pixels from {left}, {top}, with lines of {line} pixels between them",
    "{a} × {b} 个元胞，每个 {x} × {y} 像素，始于 {left}, {top}，其间有 {line} 像素的线"
  ],
  [
    "{a} × {b} cells of {x} × {y} pixels from {left}, {top}",
    "{a} × {b} 个元胞，每个 {x} × {y} 像素，始于 {left}, {top}"
  ]
]
