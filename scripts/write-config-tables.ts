// Writes the configuration table of every plugin into its README, between the two marks, from its schema.
//
//   node scripts/write-config-tables.ts           writes
//   node scripts/write-config-tables.ts --check   exits 1 when a README is behind its schema
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { configTable } from "../packages/core/src/ConfigTable.ts"
import type { Entry } from "../packages/core/src/Plugin.ts"
import { subjects } from "../packages/preset/src/index.ts"

const root = join(import.meta.dirname, "..")
const begin = "<!-- config table: written by scripts/write-config-tables.ts -->"
const end = "<!-- end of config table -->"

const cell = (text: string): string => text.replaceAll("|", "\\|")

const table = (entry: Entry<any, any>): string =>
  [
    "| field | kind | default | meaning |",
    "|---|---|---|---|",
    ...configTable(entry).map((field) => {
      const initial = field.default === undefined ? "must be given" : `\`${JSON.stringify(field.default)}\``
      return `| \`${field.name}\` | ${cell(field.type)} | ${cell(initial)} | ${cell(field.description)} |`
    })
  ].join("\n")

const check = process.argv.includes("--check")
let behind = 0
const all = [...subjects.values()].flatMap(({ places, subject }) =>
  places.map(({ registry }) => ({ registry, roof: subject.id }))
)
for (const { registry, roof } of all) {
  for (const entry of registry.entries.values()) {
    const path = join(root, "packages", roof, `${registry.stage}-${entry.id}`, "README.md")
    const text = existsSync(path) ? readFileSync(path, "utf8") : ""
    const from = text.indexOf(begin)
    const to = text.indexOf(end)
    if (from < 0 || to < from) {
      console.error(
        `${registry.stage}-${entry.id}/README.md lacks the marks of the configuration table:\n${begin}\n${end}`
      )
      process.exitCode = 1
      continue
    }
    const next = `${text.slice(0, from + begin.length)}\n${table(entry)}\n${text.slice(to)}`
    if (next === text) continue
    behind++
    if (check)
      console.error(`${registry.stage}-${entry.id}/README.md is behind its schema: node scripts/write-config-tables.ts`)
    else writeFileSync(path, next)
  }
}
if (check && behind > 0) process.exit(1)
