package codebook

import (
	"iter"

	"benchmark/survey/export"
)

// records are the records of a file that are respondents: all of them, or some.
type records struct {
	n int
	// some are their numbers, going up; nil where it is all.
	some []int32
}

// recordsIn returns the records that are kept.
func recordsIn(keep []bool) records {
	n := 0
	for _, k := range keep {
		n += one(k)
	}
	if n == len(keep) {
		return records{n: n}
	}
	r := records{n: n, some: make([]int32, 0, n)}
	for i, k := range keep {
		if k {
			r.some = append(r.some, int32(i))
		}
	}
	return r
}

// len is the number of respondents.
func (r *records) len() int { return r.n }

// at returns the record of respondent i.
func (r *records) at(i int) int {
	if r.some == nil {
		return i
	}
	return int(r.some[i])
}

// all returns every respondent and the record, in order.
func (r *records) all() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i := range r.n {
			if !yield(i, r.at(i)) {
				return
			}
		}
	}
}

// look sets the list, which has a place for every respondent, to what a table, in
// which code is the place, has for the cells of a column.
func look[T any](r *records, c *export.Column, list, table []T) { lookFrom(r, c, 0, list, table) }

// lookFrom is look for as many respondents as the list has places, from one on.
func lookFrom[T any](r *records, c *export.Column, at int, list, table []T) {
	if r.some == nil {
		export.Look(&c.Codes, at, list, table)
		return
	}
	for i, record := range r.some[at:][:len(list)] {
		list[i] = table[c.Codes.At(int(record))]
	}
}

// chunk is the number of respondents that are looked at together: a multiple of 64
// of which the entries stay in the nearest cache.
const chunk = 1 << 12

// chunks calls f with the entries of a table for the cells of a column, chunk by chunk.
func chunks(r *records, c *export.Column, table []uint8, f func(at int, entries []uint8)) {
	room := make([]uint8, min(chunk, r.n))
	for at := 0; at < r.n; at += chunk {
		entries := room[:min(chunk, r.n-at)]
		lookFrom(r, c, at, entries, table)
		f(at, entries)
	}
}
