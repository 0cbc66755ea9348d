import { assert, describe, it } from "@effect/vitest"
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { rulescope } from "./command.ts"

/** A cache folder of its own, not there yet, and no programs at all. */
const bare = () => {
  const cache = join(mkdtempSync(join(tmpdir(), "rulescope-")), "cache")
  return { cache, native: join(cache, "native"), env: { PATH: "", CXX: "", RULESCOPE_NATIVE: join(cache, "native") } }
}

describe("doctor", () => {
  it.each(["native", "native --gpu"])(
    "--install %s says in one sentence what is missing, and fetches nothing",
    async (what) => {
      const { cache, env } = bare()
      const { code, stderr, stdout } = await rulescope(["doctor", "--install", ...what.split(" ")], { env })
      assert.strictEqual(code, 2, stderr)
      assert.strictEqual(stdout, "")
      assert.strictEqual(stderr.trimEnd().split("\n").length, 1)
      for (const program of ["npm", "Python 3 with pip", "a C++ compiler"]) assert.include(stderr, program)
      assert.isFalse(existsSync(cache))
    }
  )

  it("--uninstall removes what is there, a broken attempt too, and says so", async () => {
    const { env, native } = bare()
    for (const folder of [native, `${native}.unfinished`]) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, "part"), "")
    }
    const first = await rulescope(["doctor", "--uninstall"], { env })
    assert.strictEqual(first.code, 0, first.stderr)
    assert.include(first.stdout, `removed ${native}`)
    assert.isFalse(existsSync(native) || existsSync(`${native}.unfinished`))
    const second = await rulescope(["doctor", "--uninstall"], { env })
    assert.include(second.stdout, `nothing is installed in ${native}`)
  })

  it("names what works, and of what does not the reason and the remedy", async () => {
    const { code, stderr, stdout } = await rulescope(["doctor", "--json"], { env: { RULESCOPE_NATIVE: bare().native } })
    assert.strictEqual(code, 0, stderr)
    const { backends, chosen } = JSON.parse(stdout)
    const named = (name: string) => backends.find(({ backend }: { readonly backend: string }) => backend === name)
    assert.isTrue(named("wasm").works && named("cpu").works)
    assert.isTrue(named(chosen.small).works)
    for (const name of ["node", "node-gpu"]) {
      assert.isFalse(named(name).works)
      assert.match(named(name).reason, /is not installed/)
      assert.match(named(name).remedy, /doctor --install native/)
    }
  })
})
