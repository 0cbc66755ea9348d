import type { Format } from "./format.ts"
import { apgcode } from "./golly/apgcode.ts"
import { formatIds } from "./ids.ts"
import { life105 } from "./golly/life105.ts"
import { life106 } from "./golly/life106.ts"
import { macrocell } from "./golly/macrocell.ts"
import { mcell } from "./golly/mcell.ts"
import { lists } from "./lists/lists.ts"
import { npy } from "./numpy/npy.ts"
import { npz } from "./numpy/npz.ts"
import { gif, jpeg, png } from "./pictures/pictures.ts"
import { cells } from "./rle/plaintext.ts"
import { rle } from "./rle/rle.ts"
import { long } from "./table/long.ts"
import { text } from "./text/grid.ts"

const byId: Readonly<Record<(typeof formatIds)[number], Format>> = {
  npy,
  npz,
  gif,
  png,
  jpeg,
  macrocell,
  "life-1.05": life105,
  "life-1.06": life106,
  mcell,
  apgcode,
  rle,
  cells,
  lists,
  long,
  text
}

/** Every format, in the order in which they are asked. */
export const formats: ReadonlyArray<Format> = formatIds.map((id) => byId[id])
