package codebook

import (
	"slices"
	"strings"
	"sync"

	"benchmark/survey"
	"benchmark/survey/stack"
)

// recheck looks, under a codebook that a person keeps, again for what is doubtful
// about the data themselves. That a codebook was written out settles nothing: only
// what one of its lines says does.
func (a *application) recheck() {
	if a.cb.Inferred {
		return
	}
	proposal := a.proposal().cb
	r := &rechecked{a, map[string]*Question{}, map[string]*binding{}}
	for i := range proposal.Questions {
		q := &proposal.Questions[i]
		columns, err := a.dir.find(q.Column)
		if err != nil {
			continue
		}
		for b := range a.bindings {
			if slices.Equal(a.bindings[b].columns, columns) {
				r.proposed[q.ID], r.kept[q.ID] = q, &a.bindings[b]
			}
		}
	}
	for _, doubt := range proposal.Doubts {
		switch doubt.Code {
		case survey.IssueExcelDate:
			r.excelDates(doubt)
		case survey.IssueCodeAside:
			r.codesAside(doubt)
		case survey.IssueCodesUnlabelled, survey.IssueSetUnlabelled:
			if r.untouched(doubt.Question) {
				r.keep(doubt, doubt.Severity, doubt.Args[1:])
			}
		case survey.IssueMaybeCodes, survey.IssueScaleOrderGuess, survey.IssueLoneOption: // it may stand there on purpose
			if r.untouched(doubt.Question) && !r.kept[doubt.Question].question.Reverse {
				r.keep(doubt, survey.Note, doubt.Args[1:])
			}
		case survey.IssueAnswerCodes:
			r.keepList(doubt, doubt.Args[:1], doubt.Args[1:])
		case survey.IssueOptionCodes:
			r.keepList(doubt, nil, doubt.Args)
		case survey.IssueUnweighted:
			if doubt.Args = a.unusedWeights(doubt.Args); len(doubt.Args) > 0 {
				a.issues = append(a.issues, doubt)
			}
		}
	}
}

// propose begins to look at the file as if there were no codebook, beside the work
// of applying the one that there is.
func (a *application) propose() {
	if a.cb.Inferred {
		return
	}
	file, texts, done := a.file, a.textsOf(), make(chan *inference, 1)
	go func() {
		stack.Deepen()
		in := infer(file, texts)
		in.profiles = nil // what it looked at is as large as the file
		done <- in
	}()
	a.proposal = sync.OnceValue(func() *inference { return <-done })
}

// rechecked holds, by the id in the proposal, the question that is proposed for
// columns and the one that the codebook has for the same columns.
type rechecked struct {
	a        *application
	proposed map[string]*Question
	kept     map[string]*binding
}

// keep notes a doubt about a question under the id that the codebook gives it.
func (r *rechecked) keep(doubt survey.Issue, severity survey.Severity, args []string) {
	id := r.kept[doubt.Question].question.ID
	doubt.Question, doubt.Severity, doubt.Args = id, severity, append([]string{id}, args...)
	if doubt.Fix = fixOf(doubt.Code, doubt.Args); doubt.Code == survey.IssueScaleOrderGuess {
		doubt.Fix = "questions: " + id + ": reverse: true"
	}
	r.a.issues = append(r.a.issues, doubt)
}

// keepList notes a doubt about several questions for those that nobody touched.
func (r *rechecked) keepList(doubt survey.Issue, before, ids []string) {
	var left []string
	for _, id := range ids {
		if r.untouched(id) {
			left = append(left, r.kept[id].question.ID)
		}
	}
	if len(left) == 0 {
		return
	}
	doubt.Args = slices.Concat(before, left)
	doubt.Fix = "questions: " + left[0] + `: {kind: single, options: [{code: "1", label: "…"}]}`
	r.a.issues = append(r.a.issues, doubt)
}

// untouched reports whether the codebook has the answers of a question as they
// would be proposed, so that nothing in it says what they stand for.
func (r *rechecked) untouched(id string) bool {
	b, p := r.kept[id], r.proposed[id]
	if b == nil {
		return false
	}
	q := b.question
	return q.Kind == p.Kind && q.Minimum == nil && q.Maximum == nil && len(q.Recode) == 0 && slices.EqualFunc(q.Options, p.Options, sameOption)
}

// sameOption reports whether two options have the same code, words and meaning.
func sameOption(a, b Option) bool {
	return a.Code == b.Code && a.Label == b.Label && a.Short == b.Short && a.Means == b.Means &&
		a.DontKnow == b.DontKnow && a.OutOfBase == b.OutOfBase
}

// stated reports whether the codebook says what the cell text of a question is:
// read as another, no answer, or an option that is not as it would be proposed.
func (r *rechecked) stated(id, text string) bool {
	b := r.kept[id]
	if _, ok := b.recode[key(text)]; ok {
		return true
	}
	if _, ok := b.absent[key(text)]; ok {
		return true
	}
	at, ok := b.labels[key(text)]
	return ok && b.kind.Closed() && !slices.ContainsFunc(r.proposed[id].Options, func(o Option) bool {
		return sameOption(o, b.question.Options[at])
	})
}

// excelDates keeps the dates of which the codebook does not say what they were.
func (r *rechecked) excelDates(doubt survey.Issue) {
	b := r.kept[doubt.Question]
	if b == nil || !b.kind.Closed() {
		return
	}
	dates := slices.DeleteFunc(strings.Split(doubt.Args[1], ", "), func(date string) bool {
		_, option := b.find(date)
		return !option || r.stated(doubt.Question, date) // what is no option is told as such
	})
	if len(dates) > 0 {
		r.keep(doubt, doubt.Severity, []string{strings.Join(dates, ", ")})
	}
}

// codesAside keeps the codes for "no answer" that the codebook does not name. In
// a question that the codebook calls a number they are part of the mean, unless
// it bounds the number: then it says which ones are true.
func (r *rechecked) codesAside(doubt survey.Issue) {
	b := r.kept[doubt.Question]
	if b == nil || len(doubt.Args) < 6 || b.kind == survey.Number && b.question.Maximum != nil {
		return
	}
	var codes, times []string
	counts := strings.Split(doubt.Args[3], ", ")
	for i, code := range strings.Split(doubt.Args[2], ", ") {
		if i < len(counts) && !r.stated(doubt.Question, code) {
			codes, times = append(codes, code), append(times, counts[i])
		}
	}
	if len(codes) == 0 {
		return
	}
	how, severity := doubt.Args[1], doubt.Severity
	switch {
	case b.kind == survey.Number:
		how, severity = "number", survey.Doubt
	case !b.kind.Closed():
		return
	case !knows(b, codes): // told as unknown options
		return
	case how == "left-out", how == "number":
		how, severity = "option", survey.Warning
	}
	r.keep(doubt, severity, append([]string{how, strings.Join(codes, ", "), strings.Join(times, ", ")}, doubt.Args[4:]...))
}

// knows reports whether all codes are options of the question.
func knows(b *binding, codes []string) bool {
	return !slices.ContainsFunc(codes, func(code string) bool { _, ok := b.find(code); return !ok })
}
