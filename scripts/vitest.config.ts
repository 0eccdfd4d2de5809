import os from 'node:os'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './lib/longest-first.ts'

const root = path.resolve(import.meta.dirname, '..')

const cores = os.availableParallelism()
/** The displays that windows may open on, as `npm test` opened them; without it they share the one that is there. */
const displays = process.env['CUSTOMER_ROOM_DISPLAYS']?.split(' ').filter(Boolean) ?? []

/** Where the host's tests keep their records, each write of which is waited for: memory, where `npm test` found enough. */
const memory = process.env['CUSTOMER_ROOM_TEST_MEMORY'] || os.tmpdir()

/** A test that takes longer hangs. It says nothing about speed: much else may be running on this machine. */
const PATIENCE_MS = 60_000

/** Everything runs on real files and a real SQLite, so plain Node is the environment everywhere. */
const shared = {
  root,
  environment: 'node' as const,
  expect: { poll: { timeout: 30_000 } },
  // Rules are pure, and rooms and records are in folders of their own: a file leaves nothing but its modules to the next
  // one, which saves a new process for each.
  isolate: false,
}

export default defineConfig({
  root,
  plugins: [react()],
  test: {
    // Much of it waits for disks and clocks: on two cores one worker would leave one of them idle.
    maxWorkers: Math.max(2, cores - 1),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['{renderer,electron,scripts}/**/*.test.{ts,tsx}'],
          testTimeout: PATIENCE_MS,
        },
      },
      { extends: true, test: { ...shared, name: 'boundaries', include: ['tests/boundaries/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          ...shared,
          name: 'host',
          include: ['tests/host/**/*.test.ts'],
          env: { TMPDIR: memory },
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'library',
          include: ['tests/{library,curate}/**/*.test.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // Electron with a cold disk cache takes up to 15 s to paint.
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // One display, one keyboard: the windows of two tests would get in each other's way.
          setupFiles: ['tests/e2e/own-display.ts'],
          maxWorkers: Math.max(1, displays.length),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
