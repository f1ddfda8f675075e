import type { Pool } from 'pg'

// One line of work a demand: heard, and a third each of what else is counted on most of them. In SQL, for a million lives
// through the pipeline take an hour; the sums are checked against the recount's own words below.
const provinces = 31
const cities = 11
const counties = 8

/** A nation of unions below the root, and the tallies of so many demands over two years, summed as the follower sums them. */
export async function fillFigures(
  owner: Pool,
  rows: number,
  today: string,
  say: (line: string) => void,
): Promise<number> {
  const root = await owner.query<{ id: number; realm: number }>(
    'select id, realm from unit where parent is null limit 1',
  )
  const { id, realm } = root.rows[0] as { id: number; realm: number }
  await owner.query(
    `insert into unit (id, name, level, kind, region, realm, parent, ancestors, valid_from)
     select 1000000 + p, 'bench ' || p, 'province', 'local', '000000', 100 + p, $1, array[1000000 + p, $1], '2012-01-01'
     from generate_series(1, ${provinces}) p`,
    [id],
  )
  await owner.query(
    `insert into unit (id, name, level, kind, region, realm, parent, ancestors, valid_from)
     select 1100000 + p * 100 + c, 'bench ' || p || ' ' || c, 'city', 'local', '000000', 1000 + p * 20 + c, 1000000 + p,
       array[1100000 + p * 100 + c, 1000000 + p, $1], '2012-01-01'
     from generate_series(1, ${provinces}) p, generate_series(1, ${cities}) c`,
    [id],
  )
  await owner.query(
    `insert into unit (id, name, level, kind, region, realm, parent, ancestors, valid_from)
     select 2000000 + p * 10000 + c * 100 + k, 'bench ' || p || ' ' || c || ' ' || k, 'county', 'local', '000000',
       1000 + p * 20 + c, 1100000 + p * 100 + c,
       array[2000000 + p * 10000 + c * 100 + k, 1100000 + p * 100 + c, 1000000 + p, $1], '2012-01-01'
     from generate_series(1, ${provinces}) p, generate_series(1, ${cities}) c, generate_series(1, ${counties}) k`,
    [id],
  )
  await owner.query('drop index tally_list')
  await owner.query(
    `insert into tally (realm, stream, noun, measure, counted_on, unit, path, cuts, persons)
     select u.realm, md5('bench' || n)::uuid, 'demand', m.measure, $2::date - (hashint4(n) & 1023) % 700, u.id, u.ancestors,
       array['topic:' || chr(65 + n % 20)], 1 + n % 3
     from generate_series(1, $1) n
     cross join lateral (select 2000000 + (1 + n % ${provinces}) * 10000 + (1 + n / ${provinces} % ${cities}) * 100
       + 1 + n / ${provinces * cities} % ${counties} as county) place
     join unit u on u.id = place.county
     join unnest(array['heard', 'met', 'met-apart', 'understood', 'claimed', 'solved', 'unsolved', 'unknown', 'delivered',
       'reopened', 'contacted-in-time', 'contacted-late']) with ordinality m (measure, at) on at = 1 or (n + at * 7) % 3 = 0`,
    [rows, today],
  )
  say('rows are there')
  await owner.query(
    `insert into figure (realm, unit, measure, cut, month, n, persons, path)
     select u.realm, u.id, s.measure, s.cut, s.month, s.n, s.persons, u.ancestors
     from (select p.unit, t.measure, c.cut, date_trunc('month', t.counted_on)::date as month, count(*) as n, sum(t.persons) as persons
       from tally t cross join lateral unnest(t.path) as p (unit) cross join lateral unnest(array[''] || t.cuts) as c (cut)
       group by 1, 2, 3, 4) s join unit u on u.id = s.unit`,
  )
  await owner.query(
    `insert into figure_year (realm, unit, measure, cut, year, n, persons, path)
     select realm, unit, measure, cut, extract(year from month)::integer, sum(n), sum(persons), path
     from figure group by 1, 2, 3, 4, 5, path`,
  )
  await owner.query('create index tally_list on tally (unit, measure, counted_on desc, realm desc, stream desc)')
  await owner.query('vacuum analyze figure, figure_year, tally, unit')
  const { rows: kept } = await owner.query('select count(*)::int as n from figure where realm = $1 and unit = $2', [
    realm,
    id,
  ])
  say(`${kept[0].n} sums of the nation`)
  return id
}
