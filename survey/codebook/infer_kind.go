package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
)

// drafts returns the questions of blocks of columns, which are looked at side by side.
func (in *inference) drafts(blocks [][]int) (all []*draft) {
	found, books := make([][]*draft, len(blocks)), make([]Codebook, len(blocks))
	shared(len(blocks), func(i int) {
		own := *in
		own.cb = &books[i]
		*own.cb = *in.cb
		own.cb.Ignore, own.cb.Doubts = nil, nil
		found[i] = own.block(blocks[i])
	})
	for i := range blocks {
		all = append(all, found[i]...)
		in.cb.Ignore, in.cb.Doubts = append(in.cb.Ignore, books[i].Ignore...), append(in.cb.Doubts, books[i].Doubts...)
	}
	return all
}

// block proposes the questions of the columns under one heading: one
// select-all question, the rows of a matrix, a choice with its "other" text, or
// a question per column.
func (in *inference) block(columns []int) []*draft {
	profiles := make([]profile, len(columns))
	for i, c := range columns {
		profiles[i] = in.counted(c)
	}
	if !slices.ContainsFunc(profiles, func(p profile) bool { return p.filled > 0 }) {
		in.cb.Ignore = append(in.cb.Ignore, in.dir.reference(columns))
		return nil
	}
	if len(columns) == 1 && in.text(columns[0]) {
		return []*draft{in.given(columns[0], profiles[0])}
	}
	if len(columns) == 1 && !in.lonelyBox(&profiles[0]) {
		return []*draft{in.single(columns, profiles[0])}
	}
	for i := range profiles {
		profiles[i] = profiles[i].ordered()
	}
	if d := in.splitToo(columns, profiles); d != nil {
		return []*draft{d}
	}
	if main := in.withOther(profiles); main >= 0 && profiles[main].column.Option == "" && len(profiles[main].values) > 1 {
		if d := in.choiceWithText(columns, profiles, main); d != nil {
			return []*draft{d}
		}
	}
	if stripped, codes := tickCodes(profiles); in.tickBlock(stripped) {
		d := in.ticked(columns, stripped)
		d.tickCodesDoubt(codes)
		return []*draft{d}
	}
	if n := in.ticksAndText(profiles); n > 0 {
		return []*draft{in.ticked(columns[:n], profiles[:n]), in.single(columns[n:], profiles[n])}
	}
	if places := in.places(columns, profiles); places > 0 {
		return in.ranked(columns, profiles, places)
	}
	if main := in.withOther(profiles); main >= 0 {
		if d := in.choiceWithText(columns, profiles, main); d != nil {
			return []*draft{d}
		}
	}
	return in.matrix(columns, profiles)
}

// matrix proposes a question per column; those that share their values are the
// rows of a matrix and get the same options.
func (in *inference) matrix(columns []int, profiles []profile) []*draft {
	var rows []profile
	member := make([]bool, len(profiles))
	for i, row := range matrixRows(profiles) {
		if member[i] = row; row {
			rows = append(rows, profiles[i])
		}
	}
	var drafts []*draft
	warned := false
	for i, c := range columns {
		p := profiles[i]
		if !member[i] && p.filled == 0 {
			in.cb.Ignore = append(in.cb.Ignore, in.dir.reference([]int{c}))
			continue
		}
		if member[i] {
			all := pool(sameMenu(rows, profiles[i].column))
			p.values, p.repeated, p.filled, p.length, p.unmeasured = all.values, all.repeated, all.filled, all.length, false
		}
		d := in.single([]int{c}, p)
		if d.rankHeading() || in.rankColumn(&profiles[i]) {
			d.doubtOnce(&warned, survey.Note, survey.IssueRanking, strconv.Itoa(len(columns)), "items")
		}
		if member[i] && d.numbered(true) {
			if warned { // once for the whole matrix
				d.doubts = nil
			}
			warned = true
		}
		drafts = append(drafts, d)
	}
	return drafts
}

