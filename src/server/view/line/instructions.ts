import type { ViewAnswer } from '../../../protocol/view.ts'
import type { Looked } from '../../vault/looked.ts'
import { getDemand } from '../demand-page.ts'
import { reading } from '../scope.ts'
import type { LineReading } from './campaign.ts'
import type { Staff } from './reach.ts'
import { openedTexts } from './texts.ts'

type Row = Omit<ViewAnswer<'instructions'>['rows'][number], 'who' | 'words'> & {
  readonly who: string
  readonly words: string
}

/** Notes on one demand 批示, oldest first [origin_demand]; only after its row was seen under the policies. */
export async function instructionsOf(
  context: LineReading,
  actor: Staff,
  demand: string,
): Promise<ViewAnswer<'instructions'>> {
  const rows = await reading(context.reader, actor, async (client) => {
    await getDemand(client, demand)
    const found = await client.query<Row>({
      name: 'instructions',
      text: `select json_build_object('id', c.id, 'title', c.title) as campaign, o.origin, o.happened_on::text as "on",
          o.who, o.words, o.led_to as "ledTo"
        from origin o join campaign c on c.realm = o.realm and c.id = o.campaign
        where o.demand = $1 order by o.happened_on, o.campaign, o.entry limit 50`,
      values: [demand],
    })
    return found.rows
  })
  const subjects = new Map<string, Looked>()
  for (const { campaign } of rows)
    if (!subjects.has(campaign.id)) subjects.set(campaign.id, await context.look(campaign.id, 'text'))
  const texts = await openedTexts(context, subjects)
  return {
    rows: rows.map(({ who, words, ...row }) => ({
      ...row,
      who: texts.get(who) ?? null,
      words: texts.get(words) ?? null,
    })),
  }
}
