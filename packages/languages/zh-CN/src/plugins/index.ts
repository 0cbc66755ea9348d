import type { PluginWords } from "@rulescope/core"
import { ofData } from "./data.ts"
import { ofNetworks } from "./networks.ts"
import { ofReadings } from "./readings.ts"

/** The plugins of `@rulescope/preset` in Chinese, by stage and id: `backbone cnn`. */
export const plugins: Readonly<Record<string, PluginWords>> = { ...ofData, ...ofNetworks, ...ofReadings }
