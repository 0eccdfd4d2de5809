/** Columns that identify a person, in the named exports and in what people make themselves (CONTENT-MODEL, "Tables"). */
const PERSONAL = [
  /^e?mail(addresse?)?$|emailaddress|useremail|recipientemail|^contact(e?mail)?$/,
  /^ip(addresse?)?$|ipaddress/,
  /^(first|last|full|sur|family|given|user|nick|display|customer|client|respondent|recipientfirst|recipientlast|contact)?name$/,
  /^(recipient|reviewconsumer|review)(first|last|user)?name$|^consumeruserid$|reviewconsumeruserid|^(vor|nach)name$|^nom$|^prenom$/,
  /phone|^tel(ephone|efon|no|number)?$|^mobile(no|number)?$|^cell(phone)?$|^handy(nummer)?$/,
  /^(location)?(latitude|longitude|lat|lng|lon)$/,
  /^account(id|no|number|name)?$|^customer(id|no|number)$|^iban$|^(requester|assignee|userid|useraccount)(id)?$/,
  /^(street|postal|home|billing|delivery)?address(line)?\d?$|^(postcode|postalcode|zip|zipcode)$|^(dateofbirth|birthdate|birthday|dob)$/,
  /^(ssn|socialsecurity(number)?|nationalid|passport(no|number)?)$|^externalreference$|^externaldatareference$/,
]

/** True for a header whose cells are never read. `known` are the kind's own fields: a persona's name is no person's. */
export function isPersonalColumn(header: string, known: readonly string[]): boolean {
  const plain = header
    .toLowerCase()
    .replace(/\s*\(\d+\)$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
  if (known.includes(plain)) return false
  return PERSONAL.some((pattern) => pattern.test(plain))
}
