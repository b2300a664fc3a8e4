package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/pattern"
)

// bareCode is a heading that is a code and says nothing of the question: v_12,
// Q7, A101_02, V3.
var bareCode = pattern.New(`^(?i:[a-z]{1,5}[_.-]?\d{1,5}[a-z]?|vraag ?\d{1,3}[a-z]?|question ?\d{1,3}[a-z]?)(?:[_.\- [(]{1,2}[A-Za-z]{0,2}\d{1,4}[a-z]?[])]?)*$`)

// limeName is a heading that is the code of a question of LimeSurvey, with a
// word in it.
var limeName = pattern.New(`^[A-Za-z]{1,3}\d{1,4}[A-Za-z]\w*$`)

// unmask looks again at a question that was taken for a number and has few small
// whole numbers: these can be the codes of options of which the labels are not
// in the file. The wording decides; where it does not, that is told.
func (d *draft) unmask(dialect string) {
	numbers, ok := wholes(&d.profile)
	if !ok {
		return
	}
	if d.twoSided(numbers) {
		d.doubt(survey.Warning, survey.IssueMaybeCodes, numbered(numbers)...)
		return
	}
	if !coded(numbers) || len(numbers) < 2 && !bareCode.MatchString(d.text) || !whollySpelled(numbers) || d.quantity(numbers) {
		return
	}
	low, high := numbers[0].n, numbers[len(numbers)-1].n
	dense := 2*len(numbers) >= high-low+1
	switch {
	case d.asksPoint(dialect, low, dense) && low <= 1 && high > 2 && high <= 10 && (dense || high >= 5):
		d.pointsTo(numbers)
	case d.profile.column.Entry == export.EntryTyped: // the respondents' own numbers
	case d.asksChoice(), dense && bareCode.MatchString(d.text), dense && dialect == "limesurvey" && limeName.MatchString(d.text):
		d.codeChoice(numbers)
	case dense && low <= 1 && high <= 9:
		d.doubt(survey.Warning, survey.IssueMaybeCodes, numbered(numbers)...)
	}
}

// twoSided reports whether the numbers are those of a scale with points below
// zero, under a heading that asks for no quantity.
func (d *draft) twoSided(numbers []whole) bool {
	if numbers[0].n >= 0 || d.Role != "" || has(d.words, quantityWords()...) {
		return false
	}
	return bipolar(numbers, slices.IndexFunc(numbers, func(w whole) bool { return w.n >= 0 }), d.words)
}

// quantity reports whether the question asks for a number by its role or its
// wording. An age or a population of 12 is none.
func (d *draft) quantity(numbers []whole) bool {
	if d.Role != "" && d.Role != string(survey.Inhabitants) {
		return true
	}
	people := has(d.words, sizeOfPeople()...) && numbers[len(numbers)-1].n <= 12
	return has(d.words, quantityWords()...) && !people
}

// asksPoint reports whether the question asks for a point on a scale: by its
// wording, or as a linear scale of Google Forms.
func (d *draft) asksPoint(dialect string, low int, dense bool) bool {
	return has(d.words, codedRatingWords()...) && !has(d.words, "which", "welk", "welke") || dialect == "googleforms" && low == 1 && dense
}

// asksChoice reports whether the wording asks for one answer out of a list.
func (d *draft) asksChoice() bool {
	return has(d.words, choiceWords()...) || has(d.words, sizeOfPeople()...)
}

// whollySpelled reports whether no number stands there in two ways, as 1 and
// 1,0: then nothing tells that both are one code.
func whollySpelled(numbers []whole) bool {
	for i := range numbers[1:] {
		if numbers[i].n == numbers[i+1].n {
			return false
		}
	}
	return true
}

// pointsTo makes the draft a scale of numbered points.
func (d *draft) pointsTo(numbers []whole) {
	low, high := numbers[0].n, numbers[len(numbers)-1].n
	switch {
	case high > 7:
		high = 10
	case high <= 5:
		high = 5
	default:
		high = 7
	}
	if low == 0 && high < 10 {
		high = numbers[len(numbers)-1].n
	}
	low = min(low, 1)
	d.Kind, d.family, d.Options, d.Unit = survey.Scale.String(), numberedScale, nil, ""
	for n := low; n <= high; n++ {
		label := strconv.Itoa(n)
		if at := slices.IndexFunc(numbers, func(w whole) bool { return w.n == n }); at >= 0 {
			label = numbers[at].cell.Text
		}
		d.Options = append(d.Options, Option{Label: label, Score: n - low + 1})
	}
	d.addOffScale()
	d.because(BasisRange, strconv.Itoa(low), strconv.Itoa(high))
	d.doubt(survey.Warning, survey.IssueScaleOrderGuess, strconv.Itoa(low)+" < "+strconv.Itoa(high))
}

