import { router } from '../../init.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { heard } from './heard.ts'
import { list } from './list.ts'
import { listen } from './listen.ts'
import { places } from './places.ts'
import { points } from './points.ts'
import { remove } from './remove.ts'
import { setEnabled } from './set-enabled.ts'
import { stopListening } from './stop-listening.ts'
import { trial } from './trial.ts'
import { update } from './update.ts'
import { watch } from './watch.ts'

/** sourcesRouter is about whatever delivers readings. */
export const sourcesRouter = router({ list, places, points, get, create, update, remove, setEnabled, listen, heard, stopListening, watch, trial })
