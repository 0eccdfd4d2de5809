/** A room in which every kind speaks every script that the product ships faces for, as files of a content folder. */

export interface Tongue {
  /** Names the files; the language that the slide is to have. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** Families that its own letters are drawn in: what customers say, what we say. */
  readonly they: string
  readonly we: string
  readonly name: string
  readonly place: string
  /** Two sentences of a customer. */
  readonly said: string
  /** More of the same, with a Latin name and figures in it. */
  readonly more: string
  readonly question: string
  readonly answers: readonly [string, string]
  /** Goes on after a figure. */
  readonly phrase: string
  readonly steps: readonly [string, string, string]
}

export const TONGUES: readonly Tongue[] = [
  {
    lang: 'ar',
    dir: 'rtl',
    they: 'Noto Naskh Arabic',
    we: 'Noto Sans Arabic',
    name: 'سلمى',
    place: 'الرصيف الثاني',
    said: 'لم يخبرنا أحد. وقفنا في البرد حتى غادر القطار.',
    more: 'سألتُ الموظف في محطة Orrin عن رحلة 9:14، فقال إن الشاشة صحيحة. ابني ينتظرني كل مساء، ولا أستطيع أن أقول له متى أصل. أحتاج إلى خبر واحد صادق قبل أن أغادر البيت.',
    question: 'هل وصلك الخبر قبل أن تغادر البيت؟',
    answers: ['نعم', 'لا'],
    phrase: 'من الركاب وصلهم الخبر قبل أن يغادروا البيت.',
    steps: ['البيت', 'المحطة', 'القطار'],
  },
  {
    lang: 'he',
    dir: 'rtl',
    they: 'Noto Serif Hebrew',
    we: 'Noto Sans Hebrew',
    name: 'נועה',
    place: 'רציף שתיים',
    said: 'אף אחד לא אמר לנו. עמדנו בקור עד שהרכבת יצאה.',
    more: 'שאלתי את הפקיד בתחנת Orrin על הרכבת של 9:14, והוא אמר שהמסך צודק. הבן שלי מחכה לי כל ערב, ואני לא יודעת לומר לו מתי אגיע. אני צריכה הודעה אחת נכונה לפני שאני יוצאת מהבית.',
    question: 'קיבלת הודעה לפני שיצאת מהבית?',
    answers: ['כן', 'לא'],
    phrase: 'מהנוסעים קיבלו הודעה לפני שיצאו מהבית.',
    steps: ['הבית', 'התחנה', 'הרכבת'],
  },
  {
    lang: 'hi',
    dir: 'ltr',
    they: 'Noto Sans',
    we: 'Noto Sans',
    name: 'मीरा',
    place: 'प्लेटफ़ॉर्म दो',
    said: 'हमें किसी ने नहीं बताया। ट्रेन छूटने तक हम ठंड में खड़े रहे।',
    more: 'मैंने Orrin स्टेशन पर 9:14 की ट्रेन के बारे में पूछा, तो कहा गया कि स्क्रीन सही है। मेरा बेटा हर शाम मेरी राह देखता है, और मैं उसे बता नहीं पाती कि कब पहुँचूँगी। घर से निकलने से पहले मुझे बस एक सच्ची सूचना चाहिए।',
    question: 'क्या घर से निकलने से पहले आपको सूचना मिली?',
    answers: ['हाँ', 'नहीं'],
    phrase: 'यात्रियों को घर से निकलने से पहले सूचना मिली।',
    steps: ['घर', 'स्टेशन', 'ट्रेन'],
  },
  {
    lang: 'th',
    dir: 'ltr',
    they: 'Noto Serif Thai',
    we: 'Noto Sans Thai',
    name: 'มาลี',
    place: 'ชานชาลาที่สอง',
    said: 'ไม่มีใครบอกเราเลย เรายืนอยู่กลางความหนาวจนรถไฟออกไป',
    more: 'ฉันถามเจ้าหน้าที่ที่สถานี Orrin เรื่องรถไฟเที่ยว 9:14 เขาบอกว่าจอถูกต้องแล้ว ลูกชายรอฉันทุกเย็น และฉันบอกเขาไม่ได้ว่าจะถึงเมื่อไร ฉันต้องการข่าวที่เป็นจริงสักครั้งก่อนออกจากบ้าน',
    question: 'คุณได้รับข่าวก่อนออกจากบ้านหรือไม่',
    answers: ['ได้รับ', 'ไม่ได้รับ'],
    phrase: 'ของผู้โดยสารได้รับข่าวก่อนออกจากบ้าน',
    steps: ['บ้าน', 'สถานี', 'รถไฟ'],
  },
  {
    lang: 'zh',
    dir: 'ltr',
    they: 'Noto Serif SC',
    we: 'Noto Sans SC',
    name: '林芳',
    place: '二号站台',
    said: '没有人告诉我们。我们站在寒风里，直到火车开走。',
    more: '我在 Orrin 站问九点十四分的车，工作人员说：“屏幕是对的。”儿子每天晚上等我，我却说不出几点能到……出门之前，我只需要一条真实的消息。',
    question: '出门之前，您收到通知了吗？',
    answers: ['收到了', '没有收到'],
    phrase: '的乘客在出门之前收到了通知。',
    steps: ['家里', '车站', '列车'],
  },
  {
    lang: 'zh-TW',
    dir: 'ltr',
    they: 'Noto Serif TC',
    we: 'Noto Sans TC',
    name: '林芳',
    place: '第二月臺',
    said: '沒有人告訴我們。我們站在寒風裡，直到火車開走。',
    more: '我在 Orrin 站問九點十四分的車，站務員說：「螢幕是對的。」兒子每天晚上等我，我卻說不出幾點能到……出門之前，我只需要一則真實的消息。',
    question: '出門之前，您收到通知了嗎？',
    answers: ['收到了', '沒有收到'],
    phrase: '的乘客在出門之前收到了通知。',
    steps: ['家裡', '車站', '列車'],
  },
  {
    lang: 'ja',
    dir: 'ltr',
    they: 'Noto Serif JP',
    we: 'Noto Sans JP',
    name: '美咲',
    place: '二番ホーム',
    said: '誰も教えてくれませんでした。電車が出るまで、寒い中で立っていました。',
    more: 'Orrin 駅で九時十四分の電車のことを尋ねると、「画面が正しい」と言われました。息子は毎晩わたしを待っているのに、何時に着くのか言えません……。家を出る前に、本当の知らせが一つほしいのです。',
    question: '家を出る前に、知らせは届きましたか。',
    answers: ['はい', 'いいえ'],
    phrase: 'のお客様が、家を出る前に知らせを受け取りました。',
    steps: ['家', '駅', '電車'],
  },
  {
    lang: 'ko',
    dir: 'ltr',
    they: 'Noto Serif KR',
    we: 'Noto Sans KR',
    name: '서연',
    place: '이 번 승강장',
    said: '아무도 말해 주지 않았어요. 기차가 떠날 때까지 추위 속에 서 있었어요.',
    more: 'Orrin 역에서 9시 14분 기차를 물었더니 화면이 맞다고 했어요. 아들이 저녁마다 저를 기다리는데 언제 도착하는지 말해 줄 수가 없어요. 집을 나서기 전에 진짜 소식 하나만 있으면 돼요.',
    question: '집을 나서기 전에 소식을 받으셨나요?',
    answers: ['네', '아니요'],
    phrase: '의 승객이 집을 나서기 전에 소식을 받았습니다.',
    steps: ['집', '역', '기차'],
  },
  {
    lang: 'el',
    dir: 'ltr',
    they: 'Literata',
    we: 'Noto Sans',
    name: 'Ελένη',
    place: 'Αποβάθρα δύο',
    said: 'Κανείς δεν μας το είπε. Στεκόμασταν στο κρύο ώσπου έφυγε το τρένο.',
    more: 'Ρώτησα στον σταθμό Orrin για το τρένο των 9:14 και μου είπαν ότι η οθόνη έχει δίκιο. Ο γιος μου με περιμένει κάθε βράδυ και δεν μπορώ να του πω πότε θα φτάσω. Θέλω μία αληθινή είδηση πριν φύγω από το σπίτι.',
    question: 'Το μάθατε πριν φύγετε από το σπίτι;',
    answers: ['Ναι', 'Όχι'],
    phrase: 'των επιβατών το έμαθαν πριν φύγουν από το σπίτι.',
    steps: ['Σπίτι', 'Σταθμός', 'Τρένο'],
  },
  {
    lang: 'ru',
    dir: 'ltr',
    they: 'Literata',
    we: 'Noto Sans',
    name: 'Анна',
    place: 'Вторая платформа',
    said: 'Нам никто не сказал. Мы стояли на морозе, пока поезд не ушёл.',
    more: 'На станции Orrin я спросила про поезд в 9:14, и мне ответили, что табло не ошибается. Сын ждёт меня каждый вечер, а я не могу сказать ему, когда приеду. Мне нужна одна правдивая весть до выхода из дома.',
    question: 'Вы узнали об этом до выхода из дома?',
    answers: ['Да', 'Нет'],
    phrase: 'пассажиров узнали об этом до выхода из дома.',
    steps: ['Дом', 'Вокзал', 'Поезд'],
  },
]

