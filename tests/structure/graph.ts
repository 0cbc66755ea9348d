/** The packages and their one direction: design as data. `boundaries.test.ts` holds the sources to it. */

export interface Row {
  /** Folder, or the start of the folders of a stage when it ends in `-`. */
  readonly folder: string
  /** Workspace folders in `packages/` that its sources may import; those elsewhere are written with their folder. */
  readonly workspace: ReadonlyArray<string>
  /** Packages from outside that its sources may import; `*` stands for the rest of a name. */
  readonly outside: ReadonlyArray<string>
  /** Sources that may import `node:` modules; everything else runs in the browser too. */
  readonly node?: ReadonlyArray<string>
}

/** Rows are read in this order; the first that fits a folder counts. No plugin may import a plugin. */
const graph: ReadonlyArray<Row> = [
  { folder: "packages/automata", workspace: [], outside: [] },
  { folder: "packages/core", workspace: ["automata"], outside: ["effect", "@noble/hashes"] },
  { folder: "packages/tensor", workspace: ["automata", "core"], outside: ["effect", "@tensorflow/*"] },
  { folder: "packages/equivariant", workspace: ["automata", "tensor"], outside: ["effect"] },
  { folder: "packages/hidden-evolution", workspace: ["automata"], outside: [] },
  { folder: "packages/formats", workspace: ["automata", "core"], outside: ["effect", "fflate"] },
  { folder: "packages/generator-", workspace: ["automata", "core", "formats"], outside: ["effect"] },
  { folder: "packages/augmenter-", workspace: ["automata", "core"], outside: ["effect"] },
  { folder: "packages/backbone-", workspace: ["automata", "core", "tensor", "equivariant"], outside: ["effect"] },
  { folder: "packages/inferrer-", workspace: ["automata", "core", "hidden-evolution"], outside: ["effect"] },
  { folder: "packages/verifier-", workspace: ["automata", "core", "hidden-evolution"], outside: ["effect"] },
  {
    folder: "packages/study",
    workspace: ["automata", "core"],
    outside: ["effect", "hyparquet-writer"],
    node: ["src/node/*"]
  },
  {
    folder: "packages/charts",
    workspace: ["automata", "core"],
    outside: ["effect", "@resvg/resvg-wasm", "dejavu-fonts-ttf"],
    node: ["src/png/*"]
  },
  {
    folder: "packages/study-report",
    workspace: ["automata", "core", "study", "charts"],
    outside: ["effect"],
    node: ["src/node/*"]
  },
  {
    folder: "packages/preset",
    workspace: ["core", "generator-*", "augmenter-*", "backbone-*", "inferrer-*", "verifier-*"],
    outside: ["effect"]
  },
  { folder: "packages/chinese", workspace: [], outside: [] },
  { folder: "packages/ui", workspace: [], outside: ["effect", "react"] },
  { folder: "packages/testkit", workspace: ["automata", "core"], outside: ["effect", "@effect/vitest", "vitest"] },
  {
    folder: "apps/cli",
    workspace: [
      "automata",
      "core",
      "tensor",
      "formats",
      "study",
      "study-report",
      "charts",
      "preset",
      "apps/atlas",
      "apps/studio"
    ],
    outside: ["effect", "@effect/platform-node"],
    node: ["*"]
  },
  {
    folder: "apps/studio",
    workspace: ["automata", "core", "tensor", "formats", "charts", "chinese", "preset", "ui"],
    outside: ["effect", "fflate", "react", "react-dom"]
  },
  {
    folder: "apps/atlas",
    workspace: ["study", "study-report", "charts", "chinese", "ui"],
    outside: ["effect", "react", "react-dom", "sql.js"]
  }
]

/** Declared only because another declared package asks for it as a peer. */
export const peers: Readonly<Record<string, string>> = { vitest: "@effect/vitest" }

/** The root's own, which every test file may import. */
export const testRunner = "vitest"

/** What tests may use beside what their package may import; nothing else may. */
export const lawSuites = "packages/testkit"

export const fits = (pattern: string, name: string): boolean =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name

export const rowOf = (folder: string): Row | undefined =>
  graph.find((row) => (row.folder.endsWith("-") ? folder.startsWith(row.folder) : folder === row.folder))