// matrixRows tells which columns are rows of a matrix: most of their answers
// occur in other columns of the block too, and these are few.
func matrixRows(profiles []profile) []bool {
	columns := map[string]int{}
	for i := range profiles {
		for _, v := range profiles[i].values {
			columns[v.key]++
		}
	}
	shared := 0
	for _, n := range columns {
		shared += one(n > 1)
	}
	rows := make([]bool, len(profiles))
	n := 0
	var few []profile
	for i := range profiles {
		if p := &profiles[i]; p.filled > 0 && len(p.values) <= 12 && !otherText(p.column) {
			few = append(few, *p)
		}
	}
	scale := false
	if len(few) > 1 {
		all := pool(few)
		scale = all.rating()
	}
	for i := range profiles {
		p := &profiles[i]
		rows[i] = shared <= 12 && p.filled > 0 && len(p.values) <= 12 && !otherText(p.column) &&
			(scale || p.share(func(v value) bool { return columns[v.key] > 1 }) >= 0.5 || p.share(small) == 1)
		n += one(rows[i])
	}
	if n < 2 {
		return make([]bool, len(profiles))
	}
	return rows
}

// tickBlock reports whether the columns are the options of one select-all
// question: every column ticks only, but for the text of "other, namely".
func (in *inference) tickBlock(profiles []profile) bool {
	ticks := 0
	for i := range profiles {
		p := &profiles[i]
		switch {
		case p.filled > 0 && p.ticks(in.file):
			ticks++
		case p.filled == 0, otherText(p.column), textBeside(in.file, p.column.Option) != "":
		default:
			return in.codedTicks(profiles)
		}
	}
	return ticks > 0
}

// codedTicks reports whether every column holds one value of its own, the code
// of its option.
func (in *inference) codedTicks(profiles []profile) bool {
	seen := map[string]bool{}
	for i := range profiles {
		p := &profiles[i]
		if otherText(p.column) || p.filled == 0 {
			continue
		}
		if len(p.values) != 1 || seen[p.values[0].key] || p.values[0].count < 2 {
			return false
		}
		seen[p.values[0].key] = true
	}
	return len(seen) > 1
}

// small reports whether a value is a whole number from 0 to 7.
func small(v value) bool { return len(v.key) == 1 && v.key >= "0" && v.key <= "7" }

// withOther returns the one column that holds answers where the others are
// texts of "other, namely", or -1.
func (in *inference) withOther(profiles []profile) int {
	main := -1
	for i := range profiles {
		if otherText(profiles[i].column) {
			continue
		}
		if main >= 0 {
			return -1
		}
		main = i
	}
	return main
}

// single proposes the question of one column (or of a column with the text of
// its "other" option behind it) from the cells.
func (in *inference) single(columns []int, p profile) *draft {
	d := in.draft(columns, p)
	if hint := hintOf(d); hint != survey.NoRole {
		d.Role = string(hint)
		d.Kind = kindsOf(hint)[0].String()
		d.because(BasisWording, d.Role)
		d.setAside()
		if hint != survey.Province {
			return d
		}
	}
	d.setAside()
	in.zeroAbsent(d)
	switch {
	case d.yesOrNo(in.file.Dialect.Name, in.cb.Survey.Language):
	case d.stages(), d.rated(), d.labelledCodes(), d.numbered(false), d.codeSets(), d.bareScale(in.forms()):
	case in.companion(d):
	case p.column.Entry != export.EntryChosen && !in.codes(d) && d.number():
	case d.counted(), d.yesWithText():
	case in.joinedLabels(d), d.loneOption():
	case d.comment():
		d.Kind = survey.Open.String()
		d.because(BasisTyped)
	case d.joined(in.cb.Survey.Language, in.listMark()):
	case p.name() && codeLike(&p):
		d.Kind = survey.Name.String()
		d.becauseOf(BasisCodes)
	case d.freeText() && d.Role == "":
		d.Kind = survey.Open.String()
		d.becauseOf(BasisTexts)
	default:
		d.choice(in.cb.Survey.Language, d.Role == "", in.forms())
	}
	if d.Role == string(survey.Province) && !slices.Contains(kindsOf(survey.Province), kindOf(d.Kind)) {
		d.Role = "" // several provinces in one cell
	}
	return d
}

// forms reports whether the file comes from Google or Microsoft Forms, where a
// number without a heading that asks for one is a point of a linear scale, and
// texts of "other" stand among the options.
func (in *inference) forms() bool {
	return in.file.Dialect.Name == "googleforms" || in.file.Dialect.Name == "msforms"
}

// codeLike reports whether most cells are one word with a digit: ids and codes.
func codeLike(p *profile) bool {
	return p.share(func(v value) bool {
		return !strings.Contains(v.cell.Text, " ") && strings.ContainsAny(v.cell.Text, "0123456789")
	}) > 0.8
}