const CONSENT = `consent: {who: list 1, given: 2026-01-05, purposes: [display], audience: [staff], expires: 2036-01-01}`

/** The text files of the room; calls and photographs also need their recordings and pictures beside them. */
export function scriptRoom(tongues: readonly Tongue[] = TONGUES): Record<string, string> {
  const files: Record<string, string> = { 'room.yaml': 'name: Every script\nlanguage: en\n' }
  for (const tongue of tongues) Object.assign(files, filesOf(tongue))
  return files
}

function filesOf(tongue: Tongue): Record<string, string> {
  const { lang, name, place, said, more, question, answers, phrase, steps } = tongue
  const told = `lang: ${lang}\nsource: ${place}\ncaptured: 2026-03-04\nevidence: research\n`
  const page = (fields: string, text: string): string => `---\n${told}${fields}\n---\n\n${text}\n`
  return {
    [`quotes/${lang}.md`]: page(`who: ${name}\n${CONSENT}`, `> ${said}`),
    [`quotes/${lang}-long.md`]: page(`who: ${name}\n${CONSENT}`, `> ${said} ${more}`),
    [`personas/${lang}.md`]: page(
      `name: ${name}\nage: 67\nn: 14\ncomposite: yes\noccupation: ${steps[1]}\nquote: ${said}\nneeds: [${phrase}]\npain points: [${question}]`,
      '',
    ),
    [`journeys/${lang}.yaml`]: `${told}title: ${question}\nactor: ${name}\nscenario: ${question}\nemotion_scale: 1-5\nphases:\n${steps
      .map((step, index) => phaseOf(step, index, tongue))
      .join('')}`,
    [`metrics/${lang}.yaml`]: `${told}phrase: ${phrase}\nvalue: 62\nunit: "%"\ntarget: 80\nperiod: 2026-03\nn: 412\ndirection: higher is better\nmoney: ${said}\nmoney_assumption: ${question}\n`,
    [`feedback/${lang}.yaml`]: `${told}question: ${question}\nscale: ${answers.join(' / ')}\nresult: "${answers[1]}"\nn: 90\nperiod: 2026-02\ndistribution:\n  "${answers[0]}": 31\n  "${answers[1]}": 59\n`,
    [`observations/${lang}.md`]: page(
      `who: ${name}\nwhere: ${place}\nemotion: frustration`,
      `${phrase}\n\n> ${said}`,
    ),
    [`commitments/${lang}.yaml`]: `${told}said: ${said}\npromise: ${phrase}\nowner: ${name}\ndue: 2026-03-01\nstate: kept\ndone: 2026-02-17\neffect: ${question}\n`,
    [`prompts/${lang}.md`]: page('ask: guess', question),
    [`photos/${lang}.md`]: page(`alt: ${place}\nplace: ${place}\npeople: none`, said),
    [`calls/${lang}.md`]: page(
      `title: ${question}\ncaller: ${name}\n${CONSENT}\nchecked: {by: Research, date: 2026-02-04}\nspeakers:\n  - {name: ${name}, role: customer}`,
      question,
    ),
    [`calls/${lang}.vtt`]: `WEBVTT\n\n00:00.000 --> 00:06.000\n<v ${name}>${said}\n`,
  }
}

function phaseOf(step: string, index: number, { said, phrase }: Tongue): string {
  const worst = index === 1 ? `    moment_of_truth: yes\n    quote: ${said}\n` : ''
  return `  - name: ${step}\n    emotion: ${4 - 2 * (index % 2)}\n${worst}    steps:\n      - ${phrase}\n`
}
