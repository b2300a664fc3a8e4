package export

import (
	"fmt"
	"slices"
	"strings"
)

// What a table with a row per answer looks like: few columns, one of which
// repeats each respondent, and one of which repeats the same items for each.
const (
	longColumns = 8
	longRows    = 2000 // rows that are looked at
)

// rowPerAnswer recognises a row per respondent and question, whatever the
// headings call these: an id that repeats, beside a column that holds the same
// few items for nearly every id, each of them once.
func rowPerAnswer(g *grid, l *layout) *Error {
	heads := g.rows[l.question].cells
	if len(heads) > longColumns || len(heads) < 3 || l.option >= 0 {
		return nil
	}
	var body []int
	for i := l.first; i < min(len(g.rows), l.first+longRows); i++ {
		body = append(body, i)
	}
	for _, id := range heads {
		if !idWord(g.text(l.question, int(id.col))) {
			continue
		}
		for _, item := range heads {
			if item.col != id.col && !waveWord(g.text(l.question, int(item.col))) && crossed(g, body, int(id.col), int(item.col)) {
				return fault(fmt.Sprintf("there is a row per answer (each %q occurs once for each %q), not a row per respondent",
					snippet(g.text(l.question, int(item.col))), snippet(g.text(l.question, int(id.col)))),
					"export again with a row per respondent and a column per question")
			}
		}
	}
	return nil
}

// idWord reports whether a heading is that of a respondent's id.
func idWord(heading string) bool {
	return slices.Contains([]string{
		"id", "nr", "no", "nummer", "number", "respondent", "respondentid", "respondentnr", "respondentnummer", "respondentnumber",
		"responseid", "response", "respons", "responsid", "responsenr", "case", "caseid", "serial", "userid", "participant", "participantid",
		"deelnemer", "deelnemerid", "deelnemernummer", "respnr", "respid", "submissionid", "token", "key",
	}, key(heading))
}

// waveWord reports whether a heading is that of the occasion on which a
// respondent answered: then a row is a response after all.
func waveWord(heading string) bool {
	k := key(heading)
	for _, word := range []string{"event", "wave", "golf", "ronde", "round", "meting", "moment", "jaar", "year", "periode", "period", "datum", "date", "instance", "instrument"} {
		if strings.Contains(k, word) {
			return true
		}
	}
	return false
}

// crossed reports whether the column of items holds two or more items of text,
// all but a few of them once for every id: at least three ids, and no row twice.
func crossed(g *grid, body []int, id, item int) bool {
	type pair struct{ id, item uint32 }
	ids, items, pairs := map[uint32]int{}, map[uint32]int{}, map[pair]bool{}
	for _, i := range body {
		p := pair{g.code(i, id), g.code(i, item)}
		if p.id == 0 || p.item == 0 || pairs[p] || g.dict[p.item].Typed || valueLike(g.dict[p.item]) {
			return false
		}
		pairs[p] = true
		ids[p.id]++
		items[p.item]++
	}
	return len(ids) >= 3 && len(items) >= 2 && len(items) < 500 && 10*len(pairs) >= 9*len(ids)*len(items)
}
