import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of /proc/PID/stat in a second: USER_HZ, which is 100 on every Linux that Node runs on. */
const TICKS_PER_S = 100
/** Fields of /proc/PID/stat after the name in brackets, which may hold spaces (proc(5)). */
const PARENT = 1
const USER_TICKS = 11
const SYSTEM_TICKS = 12

interface ProcessStat {
  readonly parent: number
  readonly seconds: number
}

/** Processor time that a process and all below it have used, in seconds, by process id. Linux alone. */
export function cpuSeconds(pid: number): Map<number, number> {
  const all = new Map(processIds().flatMap((each) => statOf(each) ?? []))
  const isBelow = (each: number): boolean => {
    if (each === pid) return true
    const parent = all.get(each)?.parent ?? 0
    return parent > 1 && isBelow(parent)
  }
  return new Map([...all].filter(([each]) => isBelow(each)).map(([each, { seconds }]) => [each, seconds]))
}

function processIds(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

/** Undefined where it has just ended. */
function statOf(pid: number): [number, ProcessStat][] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const ticks = (fields[USER_TICKS] ?? 0) + (fields[SYSTEM_TICKS] ?? 0)
    return [[pid, { parent: fields[PARENT] ?? 0, seconds: ticks / TICKS_PER_S }]]
  } catch {
    return undefined
  }
}

/** What each process is for, as Chromium names it on its command line. */
export function roleOf(pid: number): string {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    const type = /--type=([\w-]+)/.exec(command)?.[1] ?? 'main'
    return /--utility-sub-type=([\w.]+)/.exec(command)?.[1] ?? type
  } catch {
    return 'gone'
  }
}
