/** Finds the lines of delimited text whose quotes are broken, and where the rows go on after them. */
export class BrokenLines {
  readonly #delimiter: string
  readonly #whole: () => string
  #text: string | undefined
  /** A place whose line is known; lines are asked for in order. */
  #known = { line: 1, at: 0 }

  /** `whole` gives the text; it is asked for only where a line looks broken. */
  constructor(delimiter: string, whole: () => string) {
    this.#delimiter = delimiter
    this.#whole = whole
  }

  /** True for a record of several lines that holds the beginning of another row's quoted cell: a quote is missing. */
  isBroken(record: readonly string[], line: number): boolean {
    const opens = [`${this.#delimiter}"`, '\n"', '\r"']
    const isOdd = record.some((cell) => /[\r\n]/.test(cell) && opens.some((open) => cell.includes(open)))
    return isOdd && this.#hasStrayQuote(this.#at(line))
  }

  /** The first line at or after this one that is not empty. */
  firstAfter(line: number): number {
    const text = this.#textOf()
    let found = line
    for (let at = this.#at(line); at < text.length; at = this.#at(found)) {
      if (text.slice(at, this.#endOfLine(at)).trim() !== '') return found
      found += 1
    }
    return line
  }

  /** The text behind a broken line, from the next line that has as many cells as the header. */
  after(line: number, width: number): { text: string; line: number } {
    const text = this.#textOf()
    for (let next = line + 1; ; next += 1) {
      const at = this.#at(next)
      if (at >= text.length) return { text: '', line: next }
      const cells = text.slice(at, this.#endOfLine(at)).split(this.#delimiter).length
      // What comes between is most likely the rest of the broken cell, and nobody knows where it ends.
      if (cells >= width) return { text: text.slice(at), line: next }
    }
  }

  /** As RFC 4180 has it: a quote inside a quoted cell is written twice, and one alone ends the cell. */
  #hasStrayQuote(start: number): boolean {
    const text = this.#textOf()
    const after = [this.#delimiter, '\n', '\r', undefined]
    let at = start
    while (at < text.length) {
      if (text[at] === '"') {
        at = closing(text, at + 1)
        if (at === -1 || !after.includes(text[at + 1])) return true
        at += 1
      }
      while (at < text.length && text[at] !== this.#delimiter && text[at] !== '\n' && text[at] !== '\r')
        at += 1
      if (text[at] !== this.#delimiter) return false
      at += 1
    }
    return false
  }

  #textOf(): string {
    this.#text ??= this.#whole().replace(/^\uFEFF/, '')
    return this.#text
  }

  #endOfLine(at: number): number {
    const text = this.#textOf()
    const end = /[\r\n]/g
    end.lastIndex = at
    return end.exec(text)?.index ?? text.length
  }

  /** Where a line begins; the length of the text where there are not so many. */
  #at(line: number): number {
    const text = this.#textOf()
    if (line < this.#known.line) this.#known = { line: 1, at: 0 }
    const ends = /\r\n?|\n/g
    ends.lastIndex = this.#known.at
    while (this.#known.line < line) {
      const end = ends.exec(text)
      if (!end) return text.length
      this.#known = { line: this.#known.line + 1, at: ends.lastIndex }
    }
    return this.#known.at
  }
}

/** Place of the quote that ends a quoted cell; -1 where there is none. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}
