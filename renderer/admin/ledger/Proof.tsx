import { useEffect, useState } from 'react'
import type { ErasureProof } from '../../core/admin/change-answer.ts'
import { type ErasureState, isErased } from '../../core/admin/ledger.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../kit/Button.tsx'
import { saveFile } from '../kit/save-file.ts'
import { tellFailure } from '../kit/tell.ts'
import { useAsked } from '../kit/use-asked.ts'
import { useSpoken } from '../words/use-spoken.ts'
import { useFormats, useWords, type Words } from '../words/use-words.ts'
import { csv } from './csv.ts'

/** What was removed of each item, without a word of what it was. */
export function Proof({ proofs: given }: { readonly proofs: readonly ErasureProof[] }) {
  const { ledger: words } = useWords()
  const formats = useFormats()
  const { proofs, finish, isFinishing } = useProofs(given)
  const open = proofs.find(({ unfinished }) => unfinished !== undefined)
  const [items, derived] = [proofs.map(({ item }) => item), proofs.flatMap((proof) => proof.derived)]
  const [isDone, setDone] = useState(false)
  const { answer: state } = useAsked('erasure', [{ items, derived }], isDone ? {} : { everyMs: 1_000 })
  const isNothingLeft = state !== undefined && isErased(state) && open === undefined
  useEffect(() => setDone(isNothingLeft), [isNothingLeft])
  const day = new Date().toISOString().slice(0, 10)
  const { proofOf } = words
  const named = (names: readonly string[]): string =>
    names.length === 0 ? words.nothing : formats.list(names)
  return (
    <section aria-label={words.proof} className="proof">
      <p role="status">
        {words.proofText(proofs.length)} {isDone ? words.confirmed : words.confirming}
      </p>
      {open?.unfinished ? (
        <Unfinished of={open.unfinished} onFinish={finish} isDisabled={isFinishing} />
      ) : null}
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
            {proofs.slice(0, MOST_ROWS).map((proof) => (
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
      {proofs.length > MOST_ROWS ? (
        <p className="quiet">{words.firstOf(formats.number(MOST_ROWS), formats.number(proofs.length))}</p>
      ) : null}
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

/** More are in what is saved. */
const MOST_ROWS = 100

/** As they were handed over, or as they stand after another try. */
function useProofs(given: readonly ErasureProof[]) {
  const [proofs, setProofs] = useState(given)
  const [isFinishing, setFinishing] = useState(false)
  async function finish(): Promise<void> {
    setFinishing(true)
    const kept = await bridge.call('finishErasures').catch(tellFailure)
    setFinishing(false)
    const now = new Map(kept?.map(({ proof }) => [proof.item, proof]))
    setProofs((before) => before.map((each) => now.get(each.item) ?? each))
  }
  return { proofs, isFinishing, finish: () => void finish() }
}

interface UnfinishedProps {
  readonly of: NonNullable<ErasureProof['unfinished']>
  readonly isDisabled: boolean
  readonly onFinish: () => void
}

/** Why something is left, and the way to go on with it. */
function Unfinished({ of: { message, hint, path }, isDisabled, onFinish }: UnfinishedProps) {
  const { ledger: words } = useWords()
  const spoken = useSpoken()
  return (
    <div role="alert">
      <p>
        <strong className="signal">{words.notFinished}</strong>{' '}
        {path === undefined ? '' : <bdi>{path}: </bdi>}
        {spoken(message)} {spoken(hint)}
      </p>
      <p className="actions">
        <Button onPress={onFinish} isDisabled={isDisabled}>
          {words.finish}
        </Button>
      </p>
    </div>
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
    ...proofs.map(({ item, wasIndexed, derived, journal, deletedFiles, stillIn, unfinished }) => [
      item,
      wasIndexed ? 'yes' : 'no',
      derived.join(' '),
      `${journal}`,
      deletedFiles.join(' '),
      stillIn.join(' '),
      ...(unfinished ? [`${unfinished.path ?? ''} ${unfinished.message}`.trim()] : []),
    ]),
    [],
    ...places.map(([name, told]) => [name, told]),
    [new Date().toISOString()],
  ])
}
