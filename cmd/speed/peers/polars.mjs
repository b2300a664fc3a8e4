// The job with Polars.
import { createRequire } from 'node:module';
import { columns, Table } from './finish.mjs';

const loaded = createRequire(process.env.SPEED_NPM + '/')('nodejs-polars');
const pl = loaded.default ?? loaded;
const [file, list, out] = process.argv.slice(2);
const known = columns(list);
const wanted = known.filter((c) => c.kind !== 'open').map((c) => c.name);
let d = pl.readCSV(file, { columns: wanted, inferSchemaLength: 10000 });
d = d.withColumn(pl.col('weight').mul(pl.col('weight')).alias('w2'));
const table = new Table();
for (const { name } of known.filter((c) => ['single', 'scale', 'tick'].includes(c.kind))) {
  const fine = d.select(name, 'type', 'size', 'weight', 'w2').filter(pl.col(name).isNotNull())
    .groupBy([name, 'type', 'size']).agg(pl.col('weight').count().alias('n'), pl.col('weight').sum().alias('w'), pl.col('w2').sum());
  table.closed(name, fine.toRecords().map((r) => ({ ...r, option: String(r[name]) })));
}
for (const { name } of known.filter((c) => c.kind === 'number')) {
  const v = d.select('type', 'weight', name).filter(pl.col(name).isNotNull()).withColumn(pl.col('weight').mul(pl.col(name)).alias('x'));
  for (const by of ['all', 'type']) {
    const g = v.withColumn(by === 'all' ? pl.lit('all').alias('level') : pl.col('type').alias('level')).groupBy('level')
      .agg(pl.col(name).count().alias('n'), pl.col('x').sum(), pl.col('weight').sum(), pl.col(name).median().alias('middle'));
    for (const r of g.toRecords()) table.number(name, by, r.level, r.n, r.x / r.weight, r.middle);
  }
}
table.write(out);
