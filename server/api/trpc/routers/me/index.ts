import { router } from '../../init.ts'
import { get } from './get.ts'
import { setLocale } from './set-locale.ts'
import { switchOrganization } from './switch-organization.ts'

/** meRouter is about the signed-in person. */
export const meRouter = router({ get, setLocale, switchOrganization })
