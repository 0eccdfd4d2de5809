import type { ConsentState } from '../../../core/admin/ledger.ts'

const state: Readonly<Record<ConsentState, string>> = {
  withdrawn: 'withdrawn',
  expired: 'ended',
  expiring: 'ends soon',
  'not-display': 'not for a wall',
  future: 'not given yet',
  valid: 'in force',
  public: 'published',
}

export const ledger = {
  all: 'All',
  state,
  show: 'Show',
  search: 'Reference',
  list: 'Consents, what ends first',
  none: 'Nobody’s consent is recorded in this room.',
  noneFound: 'None of these.',
  without: (count: string, isOne: boolean) =>
    isOne
      ? 'One item would need a consent and has none.'
      : `${count} items would need a consent and have none.`,
  toWorkList: 'To the work list',
  who: 'Who',
  what: 'What for',
  audience: 'Who may see it',
  until: 'Until',
  items: 'Items',
  shown: 'on the wall',
  stateOf: 'State',
  given: 'Given',
  withdrawnOn: 'Withdrawn',
  collected: 'How it was collected',
  controller: 'Who answers for it',
  kinds: 'What',
  noEnd: 'without an end',
  daysLeft: (days: number) => (days === 1 ? 'one day left' : `${days} days left`),
  daysOver: (days: number) => (days === 1 ? 'over for a day' : `over for ${days} days`),
  theirItems: 'Their items',
  firstOf: (count: string, total: string) => `the first ${count} of ${total}`,
  withdraw: 'Withdraw …',
  withdrawTitle: (who: string) => `Withdraw the consent of ${who}`,
  withdrawText: (items: string, isOne: boolean) =>
    `${isOne ? 'Their item goes' : `All ${items} of their items go`} off every wall at once, in whatever file the consent stands. It can be taken back while nobody has erased anything.`,
  withdrawDo: 'Withdraw everywhere',
  withdrawSource: (who: string) => `Take down what was published in ${who}`,
  withdrawSourceText: (items: string, isOne: boolean) =>
    `${isOne ? 'The item that was published there goes' : `All ${items} items that were published there go`} off every wall at once, in whatever file that stands. It can be taken back while nobody has erased anything.`,
  confirming:
    'The library is taking it out everywhere; each place below is looked at again until nothing is left.',
  confirmed: 'The library has confirmed it: nothing is left in any of these places.',
  places: {
    index: 'Index',
    search: 'Search',
    cache: (files: number) => `Cache (${files === 1 ? '1 derived file' : `${files} derived files`})`,
    record: 'Titles in the record of plays',
    journal: (entries: number) =>
      `Journal of changes (${entries === 1 ? '1 entry' : `${entries} entries`} sealed)`,
    folder: 'Folder',
    pages: 'Pages of the databases, overwritten',
  },
  noneLeft: 'nothing left',
  left: (count: number) => `${count} still there`,
  notRead: (files: number) =>
    files === 1 ? 'stands in 1 file and is not read' : `stands in ${files} files and is not read`,
  erase: 'Erase …',
  eraseTitle: (who: string) => `Erase what is kept of ${who}`,
  eraseText: (items: string, isOne: boolean) =>
    `Nothing of ${isOne ? 'this item' : `these ${items} items`} is kept: no words, pictures or sounds in the index, in the cache, in the journal or in the record of plays. This cannot be undone.`,
  removeFiles: 'Delete their own files from the folder as well',
  removeFilesHint: 'Else what stands in the folder stays there and is not read again.',
  eraseSure: (who: string) => `Type ${who} to go on`,
  eraseDo: 'Erase for good',
  erasing: 'Erasing …',
  proof: 'What was removed',
  proofText: (items: number) => (items === 1 ? 'One item was erased.' : `${items} items were erased.`),
  proofOf: {
    item: 'Item',
    wasIndexed: 'Was in the index',
    derived: 'Derived files',
    journal: 'Entries of the journal',
    deletedFiles: 'Deleted files',
    stillIn: 'Still stands in, and is not read',
  },
  yes: 'yes',
  no: 'no',
  nothing: 'none',
  saveProof: 'Save the proof …',
  proofName: (day: string) => `erasure-${day}.csv`,
  auditName: (day: string) => `consent-audit-${day}.csv`,
  saved: 'Saved.',
  audit: 'Export the audit record …',
  auditing: (rows: string) => `Checking the chain, ${rows} rows so far`,
  auditOk: (rows: string) =>
    `The chain of all ${rows} rows holds: nothing was changed or taken out since it was written.`,
  auditBroken: (row: string, reason: string) => `The chain breaks off at row ${row}: ${reason}`,
}
