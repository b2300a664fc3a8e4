package export

import "strings"

// gather puts the columns of one question beside each other, where the first of
// them stands, when their headings read "question [option]" and someone has
// moved them apart. Their letters stay those of the file.
func gather(columns []Column, heads []heading) {
	apart := movedApart(heads)
	if len(apart) == 0 {
		return
	}
	order := make([]int, 0, len(heads))
	placed := make([]bool, len(heads))
	for i := range heads {
		if placed[i] {
			continue
		}
		order, placed[i] = append(order, i), true
		stem, _ := cutBracket(heads[i].top)
		if !apart[stem] {
			continue
		}
		for k := i + 1; k < len(heads); k++ {
			if other, _ := cutBracket(heads[k].top); other == stem {
				order, placed[k] = append(order, k), true
			}
		}
	}
	movedColumns, movedHeads := make([]Column, len(columns)), make([]heading, len(heads))
	for to, from := range order {
		movedColumns[to], movedHeads[to] = columns[from], heads[from]
	}
	copy(columns, movedColumns)
	copy(heads, movedHeads)
}

// movedApart returns the questions with a column of another question between
// their columns. A column that goes with an option, such as a remark, begins
// with the same question.
func movedApart(heads []heading) map[string]bool {
	apart := map[string]bool{}
	last := map[string]int{}
	for i, h := range heads {
		stem, option := cutBracket(h.top)
		if stem == "" || option == "" || h.sub != "" {
			continue
		}
		if from, seen := last[stem]; seen {
			for k := from + 1; k < i; k++ {
				apart[stem] = apart[stem] || !strings.HasPrefix(heads[k].top, stem)
			}
		}
		last[stem] = i
		if !apart[stem] {
			delete(apart, stem)
		}
	}
	return apart
}
