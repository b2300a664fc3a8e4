package main

import (
	"math"
	"math/rand/v2"
	"strconv"
)

// strata are the combinations of type and size class.
const strata = 24

// drawing makes up the answers of one file, the same for the same seed.
type drawing struct {
	rand    *rand.Rand
	columns []column
	rows    int
	// stratum is that of each row, and in the number of rows in each.
	stratum []uint8
	in      [strata]int
}

func newDrawing(seed uint64, rows int, columns []column) *drawing {
	d := &drawing{rand: rand.New(rand.NewPCG(seed, uint64(rows))), columns: columns, rows: rows, stratum: make([]uint8, rows)}
	for r := range d.stratum {
		h := min(d.rand.IntN(strata), d.rand.IntN(strata))
		if r < 2*strata {
			h = r % strata // no stratum of one
		}
		d.stratum[r] = uint8(h)
		d.in[h]++
	}
	return d
}

// population returns how many bodies exist in a stratum.
func (d *drawing) population(h int) int { return d.in[h]*(2+h%3) + h }

// record draws the cells of a row into room for them; "" is no answer.
func (d *drawing) record(r int, cells []string) []string {
	cells = cells[:0]
	h := int(d.stratum[r])
	lean := d.rand.Float64() * float64(1+h%4) / 4 // makes answers depend on the group
	skipped := false
	for i := range d.columns {
		c := &d.columns[i]
		if c.kind != tickColumn || c.option == "o1" {
			skipped = d.rand.IntN(20) == 0
		}
		cells = append(cells, d.cell(c, h, lean, skipped))
	}
	return cells
}

func (d *drawing) cell(c *column, h int, lean float64, skipped bool) string {
	switch c.kind {
	case typeColumn:
		return c.options[h/4]
	case sizeColumn:
		return c.options[h%4]
	case weightColumn:
		w := float64(d.population(h)) / float64(d.in[h]) * (0.5 + d.rand.Float64())
		return strconv.FormatFloat(math.Round(w*1e4)/1e4, 'f', -1, 64)
	case populationColumn:
		return strconv.Itoa(d.population(h))
	}
	if skipped {
		return ""
	}
	switch c.kind {
	case tickColumn:
		if d.rand.Float64() < 0.15+0.3*lean {
			return "1"
		}
		return "0"
	case numberColumn:
		return strconv.FormatFloat(math.Round(math.Exp(3+lean+d.rand.NormFloat64())*100)/100, 'f', -1, 64)
	case openColumn:
		if d.rand.IntN(3) > 0 {
			return ""
		}
		return d.sentence()
	default:
		n := len(c.options)
		return c.options[min(n-1, int(math.Sqrt(d.rand.Float64())*lean*float64(n)+d.rand.Float64()*float64(n)/2))]
	}
}

func words() []string {
	return []string{
		"wij", "bellen", "inwoners", "liever", "terug", "want", "dat", "is", "sneller", "en", "vriendelijker", "vragen", "over",
		"afval", "paspoort", "komen", "vooral", "via", "de", "chat", "binnen", "capaciteit", "ontbreekt", "nog",
	}
}

// sentence returns an answer to an open question, no two alike but by chance.
func (d *drawing) sentence() string {
	list := words()
	var text []byte
	for range 4 + d.rand.IntN(9) {
		if len(text) > 0 {
			text = append(text, ' ')
		}
		text = append(text, list[d.rand.IntN(len(list))]...)
	}
	return string(text)
}
