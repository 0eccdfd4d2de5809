import { bridge } from '../bridge.ts'
import { tellFailure } from './tell.ts'

/** Somebody vouches for the machine's clock; where that cannot be recorded it is told, and the clock stays doubted. */
export async function trustClock(by: string): Promise<boolean> {
  try {
    await bridge.call('trustClock', { by: by.trim() })
    return true
  } catch (error) {
    tellFailure(error)
    return false
  }
}