// codeChoice makes the draft a choice of codes, and asks for their labels.
func (d *draft) codeChoice(numbers []whole) {
	d.Kind, d.family, d.Unit, d.Options = survey.Single.String(), "", "", nil
	if d.Role == string(survey.Inhabitants) {
		d.Role = ""
	}
	for _, w := range numbers {
		o := Option{Code: strconv.Itoa(w.n), Label: w.cell.Text}
		if o.Code != o.Label {
			o.Short = o.Code
		}
		d.Options = append(d.Options, o)
	}
	d.addOffScale()
	d.because(BasisOptionCodes, strconv.Itoa(len(numbers)))
	d.doubt(survey.Warning, survey.IssueCodesUnlabelled, numbered(numbers)...)
}

// numbered returns the numbers as they stand in the file.
func numbered(numbers []whole) []string {
	texts := make([]string, len(numbers))
	for i, w := range numbers {
		texts[i] = w.cell.Text
	}
	return texts
}

// settleCodes settles what the numbers of every question stand for.
func (in *inference) settleCodes(drafts []*draft) {
	for _, d := range drafts {
		if d.Kind == survey.Number.String() {
			d.unmask(in.file.Dialect.Name)
		}
		if d.Kind == survey.Scale.String() && d.family == numberedScale {
			d.twoPoints()
		}
		d.settleAside()
		d.noAnswers()
	}
	if slices.ContainsFunc(drafts, (*draft).choiceOfCodes) {
		for _, d := range drafts {
			d.amongCodes()
		}
	}
}

// choiceOfCodes reports whether all options of a choice are whole numbers.
func (d *draft) choiceOfCodes() bool {
	return d.Kind == survey.Single.String() && len(d.Options) > 2 && !slices.ContainsFunc(d.Options, func(o Option) bool {
		return !o.Other && !o.DontKnow && !wholeNumber(value{key: o.Label})
	})
}

// amongCodes doubts a quantity that has all the numbers from 1 up, and these
// alone, in a file where the answers to other questions are codes.
func (d *draft) amongCodes() {
	numbers, ok := wholes(&d.profile)
	if !ok || d.Kind != survey.Number.String() || d.Role != "" || d.profile.column.Entry == export.EntryTyped ||
		len(numbers) < 3 || len(numbers) > 9 || numbers[0].n != 1 || numbers[len(numbers)-1].n != len(numbers) || d.doubted(survey.IssueMaybeCodes) {
		return
	}
	d.doubt(survey.Warning, survey.IssueMaybeCodes, numbered(numbers)...)
}

// twoPoints makes a choice of codes of a scale with the points 1 and 2 alone,
// or 0 and 1: yes and no rather than a rating.
func (d *draft) twoPoints() {
	numbers, ok := wholes(&d.profile)
	if !ok || len(numbers) > 2 || numbers[len(numbers)-1].n > 2 || has(d.words, codedRatingWords()...) {
		return
	}
	d.doubts = slices.DeleteFunc(d.doubts, func(i survey.Issue) bool { return i.Code == survey.IssueScaleOrderGuess })
	d.codeChoice(numbers)
}

// fixOf returns the codebook line that settles a doubt about codes, "" for
// other doubts. The first argument is the id of the question.
func fixOf(code survey.Code, args []string) string {
	line := "questions: " + args[0] + ": "
	switch code {
	case survey.IssueCodesUnlabelled, survey.IssueSetUnlabelled:
		return line + "options: [" + labelsFor(args[1:]) + "]"
	case survey.IssueMaybeCodes:
		return line + "kind: single"
	case survey.IssueCodeAside:
		codes := strings.Split(args[2], ", ")
		if args[1] == "set" {
			return line + "options: [{code: " + quoted(codes[0]) + ", label: " + quoted(codes[0]) + ", dont_know: true}, …]"
		}
		for i, c := range codes {
			codes[i] = quoted(c)
		}
		return line + "missing: [" + strings.Join(codes, ", ") + "]"
	case survey.IssueNoAnswer:
		return line + "missing: [" + listed(strings.Split(args[1], "; ")) + "]"
	case survey.IssueTickRun:
		return line + "column: " + quoted(args[4])
	case survey.IssueMaybeJoined:
		return listFix(args[0], args[1], args[2:])
	case survey.IssueJoinedFolded:
		if len(args) < 3 {
			return ""
		}
		piece := args[2][:strings.LastIndex(args[2], " (")]
		return line + "options: - {code: " + slug(piece, 40) + ", label: " + yamlText(piece) + "}"
	case survey.IssuePresenceAssumed:
		return line + "role: presence"
	case survey.IssueChannelAssumed:
		return line + "channel: " + args[1]
	case survey.IssueZeroAbsent:
		return line + `missing: ["0"]`
	}
	return ""
}

// labelsFor returns the options to fill in for codes, of the first few.
func labelsFor(codes []string) string {
	var options []string
	for _, c := range codes[:min(len(codes), 3)] {
		options = append(options, "{code: "+quoted(strings.TrimSuffix(strings.TrimSuffix(c, ",0"), ".0"))+", label: …}")
	}
	if len(codes) > len(options) {
		options = append(options, "…")
	}
	return strings.Join(options, ", ")
}
