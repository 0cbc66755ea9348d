import { Context } from "effect"

/**
 * Bytes that data may take whose size somebody states, such as soups by their configuration or what a file is to be
 * unpacked to; null leaves it to each stage. Looked at before anything is allocated.
 */
export const Memory = Context.Reference<number | null>("@rulescope/core/Memory", { defaultValue: () => null })

/** Bytes in words: "1,024 MiB". */
export const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20).toLocaleString("en")} MiB`
