package export

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey/pattern"
)

const (
	// Tables of counts have fewer rows and columns than this.
	maxCrossRows    = 60
	maxCrossColumns = 40

	summaryRows = 2000 // rows in which a summary of answers is looked for
	summaryWide = 5    // cells that a row of one has at most: one with more is a respondent, whatever the first cell says
)

// summaryTitle is the line above the counts of one question in the statistics
// that LimeSurvey exports.
var summaryTitle = pattern.New(`(?i)^"?((field )?summary for|(veld)?samenvatting voor|(feld-?)?zusammenfassung für|résumé (du champ )?pour)\s+\S`)

// summaryTitled returns the first title of a question's counts, or "".
func summaryTitled(lines []string) string {
	for _, line := range lines {
		if summaryTitle.MatchString(line) {
			return strings.Trim(snippet(line), `"`)
		}
	}
	return ""
}

// summary returns the words that betray a summary of answers, or "".
func (g *grid) summary() string {
	var first, alone []string
	counts := ""
	for i := range min(len(g.rows), summaryRows) {
		cells := g.rows[i].cells
		if len(cells) > summaryWide {
			continue
		}
		text := g.dict[cells[0].code].Text
		first = append(first, text)
		if len(cells) == 1 {
			alone = append(alone, text)
		}
		if counts == "" && cells[0].col <= 2 {
			counts = countHeadings(g.texts(i))
		}
	}
	if words := summaryWords(first); words != "" {
		return words
	}
	if title := summaryTitled(alone); title != "" {
		return title
	}
	return counts
}

// texts returns what the cells of a row hold, each on one line.
func (g *grid) texts(i int) []string {
	var texts []string
	for _, c := range g.rows[i].cells {
		texts = append(texts, oneLine(g.dict[c.code].Text))
	}
	return texts
}

// countHeadings returns the headings of a table of counts, or "": an answer, how
// often it was given and which part that is, perhaps with the question in front,
// or such numbers alone.
func countHeadings(cells []string) string {
	answers, counts, shares := 0, 0, 0
	for _, text := range cells {
		switch key(text) {
		case "answer", "answers", "response", "responses", "antwoord", "antwoorden", "antwort", "antworten", "réponse", "réponses",
			"option", "optie", "choice", "keuze", "value", "waarde", "category", "categorie", "catégorie", "kategorie":
			answers++
		case "count", "counts", "frequency", "frequencies", "aantal", "frequentie", "anzahl", "häufigkeit", "nombre", "fréquence", "effectif", "n":
			counts++
		case "percentage", "percent", "percentages", "procent", "percentagevanhettotaal", "prozent", "prozentsatz", "pourcentage", "%",
			"validpercent", "cumulativepercent", "geldigpercentage", "cumulatiefpercentage", "gültigeprozente", "kumulierteprozente":
			shares++
		}
	}
	rest := len(cells) - answers - counts - shares
	if counts == 0 || shares == 0 || answers == 0 && rest > 0 || rest > 1 || answers+counts+shares < 3 {
		return ""
	}
	return strings.Join(cells, ", ")
}

// crosstab recognises a table of counts or percentages: its last column and its
// last row are totals of the others.
func crosstab(g *grid, l *layout) *Error {
	head := g.rows[l.question].cells
	last := g.rows[len(g.rows)-1]
	body := g.rows[l.first : len(g.rows)-1]
	width := int(head[len(head)-1].col) + 1
	if len(body) == 0 || len(body) > maxCrossRows || width < 3 || width > maxCrossColumns || last.cells[0].col != 0 {
		return nil
	}
	right, below := g.text(l.question, width-1), g.text(len(g.rows)-1, 0)
	based := slices.Contains([]string{"n", "n=", "basis", "base"}, key(below))
	if !totalWord(right) || !totalWord(below) && !based {
		return nil
	}
	table := make([][]string, 0, len(body)+1)
	for i := l.first; i < len(g.rows); i++ {
		row := make([]string, width)
		for col := range row {
			row[col] = g.text(i, col)
		}
		table = append(table, row)
	}
	if !summed(table) && !parted(table) {
		return nil
	}
	return fault(fmt.Sprintf("this is a table of counts (with the totals %q and %q), not the answers themselves", snippet(right), snippet(below)),
		"export the individual answers, one row per respondent")
}

// summed reports whether the last number of each row is the sum of the others,
// and the last row that of the rows above it. One who ticks several options
// makes a sum come out too high, so one of both is enough beside a text of its
// own in front of each row.
func summed(table [][]string) bool {
	sums := make([]int, len(table[0]))
	for i, row := range table {
		sum := 0
		for col, text := range row[1:] {
			n, ok := wholeNumber(text)
			if !ok {
				return false
			}
			if col == len(row)-2 && sum != n || i == len(table)-1 && sums[col] != n {
				return false
			}
			sum += n
			sums[col] += n
		}
	}
	return true
}

// parted reports whether all numbers are percentages and the last of each row
// lies between the others, as that of all groups together does.
func parted(table [][]string) bool {
	seen := map[string]bool{}
	for _, row := range table[:len(table)-1] {
		if row[0] == "" || seen[row[0]] {
			return false
		}
		seen[row[0]] = true
		var shares []float64
		for _, text := range row[1:] {
			number, ok := strings.CutSuffix(text, "%")
			v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(number), ",", ".", 1), 64)
			if !ok || err != nil {
				return false
			}
			shares = append(shares, v)
		}
		groups, all := shares[:len(shares)-1], shares[len(shares)-1]
		if all < slices.Min(groups) || all > slices.Max(groups) {
			return false
		}
	}
	return len(table) > 2
}

// wholeNumber reads a count; a blank one is 0.
func wholeNumber(text string) (int, bool) {
	if text == "" {
		return 0, true
	}
	n, err := strconv.Atoi(strings.NewReplacer(".", "", ",", "", " ", "").Replace(text))
	return n, err == nil && n >= 0
}

// firstLines returns the first lines of a text.
func firstLines(body []byte) []string {
	var lines []string
	for line := range bytes.Lines(body) {
		if lines = append(lines, clean(string(line))); len(lines) == 2000 {
			break
		}
	}
	return lines
}
