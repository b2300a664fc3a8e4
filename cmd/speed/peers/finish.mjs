// What the peers in JavaScript do with the sums per question, answer, type and size.
import { readFileSync, writeFileSync } from 'node:fs';

const z = 1.959963984540054;

// columns returns the columns of a file from their list.
export function columns(path) {
  return readFileSync(path, 'utf8').trim().split('\n').slice(1).map((line) => {
    const at = line.lastIndexOf(',');
    return { name: line.slice(0, at), kind: line.slice(at + 1) };
  });
}

// chiSquare returns the upper tail of the distribution (Wilson and Hilferty).
function chiSquare(d, degrees) {
  const t = (Math.cbrt(d / degrees) - 1 + 2 / (9 * degrees)) / Math.sqrt(2 / (9 * degrees));
  const k = 1 / (1 + 0.2316419 * Math.abs(t));
  const tail = Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI) *
    k * (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
  return t > 0 ? tail : 1 - tail;
}

export class Table {
  lines = ['kind,question,option,by,level,count,weighted,value,se,low,high'];

  // closed adds the figures of a question from {option, type, size, n, w, w2}.
  closed(question, fine) {
    const options = [...new Set(fine.map((r) => r.option))].sort();
    let total;
    for (const by of ['all', 'type', 'size']) {
      const groups = new Map();
      for (const r of fine) {
        const level = by === 'all' ? 'all' : r[by];
        if (!groups.has(level)) groups.set(level, { w: 0, w2: 0, of: new Map(options.map((o) => [o, { n: 0, w: 0 }])) });
        const g = groups.get(level), o = g.of.get(r.option);
        g.w += r.w; g.w2 += r.w2; o.n += r.n; o.w += r.w;
      }
      let distance = 0;
      for (const [level, g] of groups) {
        g.base = g.w * g.w / g.w2;
        for (const [option, o] of g.of) {
          const p = o.w / g.w, b = g.base;
          const middle = (p + z * z / (2 * b)) / (1 + z * z / b);
          const half = z / (1 + z * z / b) * Math.sqrt(p * (1 - p) / b + z * z / (4 * b * b));
          this.lines.push(`share,${question},${option},${by},${level},${o.n},${o.w},${p},,${middle - half},${middle + half}`);
          if (total) {
            const q = total.of.get(option).w / total.w;
            distance += g.w / total.w * (p - q) ** 2 / q;
          }
        }
      }
      if (by === 'all') { total = groups.get('all'); continue; }
      const degrees = (options.length - 1) * (groups.size - 1), x = total.base * distance;
      this.lines.push(`test,${question},,${by},,${degrees},,${x},${chiSquare(x, degrees)},,`);
    }
  }

  // number adds a mean and a median.
  number(question, by, level, n, mean, median) {
    this.lines.push(`number,${question},,${by},${level},${n},${median},${mean},,,`);
  }

  write(path) { writeFileSync(path, this.lines.join('\n') + '\n'); }
}
