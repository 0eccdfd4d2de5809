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
  /^(kunde|kunden|benutzer|ansprechpartner|absender)n?(name|nummer|nr|id)?$|^(strasse|straße|anschrift|plz|postleitzahl|geburtsdatum)$/,
  /^(nom|prenom|prénom)(duclient|defamille)?$|^(adresse)?(mail|courriel|mél)$|^(codepostal|téléphone|portable|numéroclient)$/,
  /^(nombre(completo)?|apellidos?|correo(electr[oó]nico)?|tel[eé]fono|m[oó]vil|direcci[oó]n)$|^(nome|sobrenome|cognome|telefone|indirizzo|endere[cç]o)$/,
  /^(naam|voornaam|achternaam|klantnummer|klantnaam|telefoonnummer|imi[eę]|nazwisko|telefon(y)?|fornamn|efternamn|navn)$/,
  /^(имя|фамилия|фио|телефон|почта|электроннаяпочта|адрес)$|^(氏名|お名前|名前|メールアドレス|電話番号|住所|姓名|手机|手机号|电话|邮箱|電話|이름|성함|이메일|전화번호|휴대폰|주소)$/,
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
