import type pg from 'pg'
import { type Candidate, route } from '../../domain/routing.ts'
import { DirectoryCache } from './directory-cache.ts'
import { type Post, postsAt, postsHeldBy } from './posts-seen.ts'
import { type UnitLevel, unitLevels } from './standard.ts'

/** A unit in force. `path`: itself first, then its parents up to the root. */
export type Unit = {
  id: number
  name: string
  level: UnitLevel
  kind: string
  region: string
  realm: number
  parent: number | null
  path: number[]
  uscc: string | null
  employer: number | null
  claimed: boolean
  sections: string[]
}

/** An enterprise 用人单位 in force. */
export type Employer = {
  id: number
  name: string
  uscc: string | null
  region: string
  realm: number
  industry: string | null
}

/** Which post must be in force for a unit to count as staffed. Without roles any post does. */
export type Wanted = {
  /** The post must be in this section, or in none (a post without a section serves the whole unit). */
  section?: string | null
  /** A post without a section does not count: what is meant may be seen by that section alone. */
  alone?: boolean
  roles?: readonly string[]
}

/** Where routing stopped; `passed` are nearer units that were left aside, nearest first, with the reason. */
export type Nearest = {
  unit: Unit
  why: 'seat' | 'nearest-staffed'
  passed: { unit: number; reason: 'unstaffed' | 'excluded' }[]
}

const UNIT = `select u.id, u.name, u.level, u.kind, u.region, u.realm, u.parent, u.ancestors as path, u.uscc, u.employer,
  u.claimed_at is not null as claimed,
  array(select s.section from section s where s.unit = u.id order by s.section) as sections
  from unit u`

/**
 * Who is where: units, employers, posts in force. Read once per directory_version and kept in bounded memory, so that
 * the pipeline and the views may ask for every row. Call `refresh` at the start of a transaction; every getter takes
 * the client to read with, whatever role it has (a reading role needs its scope set).
 */
export class Directory {
  readonly #cache: DirectoryCache

  constructor(options: { limit?: number } = {}) {
    this.#cache = new DirectoryCache(options.limit ?? 50_000)
  }

  /** How many answers are kept. */
  get size(): number {
    return this.#cache.size
  }

  async refresh(client: pg.ClientBase): Promise<void> {
    await this.#cache.refresh(client)
  }

  /** The same, where the version was read together with other things. */
  seen(version: string): void {
    this.#cache.seen(version)
  }

