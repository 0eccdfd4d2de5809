/** Columns that identify a person, in the named exports and in what people make themselves (CONTENT-MODEL, "Tables"). */
const PERSONAL = [
  /^e?mail(addresse?)?$|emailaddress|useremail|recipientemail|^contact(e?mail)?$/,
  /^ip(addresse?)?$|ipaddress/,
  /^(first|last|full|sur|family|given|user|nick|display|customer|client|respondent|recipientfirst|recipientlast|contact)?name$/,
  /^(recipient|reviewconsumer|review)(first|last|user)?name$|^consumeruserid$|reviewconsumeruserid|^(vor|nach)name$|^nom$|^prenom$/,
  /^(?!how|why|which|when|did|was|is)\p{L}{0,14}phones?\d*$|phone(no|nr|number)/u,
  /^tel(ephone|efon|efonnummer|no|number)?$|^mobile(no|number)?$|^cell(phone)?$|^handy(nummer)?$/,
  /^(location)?(latitude|longitude|lat|lng|lon)$/,
  /^account(id|no|number|name)?$|^customer(id|no|number)$|^iban$|^(requester|assignee|userid|useraccount)(id)?$/,
  /^(street|postal|home|billing|delivery)?address(line)?\d?$|^(postcode|postalcode|zip|zipcode)$|^(dateofbirth|birthdate|birthday|dob)$/,
  /^(ssn|socialsecurity(number)?|nationalid|passport(no|number)?)$|^externalreference$|^externaldatareference$/,
]

/** How forms ask for it: "What is your name?", "Please enter your e-mail". */
const ASKED = /^(please)?(enter|give|write|state|tellus|whatis|whats)?(your|my)/
const WHOSE =
  /^name(of|from)(the)?(customer|client|respondent|observer|colleague|employee|person|writer|caller|passenger)|^(observer|colleague|employee|staff|caller|passenger|writer|author|submitter)name$/

/** True for a header whose cells are never read. `known` are the kind's own fields: a persona's name is no person's. */
export function isPersonalColumn(header: string, known: readonly string[]): boolean {
  const plain = header
    .toLowerCase()
    .replace(/\s*\(\d+\)$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
  if (known.includes(plain)) return false
  const asked = plain.replace(ASKED, '')
  return [WHOSE, ...PERSONAL].some((pattern) => pattern.test(asked) || pattern.test(plain))
}
