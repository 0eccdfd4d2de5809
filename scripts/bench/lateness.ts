/** A slide that is due comes by a timer: this one asks every 5 ms how late it is. */
export function watchLateness(): { end(): number[] } {
  const late: number[] = []
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    late.push(Math.max(0, now - last - 5))
    last = now
  }, 5)
  return {
    end() {
      clearInterval(timer)
      return late
    },
  }
}
