package export

import "slices"

// optionRun finds columns that are headed by their option alone: the only
// value of the cells is the heading. The question is not in the file. A column
// headed "other" may hold a text, and is the last of its block; a heading that
// was in the block begins another. An option that no one chose has an empty
// column: between others it belongs to the block, and for Typeform, which
// writes all its questions in this way, also before and behind them.
func (n *naming) optionRun(i int) run {
	var r run
	ticked, end := 0, 0
	for k := i; k < len(n.heads) && n.heads[k].top != ""; k++ {
		c, h := &n.columns[k], n.heads[k].top
		tick := c.Dict.Len() == 2 && oneLine(c.Dict.At(1).Text) == h
		empty := c.Dict.Len() == 1 && (ticked > 0 || n.unchosen(k))
		other := otherWord(h) && ticked > 0 && end == k-i
		if !tick && !empty && !other || slices.Contains(r.options, h) {
			break
		}
		r.options = append(r.options, h)
		if tick {
			ticked++
		}
		if tick || other || n.unchosen(k) {
			end = k - i + 1
		}
		if otherWord(h) && (other || tick) {
			break
		}
	}
	if ticked < 2 {
		return run{}
	}
	r.options = r.options[:end]
	return r
}

// unchosen reports whether an empty column is that of an option: headed by a
// few words that ask nothing.
func (n *naming) unchosen(k int) bool {
	h := n.heads[k].top
	return n.dialect == "typeform" && n.columns[k].Dict.Len() == 1 && len(h) <= 60 && h[len(h)-1] != '?'
}
