import { attribute, type Element, textAt } from './xml.ts'

/** Who takes part in a journey. A later journey refers to the actors of an earlier one in the same file. */
export interface Actors {
  /** Names by id. */
  readonly names: ReadonlyMap<string, string>
  /** Ids of those whose journey it is. */
  readonly endUsers: readonly string[]
  /** What they are called. */
  readonly customers: readonly string[]
}

export const noActors: Actors = { names: new Map(), endUsers: [], customers: [] }

/** `endUser` is the customer; everybody else (service providers, systems) is behind a touchpoint. */
export function actorsOf(element: Element | undefined, before: Actors): Actors {
  const names = new Map(before.names)
  const endUsers: string[] = []
  for (const actor of element?.children ?? []) {
    const id = attribute(actor, 'actorID', 'actorIDref') ?? textAt(actor, 'actorID')
    const name = textAt(actor, 'actorName') ?? textAt(actor, 'companyName') ?? textAt(actor, 'name')
    const key = id ?? name
    if (key === undefined) continue
    if (name !== undefined || !names.has(key)) names.set(key, name ?? key)
    if (actor.name.toLowerCase() === 'enduser' && !endUsers.includes(key)) endUsers.push(key)
  }
  return { names, endUsers, customers: endUsers.map((id) => names.get(id) ?? id) }
}

/** The actor that an initiator or a receiver refers to: by id, else by the name that some tools write there. */
export function actorOf(side: Element | undefined, actors: Actors): string | undefined {
  const refers = side?.children.find(({ name }) => name.toLowerCase() === 'refersto')
  const written =
    attribute(refers, 'actorIDref', 'actorID') ?? (refers?.text === '' ? undefined : refers?.text)
  if (written === undefined || actors.names.has(written)) return written
  return [...actors.names].find(([, name]) => name === written)?.[0] ?? written
}