// stages makes the draft a single choice when the options are stages of
// adoption.
func (d *draft) stages() bool {
	if len(d.profile.values) > 12 {
		return false
	}
	seen := map[string]bool{}
	others := 0
	for _, v := range d.profile.values {
		if m := stageOf(v.cell.Text); m != "" && !dontKnow(v.cell.Text) {
			seen[m] = true
		} else if others++; 5*others > len(d.profile.values) {
			return false
		}
	}
	using := seen[survey.Uses] && (seen[survey.No] || seen[survey.Later] || seen[survey.Surely] || seen[survey.Likely])
	if len(seen) < 3 || !using && !seen[survey.Pilot] {
		return false
	}
	d.choice("", false, false)
	d.because(BasisStages, strconv.Itoa(len(seen)))
	d.Role = string(survey.Adoption)
	return true
}

// rated makes the draft a scale when its values are points of a known one.
func (d *draft) rated() bool {
	if len(d.profile.values) > 15 {
		return false
	}
	var labels []string
	for _, label := range d.profile.labels() {
		if !dontKnow(label) {
			labels = append(labels, label)
		}
	}
	points, fam, ok := scaleOf(labels)
	if !ok {
		points, fam, ok = halfScale(labels, d.asksRating())
	}
	if !ok {
		return false
	}
	d.Kind, d.family = survey.Scale.String(), fam
	for _, pt := range points {
		d.Options = append(d.Options, Option{Label: pt.label, Score: pt.score})
	}
	d.addOffScale()
	return d.because(BasisPoints, string(fam), strconv.Itoa(len(points)))
}

// addOffScale adds the options that stand beside a scale.
func (d *draft) addOffScale() {
	for _, label := range d.profile.labels() {
		if dontKnow(label) {
			d.Options = append(d.Options, Option{Label: label, DontKnow: true})
		}
	}
}

// numbered makes the draft a scale when its values are whole numbers of which
// an end is named, or of which the heading names the range. A matrix of small
// whole numbers is one too.
func (d *draft) numbered(matrix bool) bool {
	if d.Kind != "" && !(matrix && d.Kind == survey.Number.String()) {
		return false
	}
	low, high, named := 99, -1, false
	labels := map[int]string{}
	for _, v := range d.profile.values {
		if dontKnow(v.cell.Text) {
			continue
		}
		number, worded := pointOf(v.cell.Text)
		if number == "" {
			return false
		}
		n, _ := strconv.Atoi(number)
		low, high = min(low, n), max(high, n)
		named = named || worded
		if _, twice := labels[n]; !twice || worded {
			labels[n] = v.cell.Text
		}
	}
	bounds := endsOf(key(d.text))
	switch {
	case high < 0 || high > 10 || len(d.profile.values) < 2:
		return false
	case bounds != nil && (named || has(d.words, "schaal", "scale", "cijfer*", "rate", "rating", "score", "skala", "agree", "eens", "tevreden", "satisf*", "note")):
		first, _ := strconv.Atoi(bounds[1])
		last, _ := strconv.Atoi(bounds[2])
		if low < first || high > last {
			return false
		}
		low, high = first, last
	case named || matrix && high <= 7:
		if low = min(low, 1); high == low {
			return false
		}
	default:
		return false
	}
	d.Kind, d.family, d.Options, d.Unit = survey.Scale.String(), numberedScale, nil, ""
	for n := low; n <= high; n++ {
		label := labels[n]
		if label == "" {
			label = strconv.Itoa(n)
		}
		d.Options = append(d.Options, Option{Label: label, Score: n - low + 1})
	}
	d.addOffScale()
	d.because(BasisRange, strconv.Itoa(low), strconv.Itoa(high))
	if !named {
		d.doubt(survey.Warning, survey.IssueScaleOrderGuess, strconv.Itoa(low)+" < "+strconv.Itoa(high))
	}
	return true
}

// number makes the draft a number when nine in ten cells are.
func (d *draft) number() bool {
	if d.profile.filled == 0 || !d.profile.maybeNumeric(0.9) || d.profile.numeric() < 0.9 {
		return false
	}
	d.Kind = survey.Number.String()
	if d.profile.numbers == nil && d.profile.share(func(v value) bool { return strings.HasSuffix(v.cell.Text, "%") }) == 1 {
		d.Unit = "%"
	}
	return d.becauseOf(BasisNumbers)
}
