import * as z from 'zod'
import { equipmentInput } from '#server/core/assets/installation.ts'
import { exchangeEquipment as exchange } from '#server/flows/exchange-equipment.ts'
import { procedure } from '../../init.ts'

/** exchangeEquipment puts another piece of equipment at a position; seen is the installation that stood on the screen. */
export const exchangeEquipment = procedure('asset.edit')
  .input(z.object({ assetId: z.uuid(), seen: z.uuid().nullable(), equipment: equipmentInput, at: z.coerce.date(), reason: z.string().trim().min(1).max(500) }))
  .mutation(({ ctx, input }) => exchange(ctx.actor, input))
