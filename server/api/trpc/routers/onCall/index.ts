import { router } from '../../init.ts'
import { abilities } from './abilities.ts'
import { about } from './about.ts'
import { accept } from './accept.ts'
import { addException } from './add-exception.ts'
import { mine } from './mine.ts'
import { open } from './open.ts'
import { removeException } from './remove-exception.ts'
import { removeRoster } from './remove-roster.ts'
import { removeSkill } from './remove-skill.ts'
import { saveAbilities } from './save-abilities.ts'
import { saveRoster } from './save-roster.ts'
import { saveSkill } from './save-skill.ts'
import { week } from './week.ts'

/** onCallRouter is about who is on call, and who was called. */
export const onCallRouter = router({ week, mine, open, about, accept, saveRoster, addException, removeException, removeRoster, saveSkill, removeSkill, abilities, saveAbilities })
