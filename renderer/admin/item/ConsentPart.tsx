import type { ItemDetail } from '../../core/admin/find.ts'
import { envelopeSchema } from '../../core/item.ts'
import type { Basis } from '../../core/kind.ts'
import { isKind, kinds } from '../../kinds/index.ts'
import { ConsentForm } from '../kit/ConsentForm.tsx'
import { useFormats, useWords } from '../words/use-words.ts'

/** On what ground it is shown, and how another one is written down. */
export function ConsentPart({ item }: { readonly item: ItemDetail }) {
  const { form: words } = useWords()
  const basis = basisOf(item)
  const written = item.fields.find(({ name, of }) => name === 'consent' && of === 'envelope')?.value
  if (basis === 'none' && written === undefined) return null
  return (
    <section aria-labelledby="consent">
      <h2 id="consent">{words.consentNow}</h2>
      <Ground written={written} />
      <details>
        <summary>{words.consentOther}</summary>
        <ConsentForm ids={[item.id]} items={1} basis={basis} isRow={item.kept === 'row'} />
      </details>
    </section>
  )
}

function Ground({ written }: { readonly written: unknown }) {
  const { form: words, consent: names } = useWords()
  const formats = useFormats()
  const read = envelopeSchema.shape.consent.safeParse(written)
  const consent = read.success ? read.data : undefined
  if (!consent) return <p>{words.consentNone}</p>
  const withdrawn = consent.withdrawn === undefined ? null : <strong>{words.consentWithdrawn}</strong>
  if ('public_source' in consent)
    return (
      <p>
        {words.consentPublic(consent.public_source)} {withdrawn}
      </p>
    )
  const audience = formats.list(consent.audience.map((each) => names.audienceOf[each]))
  return (
    <p>
      {words.consentWho(consent.who, formats.local(consent.given))},{' '}
      {words.consentFor(formats.list(consent.purposes), audience)}
      {consent.expires === undefined ? '' : `, ${words.consentUntil(formats.local(consent.expires))}`}.{' '}
      {withdrawn}
    </p>
  )
}

/** What its kind asks for; the body was read by the same schema. */
function basisOf({ kind, fields }: ItemDetail): Basis {
  if (!isKind(kind)) return 'none'
  const body = Object.fromEntries(
    fields.flatMap(({ of, name, value }) => (of === 'body' ? [[name, value]] : [])),
  )
  const definition: { basis(body: never): Basis } = kinds[kind]
  return definition.basis(body as never)
}
