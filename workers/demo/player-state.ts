import { join } from 'node:path'
import * as z from 'zod'
import { readJson, writeJson } from '#server/platform/json-file.ts'

const part = z.object({ step: z.enum(['first', 'repair', 'rest', 'done']), next: z.int().nonnegative() })

const playerState = z.object({
  drive: part,
  hydraulic: part,
  /** The next second that the fan sends (epoch ms), whether it has caught up with the clock, and its story. */
  fan: z.object({ next: z.number(), live: z.boolean(), faultAt: z.number().nullable(), faultSince: z.number().nullable() }),
})

/** PlayerState is where the player stands, so that a restart goes on where it was. */
export type PlayerState = z.infer<typeof playerState>

const fileOf = (dataDir: string): string => join(dataDir, 'demo-player.json')

/** PlayerMemory keeps the state in the data folder. */
export interface PlayerMemory {
  readonly state: PlayerState
  save(change: Partial<PlayerState>): void
}

/** openMemory reads the player's state, or begins with `fresh`. */
export function openMemory(dataDir: string, fresh: PlayerState): PlayerMemory {
  const memory = {
    state: readJson(fileOf(dataDir), playerState) ?? fresh,
    save(change: Partial<PlayerState>) {
      memory.state = { ...memory.state, ...change }
      writeJson(fileOf(dataDir), memory.state)
    },
  }
  return memory
}
