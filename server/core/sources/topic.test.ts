import { describe, expect, it } from 'vitest'
import { fillPattern, isTopicFilter, topicMatches } from './topic.ts'

describe('isTopicFilter', () => {
  it.each([
    ['plant/fan', true], ['plant/+/fan', true], ['plant/#', true], ['#', true], ['+', true], ['/plant', true],
    ['', false], ['plant/#/fan', false], ['plant#', false], ['plant/f+n', false], ['a\u0000b', false],
  ])('%j is %s', (filter, expected) => expect(isTopicFilter(filter)).toBe(expected))
})

describe('topicMatches', () => {
  it.each([
    ['a/b', 'a/b', true], ['a/+', 'a/b', true], ['a/+', 'a/b/c', false], ['a/+', 'a', false], ['a/+', 'a/', true],
    ['a/#', 'a/b/c', true], ['a/#', 'a', true], ['#', 'a/b', true], ['#', '$SYS/x', false], ['+/x', '$SYS/x', false], ['$SYS/#', '$SYS/x', true],
    ['a/b', 'a/B', false], ['+/+', '/x', true], ['+', '/x', false],
  ])('%s takes %s: %s', (filter, topic, expected) => expect(topicMatches(filter, topic)).toBe(expected))
})

describe('fillPattern', () => {
  it.each([
    ['{3}.acc_x', 'plant/fan/CT-301', 'CT-301.acc_x'], ['{1}-{2}.t', 'a/b', 'a-b.t'], ['CT-301.speed', 'any', 'CT-301.speed'],
    ['{4}.t', 'a/b', null], ['{0}.t', 'a/b', null],
  ])('%s with %s gives %s', (pattern, topic, expected) => expect(fillPattern(pattern, topic)).toBe(expected))
})
