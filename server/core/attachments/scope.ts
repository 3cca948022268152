import type { Permission } from '../people/permissions.ts'
import type { Attachable } from './attachment.ts'

/** UPLOAD_PERMISSIONS: one of them, at any site, lets a person send files. */
export const UPLOAD_PERMISSIONS: readonly Permission[] = ['work-order.execute', 'work-order.request']

/** READ_PERMISSION is what a person must hold, at the site of a thing, to see what is attached to it. */
export const READ_PERMISSION: Readonly<Record<Attachable, Permission>> = { 'work-order': 'work-order.read' }

/** TAKE_OFF_PERMISSION lets a person take off what others attached. */
export const TAKE_OFF_PERMISSION: Readonly<Record<Attachable, Permission>> = { 'work-order': 'work-order.plan' }
