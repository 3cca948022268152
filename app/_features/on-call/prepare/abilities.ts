import type { Outputs } from '../../../_lib/trpc/types.ts'

/** AbilitiesView is who can do what and knows where, as the server tells it. */
export type AbilitiesView = Outputs['onCall']['abilities']

/** AblePerson is one person of it. */
export type AblePerson = AbilitiesView['people'][number]

/** SkillView is one skill of it. */
export type SkillView = AbilitiesView['skills'][number]

/** MOST_SHOWN is how many people are listed at once: more are found by a word. */
export const MOST_SHOWN = 40

/** found lists people whose name, skills or areas have every word that was typed, those who can do something first. */
export function found(view: AbilitiesView, words: string): AblePerson[] {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const text = (person: AblePerson): string => [person.name, ...skillsOf(view, person), ...areasOf(view, person)].join(' ').toLowerCase()
  const rank = ({ skills, areas }: AblePerson): number => (skills.length + areas.length > 0 ? 0 : 1)
  return view.people.filter((person) => wanted.every((word) => text(person).includes(word))).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

/** skillsOf names a person's skills. */
export const skillsOf = (view: AbilitiesView, { skills }: AblePerson): string[] => view.skills.filter(({ id }) => skills.includes(id)).map(({ name }) => name)

/** areasOf names the areas and lines that a person knows. */
export const areasOf = (view: AbilitiesView, { areas }: AblePerson): string[] => view.areas.filter(({ id }) => areas.includes(id)).map(({ tag, name }) => `${tag} ${name}`)

/** codeOf makes a short code of a skill's name, as a first proposal: capitals, digits and hyphens. */
export const codeOf = (name: string): string => name.trim().toUpperCase().normalize('NFKD').replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 30)
