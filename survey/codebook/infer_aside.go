package codebook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
)

// whole is a value of a column that is a whole number, or an amount that is
// rounded up to one.
type whole struct {
	*value
	n int
	// part is true for an amount that is not whole, so no code.
	part bool
}

// wholes returns the whole numbers among the values, from low to high; "1,0" is
// one too. ok is false when a value is no whole number, but for the words for
// "don't know".
func wholes(p *profile) (found []whole, ok bool) {
	for i := range p.values {
		v := &p.values[i]
		text := strings.TrimSuffix(strings.TrimSuffix(v.cell.Text, ",0"), ".0")
		n, err := strconv.Atoi(strings.Replace(text, "−", "-", 1))
		switch {
		case err == nil:
			found = append(found, whole{value: v, n: n})
		case !dontKnow(v.cell.Text):
			return nil, false
		}
	}
	if p.numbers != nil { // the others may be whole too
		all := p.ordered()
		return wholes(&all)
	}
	slices.SortStableFunc(found, func(a, b whole) int { return cmp.Compare(a.n, b.n) })
	return found, len(found) > 0
}

// absentCode reports whether survey files use the number as a code for "no
// answer".
func absentCode(n int) bool {
	switch n {
	case 8, 9, 66, 77, 88, 95, 96, 97, 98, 99, 666, 777, 888, 995, 996, 997, 998, 999, 7777, 8888, 9997, 9998, 9999, 99999,
		-1, -2, -3, -4, -5, -6, -7, -8, -9, -66, -77, -88, -95, -96, -97, -98, -99, -666, -777, -888, -998, -999, -9999:
		return true
	}
	return false
}

// aside is a number in a column that stands far outside the others and that
// survey files use as a code for "no answer".
type aside struct {
	whole
	// lone is true for a count or a measure of one respondent: that can be true.
	lone bool
	// near is true for a code that comes back, but not far above the others: it
	// can be true as well.
	near bool
}

// asides returns the numbers of a column that seem to be codes for "no answer",
// and the others. A quantity has no such code of one digit.
func asides(p *profile, words string) (codes []aside, rest []whole) {
	numbers, ok := amounts(p)
	if !ok || p.filled < 5 || len(numbers) < 3 {
		return nil, nil
	}
	first := 0
	for first < len(numbers) && numbers[first].n < 0 && numbers[first].code() {
		first++
	}
	if first == len(numbers) || numbers[first].n < 0 || bipolar(numbers, first, words) || first == 1 && slip(numbers[0]) {
		first = 0
	}
	end := len(numbers)
	for end > first && numbers[end-1].code() {
		end--
	}
	near := end
	for end < len(numbers) && !farOutside(numbers[first:end], numbers[end:], words) {
		end++
	}
	rest = numbers[first:end]
	if len(rest) < 2 {
		return nil, nil
	}
	top := rest[len(rest)-1].n
	for i, number := range numbers {
		if i >= first && i < end {
			continue
		}
		lone := number.n > 0 && number.count == 1 && has(words, quantityWords()...)
		if lone && number.n < 3*top {
			continue
		}
		codes = append(codes, aside{whole: number, lone: lone})
	}
	if end == len(numbers) {
		codes = append(codes, comingBack(numbers[first:near], numbers[near:], words)...)
	}
	return codes, rest
}

// slip reports whether the only negative number is rather a slip of one
// respondent, as few files have it as a code.
func slip(w whole) bool { return w.count == 1 && w.n > -9 && w.n < -1 }

// bipolar reports whether the negative numbers, those before the place negative,
// belong to a scale around 0; -1 is no place, as all are negative. A question of
// yes and no has no -1.
func bipolar(numbers []whole, negative int, words string) bool {
	if negative <= 0 || numbers[negative].n != 0 {
		return false
	}
	low, high := numbers[0].n, numbers[len(numbers)-1].n
	if high == 1 && negative == 1 && has(words, choiceWords()...) && !has(words, codedRatingWords()...) {
		return false
	}
	return low >= -5 && (-low == high || -low == negative && negative > 1 && high <= negative+1)
}

// farOutside reports whether the codes stand far above all other numbers. Codes
// of one digit do so only above a dense row from 0 or 1.
func farOutside(rest, codes []whole, words string) bool {
	if len(rest) < 2 {
		return false
	}
	low, top, least := rest[0].n, rest[len(rest)-1].n, codes[0].n
	if least < 10 {
		dense := low <= 1 && len(rest) >= top-low && !slices.ContainsFunc(rest, func(w whole) bool { return w.part })
		return dense && top <= least-2 && !has(words, quantityWords()...)
	}
	if least < 100 && has(words, percentWords()...) {
		return false
	}
	return least >= 2*top
}

