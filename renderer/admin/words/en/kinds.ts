/** Kinds of artefacts, as one of them is called; a kind that is not listed is called by its own name. */
export const kinds: Readonly<Record<string, string>> = {
  persona: 'Persona',
  journey: 'Journey',
  quote: 'Quote',
  call: 'Call',
  photo: 'Photo',
  clip: 'Clip',
  observation: 'Observation',
  feedback: 'Survey result',
  metric: 'Metric',
  prompt: 'Question',
  commitment: 'Commitment',
}
