package export

import (
	"strconv"
	"strings"

	"benchmark/survey/pattern"
)

// Entry is how the answers in a column were given, as far as the tool's own
// marks tell. The zero value says that they do not.
type Entry uint8

// The ways of answering.
const (
	EntryUnknown Entry = iota
	// EntryChosen is a choice from a list, also where the cells are numbers: they
	// are the codes of the options then.
	EntryChosen
	// EntryTyped is what respondents typed: beside an option of the block where
	// the column has an Option, else as the answer itself.
	EntryTyped
)

var (
	// importID is the id in a cell of Qualtrics' third row: JSON, or a dictionary
	// as Python writes it.
	importID = pattern.Holding("ImportId", `ImportId['"]*\s*:\s*['"]([^'"]+)`)
	// chosenID is the import id of a question with one column for a choice.
	chosenID = pattern.Holding("QID", `^(?:\d+_)?QID\d+$`)
	// typedID is the import id, code or heading of a text; what Qualtrics finds in
	// a text has more behind it.
	typedID = pattern.Holding("_TEXT", `^(?:\d+_)?[A-Za-z][\w#.-]*_TEXT$`)
	// writeIn is the end of an option of Alchemer beside which one may write.
	writeIn = pattern.Holding(" - Write In", ` - Write In( \(Required\))?$`)
	// besideEnd is how tools and people end the heading of the text beside an
	// option, behind the wording of that option.
	besideEnd = pattern.Holding(" - ", ` - (?:(?i)text|tekst|texte|textfeld|write[ -]in(?: \(required\))?)$`)
)

// markEntries sets how the answers of each column were given. A likelihood to
// recommend (NPS) is a number that was chosen, so it stays unmarked.
func markEntries(columns []Column, heads []heading, dialect string) {
	for i := range heads {
		h := heads[i]
		name := h.code
		if name == "" {
			name = h.top
		}
		switch {
		case h.use != UseAnswer:
		case h.open || openWord(h.sub), typedID.MatchString(h.id), h.id == "" && typedID.MatchString(name):
			columns[i].Entry = EntryTyped
		case chosenID.MatchString(h.id) && !promoters(heads, name) && !fromZero(&columns[i]),
			i+1 < len(heads) && name != "" && textBeside(heads[i+1], name):
			columns[i].Entry = EntryChosen
		case dialect == "surveymonkey" && h.top != "" && h.chosen && codesOnly(&columns[i]):
			columns[i].Entry = EntryChosen
		}
	}
}

// maxCode is the highest number that is taken for the code of an option: a
// slider has more points.
const maxCode = 20

// codesOnly reports whether all cells are codes of options: whole numbers from 1
// up, without large gaps.
func codesOnly(c *Column) bool {
	highest := 0
	for _, cell := range c.Dict.Filled() {
		n, err := strconv.Atoi(cell.Text)
		if err != nil || n < 1 || n > maxCode {
			return false
		}
		highest = max(highest, n)
	}
	return c.Dict.Len() > 1 && 2*(c.Dict.Len()-1) >= highest
}

// nameWriteIns marks the texts beside an option, "Other - Text", and names them
// after their option where the block has it. Where it does not, only the mark of
// Alchemer is sure.
func nameWriteIns(columns []Column, alchemer bool) {
	for i := range columns {
		c := &columns[i]
		option := besideEnd.ReplaceAllString(c.Option, "")
		if option == c.Option || option == "" || c.Entry != EntryUnknown {
			continue
		}
		if alchemer && writeIn.MatchString(c.Option) {
			c.Entry = EntryTyped
		}
		for k := range columns {
			if columns[k].Block == c.Block && columns[k].Option == option {
				c.Option, c.Entry = option, EntryTyped
			}
		}
	}
}

// markZeroCodes marks the column of an option with the code 0 in a numeric
// export of SurveyMonkey, which leaves what was not ticked blank: the other
// columns of its block hold other codes and never 0.
func markZeroCodes(columns []Column) {
	for i := range columns {
		c := &columns[i]
		if c.Dict.Len() != 2 || c.Dict.At(1).Text != "0" || c.Option == "" {
			continue
		}
		codes, zeros := 0, 0
		for k := range columns {
			if other := &columns[k]; k != i && other.Block == c.Block {
				for _, cell := range other.Dict.Filled() {
					if cell.Text == "0" {
						zeros++
					} else if other.Dict.Len() == 2 && numberCell(cell.Text) && cell.Text != "1" {
						codes++
					}
				}
			}
		}
		if codes > 0 && zeros == 0 {
			c.Entry = EntryChosen
		}
	}
}

// promoters reports whether the file groups the answers to a question into
// promoters and detractors.
func promoters(heads []heading, code string) bool {
	for i := range heads {
		if heads[i].code == code+"_NPS_GROUP" || heads[i].top == code+"_NPS_GROUP" {
			return true
		}
	}
	return false
}

// fromZero reports whether the cells are points from 0 to 10: codes of options
// begin at 1.
func fromZero(c *Column) bool {
	zero := false
	for _, cell := range c.Dict.Filled() {
		if n, err := strconv.Atoi(cell.Text); err != nil || n < 0 || n > 10 {
			return false
		}
		zero = zero || cell.Text == "0"
	}
	return zero && c.Dict.Len() > 4
}

// textBeside reports whether a column has the text beside an option of the
// choice with the code.
func textBeside(h heading, code string) bool {
	name := h.code
	if name == "" {
		name = h.top
	}
	rest, ok := strings.CutPrefix(name, code+"_")
	return ok && strings.HasSuffix(rest, "_TEXT") && typedID.MatchString(name)
}

// cutAnswerWords takes " - Response" off the headings, by which SurveyMonkey
// marks a question of one column where it writes question and option in one row.
func cutAnswerWords(heads []heading) {
	for i := range heads {
		h := &heads[i]
		if at := strings.LastIndex(h.top, " - "); at > 0 && answerWord(h.top[at+3:]) {
			h.open = openWord(h.top[at+3:])
			h.chosen = !h.open
			h.top = strings.TrimSpace(h.top[:at])
		}
	}
}
