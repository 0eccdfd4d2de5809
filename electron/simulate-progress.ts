/** How far a simulation is. */
export type Progress = ReturnType<typeof makeProgress>

/** One line that is rewritten, on a terminal only. */
export function makeProgress() {
  const out = process.stderr
  let [isTold, toldAt] = [false, 0]
  const tell = (text: string): void => {
    if (!out.isTTY) return
    isTold = true
    out.write(`\r\u001b[2K${text}`)
  }
  return {
    tell,
    share: (done: number): void => {
      const now = performance.now()
      if (now - toldAt < 200) return
      toldAt = now
      tell(`Playing: ${Math.floor(done * 100)} %`)
    },
    end: (): void => {
      if (isTold) out.write('\r\u001b[2K')
    },
  }
}
