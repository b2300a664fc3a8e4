package reports

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// CSVHeader names the columns of the CSV output, one number or word in each:
//
//   - table, topic, channel, question: where the figure is from;
//   - row, measure, label: what it is, label in the survey's own words;
//   - breakdown, level, group: whom it is about, group in the survey's own
//     words; all empty for the total;
//   - status: "estimated", or why there is no figure and the rest is empty;
//   - value, low, high, se, df, level_of_confidence, method: the figure and its
//     interval, shares between 0 and 1, numbers with a decimal point;
//   - count, base: what a share counts and what it is a share of;
//   - population, count_low, count_high: of the hypergeometric method;
//   - notice: what must be said of the whole, in the language of the report:
//     "not for publication", "made-up answers";
//   - weighted: "true" for an estimate by the design, and the rest only then:
//     unweighted is the same figure among the respondents as they are,
//     weighted_base the sum of the weights of base, effective_base how many
//     equally weighted answers would know as much, design_effect the variance
//     over that of a simple random sample without replacement, and
//     design_effect_replacement with;
//   - notes, lonely_strata: remarks on the figure, and the strata with one answer
//     that are part of it, both as in JSON, with "; " between them;
//   - letters: the columns that the figure exceeds, and sign: which way it differs
//     from all or from the others, where these were asked for;
//   - by_1, level_1 to by_3, level_3: the questions and answers that make the
//     group, outermost first; one pair for a breakdown that is not nested.
//
// Differences of a part from the whole come last, with measure "difference".
func CSVHeader() []string {
	return []string{
		"table", "topic", "channel", "question", "row", "measure", "label", "breakdown", "level", "group", "status",
		"value", "low", "high", "se", "df", "level_of_confidence", "method", "count", "base",
		"population", "count_low", "count_high", "notice",
		"weighted", "unweighted", "weighted_base", "effective_base", "design_effect", "design_effect_replacement",
		"notes", "lonely_strata",
		"letters", "sign", "by_1", "level_1", "by_2", "level_2", "by_3", "level_3",
	}
}

// difference is the measure of a comparison in CSV.
const difference = "difference"

// CSV writes every figure of a study on a line of its own, under CSVHeader.
func CSV(w io.Writer, r *Report, l *locale.Locale) error {
	c := newCSV(w, r, l)
	for i := range r.Study.Tables {
		c.table(&r.Study.Tables[i])
	}
	for i := range r.Study.Comparisons {
		c.comparison(&r.Study.Comparisons[i], r.Study)
	}
	return c.close("the study")
}

// TableCSV writes the figures of one table of a report, in the same form.
func TableCSV(w io.Writer, r *Report, t *analysis.Table, l *locale.Locale) error {
	c := newCSV(w, r, l)
	c.table(t)
	return c.close("table " + t.ID)
}

type csvWriter struct {
	*csv.Writer
	survey *survey.Survey
	notice string
	err    error
}

func newCSV(w io.Writer, r *Report, l *locale.Locale) *csvWriter {
	notice := l.Report().ShortNotices(r.NotForPublication, r.Study.Survey.Source.Synthetic)
	c := &csvWriter{Writer: csv.NewWriter(w), notice: notice, survey: r.Study.Survey}
	c.err = c.Write(CSVHeader())
	return c
}

func (c *csvWriter) close(what string) error {
	c.Flush()
	if c.err == nil {
		c.err = c.Error()
	}
	if c.err != nil {
		return fmt.Errorf("write %s as CSV: %w", what, c.err)
	}
	return nil
}

func (c *csvWriter) table(t *analysis.Table) {
	for r := range t.Rows {
		row := &t.Rows[r]
		for g := range t.Groups {
			cell := cellJSON(c.survey, &t.Cells[r][g], row.Measure)
			cell.Letters, cell.Sign = letters(t, r, g), string(sign(t, r, g))
			c.figure(t, row, string(row.Measure), &t.Groups[g], cell)
		}
	}
}

func (c *csvWriter) comparison(m *analysis.Comparison, s *analysis.Study) {
	for i := range s.Tables {
		t := &s.Tables[i]
		if t.ID != m.Table {
			continue
		}
		if r := t.Row(m.Row, analysis.Share); r >= 0 {
			c.figure(t, &t.Rows[r], difference, &m.Group, differenceJSON(s.Survey, m))
		}
	}
}

func (c *csvWriter) figure(t *analysis.Table, row *analysis.Row, measure string, g *analysis.Group, j jsonCell) {
	if c.err != nil {
		return
	}
	weighted := ""
	if j.Weighted {
		weighted = "true"
	}
	line := []string{
		safe(t.ID), safe(string(t.Topic)), safe(t.Channel), safe(t.Question), safe(row.Key), measure, safe(row.Label),
		safe(g.Breakdown), safe(g.Level), safe(g.Label), j.Status,
		float(j.Value), float(j.Low), float(j.High), float(j.SE), float(j.DF), float(j.Level), j.Method,
		integer(j.Count), integer(j.Base), integer(j.Population), integer(j.CountLow), integer(j.CountHigh), c.notice,
		weighted, float(j.Unweighted), float(j.WeightedBase), float(j.EffectiveBase),
		float(j.DesignEffect), float(j.DesignEffectReplacement),
		strings.Join(j.Notes, "; "), safe(strings.Join(j.LonelyStrata, "; ")), j.Letters, j.Sign,
	}
	for k := range analysis.DeepestNesting {
		by, level := "", ""
		if k < len(g.Parts) {
			by, level = g.Parts[k].Question, g.Parts[k].Level
		}
		line = append(line, safe(by), safe(level))
	}
	c.err = c.Write(line)
}

// safe makes text of a survey harmless in a spreadsheet.
func safe(s string) string { return survey.Inert(s) }

func float(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

func integer(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}
