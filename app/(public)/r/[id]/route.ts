import { requestDoor } from '#server/api/public/request-door.ts'
import { drawRequest } from '../../../_features/public/index.ts'

export const dynamic = 'force-dynamic'

// Plain pages: they work on any phone, without a program.
const door = requestDoor(drawRequest)
export const GET = door.GET
export const POST = door.POST
