package sampledata_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"benchmark/survey/codebook"

	"github.com/google/go-cmp/cmp"
)

const (
	whatsApp17 = "via WhatsApp een vraag"
	withinYear = "Nee, maar binnen een jaar"
	chat19     = "op de website live chat"
	bot        = "een chatbot?"
	nameAsked  = "naam van uw organisatie"
	codeAsked  = "code van uw organisatie"
)

// wave2019 is the workbook of 2019 without the first answer of the organisation
// that answered twice.
func wave2019(t *testing.T) *sheet {
	t.Helper()
	all := readWorkbookOf(t, "howaboutyou-2019.xlsx")
	last := &sheet{questions: all.questions, options: all.options}
	c := all.column(codeAsked, "")
	for i, row := range all.rows {
		if !slices.ContainsFunc(all.rows[i+1:], func(later []string) bool { return later[c] == row[c] }) {
			last.rows = append(last.rows, row)
		}
	}
	if all.n() != 97 || last.n() != 96 {
		t.Errorf("2019: %d rows of %d organisations, want 97 and 96", all.n(), last.n())
	}
	return last
}

func TestWaveOf2017(t *testing.T) {
	s := readTextOf(t, "howaboutyou-2017.csv")
	users := s.where(whatsApp17, uses)
	withoutPlans := s.where(whatsApp17, later, never)
	for _, f := range []fact{
		{0, "respondents", s.n(), 78},
		{0, "by type", s.counts(kind, kinds...), []int{66, 7, 5, 0, 0, 0}},
		{0, "by size class", s.counts(size, sizes...), []int{12, 24, 18, 12}},
		{0, "stages of WhatsApp", s.counts(whatsApp17, uses, pilot, withinYear, later, never), []int{11, 4, 16, 21, 26}},
		{0, "municipalities that use it", users.where(kind, "Gemeente").n(), 10},
		{0, "satisfaction", s.counts("tevreden over WhatsApp", "Zeer tevreden", "Tevreden", "Ontevreden", "Zeer ontevreden"), []int{4, 9, 2, 0}},
		{0, "questions a day", s.numbers(t, "per dag"), []float64{1, 1, 2, 2, 3, 4, 5, 6, 10, 25, 40}},
		{0, "capacity of those without plans", []int{s.ticked(against, capacity).n(), withoutPlans.ticked(against, "").n(), s.ticked(against, "").n()}, []int{21, 47, 47}},
		{0, "live chat", s.counts(chat, "Ja", "Nee"), []int{5, 73}},
		{0, "webcare", s.counts(owner, "Communicatie", contactCentre, "Een mix van beide"), []int{45, 20, 13}},
		{0, "social media", s.tickCounts(media, "Twitter", "Facebook", "LinkedIn", "YouTube", "Instagram", "Google+"), []int{76, 71, 45, 44, 25, 9}},
	} {
		if diff := cmp.Diff(f.want, f.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.what, diff)
		}
	}
}

func TestWaveOf2019(t *testing.T) {
	s := wave2019(t)
	users := s.where(whatsApp, uses)
	for _, f := range []fact{
		{0, "by type", s.counts(kind, kinds...), []int{75, 7, 5, 2, 2, 5}},
		{0, "by size class", s.counts(size, sizes...), []int{13, 28, 20, 14}},
		{0, "stages of WhatsApp", s.counts(whatsApp, uses, pilot, surely, likely, later, never), []int{51, 3, 4, 3, 15, 20}},
		{0, "municipalities that use it", users.where(kind, "Gemeente").n(), 40},
		{0, "stages of live chat", s.counts(chat19, uses, pilot, surely, likely, later, never), []int{24, 3, 5, 8, 31, 25}},
		{0, "stages of a chatbot", s.counts(bot, uses, pilot, surely, likely, later, never), []int{9, 8, 5, 12, 38, 24}},
		{0, "satisfaction", s.counts(happy, very, just, "Neutraal", "Ontevreden", "Zeer ontevreden"), []int{15, 29, 7, 2, 1}},
		{0, "questions an hour, large", users.where(size, large).numbers(t, asked), []float64{4, 6, 8, 10, 12, 14, 20, 25}},
		{0, "capacity", append(s.tickCounts(against, capacity), s.ticked(against, "").n(), s.ticked(chatNot, capacity).n(), s.ticked(chatNot, "").n()), []int{21, 42, 31, 69}},
		{0, "rules of WhatsApp", s.tickCounts(against, "De regels van WhatsApp zelf"), []int{12}},
		{0, "change", s.counts(change, "Sterke daling", "Daling", "Gelijk gebleven", "Stijging", "Sterke stijging"), []int{1, 10, 48, 32, 5}},
		{0, "webcare", s.counts(owner, "Communicatie", contactCentre, "Een mix van beide"), []int{32, 40, 24}},
		{0, "social media", s.tickCounts(media, "Twitter", "Facebook", "LinkedIn", "YouTube", "Instagram"), []int{91, 96, 77, 60, 70}},
	} {
		if diff := cmp.Diff(f.want, f.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.what, diff)
		}
	}
}

