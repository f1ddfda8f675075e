import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RegionFileFault } from '../server/region/edition.ts'
import { loadRegionFile, loadRegions, type RegionLoad } from '../server/region/load.ts'
import { type Verb, VerbFailure } from './verb.ts'
import { withDatabase } from './with-database.ts'

const shippedRegions = fileURLToPath(new URL('../../rules/regions', import.meta.url))

/** `regions load [FILE]`: brings an edition of the division into force. Again, it changes nothing. */
export const verb: Verb = {
  name: 'regions load',
  summary: 'load the division of regions: the shipped editions, or a file',
  usage: 'regions load [FILE.csv]',
  options: {},
  positionals: { min: 0, max: 1 },
  about: [
    'FILE.csv has the columns code,name and, where known, replaces and parent; FILE.yaml beside it says what it is',
    '(ops/regions/README.md). A new edition closes what it no longer names and opens the rest; nothing is deleted.',
  ].join('\n'),
  async run({ positionals: [file], print, say, config }) {
    const loads = await withDatabase(
      { config: config(), verb: this.name, say },
      async ({ db, clock, installation }) => {
        const client = await db.owner.connect()
        const options = { at: clock.now(), fictional: installation.kind !== 'real', onProgress: say }
        try {
          return file
            ? [await loadRegionFile(client, csvOf(file), options)]
            : await loadRegions(client, shippedRegions, options)
        } catch (error) {
          if (error instanceof RegionFileFault) throw new VerbFailure(error.message)
          throw error
        } finally {
          client.release()
        }
      },
    )
    print({ editions: loads }, loads.map(line).join('\n'))
    return file && loads.some(({ state }) => state === 'older') ? 1 : 0
  },
}

function csvOf(file: string): string {
  if (!/\.(csv|yaml)$/.test(file)) throw new VerbFailure(`${file} is not a .csv file`)
  return resolve(file.replace(/\.yaml$/, '.csv'))
}

function line({ edition, state, nodes, opened, closed, renamed }: RegionLoad): string {
  if (state === 'unchanged') return `${edition}: unchanged, ${nodes} nodes`
  if (state === 'older') return `${edition}: older than what is in force; nothing was done`
  return `${edition}: ${nodes} nodes, ${opened} opened, ${closed} closed, ${renamed} renamed`
}
