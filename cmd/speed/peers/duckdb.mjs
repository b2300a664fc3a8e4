// The job with DuckDB. Arguments: the file, the list of its columns, the table to
// write; "scan" as the table only counts what each column holds.
import { createRequire } from 'node:module';
import { columns, Table } from './finish.mjs';

const { DuckDBInstance } = createRequire(process.env.SPEED_NPM + '/')('@duckdb/node-api');
const [file, list, out] = process.argv.slice(2);
const db = await (await DuckDBInstance.create(':memory:')).connect();
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjects();
const quoted = (name) => '"' + name + '"';
const known = columns(list);
const source = `read_csv('${file}', header = true)`;
if (out === 'scan') {
  await rows(`SELECT ${known.map((c) => `count(${quoted(c.name)})`).join(', ')} FROM ${source}`);
  process.exit(0);
}
const wanted = known.filter((c) => c.kind !== 'open');
await db.run(`CREATE TABLE d AS SELECT ${wanted.map((c) => quoted(c.name)).join(', ')} FROM ${source}`);
const table = new Table();
for (const { name } of known.filter((c) => ['single', 'scale', 'tick'].includes(c.kind))) {
  const fine = await rows(`SELECT ${quoted(name)}::VARCHAR AS option, type, size, count(*)::INT AS n, sum(weight) AS w, sum(weight * weight) AS w2
    FROM d WHERE ${quoted(name)} IS NOT NULL GROUP BY 1, 2, 3`);
  table.closed(name, fine);
}
for (const { name } of known.filter((c) => c.kind === 'number')) {
  for (const by of ['all', 'type']) {
    const level = by === 'all' ? "'all'" : by;
    for (const r of await rows(`SELECT ${level} AS level, count(*)::INT AS n, sum(weight * ${name}) / sum(weight) AS mean, median(${name}) AS middle
      FROM d WHERE ${name} IS NOT NULL GROUP BY 1`)) table.number(name, by, r.level, r.n, r.mean, r.middle);
  }
}
table.write(out);
