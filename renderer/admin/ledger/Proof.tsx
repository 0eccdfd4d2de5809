import type { ErasureProof } from '../../core/admin/change-answer.ts'
import { Button } from '../kit/Button.tsx'
import { saveFile } from '../kit/save-file.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { csv } from './csv.ts'

/** What was removed of each item, without a word of what it was. */
export function Proof({ proofs }: { readonly proofs: readonly ErasureProof[] }) {
  const { ledger: words } = useWords()
  const formats = useFormats()
  const day = new Date().toISOString().slice(0, 10)
  const { proofOf } = words
  const named = (names: readonly string[]): string =>
    names.length === 0 ? words.nothing : formats.list(names)
  return (
    <section aria-label={words.proof} className="proof">
      <p role="status">{words.proofText(proofs.length)}</p>
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
            void saveFile(words.proofName(day), proofCsv(proofs, Object.values(proofOf)), words.saved)
          }
        >
          {words.saveProof}
        </Button>
      </p>
    </section>
  )
}

function proofCsv(proofs: readonly ErasureProof[], head: readonly string[]): string {
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
  ])
}
