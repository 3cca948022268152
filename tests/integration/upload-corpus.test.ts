import { beforeAll, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import type { Refusal } from '#server/core/attachments/attachment.ts'
import { docxOf, hugePng, pdf, photo, photoWithPlace, wav, xlsxOf, zipOf } from './support/make-files.ts'
import { hashOf, read, send, uploadPlant, useUploads, type Sender, type UploadPlant } from './support/upload-plant.ts'

const { database, folder } = useUploads()
const SCRIPT = '<script>alert(document.domain)</script>'
const HTML = Buffer.from(`<!doctype html><html><body>${SCRIPT}</body></html>`)
const SVG = Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`)
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(58), Buffer.from([0x40, 0, 0, 0]), Buffer.from('PE\0\0'), Buffer.alloc(200)])
const ELF = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(100)])
const GIF = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([1, 0, 1, 0, 0, 0, 0]), Buffer.from('<?php system($_GET[0]); ?>')])
const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypheic'), Buffer.alloc(4), Buffer.from('mif1heic'), Buffer.alloc(64)])
const WORDS = Buffer.from('Messung;Wert\nLager 1;4,2 mm/s\n')

let plant: UploadPlant
let technician: Sender
let orderId = ''
let jpeg: Buffer
let png: Buffer

beforeAll(async () => {
  plant = await uploadPlant(database, folder(), 'corpus')
  technician = await plant.person('technician')
  orderId = await plant.order()
  jpeg = await photo(640, 480)
  png = await photo(320, 240, 'png')
})

type Case = readonly [name: string, kind: string, fileName: string, bytes: () => Buffer | Promise<Buffer>, reason: Refusal]

describe('refused, with a reason on the order', () => {
  test.each<Case>([
    ['a picture with scripts, said to be a photo', 'photo', 'leak.jpg', () => SVG, 'markup'],
    ['a page, said to be a photo', 'photo', 'pump.png', () => HTML, 'markup'],
    ['a page, said to be a file', 'file', 'notes.txt', () => HTML, 'markup'],
    ['text with a script in it', 'file', 'notes.txt', () => Buffer.from(`Bearing noise\n${SCRIPT}`), 'markup'],
    ['XML', 'file', 'data.csv', () => Buffer.from('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), 'markup'],
    ['a Windows program', 'file', 'manual.pdf', () => EXE, 'program'],
    ['a Linux program', 'file', 'manual.pdf', () => ELF, 'program'],
    ['a shell script', 'file', 'notes.txt', () => Buffer.from('#!/bin/sh\nrm -rf /\n'), 'program'],
    ['a program, said to be a photo', 'photo', 'photo.jpg', () => EXE, 'program'],
    ['PHP in a GIF', 'photo', 'logo.gif', () => GIF, 'type'],
    ['a decompression bomb as picture', 'photo', 'big.png', () => hugePng(20_000, 20_000), 'too-many-pixels'],
    ['a picture that claims to be endless', 'photo', 'big.png', () => hugePng(100_000, 900), 'too-many-pixels'],
    ['a photo that is cut short', 'photo', 'half.jpg', () => jpeg.subarray(0, jpeg.length / 2), 'damaged'],
    ['the head of a photo and nothing else', 'photo', 'head.jpg', () => jpeg.subarray(0, 30), 'damaged'],
    ['a photo of another family of cameras', 'photo', 'IMG_1.HEIC', () => HEIC, 'heic'],
    ['a PDF that is a page, too', 'file', 'manual.pdf', () => pdf(HTML.toString()), 'markup'],
    ['a PDF with something before it', 'file', 'manual.pdf', () => pdf('hello\n'), 'appended'],
    ['a PDF with a page behind it', 'file', 'manual.pdf', () => pdf('', HTML.toString()), 'markup'],
    ['a PDF that is cut short', 'file', 'manual.pdf', () => pdf().subarray(0, 40), 'damaged'],
    ['an archive of anything', 'file', 'all.zip', () => zipOf([{ name: 'a.txt', data: WORDS }]), 'type'],
    ['a bomb as Word document', 'file', 'plan.docx', () => docxOf([{ name: 'word/media/a.png', data: Buffer.alloc(320 * 1024 * 1024) }]), 'bomb'],
    ['a bomb in the list of contents', 'file', 'plan.docx', () => zipOf([{ name: '[Content_Types].xml', data: Buffer.alloc(20 * 1024 * 1024, 0x20), claims: 1000 }]), 'damaged'],
    ['a Word document with macros', 'file', 'plan.docx', () => docxOf([{ name: 'word/vbaProject.bin', data: Buffer.alloc(10) }]), 'macros'],
    ['one that only says so', 'file', 'plan.docx', () => docxOf([], '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'), 'macros'],
    ['an archive whose names lead out of it', 'file', 'plan.docx', () => docxOf([{ name: '../../etc/cron.d/x', data: WORDS }]), 'damaged'],
    ['a picture with an archive behind it', 'file', 'plan.docx', async () => Buffer.concat([xlsxOf(), await photo(10, 10)]), 'appended'],
    ['an archive with a page before it', 'file', 'plan.docx', () => Buffer.concat([HTML, docxOf()]), 'markup'],
    ['bytes that are nothing', 'file', 'data.bin', () => Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 37) % 256)), 'type'],
    ['text that is no text, with zeros in it', 'file', 'notes.txt', () => Buffer.from('all is well\0\0<script'), 'markup'],
    ['a photo, said to be a voice note', 'voice', 'note.m4a', () => jpeg, 'not-for-kind'],
    ['sound, said to be a photo', 'photo', 'photo.jpg', () => wav(), 'not-for-kind'],
    ['sound with a page in it', 'voice', 'note.wav', () => Buffer.concat([wav().subarray(0, 44), HTML, Buffer.alloc(8000)]), 'markup'],
  ])('%s', async (_, kind, name, make, reason) => {
    const row = await plant.attached(technician, orderId, await make(), { kind, name })
    expect(row).toMatchObject({ state: 'refused', reason })
    const answer = await read(technician, row.id)
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ text: { key: 'error.attachment.was-refused' } })
  })
})

describe('made harmless', () => {
  const shown = async (id: string, query = ''): Promise<Buffer> => Buffer.from(await (await read(technician, id, query)).arrayBuffer())

  test('a photo that knows its place and holds a script is made anew: upright, and nothing of either is left', async () => {
    const original = await photoWithPlace(SCRIPT)
    expect(original.includes('SecretCamera') && original.includes(SCRIPT)).toBe(true)
    expect((await sharp(original).metadata()).exif).toBeDefined()
    const row = await plant.attached(technician, orderId, original, { name: 'IMG_0815.JPG' })
    expect(row).toMatchObject({ state: 'ready', mediaType: 'image/jpeg', width: 200, height: 300, isPicture: true })
    for (const bytes of [await shown(row.id), await shown(row.id, '?size=thumb')]) {
      const { format, exif, iptc, xmp, comments, orientation } = await sharp(bytes).metadata()
      expect({ format, exif, iptc, xmp, comments, orientation }).toEqual({ format: 'jpeg' })
      expect(bytes.includes('SecretCamera') || bytes.includes('script') || bytes.includes('GPS')).toBe(false)
    }
    // Nor in what is kept: the original is gone.
    const [stored] = await database.query<{ original_key: string | null }>('SELECT original_key FROM attachment WHERE id = $1', [row.id])
    expect(stored?.original_key).toBeNull()
  })

  test('a picture with a script behind its end loses it', async () => {
    const row = await plant.attached(technician, orderId, Buffer.concat([png, Buffer.from(SCRIPT)]), { name: 'nameplate.png' })
    expect(row).toMatchObject({ state: 'ready', mediaType: 'image/jpeg', name: 'nameplate.jpg' })
    expect((await shown(row.id)).includes('script')).toBe(false)
  })

  test('a large photo becomes 2560 pixels long, its preview 320', async () => {
    const row = await plant.attached(technician, orderId, await photo(3000, 1500), { name: 'hall.jpg' })
    expect(row).toMatchObject({ state: 'ready', width: 2560, height: 1280 })
    expect(await sharp(await shown(row.id, '?size=thumb')).metadata()).toMatchObject({ width: 320, height: 160 })
  })

  test.each<[string, () => Promise<Buffer>, object]>([
    ['WebP', () => photo(100, 80, 'webp'), { mediaType: 'image/jpeg', width: 100, height: 80 }],
    ['AVIF', () => photo(100, 80, 'avif'), { mediaType: 'image/jpeg', width: 100, height: 80 }],
    ['a signature', () => sharp({ create: { width: 300, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer(), { mediaType: 'image/png' }],
  ])('%s is a picture', async (name, make, expected) => {
    const kind = name === 'a signature' ? 'signature' : 'photo'
    expect(await plant.attached(technician, orderId, await make(), { kind, name: 'x' })).toMatchObject({ state: 'ready', kind, ...expected })
  })

  test.each<[string, string, string, () => Buffer, string, string, string]>([
    ['a PDF', 'file', 'manual.pdf', () => pdf(), 'application/pdf', 'application/pdf', 'attachment'],
    ['text', 'file', 'readings.csv', () => WORDS, 'text/plain', 'application/octet-stream', 'attachment'],
    ['text of an old spreadsheet', 'file', 'alt.csv', () => Buffer.from('Öl;hoch', 'latin1'), 'text/plain', 'application/octet-stream', 'attachment'],
    ['a Word document', 'file', 'plan.docx', () => docxOf(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/octet-stream', 'attachment'],
    ['an Excel document', 'file', 'parts.xlsx', () => xlsxOf(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/octet-stream', 'attachment'],
    ['a voice note', 'voice', 'note.wav', () => wav(), 'audio/wav', 'audio/wav', 'inline'],
  ])('%s is served as it came, byte for byte, and never as a page', async (_, kind, name, make, mediaType, served, disposition) => {
    const bytes = make()
    const row = await plant.attached(technician, orderId, bytes, { kind, name })
    expect(row).toMatchObject({ state: 'ready', mediaType, size: bytes.length, isPicture: false })
    const answer = await read(technician, row.id)
    expect(hashOf(Buffer.from(await answer.arrayBuffer()))).toBe(hashOf(bytes))
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')?.split(';')[0]]).toEqual([served, disposition])
  })
})

describe('names', () => {
  test.each([
    ['a path', '../../../etc/passwd', 'passwd'], ['a Windows path', 'C:\\Users\\x\\photo.jpg', 'photo.jpg'], ['a null byte', 'photo.jpg\0.exe', 'photo.jpg.exe'],
    ['turned writing', 'photo‮gpj.exe', 'photogpj.exe'], ['a header', 'a"\r\nSet-Cookie: x=1.jpg', 'a_Set-Cookie_ x=1.jpg'], ['nothing but dots', '....', 'file'],
    ['a device', 'CON.txt', '_CON.txt'], ['markup', '<img src=x onerror=alert(1)>.txt', '_img src=x onerror=alert(1)_.txt'],
  ])('that are %s are shown and saved as something else', async (_, name, expected) => {
    const { id } = await send(technician, WORDS, { kind: 'file', name })
    const [row] = await database.query<{ name: string; original_key: string }>('SELECT name, original_key FROM attachment WHERE id = $1', [id])
    expect(row?.name).toBe(expected)
    expect(row?.original_key).toBe(`${plant.orgId}/${id.slice(-2)}/${id}.original`)
  })

  test('that are very long are cut, with their ending kept', async () => {
    const { id } = await send(technician, WORDS, { kind: 'file', name: `${'ä'.repeat(3000)}.csv` })
    const [row] = await database.query<{ name: string }>('SELECT name FROM attachment WHERE id = $1', [id])
    expect(row?.name).toBe(`${'ä'.repeat(116)}.csv`)
  })
})
