package codebook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/pattern"
)

// labelledCodes makes the draft a choice of options that have their code before
// them, in the order of these codes. Where some cells hold the code alone, they
// are read as its option. Points of a scale are no such options.
func (d *draft) labelledCodes() bool {
	type option struct {
		code  int
		value value
	}
	var options []option
	var bare []value
	labels := map[string]string{}
	for _, v := range d.profile.values {
		code, _ := codedLabel(v.cell.Text)
		switch {
		case code != "":
			if _, twice := labels[code]; twice {
				return false
			}
			labels[code] = v.cell.Text
			n, _ := strconv.Atoi(code)
			options = append(options, option{n, v})
		case digits(v.cell.Text):
			bare = append(bare, v)
		case !dontKnow(v.cell.Text):
			return false
		}
	}
	if len(options) < 2 || has(d.words, codedRatingWords()...) && !has(d.words, choiceWords()...) || d.labelledScale(labels) {
		return false
	}
	for _, v := range bare {
		if labels[v.cell.Text] == "" {
			return false
		}
	}
	slices.SortFunc(options, func(a, b option) int { return cmp.Compare(a.code, b.code) })
	d.Kind = survey.Single.String()
	d.becauseOf(BasisAnswers)
	for _, o := range options {
		text := o.value.cell.Text
		_, wording := codedLabel(text)
		d.Options = append(d.Options, Option{Label: text, Short: wording, DontKnow: dontKnow(wording), Other: otherHeading(wording)})
	}
	for _, label := range d.profile.labels() {
		if code, _ := codedLabel(label); code == "" && dontKnow(label) {
			d.Options = append(d.Options, Option{Label: label, DontKnow: true})
		}
	}
	slices.SortFunc(bare, func(a, b value) int { return strings.Compare(a.key, b.key) })
	for _, v := range bare {
		if d.Recode == nil {
			d.Recode = map[string]string{}
		}
		d.Recode[v.cell.Text] = labels[v.cell.Text]
	}
	return true
}

// labelledScale reports whether the wordings behind the codes are the points of
// a known scale.
func (d *draft) labelledScale(labels map[string]string) bool {
	var points []string
	for _, label := range labels {
		if _, wording := codedLabel(label); !dontKnow(wording) {
			points = append(points, wording)
		}
	}
	slices.Sort(points)
	if len(points) < 3 {
		return false
	}
	_, _, ok := scaleOf(points)
	return ok
}

// setForm is a set of codes in one cell: "1;3;6;", "1 3 6", "1|3", "1,3,6".
var setForm = pattern.Beginning(pattern.Digits, `^\d{1,3}(?:([;|, /])\s?\d{1,3})*([;|,]?)$`)

// codeSets makes the draft a select-all question when its cells hold sets of
// codes. A comma between two numbers alone can also be a decimal mark, so that
// it takes a cell with three.
func (d *draft) codeSets() bool {
	if !slices.ContainsFunc(d.profile.values, func(v value) bool { return strings.ContainsAny(v.cell.Text, ";|, /") }) {
		return false
	}
	separator, several, proof := "", 0, false
	count := map[int]int{}
	for _, v := range d.profile.values {
		m := setForm.FindStringSubmatch(v.cell.Text)
		if m == nil {
			return false
		}
		for _, mark := range []string{m[1], m[2]} {
			switch {
			case mark == "":
			case separator == "":
				separator = mark
			case separator != mark:
				return false
			}
		}
		codes, ok := setOf(v.cell.Text, separator)
		if !ok {
			return false
		}
		for _, n := range codes {
			count[n] += v.count
		}
		several += v.count * one(len(codes) > 1)
		proof = proof || len(codes) > 2
	}
	if separator == "" || several < 2 || 20*several < d.profile.filled || len(count) > 40 || separator != ";" && separator != "|" && !proof {
		return false
	}
	d.Kind, d.Separator = survey.Multiple.String(), separator
	d.because(BasisJoined, separator, strconv.Itoa(len(count)))
	var codes []int
	for n := range count {
		codes = append(codes, n)
	}
	slices.Sort(codes)
	texts := make([]string, len(codes))
	for i, n := range codes {
		texts[i] = strconv.Itoa(n)
		d.Options = append(d.Options, Option{Code: texts[i], Label: texts[i]})
	}
	d.doubt(survey.Warning, survey.IssueSetUnlabelled, texts...)
	d.setCodesAside(codes, count)
	return true
}

// setOf returns the codes of a cell; ok is false when one occurs twice.
func setOf(text, separator string) (codes []int, ok bool) {
	pieces := []string{text}
	if separator != "" {
		pieces = strings.Split(text, separator)
	}
	for _, piece := range pieces {
		if piece = strings.TrimSpace(piece); piece == "" {
			continue
		}
		n, err := strconv.Atoi(piece)
		if err != nil || slices.Contains(codes, n) || strconv.Itoa(n) != piece {
			return nil, false
		}
		codes = append(codes, n)
	}
	return codes, true
}

// setCodesAside tells of the codes within sets that seem to mean "none", "other"
// or "don't know".
func (d *draft) setCodesAside(codes []int, count map[int]int) {
	end := len(codes)
	for end > 0 && codes[end-1] >= 66 && absentCode(codes[end-1]) {
		end--
	}
	if end == len(codes) || end == 0 || codes[end] < 2*codes[end-1] {
		return
	}
	var texts, times []string
	for _, n := range codes[end:] {
		texts = append(texts, strconv.Itoa(n))
		times = append(times, strconv.Itoa(count[n]))
	}
	d.doubt(survey.Warning, survey.IssueCodeAside, "set", strings.Join(texts, ", "), strings.Join(times, ", "), strconv.Itoa(codes[0]), strconv.Itoa(codes[end-1]))
}

// tickCodes takes the codes for "no answer" out of a block that further holds 0
// and 1 alone; it returns them, with how often each occurs.
func tickCodes(profiles []profile) (stripped []profile, codes []whole) {
	all := pool(profiles)
	numbers, ok := wholes(&all)
	if !ok || len(numbers) < 3 {
		return profiles, nil
	}
	ticks := 0
	for _, n := range numbers {
		switch {
		case n.n == 0 || n.n == 1:
			ticks++
		case absentCode(n.n):
			codes = append(codes, n)
		default:
			return profiles, nil
		}
	}
	if ticks < 2 {
		return profiles, nil
	}
	stripped = slices.Clone(profiles)
	for i := range stripped {
		p := &stripped[i]
		p.values, p.counts = slices.Clone(p.values), slices.Clone(p.counts)
		for _, c := range codes {
			p.drop(c.key)
		}
		for at, cell := range p.column.Dict.All() {
			if slices.ContainsFunc(codes, func(c whole) bool { return c.key == key(cell.Text) }) {
				p.counts[at] = 0
			}
		}
	}
	return stripped, codes
}

// tickCodesDoubt says that codes in a block of ticks don't count as an answer.
func (d *draft) tickCodesDoubt(codes []whole) {
	if len(codes) == 0 {
		return
	}
	var texts, times []string
	for _, c := range codes {
		d.Missing = appendNew(d.Missing, c.cell.Text)
		texts = append(texts, c.cell.Text)
		times = append(times, strconv.Itoa(c.count))
	}
	d.doubt(survey.Doubt, survey.IssueCodeAside, "base", strings.Join(texts, ", "), strings.Join(times, ", "), "0", "1")
}
