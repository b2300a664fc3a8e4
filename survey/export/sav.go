package export

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export/spss"
)

const savAdvice = "save it again in SPSS or PSPP, or export it there as CSV with value labels"

// spss reads a data file of SPSS. It has no header rows and its records are
// numbered from 1. A column gets the label of its variable for a question, and
// its name for a code; a multiple-response set becomes a block of ticks.
func (f *reader) spss(data []byte) *Error {
	sav, err := spss.ReadAs(f.Name, data, f.opt.Encoding)
	var broken *spss.Error
	switch {
	case errors.As(err, &broken):
		return fault(fmt.Sprintf("%s at byte %d: %s", broken.Record, broken.Offset, broken.Problem), savAdvice).cause(broken.Err)
	case err != nil:
		return fault("the data file of SPSS cannot be read", savAdvice).cause(err)
	case sav.Cases == 0:
		return fault(fmt.Sprintf("there are %d variables but no case", len(sav.Variables)), "export again when there are answers")
	}
	f.Encoding, f.guessed = sav.Encoding, sav.EncodingFrom == spss.SourceAssumed && slices.ContainsFunc(sav.Doubts, func(d spss.Doubt) bool { return d.Code == spss.DoubtEncoding })
	f.decide(DecisionEncoding, sav.Encoding, "spss-"+string(sav.EncodingFrom))
	f.Dialect = dialectOf(sav)
	f.variables(sav)
	f.decide(DecisionDialect, f.Dialect.Name, strings.Join(f.Dialect.Hits, "; "))
	f.savNotes(sav)
	f.dropBlankCases(sav.Cases)
	if f.Rows.Len() == 0 {
		return fault(fmt.Sprintf("none of the %d cases holds an answer", sav.Cases), "export again when there are answers")
	}
	f.repeatedHeadings()
	f.guessedEncoding()
	return nil
}

// savNotes records what else the file says of its answers.
func (f *reader) savNotes(sav *spss.File) {
	var gaps, amounts []string
	for i := range sav.Variables {
		v := &sav.Variables[i]
		if told := gapsOf(v, sav.Cases); told != "" {
			gaps = append(gaps, told)
		}
		if s := valuesOf(v); len(s.amounts()) > 0 {
			amounts = append(amounts, v.Name+": "+strings.Join(s.amounts(), ", "))
		}
	}
	if len(gaps) > 0 {
		f.decide(DecisionUserMissing, fmt.Sprint(len(gaps)), strings.Join(gaps, "; "))
	}
	if len(amounts) > 0 {
		f.decide(DecisionLabelledNumbers, fmt.Sprint(len(amounts)), strings.Join(amounts, "; "))
	}
	if sav.Weight >= 0 {
		f.decide(DecisionWeight, sav.Variables[sav.Weight].Name)
	}
	for _, d := range sav.Doubts {
		if d.Code != spss.DoubtEncoding { // which is an issue of its own
			f.decide(DecisionOddity, d.Code, d.Name, fmt.Sprint(d.Count))
		}
	}
}

// dialectOf looks for the marks of a survey tool in names and labels.
func dialectOf(sav *spss.File) Dialect {
	g := newGrid("")
	var names, labels []gridCell
	for i := range sav.Variables {
		v := &sav.Variables[i]
		names = append(names, gridCell{int32(i), g.intern(Cell{Text: clean(v.Name)})})
		if code := g.intern(Cell{Text: clean(v.Label)}); code != 0 {
			labels = append(labels, gridCell{int32(i), code})
		}
	}
	g.add(1, len(names), names)
	g.add(2, len(names), labels)
	l := &layout{code: -1, question: 0, option: -1, ids: -1, first: len(g.rows)}
	if len(g.rows) == 2 {
		l.code, l.question = 0, 1
	}
	return findDialect(g, l)
}

// variables makes the columns, in the order of the file; the variables of a
// set stand where the first of them does.
func (f *reader) variables(sav *spss.File) {
	setOf := make([]int, len(sav.Variables)) // number of the set from 1, or 0
	for i, set := range sav.Sets {
		if free := !slices.ContainsFunc(set.Variables, func(v int) bool { return setOf[v] > 0 }); !free || len(set.Variables) < 2 {
			continue
		}
		for _, v := range set.Variables {
			setOf[v] = i + 1
		}
	}
	var heads []heading
	done := make([]bool, len(sav.Sets)+1)
	start, block, free := 0, 0, len(sav.Variables) // start of the columns that are in no set
	flush := func() {
		own := f.Columns[start:]
		nameToolColumns(own, heads, f.Dialect.Name, false)
		for i := range own {
			own[i].Block += block
		}
		if len(own) > 0 {
			block = own[len(own)-1].Block + 1
		}
		heads = heads[:0]
	}
	for i := range sav.Variables {
		v := &sav.Variables[i]
		switch n := setOf[i]; {
		case n == 0:
			f.Columns = append(f.Columns, makeVariable(v, i))
			heads = append(heads, heading{top: oneLine(titled(v)), code: v.Name})
		case !done[n]:
			flush()
			done[n] = true
			for _, c := range setColumns(sav, &sav.Sets[n-1], &free) {
				c.Block = block
				f.Columns = append(f.Columns, c)
			}
			start, block = len(f.Columns), block+1
		}
	}
	flush()
}

// titled returns the label of a variable, or its name.
func titled(v *spss.Variable) string {
	if label := clean(v.Label); label != "" {
		return label
	}
	return v.Name
}

// dropBlankCases keeps the cases that hold something.
func (f *reader) dropBlankCases(cases int) {
	f.Read = cases
	for i := range cases {
		if slices.ContainsFunc(f.Columns, func(c Column) bool { return c.Codes.At(i) != 0 }) {
			f.Rows.Append(i + 1)
		}
	}
	blank := cases - f.Rows.Len()
	if blank == 0 {
		return
	}
	filled := make([]int, f.Rows.Len())
	for at, row := range f.Rows.All() {
		filled[at] = row - 1
	}
	for k := range f.Columns {
		f.Columns[k].Codes = f.Columns[k].Codes.Only(filled)
	}
	f.Dropped = append(f.Dropped, survey.Dropped{Reason: survey.DropBlank, Rows: blank})
	f.decide(DecisionBlankRows, fmt.Sprint(blank))
}
