import { router } from '../../init.ts'
import { browserAdded } from './add-browser.ts'
import { list } from './list.ts'
import { markRead } from './mark-read.ts'
import { remove } from './remove-endpoint.ts'
import { save } from './save-settings.ts'
import { phone } from './set-phone.ts'
import { settings } from './settings.ts'
import { test } from './test.ts'

/** notifyRouter is about what the caller is told, and how. */
export const notifyRouter = router({ list, markRead, settings, saveSettings: save, setPhone: phone, addBrowser: browserAdded, removeEndpoint: remove, test })
