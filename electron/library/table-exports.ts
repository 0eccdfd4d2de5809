import type { Columns } from './readers/table.ts'

/** Tables as survey and review tools export them (CONTENT-MODEL, "Tables as they are really exported"). */

export interface TableExport {
  readonly name: string
  /** Headers that are all there in such a table; like all headers here, letters and digits only. */
  readonly has: readonly string[]
  /** The column that names a row; undefined where the tool writes none. */
  readonly id?: string
  /** Columns whose header says less than it means. */
  readonly fields?: Readonly<Record<string, string>>
  /** Rows that we wrote ourselves to try the survey out: this column begins so. */
  readonly trials?: { readonly column: string; readonly cell: RegExp }
  /** Columns about the answer or the tool: nobody said what stands in them. */
  readonly about: readonly string[]
}

const EXPORTS: readonly TableExport[] = [
  {
    name: 'Typeform',
    has: ['#', 'networkid', 'submitdateutc'],
    // Network ID stands for an address in a network, which a family shares.
    id: '#',
    about: ['networkid', 'responsetype', 'stagedateutc'],
  },
  {
    name: 'SurveyMonkey',
    has: ['respondentid', 'collectorid'],
    id: 'respondentid',
    about: ['collectorid', 'customdata1'],
  },
  {
    name: 'Qualtrics',
    has: ['responseid', 'recordeddate', 'startdate'],
    id: 'responseid',
    // Exported as words or as numbers: 1 is a preview, 2 a test.
    trials: { column: 'status', cell: /^(?:survey preview|survey test|[12])$/i },
    about: ['status', 'progress', 'durationinseconds', 'finished', 'distributionchannel', 'recipientemail'],
  },
  {
    name: 'Google Play',
    has: ['packagename', 'starrating', 'reviewtext'],
    fields: { reviewtitle: 'title', reviewtext: 'text' },
    about: [
      ...['packagename', 'appversioncode', 'appversionname', 'device', 'reviewlink'],
      ...['reviewsubmitmillissinceepoch', 'reviewlastupdatemillissinceepoch', 'reviewlastupdatedateandtime'],
      ...['developerreplydateandtime', 'developerreplymillissinceepoch', 'developerreplytext'],
    ],
  },
  {
    name: 'Trustpilot',
    has: ['reviewid', 'reviewcontent', 'reviewstars'],
    id: 'reviewid',
    fields: { reviewtitle: 'title', reviewcontent: 'text' },
    about: ['domainurl', 'webshopname', 'businessunitid', 'sourceofreview', 'locationname'],
  },
  {
    name: 'Zendesk',
    has: ['ticketid', 'score', 'comment', 'requesterid'],
    id: 'id',
    about: ['assigneeid', 'groupid', 'updatedat', 'url', 'reasonid', 'reasoncode'],
  },
  {
    name: 'SurveyGizmo',
    has: ['timestarted', 'datesubmitted', 'status'],
    about: ['status'],
  },
]

/** The tool that wrote a table with these headers, if it is one that we know. */
export function exportOf(keys: readonly string[]): TableExport | undefined {
  return EXPORTS.find(({ has }) => has.every((key) => keys.includes(key)))
}

/** Where such a table says that a row is a trial. */
export function trialsOf(
  keys: readonly (readonly string[])[],
  tool: TableExport | undefined,
): Columns['trials'] {
  const place = keys.findIndex((own) => tool?.trials && own.includes(tool.trials.column))
  return tool?.trials && place >= 0 ? { place, cell: tool.trials.cell } : undefined
}
