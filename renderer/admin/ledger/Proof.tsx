import { useEffect, useState } from 'react'
import type { ErasureProof } from '../../core/admin/change-answer.ts'
import { type ErasureState, isErased } from '../../core/admin/ledger.ts'
import { Button } from '../kit/Button.tsx'
import { saveFile } from '../kit/save-file.ts'
import { useAsked } from '../kit/use-asked.ts'
import { useFormats, useWords, type Words } from '../words/use-words.ts'
import { csv } from './csv.ts'

/** What was removed of each item, without a word of what it was. */
export function Proof({ proofs }: { readonly proofs: readonly ErasureProof[] }) {
  const { ledger: words } = useWords()
  const formats = useFormats()
  const [items, derived] = [proofs.map(({ item }) => item), proofs.flatMap((proof) => proof.derived)]
  const [isDone, setDone] = useState(false)
  const { answer: state } = useAsked('erasure', [{ items, derived }], isDone ? {} : { everyMs: 1_000 })
  useEffect(() => setDone(state !== undefined && isErased(state)), [state])
  const day = new Date().toISOString().slice(0, 10)
  const { proofOf } = words
  const named = (names: readonly string[]): string =>
    names.length === 0 ? words.nothing : formats.list(names)
  return (
    <section aria-label={words.proof} className="proof">
      <p role="status">
        {words.proofText(proofs.length)} {isDone ? words.confirmed : words.confirming}
      </p>
      <Places proofs={proofs} state={state} />
      <div className="wide">
        <table>
          <thead>
            <tr>
              {Object.values(proofOf).map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {proofs.map((proof) => (
              <tr key={proof.item}>
                <th scope="row">
                  <bdi>{proof.item}</bdi>
                </th>
                <td>{proof.wasIndexed ? words.yes : words.no}</td>
                <td>{formats.number(proof.derived.length)}</td>
                <td>{formats.number(proof.journal)}</td>
                <td>{named(proof.deletedFiles)}</td>
                <td>{named(proof.stillIn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="actions">
        <Button
          weight="main"
          onPress={() =>
            void saveFile(
              words.proofName(day),
              proofCsv(proofs, Object.values(proofOf), placesOf(proofs, state, words)),
              words.saved,
            )
          }
        >
          {words.saveProof}
        </Button>
      </p>
    </section>
  )
}

type Place = readonly [name: string, told: string, isEmpty: boolean]

/** Where something of them may have lain, and what is left there now; undefined while nobody has looked. */
function placesOf(
  proofs: readonly ErasureProof[],
  state: ErasureState | undefined,
  { places, left, noneLeft, notRead }: Words['ledger'],
): readonly Place[] {
  const derived = proofs.reduce((sum, proof) => sum + proof.derived.length, 0)
  const journal = proofs.reduce((sum, proof) => sum + proof.journal, 0)
  const standing = new Set(proofs.flatMap(({ stillIn }) => stillIn)).size
  const count = (name: string, found: number | undefined): Place => [
    name,
    found === undefined ? '' : found === 0 ? noneLeft : left(found),
    found === 0,
  ]
  return [
    count(places.index, state && (state.isKnown ? state.index : Math.max(1, state.index))),
    count(places.search, state?.search),
    count(places.cache(derived), state?.cache),
    count(places.record, state?.record),
    count(places.journal(journal), 0),
    [places.folder, standing === 0 ? noneLeft : notRead(standing), true],
    count(places.pages, state && (state.isOverwritten ? 0 : 1)),
  ]
}

/** All places in their order, each looked at again until nothing is left in any. */
function Places({ proofs, state }: { proofs: readonly ErasureProof[]; state: ErasureState | undefined }) {
  const { ledger: words } = useWords()
  return (
    <ul className="proof-places">
      {placesOf(proofs, state, words).map(([name, told, isEmpty]) => (
        <li key={name}>
          <span>{name}</span> <span className={isEmpty ? 'quiet' : 'signal'}>{told}</span>
        </li>
      ))}
    </ul>
  )
}

function proofCsv(
  proofs: readonly ErasureProof[],
  head: readonly string[],
  places: readonly Place[],
): string {
  return csv([
    head,
    ...proofs.map(({ item, wasIndexed, derived, journal, deletedFiles, stillIn }) => [
      item,
      wasIndexed ? 'yes' : 'no',
      derived.join(' '),
      `${journal}`,
      deletedFiles.join(' '),
      stillIn.join(' '),
    ]),
    [],
    ...places.map(([name, told]) => [name, told]),
    [new Date().toISOString()],
  ])
}
