import { cuda } from "./cuda.ts"
import type { NpmPart, Parts, WheelPart } from "./parts.ts"

const apache = "Apache-2.0"

const addon = (name: string, integrity: string): NpmPart => ({ name, version: "4.22.0", integrity, licence: apache })
const headers: NpmPart = {
  name: "node-api-headers",
  version: "1.9.0",
  integrity: "sha512-2oNILP4jXwRB4ywnYKjVk1YyJ96n2D4EOVJO6S3oYZ5PtbJrw3Yt9TpAuX3nBLMuzn74rnfGQrv13pS9vC+YiA==",
  licence: "MIT"
}
const npm = (gpu: boolean): ReadonlyArray<NpmPart> => [
  gpu
    ? addon(
        "@tensorflow/tfjs-node-gpu",
        "sha512-p//NN6DGiN4hInUmIkRffaFVMcdTREUMjPyjW04J7OXvB2zBlQimj61eFKSgRrH3f5TnOfKzb0n56he/B6a4bw=="
      )
    : addon(
        "@tensorflow/tfjs-node",
        "sha512-uHrXeUlfgkMxTZqHkESSV7zSdKdV0LlsBeblqkuKU9nnfxB1pC6DtoyYVaLxznzZy7WQSegjcohxxCjAf6Dc7w=="
      ),
  headers
]

/** The two libraries, the C interface's headers, and the notices. */
const library = (name: string, sha256: string, bytes: number, version = "2.18.1"): WheelPart => ({
  name,
  version,
  sha256,
  bytes,
  licence: apache,
  take: {
    "tensorflow/libtensorflow_": "deps/lib/libtensorflow_",
    "tensorflow/include/tensorflow/c/": "include/tensorflow/c/",
    "tensorflow/include/tensorflow/core/platform/": "include/tensorflow/core/platform/",
    "tensorflow/include/tsl/platform/": "include/tsl/platform/",
    "tensorflow/include/xla/tsl/": "include/xla/tsl/",
    "tensorflow/THIRD_PARTY_NOTICES.txt": `deps/notices/${name}/THIRD_PARTY_NOTICES.txt`,
    [`${name.replace("-", "_")}-${version}.dist-info/`]: `deps/notices/${name}/`
  }
})

const processor = {
  "linux-x64": library(
    "tensorflow-cpu",
    "810c75d7149d2da0cb2092187817b0dcabb80728ca9f9cf3a61f3f42fadd1298",
    230_236_181
  ),
  "linux-arm64": library("tensorflow", "8a6485edd2148f70d011dbd1d8dc2c775e91774a5a159466e83d0d1f21580944", 231_937_898),
  "darwin-arm64": library(
    "tensorflow",
    "661029cd769b311db910b79a3a6ef50a5a61ecc947172228c777a49989722508",
    239_549_037
  ),
  // The last version with a wheel for Intel's Macs.
  "darwin-x64": library(
    "tensorflow",
    "ec06570d57bfa0e2be804405e3cdc2960e94887e7619ffb6bc053e9775b695aa",
    259_588_062,
    "2.16.2"
  )
} as const

const card = library("tensorflow", "c9f87e5d2a680a4595f5dc30daf6bbaec9d4129b46d7ef1b2af63c46ac7d2828", 615_510_377)

const tags: Readonly<Record<keyof typeof processor, string>> = {
  "linux-x64": "manylinux2014_x86_64",
  "linux-arm64": "manylinux2014_aarch64",
  "darwin-arm64": "macosx_12_0_arm64",
  "darwin-x64": "macosx_12_0_x86_64"
}

/** What to install on this kind of machine, named as Node names it; null where there are no such wheels. */
export const partsFor = (machine: string, gpu: boolean): Parts | null => {
  if (!(machine in processor) || (gpu && machine !== "linux-x64")) return null
  const here = machine as keyof typeof processor
  return {
    tag: tags[here],
    npm: npm(gpu),
    wheels: gpu ? [card, ...cuda] : [processor[here]],
    space: gpu ? 8e9 : 1.2e9,
    untried: gpu || here !== "linux-x64"
  }
}
