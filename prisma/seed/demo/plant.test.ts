import { describe, expect, it } from 'vitest'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import { ROLES } from '#server/core/people/permissions.ts'
import { mqttSettings } from '#server/core/sources/mqtt-settings.ts'
import { decodeMessage } from '#workers/connectors/mqtt/decode.ts'
import { messages as de } from '#app/_lib/messages/de/index.ts'
import { messages as en } from '#app/_lib/messages/en/index.ts'
import { credits } from '#server/modules/demo/index.ts'
import { CLASSES } from './classes.ts'
import { DEMO_PEOPLE } from './people.ts'
import { ASSETS, EQUIPMENT } from './plant.ts'
import { RULES } from './rules.ts'
import { FAN_FIELDS, FAN_TOPIC, SOURCES } from './sources.ts'
import { WATCHED_RULES } from './watched-rules.ts'

const classCodes = CLASSES.map((each) => each.code)

describe('the demo plant', () => {
  it('names parents before their children, and classes that exist', () => {
    const tags = ASSETS.map((asset) => asset.tag)
    for (const [index, asset] of ASSETS.entries()) {
      if (asset.parent !== null) expect(tags.slice(0, index)).toContain(asset.parent)
      if (asset.classCode !== null) expect(classCodes).toContain(asset.classCode)
    }
    for (const { asset, classCode } of EQUIPMENT) expect(ASSETS.find((each) => each.tag === asset)?.classCode).toBe(classCode)
  })

  it('finds usual only what it offers, and for the mode of every rule', () => {
    for (const { items, modes } of CLASSES) {
      for (const { usual, activities } of modes) {
        if (usual === undefined) continue
        expect(items.map(([code]) => code)).toContain(usual[0])
        expect(activities).toContain(usual[1])
      }
    }
    for (const { classCode, definition } of RULES) {
      const modes = CLASSES.find((each) => each.code === classCode)?.modes
      expect(modes?.find((mode) => mode.code === definition.failureMode)?.usual).toBeDefined()
    }
  })

  it('says in English what the screens say, and says it in German too', () => {
    const modesOf = (words: typeof en): Readonly<Record<string, Readonly<Record<string, { name: string; consequence: string }>>>> => words.server.mode
    for (const { code: classCode, modes } of CLASSES) {
      for (const { code, name, consequence } of modes) {
        expect(modesOf(en)[classCode]?.[code]).toEqual({ name, consequence })
        expect(modesOf(de)[classCode]?.[code]?.consequence).not.toBe(consequence)
      }
    }
    for (const { id, short, changes } of credits()) expect(en.server.credit[id as 'fan']).toEqual({ short, changes })
  })

  it('offers at most seven choices on one screen', () => {
    for (const { items, modes } of CLASSES) {
      expect(items.length).toBeLessThanOrEqual(7)
      expect(modes.length).toBeLessThanOrEqual(7)
      for (const mode of modes) expect(mode.activities.length).toBeLessThanOrEqual(7)
    }
  })

  it.each(RULES)('has a rule "$name" that is valid and speaks of points and a failure mode of its class', ({ classCode, definition }) => {
    const rule = ruleDefinition.parse(definition)
    const machine = CLASSES.find((each) => each.code === classCode)
    const codes = machine?.points.map((point) => point.code)
    for (const code of [...rule.points, ...(rule.gate ? [rule.gate.point] : [])]) expect(codes).toContain(code)
    expect(machine?.modes.map((mode) => mode.code)).toContain(rule.failureMode)
  })

  it.each(WATCHED_RULES)('watches a rule "$name" that is valid, speaks of its class and is of another kind than a limit', ({ classCode, definition }) => {
    const rule = ruleDefinition.parse(definition)
    const machine = CLASSES.find((each) => each.code === classCode)
    const codes = machine?.points.map((point) => point.code)
    for (const code of [...rule.points, ...(rule.gate ? [rule.gate.point] : [])]) expect(codes).toContain(code)
    expect([null, ...(machine?.modes.map((mode) => mode.code) ?? [])]).toContain(rule.failureMode)
    expect(rule.measure.kind).not.toBe('value')
  })

  it('has one person per role, each with an address of his own', () => {
    expect(DEMO_PEOPLE.map((person) => person.role).sort()).toEqual([...ROLES].sort())
    expect(new Set(DEMO_PEOPLE.map((person) => person.email)).size).toBe(DEMO_PEOPLE.length)
  })

  it('maps every field of the fan sensor to a point of the fan', () => {
    const { mappings } = mqttSettings.parse(SOURCES.find((source) => source.kind === 'mqtt')?.config)
    const payload = new TextEncoder().encode(JSON.stringify({ ts: 1, ...Object.fromEntries(FAN_FIELDS.map((field) => [field, 1])) }))
    const { readings, faults } = decodeMessage(mappings, { topic: FAN_TOPIC, payload, retained: false, arrivedAt: 0 })
    expect(faults).toEqual([])
    const fan = CLASSES.find((each) => each.code === 'FAN')
    expect(readings.map((reading) => reading.point).sort()).toEqual(fan?.points.map((point) => `CT-301.${point.code}`).sort())
    for (const reading of readings) expect(reading.unit).toBe(fan?.points.find((point) => reading.point.endsWith(`.${point.code}`))?.unit)
  })
})
