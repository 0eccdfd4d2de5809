import { type ComponentType, createElement, type ReactElement } from 'react'
import type { Item } from '../core/item.ts'
import type { SlideProps } from '../ui/slide-props.ts'
import { CallSlide } from './call/Slide.tsx'
import { ClipSlide } from './clip/Slide.tsx'
import { CommitmentSlide } from './commitment/Slide.tsx'
import { FeedbackSlide } from './feedback/Slide.tsx'
import { type ItemOf, isKind, type Kind } from './index.ts'
import { JourneySlide } from './journey/Slide.tsx'
import { MetricSlide } from './metric/Slide.tsx'
import { ObservationSlide } from './observation/Slide.tsx'
import { PersonaSlide } from './persona/Slide.tsx'
import { PhotoSlide } from './photo/Slide.tsx'
import { PromptSlide } from './prompt/Slide.tsx'
import { QuoteSlide } from './quote/Slide.tsx'

/** The window's half of every kind: how it is drawn. */
export const slides: { readonly [K in Kind]: ComponentType<SlideProps<ItemOf<K>>> } = {
  persona: PersonaSlide,
  journey: JourneySlide,
  quote: QuoteSlide,
  call: CallSlide,
  photo: PhotoSlide,
  clip: ClipSlide,
  observation: ObservationSlide,
  feedback: FeedbackSlide,
  metric: MetricSlide,
  prompt: PromptSlide,
  commitment: CommitmentSlide,
}

/** Draws an item of whatever kind. Throws where this version does not know the kind: the slide then counts as failed. */
export function SlideOf(props: SlideProps<Item>): ReactElement {
  const { kind } = props.item
  if (!isKind(kind)) throw new Error(`This version has no slide for “${kind}”.`)
  // The host has checked the body against the schema of this kind; the compiler cannot follow it through the record.
  return createElement(slides[kind] as ComponentType<SlideProps<Item>>, props)
}
