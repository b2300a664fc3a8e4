package export

import (
	"cmp"
	"slices"

	"benchmark/survey/export/spss"
)

// maxSetOptions is the most options that a question is thought to have.
const maxSetOptions = 300

// savValue is one distinct answer to a variable.
type savValue struct {
	number float64
	text   string // the value itself, canonical and clean
	label  string // its label, clean, or ""
	typed  bool   // a number or a date
}

// savValues are the answers to a variable: its distinct valid values, and per
// case a position among them from 1, or 0 for no answer.
type savValues struct {
	values []savValue
	cases  []uint32
}

// valuesOf collects the answers to a variable. Blank, user-missing and
// system-missing answers are 0.
func valuesOf(v *spss.Variable) savValues {
	if v.IsString() {
		return textsOf(v)
	}
	out := savValues{cases: make([]uint32, len(v.Numbers))}
	at := map[float64]uint32{}
	for i, x := range v.Numbers {
		if v.States[i] != spss.Valid {
			continue
		}
		n, ok := at[x]
		if !ok {
			label, _ := v.NumberLabel(x)
			text, dated := spss.ISO(v.Kind, x)
			if !dated {
				text = canonical(x)
			}
			out.values = append(out.values, savValue{x, text, clean(label), true})
			n = uint32(len(out.values))
			at[x] = n
		}
		out.cases[i] = n
	}
	return out
}

func textsOf(v *spss.Variable) savValues {
	out := savValues{cases: make([]uint32, len(v.Codes))}
	at := make([]uint32, len(v.Dict))
	for i, code := range v.Codes {
		text := clean(v.Dict[code])
		if text == "" || v.DictStates[code] != spss.Valid {
			continue
		}
		if at[code] == 0 {
			label, _ := v.TextLabel(v.Dict[code])
			out.values = append(out.values, savValue{text: text, label: clean(label)})
			at[code] = uint32(len(out.values))
		}
		out.cases[i] = at[code]
	}
	return out
}

// cells returns the cell of each value: its label, or itself. Where only some
// values of a number have a label, as the ends of a scale do, the label stands
// behind the value: "1 (never)". So it does when different values have the same
// label: they stay different answers. A label on one of many amounts leaves it
// the amount that it is, or is itself the answer when it names no amount.
func (s *savValues) cells() []Cell {
	partly := slices.ContainsFunc(s.values, func(v savValue) bool { return v.typed && v.label == "" })
	measured := s.measured()
	uses := map[string]int{}
	for _, v := range s.values {
		uses[cmp.Or(v.label, v.text)]++
	}
	list := make([]Cell, len(s.values))
	for i, v := range s.values {
		switch {
		case v.label == "":
			list[i] = Cell{v.text, v.typed}
		case partly && measured && v.amount():
			list[i] = Cell{v.text, true}
		case partly && measured:
			list[i] = Cell{Text: v.label}
		case partly:
			list[i] = Cell{Text: v.text + " (" + v.label + ")"}
		case uses[v.label] > 1:
			list[i] = Cell{Text: v.label + " (" + v.text + ")"}
		default:
			list[i] = Cell{Text: v.label}
		}
	}
	return list
}

// makeVariable makes a column without headings of the n-th variable.
func makeVariable(v *spss.Variable, n int) Column {
	s := valuesOf(v)
	return coded(letter(n), s.cells(), s.cases)
}

// coded makes a column of cells that may be equal to each other and of the
// position from 1 of the cell that each case has, or 0.
func coded(letter string, cells []Cell, cases []uint32) Column {
	dict := []Cell{{}}
	at := map[Cell]uint32{{}: 0}
	codes := make([]uint32, len(cells)+1)
	for i, cell := range cells {
		code, ok := at[cell]
		if !ok {
			code = uint32(len(dict))
			dict = append(dict, cell)
			at[cell] = code
		}
		codes[i+1] = code
	}
	for i, n := range cases {
		cases[i] = codes[n]
	}
	return Column{Letter: letter, Dict: DictionaryOf(dict...), Codes: CodesOf(cases, len(dict))}
}

// setColumns makes the columns of a multiple-response set: one per option, with
// 1 where it was chosen, 0 where it was not, and blank where the question was
// not answered. Columns that are no variable of the file take letters from free
// on.
func setColumns(sav *spss.File, set *spss.Set, free *int) []Column {
	question := cmp.Or(clean(set.Label), set.Name)
	if set.LabelFromVariable {
		question = titled(&sav.Variables[set.Variables[0]])
	}
	var list []Column
	if set.Kind == spss.Dichotomous {
		list = dichotomies(sav, set)
	} else {
		list = categories(sav, set, free)
	}
	for i := range list {
		list[i].Question = question
	}
	return list
}

// plainMembers makes a column of each variable of a set as it is.
func plainMembers(sav *spss.File, set *spss.Set) []Column {
	var list []Column
	for _, n := range set.Variables {
		c := makeVariable(&sav.Variables[n], n)
		c.Option, c.Code = titled(&sav.Variables[n]), sav.Variables[n].Name
		list = append(list, c)
	}
	return list
}

// ticked returns the cells of a column of ticks; position 1 is chosen.
func ticked() []Cell { return []Cell{{"1", true}, {"0", true}} }

// dichotomies makes a column of each variable of a set.
func dichotomies(sav *spss.File, set *spss.Set) []Column {
	var list []Column
	for _, n := range set.Variables {
		v := &sav.Variables[n]
		s, option := valuesOf(v), titled(v)
		if set.LabelsFromValues {
			label, ok := v.NumberLabel(set.CountedNumber)
			if v.IsString() {
				label, ok = v.TextLabel(set.Counted)
			}
			if ok {
				option = clean(label)
			}
		}
		for i, at := range s.cases {
			if at == 0 {
				continue
			}
			s.cases[i] = 2
			if value := s.values[at-1]; v.IsString() && value.text == clean(set.Counted) || !v.IsString() && value.number == set.CountedNumber {
				s.cases[i] = 1
			}
		}
		c := coded(letter(n), ticked(), s.cases)
		c.Option, c.Code = option, v.Name
		list = append(list, c)
	}
	return list
}

// categories makes a column of each value that the variables of a set hold, in
// the order of the values. With more of them than a question can have options
// the variables stay as they are.
func categories(sav *spss.File, set *spss.Set, free *int) []Column {
	var answers []savValues
	var options []savValue
	for _, n := range set.Variables {
		s := valuesOf(&sav.Variables[n])
		answers = append(answers, s)
		for _, value := range s.values {
			if !slices.ContainsFunc(options, func(o savValue) bool { return o.text == value.text }) {
				options = append(options, value)
			}
		}
	}
	if len(options) > maxSetOptions {
		return plainMembers(sav, set)
	}
	slices.SortFunc(options, func(a, b savValue) int {
		return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.text, b.text))
	})
	all := savValues{values: options}
	var list []Column
	for k, cell := range all.cells() {
		cases := make([]uint32, sav.Cases)
		for _, s := range answers {
			for i, at := range s.cases {
				switch {
				case at == 0 || cases[i] == 1:
				case s.values[at-1].text == options[k].text:
					cases[i] = 1
				default:
					cases[i] = 2
				}
			}
		}
		c := coded(letter(*free), ticked(), cases)
		c.Option, c.Code = cell.Text, set.Name+"_"+options[k].text
		*free++
		list = append(list, c)
	}
	return list
}