// coded reports whether the numbers are few and small, as codes are; above 10
// they must come back too.
func coded(numbers []whole) bool {
	n := 0
	for _, w := range numbers {
		n += w.count
	}
	low, high := numbers[0].n, numbers[len(numbers)-1].n
	return low >= 0 && high <= 20 && len(numbers) <= 12 && (high <= 10 || n >= 2*len(numbers))
}

// setAside takes the numbers that seem to be codes for "no answer" out of what
// the kind of the question is told by.
func (d *draft) setAside() {
	if d.profile.noCodesOutside() {
		return
	}
	d.profile = d.profile.ordered()
	codes, _ := asides(&d.profile, d.words)
	if len(codes) == 0 {
		return
	}
	d.aside = codes
	d.profile.values = slices.Clone(d.profile.values)
	for _, c := range codes {
		if !c.lone && !c.near {
			d.profile.drop(c.key)
		}
	}
}

// drop takes a value out of the profile.
func (p *profile) drop(k string) {
	p.values = slices.DeleteFunc(p.values, func(v value) bool {
		if v.key != k {
			return false
		}
		p.filled -= v.count
		if v.count > 1 {
			p.repeated -= v.count
		}
		return true
	})
}

// settleAside says what becomes of the codes that were set aside: beside a
// choice or a scale they stay an option, off the scale; as a number they don't
// count. Either way it is told, with the codebook line.
func (d *draft) settleAside() {
	if len(d.aside) == 0 {
		return
	}
	var counted, left, near []aside
	closed := d.Kind == survey.Single.String() || d.Kind == survey.Scale.String()
	for _, c := range d.aside {
		switch {
		case c.near:
			if d.Kind == survey.Number.String() {
				near = append(near, c)
			}
		case closed:
			if !slices.ContainsFunc(d.Options, func(o Option) bool { return key(o.Label) == c.key }) {
				d.Options = append(d.Options, Option{Label: c.cell.Text})
			}
			counted = append(counted, c)
		case c.lone:
			counted = append(counted, c)
		case d.Kind == survey.Number.String():
			d.Missing = appendNew(d.Missing, c.cell.Text)
			left = append(left, c)
		}
	}
	counted = slices.DeleteFunc(counted, func(c aside) bool { return d.timesOf(c) == 0 })
	left = slices.DeleteFunc(left, func(c aside) bool { return d.timesOf(c) == 0 })
	if len(counted) > 0 {
		severity, how := survey.Warning, "option"
		switch {
		case !closed:
			severity, how = survey.Doubt, "number"
		case d.Kind == survey.Scale.String():
			how = "scale"
		}
		d.doubt(severity, survey.IssueCodeAside, d.asideArgs(counted, how)...)
	}
	if len(near) > 0 {
		d.doubt(survey.Warning, survey.IssueCodeAside, d.asideArgs(near, "number")...)
	}
	if len(left) > 0 {
		d.doubt(survey.Doubt, survey.IssueCodeAside, d.asideArgs(left, "left-out")...)
	}
}

// timesOf counts a code in the column of the question itself.
func (d *draft) timesOf(c aside) int {
	n := 0
	for i, cell := range d.profile.column.Dict.All() {
		if i < len(d.profile.counts) && key(cell.Text) == c.key {
			n += d.profile.counts[i]
		}
	}
	return n
}

// asideArgs are the arguments of the issue: how the codes count, the codes,
// how often each occurs, the range of the other answers.
func (d *draft) asideArgs(codes []aside, how string) []string {
	var texts, times []string
	for _, c := range codes {
		texts = append(texts, c.cell.Text)
		times = append(times, strconv.Itoa(d.timesOf(c)))
	}
	low, high := "", ""
	if numbers, ok := amounts(&d.profile); ok {
		numbers = slices.DeleteFunc(numbers, func(w whole) bool { return slices.Contains(texts, w.cell.Text) })
		if len(numbers) > 0 {
			low, high = numbers[0].cell.Text, numbers[len(numbers)-1].cell.Text
		}
	}
	return []string{how, strings.Join(texts, ", "), strings.Join(times, ", "), low, high}
}
