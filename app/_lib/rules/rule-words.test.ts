import { createTranslator } from 'next-intl'
import { expect, it } from 'vitest'
import { ruleDefinition, type RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { messages as de } from '../messages/de/index.ts'
import { messages as en } from '../messages/en/index.ts'
import { ruleWords } from './rule-words.ts'

const vocabulary = {
  points: [{ code: 'temp', name: 'Bearing temperature', unit: 'Cel' }, { code: 'speed', name: 'Speed', unit: '%' }],
  failureModes: [{ code: 'OHE', name: 'Overheating', consequence: null, text: null }],
}
const fail = (error: Error): never => { throw error }
const english = ruleWords(createTranslator({ locale: 'en', messages: en, namespace: 'rules', onError: fail }), createTranslator({ locale: 'en', messages: en, namespace: 'common.priority' }), 'en')
const german = ruleWords(createTranslator({ locale: 'de', messages: de, namespace: 'rules', onError: fail }), createTranslator({ locale: 'de', messages: de, namespace: 'common.priority' }), 'de')

const say = (over: Partial<RuleDefinitionInput>) => {
  const definition = ruleDefinition.parse({ kind: 'threshold', points: ['temp'], direction: 'above', priority: 3, ...over })
  return [english, german].map((words) => words.says(definition, vocabulary)).map(({ main, more }) => [main, more].filter(Boolean).join(' | ').replaceAll('\u00a0', ' '))
}

it.each<[string, Partial<RuleDefinitionInput>, string, string]>([
  ['a value', { limit: 80, forMs: 300_000, failureMode: 'OHE' }, 'Bearing temperature above 80 °C for 5 minutes: Overheating, priority medium', 'Bearing temperature über 80 °C 5 Minuten lang: Overheating, Priorität mittel'],
  ['a rate', { limit: 12, measure: { kind: 'rate', windowMs: 7_200_000, per: 'hour' }, hold: { kind: 'samples', n: 3, of: 5 } },
    'rate of change of Bearing temperature above 12 °C/h in 3 of the last 5 readings: priority medium | over 2 hours',
    'Änderungsrate von Bearing temperature über 12 °C/h in 3 der letzten 5 Messwerte: Priorität mittel | über 2 Stunden'],
  ['a deviation', { direction: 'outside', low: -4, high: 4, measure: { kind: 'deviation', halfLifeMs: 604_800_000, minSpread: 0.5 } },
    'deviation of Bearing temperature from what was learnt outside -4 σ to 4 σ even once: priority medium | learns for 1 day before it judges, then follows slowly, half of the way in 7 days, a spread is at least 0.50 °C',
    'Abweichung von Bearing temperature vom Gelernten außerhalb -4 σ bis 4 σ schon einmal: Priorität mittel | lernt erst 1 Tag, bevor sie urteilt, folgt danach langsam (Halbwertszeit: 7 Tage), eine Streuung ist mindestens 0,50 °C'],
  ['a zone', { measure: { kind: 'iso-zone', baseline: 1.1, dangerPriority: 1 }, forMs: 60_000 },
    'Bearing temperature beyond the warning limit that ISO 20816-3 gives the machine for 1 minute: priority medium | warns a quarter of the limit above the baseline of 1.1 °C, beyond the danger limit priority critical',
    'Bearing temperature über der Warngrenze, die ISO 20816-3 der Maschine gibt, 1 Minute lang: Priorität mittel | warnt ein Viertel der Grenze über der Grundlinie von 1,1 °C, über der Gefahrengrenze Priorität kritisch'],
  ['a comparison', { measure: { kind: 'expression', text: 'temp > 40 and speed < 5' }, schedule: [{ days: [1, 2, 3, 4, 5], from: '06:00', to: '22:00' }] },
    '“temp > 40 and speed < 5” is true even once: priority medium | only Mon–Fri, 06:00 to 22:00 in the site’s time',
    '„temp > 40 and speed < 5“ ist wahr, schon einmal: Priorität mittel | nur Mo–Fr, 06:00 bis 22:00 in der Zeit des Werks'],
  ['a value that stands still', { limit: 5400, measure: { kind: 'stuck', tolerance: 0.1 } },
    'time without change of Bearing temperature above 90 minutes even once: an order about the sensor, priority medium | changes up to 0.10 °C count as none',
    'Zeit ohne Änderung von Bearing temperature über 90 Minuten schon einmal: ein Auftrag zum Sensor, Priorität mittel | Änderungen bis 0,10 °C zählen nicht'],
  ['silence', { measure: { kind: 'silence' }, noData: { policy: 'alert', afterMs: 600_000 } },
    'no readings of Bearing temperature though its source sends, for 10 minutes: an order about the sensor, priority medium',
    'keine Messwerte von Bearing temperature, obwohl die Quelle sendet, 10 Minuten lang: ein Auftrag zum Sensor, Priorität mittel'],
  ['further levels', { limit: 80, ladder: [{ limit: 90, clear: 85, forMs: 60_000, priority: 1 }] },
    'Bearing temperature above 80 °C even once: priority medium | above 90 °C for 1 minute: priority critical, that is over when back at 85 °C',
    'Bearing temperature über 80 °C schon einmal: Priorität mittel | 1 Minute lang über 90 °C: Priorität kritisch, das ist vorbei, wenn zurück bei 85 °C'],
  ['levels of bands', { gate: { point: 'speed', bands: [{ from: 0, to: 50, limit: 60 }] }, ladder: [{ factor: 1.5, priority: 2 }] },
    'Bearing temperature above the limit for its Speed even once: priority medium | 0 % to 50 %: 60 °C, at 1.5 times those limits: priority high',
    'Bearing temperature über der Grenze für Speed schon einmal: Priorität mittel | 0 % bis 50 %: 60 °C, beim 1,5-Fachen dieser Grenzen: Priorität hoch'],
])('%s', (_name, over, inEnglish, inGerman) => { expect(say(over)).toEqual([inEnglish, inGerman]) })

it.each<Partial<RuleDefinitionInput>>([
  { limit: 1, measure: { kind: 'noise', windowMs: 60_000 } }, { limit: 5, measure: { kind: 'clipping', windowMs: 60_000, low: 0, high: 8 } }, { measure: { kind: 'wrong-unit' } },
  { limit: 1, measure: { kind: 'expression', text: 'temp - speed' }, hold: { kind: 'time', ms: 60_000, withinMs: 600_000 } },
])('says $measure.kind without a gap', (over) => {
  for (const text of say(over)) expect(text).not.toMatch(/rules\.|\{|\}|undefined|NaN|\?/)
})