// TestPanel counts from the cells who answered twice and what they changed.
func TestPanel(t *testing.T) {
	first, second, third := readTextOf(t, "howaboutyou-2017.csv"), readText(t).respondents(), wave2019(t)
	by17, by18, by19 := byName(first), byName(second), byName(third)
	for _, c := range []struct {
		what           string
		before, after  map[string][]string
		from, to       int
		panel          int
		started, ended int
	}{
		{"WhatsApp 2017-2018", by17, by18, first.column(whatsApp17, ""), second.column(whatsApp, ""), 46, 17, 1},
		{"WhatsApp 2018-2019", by18, by19, second.column(whatsApp, ""), third.column(whatsApp, ""), 62, 9, 7},
		{"live chat 2018-2019", by18, by19, second.column(chat, ""), third.column(chat19, ""), 62, 9, 1},
	} {
		panel, started, ended := 0, 0, 0
		for name, row := range c.before {
			next, again := c.after[name]
			if !again {
				continue
			}
			panel++
			switch was, is := row[c.from] == uses, next[c.to] == uses; {
			case !was && is:
				started++
			case was && !is:
				ended++
			}
		}
		if got, want := fmt.Sprint(panel, started, ended), fmt.Sprint(c.panel, c.started, c.ended); got != want {
			t.Errorf("%s: panel, started, stopped %s, want %s", c.what, got, want)
		}
	}
}

// byName returns the rows by name, in the one form of a municipality's name.
func byName(s *sheet) map[string][]string {
	rows := make(map[string][]string)
	c := s.column(nameAsked, "")
	for _, row := range s.rows {
		name := strings.ToLower(row[c])
		name = strings.TrimPrefix(strings.TrimPrefix(name, "gemeente "), "gem. ")
		rows[name] = row
	}
	return rows
}

// TestMergedBodies holds that two predecessors of a respondent of 2018 answered
// in 2017, and one of another body that answered in 2019.
func TestMergedBodies(t *testing.T) {
	at, rows := readTable(t, "register-2018.csv")
	name := func(row []string) string { return strings.TrimPrefix(strings.ToLower(row[at["name"]]), "gemeente ") }
	heirs := make(map[string]string)
	for _, row := range rows {
		heirs[row[at["code"]]] = name(row)
	}
	by17, by18, by19 := byName(readTextOf(t, "howaboutyou-2017.csv")), byName(readText(t).respondents()), byName(wave2019(t))
	into18, into19 := 0, 0
	for _, row := range rows {
		if heir := heirs[row[at["successor"]]]; by17[name(row)] != nil && heir != "" {
			if by18[heir] != nil {
				into18++
			}
			if by19[heir] != nil {
				into19++
			}
		}
		if row[at["valid_from"]] == "2018-01-01" && by17[name(row)] != nil {
			t.Errorf("%s answered before it was there", row[at["name"]])
		}
	}
	if into18 != 2 || into19 != 3 {
		t.Errorf("%d and %d respondents of 2017 live on in those of 2018 and 2019, want 2 and 3", into18, into19)
	}
}

// TestCodebooksOfWaves holds that a codebook names every column of its wave.
func TestCodebooksOfWaves(t *testing.T) {
	for name, s := range map[string]*sheet{
		"howaboutyou-2017.codebook.yaml": readTextOf(t, "howaboutyou-2017.csv"),
		"howaboutyou-2019.codebook.yaml": readWorkbookOf(t, "howaboutyou-2019.xlsx"),
	} {
		book, err := codebook.Read(name, content(t, name))
		if err != nil {
			t.Error(err)
			continue
		}
		var headings []string
		for _, q := range book.Questions {
			headings = append(headings, q.Column)
		}
		if diff := cmp.Diff(slices.Compact(slices.Clone(s.questions[4:])), headings); diff != "" {
			t.Errorf("%s (-file +codebook):\n%s", name, diff)
		}
	}
}

func TestWavesSayThatTheyAreMadeUp(t *testing.T) {
	for _, name := range []string{"howaboutyou-2017.codebook.yaml", "howaboutyou-2019.codebook.yaml"} {
		if text := string(content(t, name)); !strings.Contains(text, "synthetic: true") || !strings.Contains(text, "(fictieve antwoorden)") {
			t.Errorf("%s does not say that the answers are made up", name)
		}
	}
}
