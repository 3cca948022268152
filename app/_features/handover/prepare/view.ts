import type { Outputs } from '../../../_lib/trpc/types.ts'

type Board = Outputs['handover']['board']
/** HandoverView is a signed handover, RepairView a temporary repair that stands, Place a site with its areas. */
export type HandoverView = Board['handovers'][number]
export type RepairView = Board['repairs'][number]
export type Place = Board['places'][number]
/** Content is what was open in a place at a moment. */
export type Content = HandoverView['content']
