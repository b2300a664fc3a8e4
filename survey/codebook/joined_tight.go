package codebook

// joinedTight finds the options in cells that Qualtrics joined: with a comma and
// no blank, so that a comma before a blank is part of an option.
func joinedTight(p *profile) (string, pieces) {
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
	if several < 2 || !recombine(p, cells) {
		return "", pieces{}
	}
	if found, ok := choose(countPieces(p, cells, alone), false); ok {
		return ",", found
	}
	return "", pieces{}
}

// splitTight splits a cell at the commas that have no blank behind them.
func splitTight(text string) []string {
	var parts []string
	start := 0
	for i := range len(text) - 1 {
		if text[i] == ',' && text[i+1] != ' ' && i > start {
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}
