import type { AssetRecord } from '#server/modules/assets/index.ts'

/** InstalledEquipment is a piece of equipment as it is or was installed at a position; until is null while it is there. */
export interface InstalledEquipment {
  /** The installation's id. */
  readonly id: string
  readonly serial: string
  readonly manufacturer: string | null
  readonly model: string | null
  readonly installedAt: string
  readonly until: string | null
}

/** installedEquipment is an installation as pages show it. */
export const installedEquipment = ({ id, fromAt, toAt, equipment: { serial, manufacturer, model } }: AssetRecord['asset']['installations'][number]): InstalledEquipment => ({
  id, serial, manufacturer, model, installedAt: fromAt.toISOString(), until: toAt?.toISOString() ?? null,
})
