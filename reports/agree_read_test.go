package reports

import (
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// markdownTables reads the tables of Markdown with the headings over them.
func markdownTables(text, totals, groups string) []printedTable {
	var all []printedTable
	headings := map[int]string{}
	var open *printedTable
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if level := len(line) - len(strings.TrimLeft(line, "#")); level > 0 && strings.HasPrefix(line[level:], " ") {
			headings[level] = unescaped(line[level+1:])
			if level == 2 {
				headings[3] = ""
			}
		}
		if !strings.HasPrefix(line, "|") {
			open = nil
			continue
		}
		cells := markdownCells(line)
		switch {
		case open == nil:
			all = append(all, printedTable{head: cells, over: []string{headings[2], headings[3]}, begins: cells[0] == totals || cells[0] == groups})
			open = &all[len(all)-1]
		case strings.HasPrefix(line, "|:--|"):
		default:
			open.lines = append(open.lines, cells)
		}
	}
	return all
}

// markdownCells are the texts of the cells of a line.
func markdownCells(line string) []string {
	bar := regexp.MustCompile(`(^|[^\\])\|`)
	var cells []string
	from := -1
	for _, m := range bar.FindAllStringIndex(line, -1) {
		if from >= 0 {
			cells = append(cells, unescaped(strings.TrimSpace(line[from:m[1]-1])))
		}
		from = m[1]
	}
	return cells
}

func unescaped(s string) string {
	s = regexp.MustCompile(`\\([[:punct:]])`).ReplaceAllString(s, "$1")
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(s)
}

// pageTables reads the tables of the appendix of a web page.
func pageTables(root *node, totals, groups string) []printedTable {
	var all []printedTable
	for _, n := range root.all("div") {
		if n.attr["class"] != "numbered" {
			continue
		}
		for _, table := range n.all("table") {
			all = append(all, pageTable(table, totals, groups))
		}
	}
	return all
}

func pageTable(table *node, totals, groups string) printedTable {
	p := printedTable{}
	for _, c := range table.all("caption") {
		p.over = append(p.over, c.text)
	}
	for _, tr := range table.all("tr") {
		var cells []string
		for _, c := range tr.all("th", "td") {
			s := c.text
			for _, heard := range c.all("span") {
				if heard.attr["class"] == "heard" {
					s = strings.ReplaceAll(s, heard.text, "")
				}
			}
			cells = append(cells, strings.TrimSpace(s))
		}
		if p.head == nil {
			p.head = cells
		} else {
			p.lines = append(p.lines, cells)
		}
	}
	p.begins = p.head[0] == totals || p.head[0] == groups
	return p
}

// documentTables reads the tables of a document; those of one table of figures
// stand under one heading, in parts as wide as the page.
func documentTables(t testing.TB, document string) []printedTable {
	t.Helper()
	var (
		all              []printedTable
		style, paragraph string
		over             []string
		fresh            bool
		inTable          int
		row              []string
		cell             strings.Builder
	)
	d := xml.NewDecoder(strings.NewReader(document))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "p":
				style, paragraph = "", ""
			case "pStyle":
				style = token.Attr[0].Value
			case "tbl":
				inTable++
				all = append(all, printedTable{over: append(append([]string{}, over...), paragraph), begins: fresh})
				fresh = false
			case "tr":
				row = nil
			case "tc":
				cell.Reset()
			}
		case xml.CharData:
			paragraph += string(token)
			cell.Write(token)
		case xml.EndElement:
			p := len(all) - 1
			switch token.Name.Local {
			case "tc":
				row = append(row, strings.TrimSpace(cell.String()))
			case "tr":
				if all[p].head == nil {
					all[p].head = row
				} else {
					all[p].lines = append(all[p].lines, row)
				}
			case "tbl":
				inTable--
			case "p":
				if inTable == 0 && strings.HasPrefix(style, "Heading") {
					over, fresh = []string{paragraph}, true
				}
			}
		}
	}
}

