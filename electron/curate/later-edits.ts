import type { Workspace } from './workspace.ts'
import type { YamlEdit } from './yaml-values.ts'

/** Edits of files that many items share, made at once when all items were looked at: each of them alone would read the file anew. */
export class LaterEdits {
  readonly #edits = new Map<string, YamlEdit[]>()

  add(path: string, edits: readonly YamlEdit[]): void {
    const before = this.#edits.get(path)
    if (before) before.push(...edits)
    else if (edits.length > 0) this.#edits.set(path, [...edits])
  }

  /** Throws the refusal of a file that has no place for them. */
  async make(workspace: Workspace): Promise<void> {
    for (const [path, edits] of this.#edits) await workspace.patch(path, edits)
    this.#edits.clear()
  }
}
