package analysis

import (
	"runtime"
	"slices"

	"benchmark/survey"
	"benchmark/survey/stack"
)

// recipe is how a table about a question, or severalQuestions, is made; false for one that
// there is nothing to tell in.
type recipe struct {
	question int
	make     func(*builder) (Table, bool)
	// unpooled says that no weights of strata can tell of an answer in confidence.
	unpooled bool
	// then is done in the order of the tables; nil: nothing.
	then func()
}

// manyTables is how many there must be for each thread to make tables by itself, so that
// none is left with one when the others are done.
const manyTables = 4

// makeAll adds tables to a study: side by side, each by one thread, where none decides about
// another.
func (b *builder) makeAll(study *Study, all []recipe) {
	tables, made := make([]Table, len(all)), make([]bool, len(all))
	if b.collapse == nil && len(all) >= manyTables*runtime.GOMAXPROCS(0) {
		b.sideBySide(tables, made, all)
	} else {
		for k := range all {
			tables[k], made[k] = all[k].make(b)
		}
	}
	for k, of := range all {
		if !made[k] {
			continue
		}
		if b.collapse != nil && !of.unpooled {
			again := func(b *builder) Table { t, _ := of.make(b); return t }
			b.collapse.makers = append(b.collapse.makers, maker{len(study.Tables), of.question, again})
		}
		study.Tables = append(study.Tables, tables[k])
		if of.then != nil {
			of.then()
		}
	}
}

// sideBySide makes tables, the dearest first: each by one thread, but for numbers of many
// respondents, whose table takes so long that others help when they are done.
func (b *builder) sideBySide(tables []Table, made []bool, all []recipe) {
	one := *b
	one.alone = true
	order := b.dearestFirst(len(all), func(k int) int { return all[k].question })
	onThreads(len(order), func(left func() (int, bool)) {
		stack.Deepen()
		for at, more := left(); more; at, more = left() {
			k := order[at]
			maker := &one
			if q := all[k].question; q != severalQuestions && b.survey.Questions[q].Kind == survey.Number && b.survey.Respondents >= manyRespondents {
				maker = b
			}
			tables[k], made[k] = all[k].make(maker)
		}
	})
}

// dearestFirst returns the numbers below n, that of what takes longest first: no thread is
// left with it in the end, and room for it is room for the others.
func (b *builder) dearestFirst(n int, question func(k int) int) []int {
	order, dear := make([]int, n), make([]int, n)
	for k := range order {
		order[k], dear[k] = k, b.dear(question(k))
	}
	slices.SortStableFunc(order, func(x, y int) int { return dear[y] - dear[x] })
	return order
}

// dear is about how long the table of a question takes beside others: longest of all words.
func (b *builder) dear(question int) int {
	const ofNumbers, ofSeveral = 20, 40
	if question == severalQuestions {
		return ofSeveral
	}
	switch q := &b.survey.Questions[question]; q.Kind {
	case survey.Open:
		return b.survey.Respondents
	case survey.Number:
		return ofNumbers
	case survey.Multiple:
		return 2 * len(q.Options)
	default:
		return len(q.Options)
	}
}