// readCSV compares every line of the CSV with the JSON, to the last digit.
func (k *truth) readCSV(data string) {
	k.t.Helper()
	lines, err := csv.NewReader(strings.NewReader(data)).ReadAll()
	if err != nil {
		k.t.Fatal(err)
	}
	differences := 0
	for _, line := range lines[1:] {
		at := map[string]string{}
		for i, head := range lines[0] {
			at[head] = line[i]
		}
		if at["measure"] == difference {
			differences++
			k.readDifference(at)
			continue
		}
		t := k.tables[at["table"]]
		row, g := -1, -1
		for i := range t.Rows {
			if t.Rows[i].Key == at["row"] && t.Rows[i].Measure == at["measure"] {
				row = i
			}
		}
		for i := range t.Groups {
			if t.Groups[i].Breakdown == at["breakdown"] && t.Groups[i].Level == at["level"] {
				g = i
			}
		}
		if row < 0 || g < 0 {
			k.fault("the line %q is no figure of the JSON", line[:11])
			continue
		}
		j := &t.Rows[row].Cells[g]
		k.csvCell(t.ID+", "+t.labels[row]+", "+t.names[g], at, j)
		for _, part := range []string{partValue, partLow, partHigh, partBase, partCount, partUnweighted} {
			t.seen[seenPart{row, g, part}] = true
		}
		if at["letters"] != j.Letters || at["sign"] != j.Sign {
			k.fault("%s: letters %q and sign %q", t.ID, at["letters"], at["sign"])
		}
	}
	if differences != len(k.json.Comparisons) {
		k.fault("%d differences for %d comparisons", differences, len(k.json.Comparisons))
	}
}

func (k *truth) readDifference(at map[string]string) {
	k.t.Helper()
	for i := range k.json.Comparisons {
		c := &k.json.Comparisons[i]
		if c.Table == at["table"] && c.Row == at["row"] && c.Group == at["breakdown"]+":"+at["level"] {
			k.csvCell("difference "+c.Table, at, &c.Difference)
			return
		}
	}
	k.fault("the difference of %s, %s is not in the JSON", at["table"], at["row"])
}

func (k *truth) csvCell(where string, at map[string]string, j *jsonCell) {
	k.t.Helper()
	for name, want := range map[string]*float64{
		"value": j.Value, "low": j.Low, "high": j.High, "se": j.SE, "df": j.DF, "level_of_confidence": j.Level,
		"count": whole(j.Count), "base": whole(j.Base), "population": whole(j.Population), "count_low": whole(j.CountLow), "count_high": whole(j.CountHigh),
		"unweighted": j.Unweighted, "weighted_base": j.WeightedBase, "effective_base": j.EffectiveBase,
		"design_effect": j.DesignEffect, "design_effect_replacement": j.DesignEffectReplacement,
	} {
		if got := at[name]; !sameNumber(got, want) {
			k.fault("%s: %s is %q", where, name, got)
		}
	}
	if at["status"] != j.Status || at["method"] != j.Method {
		k.fault("%s: status %q, method %q", where, at["status"], at["method"])
	}
}

// sameNumber reports whether text is a number to the last digit, or empty where
// there is none.
func sameNumber(text string, want *float64) bool {
	x, err := strconv.ParseFloat(text, 64)
	if want == nil {
		return text == ""
	}
	return err == nil && x == *want
}

// pText finds the p values that a text prints.
var pText = regexp.MustCompile(`p ([=<]) ([0-9][0-9.,]*[0-9])`)

// readTests looks up every p value that a text prints: one of the tests of the
// JSON must have it, corrected, and rounded.
func (k *truth) readTests(text string) int {
	k.t.Helper()
	var known []float64
	add := func(r *jsonResult) {
		if r.AdjustedP != nil {
			known = append(known, *r.AdjustedP, *r.P)
		}
	}
	for i := range k.json.Tests {
		test := &k.json.Tests[i]
		add(&test.jsonResult)
		for p := range test.Pairs {
			add(&test.Pairs[p].jsonResult)
		}
		for c := range test.Contrasts {
			add(&test.Contrasts[c].jsonResult)
		}
	}
	for i := range k.json.Comparisons {
		add(&k.json.Comparisons[i].Result)
	}
	for i := range k.json.Differences {
		add(&k.json.Differences[i].jsonResult)
	}
	found := pText.FindAllStringSubmatch(text, -1)
	for _, m := range found {
		holds := false
		for _, p := range known {
			if m[1] == "<" {
				holds = holds || p < 0.0005
			} else {
				holds = holds || k.rounds(m[2], p) == nil
			}
		}
		if !holds {
			k.fault("%q is the outcome of no test of the JSON", m[0])
		}
	}
	return len(found)
}
