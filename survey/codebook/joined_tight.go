package codebook

// joinedTight finds the options in cells that Qualtrics joined: with a comma and
// no blank, so that a comma before a blank is part of an option. The text of
// "other" has a column of its own, so that every piece is an option.
func joinedTight(p *profile, sure bool) (string, pieces) {
	cells := make([][]string, len(p.values))
	alone, several := map[string]int{}, 0
	for i, v := range p.values {
		cells[i] = splitTight(v.cell.Text)
		if len(cells[i]) == 1 {
			alone[key(cells[i][0])] += v.count
			continue
		}
		several += v.count
	}
	sure = several > 0 && (sure || shaped(cells) && len(returning(cells)) > 0)
	if !sure && (several < 2 || !recombine(p, cells)) {
		return "", pieces{}
	}
	n := countPieces(p, cells, alone)
	n.hard, n.closed = true, sure
	if found, ok := choose(n, sure); ok {
		return ",", found
	}
	return "", pieces{}
}

// splitTight splits a cell at the commas that have no blank behind them, but not
// at those within a number.
func splitTight(text string) []string {
	var parts []string
	start := 0
	for i := range len(text) - 1 {
		if text[i] == ',' && text[i+1] != ' ' && i > start && !thousands(text, i) {
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}

// thousands reports whether the comma at a place has a digit before it and
// three, not more, behind it.
func thousands(text string, at int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	return digit(at-1) && digit(at+1) && digit(at+2) && digit(at+3) && !digit(at+4)
}
