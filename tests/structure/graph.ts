/** The packages and their one direction: design as data. `boundaries.test.ts` holds the sources to it. */

export interface Row {
  /** Folder, or the start of folders when it ends in `-`, as for a stage, or in `/`. */
  readonly folder: string
  /** Workspace folders that its sources may import; `*` stands for the rest of a name. */
  readonly workspace: ReadonlyArray<string>
  /** Further workspace folders that only its tests may import: what they are tried with. */
  readonly tests?: ReadonlyArray<string>
  /** Packages from outside that its sources may import; `*` stands for the rest of a name. */
  readonly outside: ReadonlyArray<string>
  /** Sources that may import `node:` modules; everything else runs in the browser too. */
  readonly node?: ReadonlyArray<string>
}

/** Rows are read in this order; the first that fits a folder counts. No plugin may import a plugin. */
const graph: ReadonlyArray<Row> = [
  { folder: "packages/random", workspace: [], outside: [] },
  { folder: "packages/arrays", workspace: [], outside: ["effect", "fflate"] },
  { folder: "packages/automata/lattice", workspace: [], outside: [] },
  { folder: "packages/flow/sde", workspace: ["packages/random"], outside: [] },
  { folder: "packages/core", workspace: [], outside: ["effect", "@noble/hashes"] },
  {
    folder: "packages/automata/subject",
    workspace: ["packages/core", "packages/automata/lattice", "packages/automata/noise"],
    outside: ["effect"]
  },
  {
    folder: "packages/flow/subject",
    workspace: ["packages/core", "packages/flow/sde"],
    outside: ["effect"]
  },
  {
    folder: "packages/flow/reading",
    workspace: ["packages/flow/sde", "packages/flow/subject"],
    outside: ["effect"]
  },
  {
    folder: "packages/flow/columns",
    workspace: ["packages/arrays", "packages/core", "packages/flow/subject"],
    outside: ["effect", "hyparquet"]
  },
  {
    folder: "packages/flow/generator-",
    workspace: [
      "packages/random",
      "packages/core",
      "packages/flow/sde",
      "packages/flow/subject",
      "packages/flow/columns"
    ],
    outside: ["effect"]
  },
  {
    folder: "packages/flow/chooser-",
    workspace: ["packages/core", "packages/flow/sde", "packages/flow/subject", "packages/flow/reading"],
    outside: ["effect"]
  },
  {
    folder: "packages/flow/augmenter-",
    workspace: ["packages/random", "packages/core", "packages/flow/sde", "packages/flow/subject"],
    outside: ["effect"]
  },
  {
    folder: "packages/flow/backbone-",
    workspace: ["packages/random", "packages/core", "packages/flow/sde", "packages/flow/subject", "packages/tensor"],
    outside: ["effect"]
  },
  {
    folder: "packages/flow/inferrer-",
    workspace: ["packages/core", "packages/flow/sde", "packages/flow/subject", "packages/flow/reading"],
    outside: ["effect"]
  },
  {
    folder: "packages/flow/verifier-",
    workspace: ["packages/core", "packages/flow/sde", "packages/flow/subject"],
    outside: ["effect"]
  },
  { folder: "packages/run-folder", workspace: ["packages/core"], outside: ["fflate"] },
  { folder: "packages/disk", workspace: ["packages/core"], outside: ["effect"], node: ["*"] },
  { folder: "packages/tensor", workspace: ["packages/random", "packages/core"], outside: ["effect", "@tensorflow/*"] },
  {
    folder: "packages/automata/census-network",
    workspace: [
      "packages/random",
      "packages/automata/lattice",
      "packages/core",
      "packages/automata/subject",
      "packages/tensor"
    ],
    outside: ["effect"]
  },
  {
    folder: "packages/automata/equivariant",
    workspace: ["packages/automata/lattice", "packages/tensor", "packages/automata/census-network"],
    outside: ["effect"]
  },
  { folder: "packages/automata/noise", workspace: ["packages/automata/lattice", "packages/random"], outside: [] },
  { folder: "packages/automata/pictures", workspace: [], outside: ["effect", "fast-png", "jpeg-js", "omggif"] },
  {
    folder: "packages/automata/formats",
    workspace: ["packages/arrays", "packages/automata/lattice", "packages/automata/pictures", "packages/core"],
    outside: ["effect", "fflate"]
  },
  {
    folder: "packages/automata/generator-",
    workspace: [
      "packages/automata/lattice",
      "packages/random",
      "packages/core",
      "packages/automata/subject",
      "packages/automata/formats"
    ],
    outside: ["effect"]
  },
  {
    folder: "packages/automata/chooser-",
    workspace: ["packages/automata/lattice", "packages/core", "packages/automata/subject"],
    outside: ["effect"]
  },
  {
    folder: "packages/automata/augmenter-",
    workspace: ["packages/automata/lattice", "packages/random", "packages/core", "packages/automata/subject"],
    outside: ["effect"]
  },
  {
    folder: "packages/automata/backbone-",
    workspace: [
      "packages/automata/lattice",
      "packages/core",
      "packages/automata/subject",
      "packages/tensor",
      "packages/automata/census-network",
      "packages/automata/equivariant"
    ],
    outside: ["effect"]
  },
  {
    folder: "packages/automata/inferrer-",
    workspace: ["packages/automata/lattice", "packages/core", "packages/automata/subject", "packages/automata/noise"],
    outside: ["effect"]
  },
  {
    folder: "packages/automata/verifier-",
    workspace: ["packages/automata/lattice", "packages/core", "packages/automata/subject", "packages/automata/noise"],
    outside: ["effect"]
  },
  {
    folder: "packages/study",
    workspace: ["packages/random", "packages/core", "packages/disk"],
    tests: ["packages/automata/lattice", "packages/automata/subject"],
    outside: ["effect", "hyparquet-writer"],
    node: ["src/node/*"]
  },
  {
    folder: "packages/charts",
    workspace: ["packages/automata/lattice", "packages/automata/subject", "packages/flow/sde", "packages/flow/subject"],
    tests: ["packages/core"],
    outside: ["effect", "@resvg/resvg-wasm", "dejavu-fonts-ttf"],
    node: ["src/png/*"]
  },
  {
    folder: "packages/study-report",
    workspace: ["packages/core", "packages/disk", "packages/study", "packages/charts"],
    outside: ["effect"],
    node: ["src/node/*"]
  },
  { folder: "packages/languages/en", workspace: [], outside: [] },
  {
    folder: "packages/languages/",
    workspace: ["packages/core", "packages/charts", "packages/languages/en"],
    outside: []
  },
  {
    folder: "packages/preset",
    workspace: [
      "packages/automata/lattice",
      "packages/core",
      "packages/automata/subject",
      "packages/automata/generator-*",
      "packages/automata/chooser-*",
      "packages/automata/augmenter-*",
      "packages/automata/backbone-*",
      "packages/automata/inferrer-*",
      "packages/automata/verifier-*",
      "packages/flow/subject",
      "packages/flow/generator-*",
      "packages/flow/chooser-*",
      "packages/flow/augmenter-*",
      "packages/flow/backbone-*",
      "packages/flow/inferrer-*",
      "packages/flow/verifier-*",
      "packages/charts",
      "packages/languages/*"
    ],
    outside: ["effect"]
  },
  {
    folder: "packages/library",
    workspace: [
      "packages/automata/lattice",
      "packages/core",
      "packages/automata/subject",
      "packages/flow/subject",
      "packages/automata/formats",
      "packages/disk",
      "packages/tensor",
      "packages/preset"
    ],
    outside: ["effect"],
    node: ["src/node/*"]
  },
  { folder: "packages/ui", workspace: ["packages/core", "packages/languages/en"], outside: ["effect", "react"] },
  {
    folder: "packages/testkit",
    workspace: [
      "packages/automata/lattice",
      "packages/random",
      "packages/automata/subject",
      "packages/core",
      "packages/flow/sde",
      "packages/flow/subject"
    ],
    outside: ["effect", "@effect/vitest", "vitest"]
  },
  {
    folder: "apps/cli",
    workspace: [
      "packages/arrays",
      "packages/automata/lattice",
      "packages/random",
      "packages/core",
      "packages/run-folder",
      "packages/automata/subject",
      "packages/flow/sde",
      "packages/flow/subject",
      "packages/flow/columns",
      "packages/disk",
      "packages/tensor",
      "packages/automata/formats",
      "packages/study",
      "packages/study-report",
      "packages/charts",
      "packages/preset",
      "packages/library",
      "apps/atlas",
      "apps/studio"
    ],
    outside: ["effect", "@effect/platform-node"],
    node: ["*"]
  },
  {
    folder: "apps/studio",
    workspace: [
      "packages/automata/lattice",
      "packages/core",
      "packages/run-folder",
      "packages/automata/subject",
      "packages/tensor",
      "packages/automata/formats",
      "packages/charts",
      "packages/languages/en",
      "packages/preset",
      "packages/ui"
    ],
    outside: ["effect", "fflate", "idb", "react", "react-dom"]
  },
  {
    folder: "apps/atlas",
    workspace: [
      "packages/core",
      "packages/preset",
      "packages/automata/subject",
      "packages/study",
      "packages/study-report",
      "packages/charts",
      "packages/languages/en",
      "packages/preset",
      "packages/ui"
    ],
    outside: ["effect", "react", "react-dom", "sql.js"]
  }
]

/** Declared only because another declared package asks for it as a peer. */
export const peers: Readonly<Record<string, string>> = { vitest: "@effect/vitest" }

/** The root's own, which every test file may import. */
export const testRunner = "vitest"

/** What every test may use beside what its package may import: the law suites, which nothing else may, and seeds. */
export const forTests: ReadonlyArray<string> = ["packages/testkit", "packages/random"]

export const fits = (pattern: string, name: string): boolean =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name

export const rowOf = (folder: string): Row | undefined =>
  graph.find((row) => (/[-/]$/.test(row.folder) ? folder.startsWith(row.folder) : folder === row.folder))
