import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { delayAfter } from '../../renderer/core/admin/lock.ts'

/**
 * The PIN of a wall's machine: a salted scrypt hash in its data folder, readable by its owner alone, and how often a wrong
 * one was given. It is never in the content folder, in a log or in a snapshot.
 */

const FILE = 'pin.json'
/** 128 MB and about half a second for each try (OWASP Password Storage, scrypt: N=2^17, r=8, p=1). */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const
const HASH_BYTES = 32
const SALT_BYTES = 16
/** scrypt needs 128 * N * r bytes and a little more. */
const MEMORY_LIMIT = 512 * 1024 * 1024

const hex = z.string().regex(/^(?:[0-9a-f]{2}){16,64}$/)
const pinFile = z.object({
  version: z.literal(1),
  salt: hex,
  hash: hex,
  N: z
    .number()
    .int()
    .min(2)
    .max(2 ** 20),
  r: z.number().int().min(1).max(32),
  p: z.number().int().min(1).max(16),
  /** Wrong ones since the last right one. */
  failures: z.number().int().min(0),
  /** Nobody may try before this time, ms since 1970 UTC. */
  notBefore: z.number().min(0),
})
type PinFile = z.infer<typeof pinFile>

export type PinState =
  | { readonly type: 'none' }
  /** The file is there and cannot be read: nobody gets in until a PIN is set anew. */
  | { readonly type: 'broken' }
  | { readonly type: 'set'; readonly waitMs: number }

export type PinAnswer =
  | { readonly type: 'right' }
  | { readonly type: 'wrong' | 'wait'; readonly waitMs: number }

/** Whether there is a PIN, and how long nobody may try, at `now`, ms since 1970 UTC. */
export function pinState(dataDir: string, now: number): PinState {
  const file = readPin(dataDir)
  return file === undefined || file === 'broken'
    ? { type: file ?? 'none' }
    : { type: 'set', waitMs: waitOf(file, now) }
}

/** Sets a PIN in place of any before it, and forgives what was tried. Throws what the disk says. */
export async function setPin(dataDir: string, pin: string): Promise<void> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await hashOf(pin, salt, COST)
  const secret = { salt: salt.toString('hex'), hash: hash.toString('hex') }
  writePin(dataDir, { version: 1, ...secret, ...COST, failures: 0, notBefore: 0 })
}

/**
 * Tries a PIN. A try counts as a wrong one from before it is checked: whoever ends the app meanwhile has gained nothing.
 * One at a time: the caller sees to that. `now()` is asked again after the check, which takes a while.
 */
export async function tryPin(dataDir: string, pin: string, now: () => number): Promise<PinAnswer> {
  const file = readPin(dataDir)
  if (file === undefined || file === 'broken') return { type: 'wait', waitMs: 0 }
  const waitMs = waitOf(file, now())
  if (waitMs > 0) return { type: 'wait', waitMs }
  const failures = file.failures + 1
  const counted = { ...file, failures, notBefore: now() + delayAfter(failures) }
  writePin(dataDir, counted)
  const hash = await hashOf(pin, Buffer.from(file.salt, 'hex'), file)
  const wanted = Buffer.from(file.hash, 'hex')
  if (hash.length !== wanted.length || !timingSafeEqual(hash, wanted))
    return { type: 'wrong', waitMs: waitOf(counted, now()) }
  // Somebody may have set another one meanwhile: that is not to be undone.
  const after = readPin(dataDir)
  if (after !== undefined && after !== 'broken' && after.hash === file.hash)
    writePin(dataDir, { ...after, failures: 0, notBefore: 0 })
  return { type: 'right' }
}

/** A clock that was set back must not make a short wait a long one. */
function waitOf({ failures, notBefore }: PinFile, now: number): number {
  return Math.max(0, Math.min(notBefore - now, delayAfter(failures)))
}

function readPin(dataDir: string): PinFile | 'broken' | undefined {
  let text: string
  try {
    text = readFileSync(path.join(dataDir, FILE), 'utf8')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'broken'
  }
  try {
    return pinFile.parse(JSON.parse(text))
  } catch {
    return 'broken'
  }
}

/** Whole or not at all, and on the disk when it returns: a count that is lost would be a free try. */
function writePin(dataDir: string, file: PinFile): void {
  const target = path.join(dataDir, FILE)
  const aside = `${target}.${process.pid}`
  const handle = openSync(aside, 'w', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(file)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(aside, target)
}

/** In a thread of its own: half a second of it would make the wall stumble. */
function hashOf(pin: string, salt: Buffer, { N, r, p }: Pick<PinFile, 'N' | 'r' | 'p'>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same letters may be written in several ways, by keyboards that differ.
    scrypt(pin.normalize('NFC'), salt, HASH_BYTES, { N, r, p, maxmem: MEMORY_LIMIT }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
