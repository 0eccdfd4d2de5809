import type { ChangeOf } from '../../core/admin/change.ts'
import { change } from '../kit/change.ts'
import { type Draft, useDraft } from '../kit/use-draft.ts'

type Setting = ChangeOf<'set'>['settings'][number]

/** A setting of room.yaml by its place there, shown as soon as it is set. */
export function useSetting<Value extends Setting['value'] | undefined>(
  path: Setting['path'],
  truth: Value,
): Draft<Value> {
  return useDraft(truth, (value) => setSetting(path, value ?? null))
}

/** `null` takes it away. Resolves with whether it is on disk. */
export function setSetting(path: Setting['path'], value: Setting['value']): Promise<boolean> {
  return change({ type: 'set', settings: [{ path, value }] })
}
