package export

import "strings"

// gather puts the columns of one question beside each other, where the first of
// them stands, when their headings read "question [option]", or "question - option"
// over ticks, and someone has moved them apart. Their letters stay those of the
// file.
func gather(columns []Column, heads []heading) {
	stems := stemsOf(columns, heads)
	apart := movedApart(heads, stems)
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
		stem := stems[i]
		if !apart[stem] {
			continue
		}
		for k := i + 1; k < len(heads); k++ {
			if stems[k] == stem {
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
func movedApart(heads []heading, stems []string) map[string]bool {
	apart := map[string]bool{}
	last := map[string]int{}
	for i, h := range heads {
		stem := stems[i]
		if stem == "" || h.sub != "" {
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

// stemsOf returns the question in the heading of each column, or "". Between a
// question and an option without brackets there may be a dash in a sentence, so
// two columns must hold ticks, or nothing but their option; what else begins with
// the question then, such as the text of "other", goes with them.
func stemsOf(columns []Column, heads []heading) []string {
	stems, ticked, seen := make([]string, len(heads)), map[string]int{}, map[string]bool{}
	for i := range heads {
		if stem, option := cutBracket(heads[i].top); stem != "" {
			if option != "" {
				stems[i] = stem
			}
			continue
		}
		stem, option, ok := cutDash(heads[i].top)
		if seen[heads[i].top] { // put twice, of two things
			ticked[stem] -= len(heads)
		}
		seen[heads[i].top] = true
		if ok && heads[i].use == UseAnswer && (strings.EqualFold(only(&columns[i]), option) || columns[i].Dict.Len() > 1 && ticks(&columns[i])) {
			ticked[stem]++
		}
	}
	for i := range heads {
		if stem, _, ok := cutDash(heads[i].top); ok && stems[i] == "" && ticked[stem] > 1 && heads[i].use == UseAnswer {
			stems[i] = stem
		}
	}
	return stems
}

// cutDash divides "question - option" at the first dash behind a question mark, or
// else behind a stem that is long enough to be a question.
func cutDash(h string) (question, option string, ok bool) {
	for _, dash := range []string{" - ", " – ", " — "} {
		at := strings.Index(h, "?"+dash)
		if at >= 0 {
			at++
		} else if at = strings.Index(h, dash); at < minCommon {
			continue
		}
		if option = strings.TrimSpace(h[at+len(dash):]); option != "" {
			return h[:at], option, true
		}
	}
	return "", "", false
}
