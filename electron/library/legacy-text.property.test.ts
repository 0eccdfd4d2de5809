import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeText, encodingOf } from './text.ts'

/** What customers write, in pieces that make a text in any order. */
const SAID: readonly (readonly [string, readonly string[], string])[] = [
  [
    'simplified Chinese',
    ['gb18030'],
    '我等了三个星期|没有人告诉我为什么|客服人员非常耐心|问题很快就解决了|快递员把包裹扔在门口|下雨天全都湿透了|退货流程太复杂|电话一直打不通|软件更新之后经常闪退|无法登录账户|价格比去年贵了许多|质量却明显下降|包装破损严重|发票开错了两次|希望尽快改进|总体来说比较满意|服务态度恶劣|以后再也不会购买|送货准时|安装师傅技术熟练|孩子特别喜欢|酒店房间隔音差|早餐品种丰富|地铁站指示牌看不懂|充值失败钱却扣了|优惠券无法使用|排队两小时|护士轻声细语|医院挂号系统崩溃|银行柜台只开一个窗口',
  ],
  [
    'traditional Chinese',
    ['big5'],
    '我等了三個星期|沒有人告訴我為什麼|客服人員非常有耐心|問題很快就解決了|快遞員把包裹丟在門口|下雨天全都濕透了|退貨流程太複雜|電話一直打不通|軟體更新之後經常當機|無法登入帳戶|價格比去年貴了許多|品質卻明顯下降|包裝破損嚴重|發票開錯了兩次|希望儘快改進|總體來說比較滿意|服務態度惡劣|以後再也不會購買|送貨準時|安裝師傅技術熟練|孩子特別喜歡|飯店房間隔音差|早餐種類豐富|捷運站指示牌看不懂|儲值失敗錢卻扣了|優惠券無法使用|排隊兩小時|護士輕聲細語|醫院掛號系統崩潰|銀行櫃檯只開一個窗口',
  ],
  [
    'Japanese',
    ['shift_jis', 'euc-jp'],
    '三週間も待ちました|誰も理由を教えてくれませんでした|スタッフの対応がとても丁寧でした|すぐに解決しました|荷物が玄関先に放置されていました|返品の手続きが複雑すぎます|電話が全然つながらない|アプリがよく落ちる|料金が高くなった|品質が下がったと感じます|説明書が読みにくい|駅の案内がわかりやすかった|朝食バイキング最高|また利用したいです|二度と使いません|エレベーターが故障中|子どもが喜んでいました|予約の変更ができない',
  ],
  [
    'Korean',
    ['euc-kr'],
    '삼 주를 기다렸습니다|아무도 이유를 말해 주지 않았어요|상담원이 아주 친절했습니다|문제가 바로 해결되었습니다|택배를 문 앞에 던져 놓고 갔어요|반품 절차가 너무 복잡합니다|전화 연결이 안 됩니다|앱이 자꾸 꺼져요|가격이 많이 올랐네요|품질이 떨어졌습니다|다시 이용하고 싶어요|다시는 안 삽니다|엘리베이터 고장|아이가 좋아해요|예약 변경이 불가능합니다',
  ],
  [
    'Russian',
    ['windows-1251', 'koi8-r', 'cp866'],
    'Я ждал три недели|никто не объяснил почему|оператор очень помог|Спасибо большое|посылку бросили под дверью|возврат оформить невозможно|телефон не отвечает|Приложение постоянно вылетает|Цены выросли вдвое|качество ухудшилось|больше не куплю|Лифт опять сломан|ребёнок в восторге|Очередь два часа|вежливый персонал',
  ],
]

const cases = SAID.flatMap(([language, encodings, pieces]) =>
  encodings.map((encoding) => [language, encoding, pieces.split('|')] as const),
)

test.each(cases)('ten letters of %s in %s are read, whatever is said', (language, encoding, pieces) => {
  const wide = ['Russian', 'Korean'].includes(language) ? ['. ', ', ', '! '] : ['。', '，', '！', '\n']
  const piece = fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...wide))
  const text = fc
    .array(piece, { minLength: 1, maxLength: 14 })
    .map((said) => said.flat().join(''))
    .filter((said) => said.length >= 10)
  fc.assert(
    fc.property(text, fc.boolean(), (said, isTable) => {
      const file = isTable ? `id,comment,date\r\n1,"${said}",2026-02-01\r\n` : said
      const found = encodingOf(iconv.encode(file, encoding))
      expect('name' in found && decodeText(iconv.encode(file, encoding), found.name)).toBe(file)
    }),
    { numRuns: 400 },
  )
})
