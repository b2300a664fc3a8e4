package codebook

// ticksAndText returns the number of tick columns in a block of which the last
// column holds free text and every other ticks only; 0 for other blocks. The
// text is a question of its own then: it says nothing about which option it
// belongs to.
func (in *inference) ticksAndText(profiles []profile) int {
	n := len(profiles) - 1
	if n < 2 || !in.tickBlock(profiles[:n]) {
		return 0
	}
	for i := range profiles[:n] {
		if p := &profiles[i]; p.column.Option == "" || p.filled > 0 && !p.ticks(in.file) {
			return 0
		}
	}
	last := &profiles[n]
	if last.filled == 0 || last.numeric() > 0 || last.share(func(v value) bool {
		return tickOf(in.file, last.column, v.cell.Text) != noTick || dontKnow(v.cell.Text)
	}) > 0 {
		return 0
	}
	return n
}
