export { markFirstDay, noteFirstDay } from './first-day.ts'
export { getMe, setLocale, type Me } from './me.ts'
export { forgetPerson, forgetSession, resolveSession, switchOrganization, type ResolvedSession } from './resolve-session.ts'
