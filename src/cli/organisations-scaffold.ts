import { localDateOf } from '../domain/calendar/local-time.ts'
import { NoSuchSeat, scaffoldUnits } from '../server/organisation/scaffold.ts'
import { type Verb, VerbFailure } from './verb.ts'
import { withDatabase } from './with-database.ts'

/** `organisations scaffold REGION`: seats the standard tree of unions in a region and all below it. */
export const verb: Verb = {
  name: 'organisations scaffold',
  summary: 'make the standard tree of unions of a province, city or county',
  usage: 'organisations scaffold REGION',
  options: {
    name: {
      type: 'string',
      value: 'NAME',
      help: 'name of the union seated in the region itself, where it is not the standard one',
    },
  },
  positionals: { min: 1, max: 1 },
  about: [
    'REGION is a code of six or nine digits. One local union per region, with its usual sections, marked not yet claimed,',
    'linked to the nearest union above. What is there stays as it is; a second run changes nothing.',
  ].join('\n'),
  async run({ positionals: [region = ''], text, print, say, config }) {
    const name = text('name')
    const done = await withDatabase({ config: config(), verb: this.name, say }, async ({ db, clock }) => {
      const client = await db.owner.connect()
      const on = localDateOf(clock.now().getTime())
      try {
        return await scaffoldUnits(client, region, { on, onProgress: say, ...(name ? { federation: name } : {}) })
      } catch (error) {
        if (error instanceof NoSuchSeat) throw new VerbFailure(error.message)
        throw error
      } finally {
        client.release()
      }
    })
    print(done, `${done.created} unions made, ${done.existing} were there, ${done.relinked} linked anew`)
  },
}
