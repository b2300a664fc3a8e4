package locale

import "strings"

// Arrows returns the mark behind a figure that differs from what it is compared
// with: up or down, two at the strict level. They can't be taken for the letters
// of columns.
func (l *Locale) Arrows(higher, strict bool) string {
	arrow := "↓"
	if higher {
		arrow = "↑"
	}
	if strict {
		return arrow + arrow
	}
	return arrow
}

// LettersNote says what the letters behind figures mean, at two error levels;
// equal ones give capitals only. nested adds which columns are compared.
func (l *Locale) LettersNote(strict, loose float64, nested bool) string {
	s := l.pick("Een letter achter een cijfer betekent: dit cijfer is hoger dan dat in de kolom met die letter. ",
		"A letter behind a figure means: this figure is higher than that in the column of that letter. ")
	if strict == loose {
		s += l.pick("De kans op een vergissing is hooguit ", "The chance of a mistake is at most ") + l.errorLevel(loose) + "."
	} else {
		s += l.pick("Hoofdletter: de kans op een vergissing is hooguit ", "Capital: the chance of a mistake is at most ") + l.errorLevel(strict) +
			l.pick("; kleine letter: hooguit ", "; small letter: at most ") + l.errorLevel(loose) + "."
	}
	if nested {
		s += l.pick(" Binnen een uitsplitsing in twee of meer stappen worden alleen kolommen onder hetzelfde kopje vergeleken.",
			" Where one breakdown lies within another, only columns under the same heading are compared.")
	}
	return s
}

// SignsNote says what the arrows behind figures mean: compared with all, or with
// all who are not in the group, at two error levels, by these tests and this
// correction for the number of tests ("" for none).
func (l *Locale) SignsNote(total bool, strict, loose float64, tests []string, adjust string) string {
	with := l.pick("alle anderen die antwoordden", "all others who answered")
	if total {
		with = l.pick("iedereen die antwoordde, deze groep meegeteld", "all who answered, this group among them")
	}
	s := l.pick("Een pijl achter een cijfer betekent: dit cijfer is hoger (↑) of lager (↓) dan dat van "+with+". ",
		"An arrow behind a figure means: this figure is higher (↑) or lower (↓) than that of "+with+". ")
	if strict == loose {
		s += l.pick("De kans op een vergissing is hooguit ", "The chance of a mistake is at most ") + l.errorLevel(loose) + "."
	} else {
		s += l.pick("Twee pijlen: de kans op een vergissing is hooguit ", "Two arrows: the chance of a mistake is at most ") + l.errorLevel(strict) +
			l.pick("; één pijl: hooguit ", "; one arrow: at most ") + l.errorLevel(loose) + "."
	}
	if len(tests) > 0 {
		s += l.pick(" Getoetst met: ", " Tested with: ") + strings.Join(tests, "; ") + "."
	}
	if adjust != "" {
		s += l.pick(" Gecorrigeerd voor het aantal vergelijkingen volgens "+adjust+".", " Corrected for the number of comparisons by "+adjust+".")
	}
	return s
}

// errorLevel writes an error level: 5%, 0,1%.
func (l *Locale) errorLevel(alpha float64) string { return l.Number(100*alpha) + "%" }

// TestKind names a test without its statistic.
func (l *Locale) TestKind(name string) string {
	s := l.TestName(name)
	for _, statistic := range []string{", t", ", F", " F", " χ²", " t", " U", " H"} {
		if rest, ok := strings.CutSuffix(s, statistic); ok {
			return rest
		}
	}
	return s
}

// AdjustName names a correction for the number of tests; empty for none.
func (l *Locale) AdjustName(method string) string {
	return map[string]string{
		"bonferroni": "Bonferroni", "holm": "Holm", "hochberg": "Hochberg",
		"benjamini-hochberg": "Benjamini-Hochberg", "benjamini-yekutieli": "Benjamini-Yekutieli",
	}[method]
}

// SignFound tells of one figure that differs from what it is compared with:
// in which group, of which row, by how much and on what evidence.
func (l *Locale) SignFound(group, row, difference, interval, evidence string) string {
	if interval != "" {
		interval += "; "
	}
	return group + ", " + l.Quote(row) + ": " + difference + " (" + interval + evidence + ")"
}

// SignsFound tells which figures by a breakdown differ from all or from the
// others.
func (l *Locale) SignsFound(total bool, by string, found []string) string {
	with := l.pick("de anderen", "the others")
	if total {
		with = l.pick("het totaal", "the total")
	}
	s := l.pick("Verschil met "+with+" naar ", "Difference from "+with+" by ") + l.Quote(by) + ": "
	if len(found) == 0 {
		return s + l.pick("bij geen enkele groep aan te tonen.", "could not be shown for any group.")
	}
	return s + strings.Join(found, "; ") + "."
}

// Signed writes a difference of two numbers with its sign and one decimal.
func (l *Locale) Signed(d float64) string { return l.signed(d/100, 1) }

// SignedRange writes two differences of numbers as one range.
func (l *Locale) SignedRange(low, high float64) string {
	return l.Signed(low) + l.pick(" tot ", " to ") + l.Signed(high)
}

// EveryInner names all groups of an outer one at once, where none is shown.
func (l *Locale) EveryInner(outer string) string {
	return outer + l.pick(" (alle)", " (all)")
}

// Within says that a test by a breakdown is about those in one group of an outer
// one.
func (l *Locale) Within(by, group string) string {
	return by + l.pick(" binnen ", " within ") + group
}