  /** Null when there is none in force. */
  unit(client: pg.ClientBase, id: number): Promise<Unit | null> {
    return this.#cache.get(`unit ${id}`, async () => {
      const { rows } = await client.query<Unit>(`${UNIT} where u.id = $1 and u.valid_to is null`, [id])
      return rows[0] ?? null
    })
  }

  /** Null when there is none in force. */
  employer(client: pg.ClientBase, id: number): Promise<Employer | null> {
    return this.#cache.get(`employer ${id}`, async () => {
      const { rows } = await client.query<Employer>(
        'select id, name, uscc, region, realm, industry from employer where id = $1 and valid_to is null',
        [id],
      )
      return rows[0] ?? null
    })
  }

  /** The enterprise's own union: the topmost when it has several. */
  async employerUnion(client: pg.ClientBase, employer: number): Promise<number | null> {
    return (await this.employerUnits(client, employer))[0] ?? null
  }

  /** The enterprise's own union and every unit below it: complaints about the enterprise pass them all by. */
  employerUnits(client: pg.ClientBase, employer: number): Promise<number[]> {
    return this.#cache.get(`employer-units ${employer}`, async () => {
      const { rows } = await client.query<{ id: number }>(
        `with recursive own (id) as (
           select id from unit where employer = $1 and valid_to is null
           union
           select c.id from own join unit c on c.parent = own.id and c.valid_to is null
         ) select u.id from own join unit u using (id) order by cardinality(u.ancestors), u.id`,
        [employer],
      )
      return rows.map((row) => row.id)
    })
  }

  /** Whether a region of this code is in force. */
  regionInForce(client: pg.ClientBase, code: string): Promise<boolean> {
    return this.#cache.get(`region ${code}`, async () => {
      const { rows } = await client.query('select from region where code = $1 and valid_to is null', [code])
      return rows.length > 0
    })
  }

  /** Whether a post that fits is in force there. The client must be one that sees posts. */
  async staffed(client: pg.ClientBase, unit: number, wanted: Wanted = {}): Promise<boolean> {
    const posts = await this.#cache.get(`posts ${unit}`, () => postsAt(client, unit))
    return posts.some((post) => fits(post, wanted))
  }

  /** Ids of the posts in force there that fit. */
  async postsAt(client: pg.ClientBase, unit: number, wanted: Wanted = {}): Promise<number[]> {
    const posts = await this.#cache.get(`post-ids ${unit}`, async () => {
      const { rows } = await client.query<Post & { id: number }>(
        'select id, section, role from post where unit = $1 and valid_to is null order by id',
        [unit],
      )
      return rows
    })
    return posts.filter((post) => fits(post, wanted)).map((post) => post.id)
  }

  /** Whether the unit is a small office (product law 10). */
  smallOffice(client: pg.ClientBase, unit: number): Promise<boolean> {
    return this.#cache.get(`small ${unit}`, async () => {
      const { rows } = await client.query<{ small: boolean }>(
        'select o.small from unit u join office o on o.realm = u.realm and o.unit = u.id where u.id = $1',
        [unit],
      )
      return rows[0]?.small ?? false
    })
  }

  /** How many people hold a post there that handles matters; administrators, custodians and auditors do not. */
  peopleAt(client: pg.ClientBase, unit: number): Promise<number> {
    return this.#cache.get(`people ${unit}`, async () => {
      const { rows } = await client.query<{ people: number }>(
        `select count(distinct account)::int as people from post
         where unit = $1 and valid_to is null and role in ('agent', 'triage', 'handler', 'head')`,
        [unit],
      )
      return rows[0]?.people ?? 0
    })
  }

  /** How many persons hold a post in force there in one of the roles. */
  personsIn(client: pg.ClientBase, unit: number, roles: readonly string[]): Promise<number> {
    return this.#cache.get(`persons ${unit} ${roles.join()}`, async () => {
      const { rows } = await client.query<{ n: number }>(
        'select count(distinct account)::int as n from post where unit = $1 and valid_to is null and role = any ($2::text[])',
        [unit, roles],
      )
      return rows[0]?.n ?? 0
    })
  }

  /** Every post an account holds or held, oldest first: under these numbers the ledger knows what the person did. */
  postsOfAccount(client: pg.ClientBase, account: string): Promise<number[]> {
    return this.#cache.get(`held ${account}`, () => postsHeldBy(client, account))
  }

  /** Local unions seated in the region, higher level first. Grassroots unions are no seat: they serve their enterprise. */
  unitsAt(client: pg.ClientBase, region: string): Promise<Unit[]> {
    return this.#cache.get(`at ${region}`, async () => {
      const { rows } = await client.query<Unit>(
        `${UNIT} where u.region = $1 and u.valid_to is null and u.level not in ('grassroots', 'group')
         order by (u.kind = 'local') desc, array_position(array['nation', 'province', 'city', 'county', 'township'], u.level), u.id`,
        [region],
      )
      return rows
    })
  }

  /**
   * Units that could take a matter of the region, nearest first: the local union seated there, then its parents; where
   * none is seated, that of the nearest region above. `level` leaves out the units below it.
   */
  async candidatesAt(
    client: pg.ClientBase,
    region: string,
    wanted: Wanted & { level?: UnitLevel } = {},
  ): Promise<Candidate[]> {
    const seat = await this.seatAt(client, region)
    if (!seat) return []
    const candidates = await this.#candidates(client, seat.path, wanted)
    const { level } = wanted
    return level ? candidates.filter((candidate) => rank(candidate.level) <= rank(level)) : candidates
  }

  /** The parents of a unit, nearest first, without itself: who may call back or supervise. */
  async candidatesAbove(client: pg.ClientBase, unit: number, wanted: Wanted = {}): Promise<Candidate[]> {
    const found = await this.unit(client, unit)
    return found ? this.#candidates(client, found.path.slice(1), wanted) : []
  }

  /**
   * Walks upward from the region to the nearest unit that is staffed and not excluded (domain §2.6), and says which it
   * passed by. Null when nothing up to the root is staffed.
   */
  async nearestStaffedUnit(
    client: pg.ClientBase,
    region: string,
    wanted: Wanted & { level?: UnitLevel; exclude?: readonly number[] } = {},
  ): Promise<Nearest | null> {
    const candidates = await this.candidatesAt(client, region, wanted)
    const exclude = wanted.exclude ?? []
    const found = route(candidates, exclude)
    const unit = found && (await this.unit(client, found.to.unit))
    if (!found || !unit) return null
    const passed = candidates.slice(
      0,
      candidates.findIndex((candidate) => candidate.unit === unit.id),
    )
    return {
      unit,
      why: found.why,
      passed: passed.map((one) => ({ unit: one.unit, reason: exclude.includes(one.unit) ? 'excluded' : 'unstaffed' })),
    }
  }

  /** The unit in whose seat the region lies: its own, or that of the nearest region above which has one. */
  seatAt(client: pg.ClientBase, region: string): Promise<Unit | null> {
    return this.#cache.get(`seat ${region}`, async () => {
      const { rows } = await client.query<{ code: string }>(
        `with recursive up (code, parent, step) as (
           select * from (select code, parent, 0 from region where code = $1 order by valid_from desc limit 1) as here
           union all
           select p.code, p.parent, up.step + 1 from up join region p on p.code = up.parent and p.valid_to is null
           where up.step < 8
         ) select code from up order by step`,
        [region],
      )
      for (const { code } of rows) {
        // The lowest local union of the place: where several levels share a region, the one nearest to the worker.
        const local = (await this.unitsAt(client, code)).filter((unit) => unit.kind === 'local')
        const lowest = local.at(-1)
        if (lowest) return lowest
      }
      return null
    })
  }

  async #candidates(client: pg.ClientBase, path: readonly number[], wanted: Wanted): Promise<Candidate[]> {
    const candidates: Candidate[] = []
    for (const id of path) {
      const unit = await this.unit(client, id)
      if (!unit) continue
      const staffed = await this.staffed(client, id, wanted)
      candidates.push({ unit: id, path: unit.path, section: wanted.section ?? null, level: unit.level, staffed })
    }
    return candidates
  }
}

function rank(level: string): number {
  return (unitLevels as readonly string[]).indexOf(level)
}

function fits(post: Post, { section, roles, alone }: Wanted): boolean {
  if (roles && !roles.includes(post.role)) return false
  if (alone && section) return post.section === section
  return section === undefined || section === null || post.section === null || post.section === section
}
