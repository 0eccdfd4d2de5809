import { z } from 'zod'
import type { WindowRole } from '../contract.ts'
import type { Receipt } from './receipt.ts'

/** What the hidden page that draws a receipt may ask: nothing of the room but this one receipt. */
export interface ReceiptCalls {
  receipt(): Receipt | undefined
  /** The page is drawn, whole. */
  receiptDrawn(): void
}

export const receiptArguments = {
  receipt: z.tuple([]),
  receiptDrawn: z.tuple([]),
} satisfies { readonly [Name in keyof ReceiptCalls]: z.ZodType<Parameters<ReceiptCalls[Name]>> }

const PAPER = ['receipt'] as const satisfies readonly WindowRole[]

export const receiptRights: { readonly [Name in keyof ReceiptCalls]: readonly WindowRole[] } = {
  receipt: PAPER,
  receiptDrawn: PAPER,
}
