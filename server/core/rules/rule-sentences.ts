import { say } from '../kernel/sentences.ts'

/** RULE_SENTENCES say in English why a change of a rule is refused; programs read them as they are, people in their language. */
export const RULE_SENTENCES = {
  'name-taken': 'There is a rule with the name "{name}" already: choose another name.',
  'no-place': 'Choose either a class of machines or one machine.',
  'no-version': 'This rule has no version {version}.',
  'no-draft': 'There is no draft to publish: change the rule first.',
  'only-published': 'Only a published rule can be retired.',
  'watched-already': 'Version {version} is being watched already: promote it or end its shadow first.',
  'in-force': 'This version is in force: in shadow it would count the same twice.',
  'not-watched': 'No version of this rule is being watched.',
  'another-watched': 'Another version is being watched now: look at it before you promote it.',
  'only-live': 'Only a rule in force can be demoted.',
  'watched-beside': 'Version {version} is being watched beside it: promote it or end its shadow first.',
} as const

/** ruleRefusal writes one of the sentences with what stands in it. */
export const ruleRefusal = (key: keyof typeof RULE_SENTENCES, params: Readonly<Record<string, string | number>> = {}): string => say(RULE_SENTENCES, key, params)
