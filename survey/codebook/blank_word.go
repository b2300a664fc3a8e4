package codebook

import (
	"slices"
	"strconv"

	"benchmark/survey"
	"benchmark/survey/export"
)

// blankWords are what programs write where a cell was empty: R, pandas,
// databases, spreadsheets and SPSS.
func blankWords() []string {
	return []string{"NA", "<NA>", "N/A", "#N/A", "NaN", "nan", "NULL", "null", "#NULL!"}
}

// blankWord returns the word that stands for an empty cell in the whole file,
// and the number of columns that hold it; "" for none. A program that writes
// such a word leaves hardly any cell blank, and writes it among numbers as well
// as among texts. One that knows of empty numbers alone, as read.csv of R does,
// writes it in each column of numbers and in no other; where these columns hold
// nothing but numbers beside the word, one is enough.
func blankWord(f *export.File, words []held) (word string, columns int) {
	for _, word := range blankWords() {
		if !slices.ContainsFunc(words, func(has held) bool { return has[word] }) || isToolAbsence(f, word) {
			continue
		}
		var numbers, mixed, texts, void, blank, both, other int
		for i := range f.Columns {
			c := &f.Columns[i]
			at := c.Dict.Index(func(cell export.Cell) bool { return cell.Text == word })
			gaps := c.Codes.Has(0)
			blank += one(gaps)
			if at < 0 {
				p := profileOf(f, i, nil)
				other += one(gaps && p.filled > 0 && p.numeric() == 1)
				continue
			}
			both += one(gaps)
			switch p := profileOf(withoutWord(f, []int{i}, word), i, nil); {
			case p.filled == 0:
				void++
			case p.numeric() >= 0.9:
				numbers++
				mixed += one(p.numeric() < 1)
			default:
				texts++
			}
		}
		among := numbers + texts + void
		throughout := 10*blank <= len(f.Columns) && numbers > 0 && texts > 0
		amongNumbers := both == 0 && texts == 0 && other == 0 && numbers > 0
		if among >= 3 && throughout || amongNumbers && (among >= 3 || mixed == 0) {
			return word, among
		}
	}
	return "", 0
}

// held are the words that a column has as a cell of their own.
type held map[string]bool

// heldOf returns for each column which of some words it has.
func heldOf(f *export.File, words []string) []held {
	all, longest := make([]held, len(f.Columns)), 0
	for _, word := range words {
		longest = max(longest, len(word))
	}
	for i := range all {
		for _, cell := range f.Columns[i].Dict.All() {
			if len(cell.Text) > longest || !slices.Contains(words, cell.Text) {
				continue
			}
			if all[i] == nil {
				all[i] = held{}
			}
			all[i][cell.Text] = true
		}
	}
	return all
}

// withoutWord returns the file with the cells that hold just the word left
// blank, in the columns given or else in all.
func withoutWord(f *export.File, columns []int, word string) *export.File {
	blanked := *f
	blanked.Columns = slices.Clone(f.Columns)
	for i := range blanked.Columns {
		c := &blanked.Columns[i]
		if columns != nil && !slices.Contains(columns, i) {
			continue
		}
		at := c.Dict.Index(func(cell export.Cell) bool { return cell.Text == word })
		if at <= 0 {
			continue
		}
		dict := slices.Delete(c.Dict.Cells(), at, at+1)
		table := make([]uint32, c.Dict.Len())
		for code := range table {
			switch {
			case code < at:
				table[code] = uint32(code)
			case code > at:
				table[code] = uint32(code - 1)
			}
		}
		c.Dict, c.Codes = export.DictionaryOf(dict...), c.Codes.Through(table, len(dict))
	}
	return &blanked
}

// blankWord reads the word that stands for an empty cell as blank, and tells so.
func (in *inference) blankWord() {
	in.held = heldOf(in.file, slices.Concat(blankWords(), fillers()))
	word, columns := blankWord(in.file, in.held)
	if word == "" {
		return
	}
	in.file = withoutWord(in.file, nil, word)
	in.cb.Missing = appendNew(in.cb.Missing, word)
	in.cb.Doubts = append(in.cb.Doubts, survey.Issue{
		Where:    survey.Place{File: in.file.Name, Sheet: in.file.Sheet},
		Severity: survey.Warning, Code: survey.IssueBlankWord, Args: []string{word, strconv.Itoa(columns)},
		Fix: "missing: [" + quoted(word) + "]",
	})
}

// blankState leaves blank, in the columns about the response itself, what the
// codebook says is no answer.
func (a *application) blankState() {
	columns := slices.DeleteFunc([]int{a.id, a.started, a.ended, a.status, a.test, a.covers}, func(c int) bool { return c < 0 })
	if len(columns) == 0 {
		return
	}
	for _, word := range a.cb.Missing {
		a.file = withoutWord(a.file, columns, word)
	}
}
