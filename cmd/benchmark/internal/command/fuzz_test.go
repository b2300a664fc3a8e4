package command

import (
	"bytes"
	"context"
	"encoding/json"
	"html"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"
)

// nastyCells are cells that a mutation puts in.
func nastyCells() []string {
	return []string{
		"", "Ja", "Nee", "x", "0", "1", "-1", "3,5", "1e999", "NaN", "99", "1-10", "10-jan", "2018-10-02", "0000-00-00", "N/A", "Weet niet",
		"Ja; Nee", "Ja, Nee", "Tevreden", "Totaal", "Gemeente A", "Gemeente", "Zeker wel", "a\nb", "'", `"`, "=1+1", "<b>", "\u202e", "\x1b[31m",
		strings.Repeat("lang ", 50), "😀", "[x]", "{\"ImportId\":\"QID1\"}", "Response", "Anders, namelijk", "TRUE", "1 tot 5",
	}
}

// mutate changes a table as a program of bytes says: what is done, to which row and
// column, and with which cell.
func mutate(rows [][]string, program []byte) [][]string {
	cells := nastyCells()
	for ; len(program) >= 4 && len(rows) > 0 && len(rows) < 60; program = program[4:] {
		r := int(program[1]) % len(rows)
		if len(rows[r]) == 0 {
			continue
		}
		c, cell := int(program[2])%len(rows[r]), cells[int(program[3])%len(cells)]
		switch program[0] % 8 {
		case 0, 1:
			rows[r][c] = cell
		case 2: // the whole column
			for i := 1; i < len(rows); i++ {
				if c < len(rows[i]) {
					rows[i][c] = cell
				}
			}
		case 3: // another column
			for i := range rows {
				if len(rows[i]) < 30 {
					rows[i] = append(rows[i], rows[i][c%max(1, len(rows[i]))])
				}
			}
		case 4:
			rows = append(rows, append([]string(nil), rows[r]...))
		case 5:
			rows = append(rows[:r], rows[r+1:]...)
		case 6:
			rows[r] = rows[r][:c]
		case 7:
			rows[0][c%max(1, len(rows[0]))] = cell
		}
		if len(rows) == 0 || len(rows[0]) == 0 {
			break
		}
	}
	return rows
}

// mutateLines changes a codebook: lines are taken out, doubled, swapped, or get
// another value.
func mutateLines(text string, program []byte) string {
	lines, cells := strings.Split(text, "\n"), nastyCells()
	for ; len(program) >= 3 && len(lines) > 1 && len(lines) < 200; program = program[3:] {
		a, b := int(program[1])%len(lines), int(program[2])%len(lines)
		switch program[0] % 4 {
		case 0:
			lines = append(lines[:a], lines[a+1:]...)
		case 1:
			lines = append(lines[:a+1], lines[a:]...)
		case 2:
			lines[a], lines[b] = lines[b], lines[a]
		case 3:
			key, _, _ := strings.Cut(lines[a], ": ")
			lines[a] = key + ": " + cells[int(program[2])%len(cells)]
		}
	}
	return strings.Join(lines, "\n")
}

const smallCodebook = `survey: {title: "Proef", language: nl}
questions:
  - id: body
    column: "Wat is de naam van uw organisatie?"
    kind: name
    role: organisation
  - id: type
    column: "Type organisatie"
    kind: single
    role: organisation-type
    options:
      - {code: Gemeente, label: "Gemeente"}
      - {code: Waterschap, label: "Waterschap"}
  - id: whatsapp
    column: "Gebruikt u WhatsApp?"
    kind: single
    role: adoption
    channel: WhatsApp
    options:
      - {code: Ja, label: "Ja", stage: uses}
      - {code: Nee, label: "Nee", stage: none}
  - id: rated
    column: "Hoe tevreden bent u over WhatsApp?"
    kind: scale
    role: satisfaction
    channel: WhatsApp
    asked_if: {whatsapp: [Ja]}
    options:
      - {code: Neutraal, label: "Neutraal", score: 3}
      - {code: Tevreden, label: "Tevreden", score: 4}
`

// commandsToFuzz are what is run on a mutated survey.
func commandsToFuzz() [][]string {
	return [][]string{
		{"analyze", "FILE", "--format", "json"}, {"analyze", "FILE", "--letters"}, {"inspect", "FILE"}, {"report", "FILE", "--format", "text"},
		{"report", "FILE", "--format", "html", "--out", "-"}, {"compare", "FILE", "--organisation", "row:3", "--format", "markdown"},
		{"chart", "FILE", "--kind", "adoption", "--format", "svg", "--out", "OUT.svg"}, {"report", "FILE", "--format", "xlsx", "--out", "OUT.xlsx"},
		{"capacity", "FILE", "--format", "json"}, {"report", "FILE", "--audit"},
	}
}

// FuzzCommand runs whole commands on small surveys and codebooks that were changed:
// a status, no panic, no hang, and not much memory.
func FuzzCommand(f *testing.F) {
	for i := range commandsToFuzz() {
		f.Add(uint8(i), false, true, []byte{}, []byte{})
		if i > 2 {
			continue
		}
		f.Add(uint8(i), true, false, []byte{0, 3, 2, 5, 3, 0, 2, 0, 7, 0, 1, 17, 2, 1, 3, 9}, []byte{})
		f.Add(uint8(i), false, true, []byte{4, 2, 0, 0, 6, 5, 1, 0}, []byte{3, 4, 9, 0, 12, 0, 1, 8, 0})
	}
	f.Fuzz(func(t *testing.T, which uint8, workbook, withCodebook bool, table, book []byte) {
		var rows [][]string
		for line := range strings.Lines(smallCSV("Hoe tevreden bent u over WhatsApp?", "Tevreden", "Neutraal", "Tevreden", "Tevreden")) {
			rows = append(rows, strings.Split(strings.TrimSpace(line), ";"))
		}
		rows = mutate(rows, table)
		dir := t.TempDir()
		path := filepath.Join(dir, "s.csv")
		if workbook {
			write(t, path, string(smallBook(t, sheetOf(rows), "", nil)))
		} else {
			write(t, path, csvOf(rows))
		}
		args := append([]string(nil), commandsToFuzz()[int(which)%len(commandsToFuzz())]...)
		for i := range args {
			args[i] = strings.NewReplacer("FILE", path, "OUT", filepath.Join(dir, "out")).Replace(args[i])
		}
		if withCodebook {
			write(t, filepath.Join(dir, "c.yaml"), mutateLines(smallCodebook, book))
			args = append(args, "--codebook", filepath.Join(dir, "c.yaml"))
		}
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		var stdout, stderr bytes.Buffer
		status := Main(ctx, append(args, "--lang", "nl"), strings.NewReader(""), &stdout, &stderr, func(string) string { return "" })
		runtime.ReadMemStats(&after)
		switch {
		case ctx.Err() != nil:
			t.Fatalf("%v takes over a minute", args)
		case status < 0 || status > 3 || status == 1 && stdout.Len() > 0 || status == 2 && !strings.Contains(stderr.String(), "--help"):
			t.Fatalf("%v: status %d, %d bytes printed, %s", args, status, stdout.Len(), &stderr)
		case after.TotalAlloc-before.TotalAlloc > 2<<30:
			t.Fatalf("%v: %d bytes allocated", args, after.TotalAlloc-before.TotalAlloc)
		case bytes.ContainsFunc(stdout.Bytes(), deceives) || bytes.ContainsFunc(stderr.Bytes(), deceives):
			t.Fatalf("%v prints what steers a terminal", args)
		case strings.Contains(strings.Join(args, " "), "json") && status != 1 && status != 2 && !json.Valid(stdout.Bytes()):
			t.Fatalf("%v: no JSON", args)
		}
		if left, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(left) > 0 {
			t.Fatalf("%v leaves %v", args, left)
		}
	})
}

func csvOf(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(';')
			}
			b.WriteString(`"` + strings.ReplaceAll(cell, `"`, `""`) + `"`)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func sheetOf(rows [][]string) string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for _, row := range rows {
		b.WriteString("<row>")
		for _, cell := range row {
			if _, err := json.Number(cell).Float64(); err == nil && cell != "NaN" && cell != "1e999" {
				b.WriteString("<c><v>" + cell + "</v></c>")
				continue
			}
			b.WriteString(`<c t="inlineStr"><is><t>` + html.EscapeString(strings.ReplaceAll(cell, "\x1b", "")) + `</t></is></c>`)
		}
		b.WriteString("</row>")
	}
	return b.String() + "</sheetData></worksheet>"
}

// FuzzFlags sets every flag that reads more than a word: a value or an error, and
// what it prints is read again as the same.
func FuzzFlags(f *testing.F) {
	for _, s := range []string{"10m", "1h30m", "-3s", "30%", "1e400", "NaN", "80/30s", "8/15/25", "20%/year", "2018-10", "2018", "0000-13", "a/b", "0,5,0,9", "9" + strings.Repeat("9", 400), "95%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for name, fresh := range map[string]func() pflag.Value{
			"span": func() pflag.Value { return new(span) }, "part": func() pflag.Value { return new(part) },
			"promise": func() pflag.Value { return new(promise) }, "per hour": func() pflag.Value { return new(perHour) },
			"growth": func() pflag.Value { return new(growth) }, "when": func() pflag.Value { return new(when) },
			"proportions": func() pflag.Value { return new(proportions) }, "ratios": func() pflag.Value { return new(ratios) },
			"confidence": func() pflag.Value { return new(confidence) },
		} {
			v := fresh()
			if v.Set(text) != nil {
				continue
			}
			again := fresh()
			if printed := v.String(); printed != "" {
				if err := again.Set(printed); err != nil || again.String() != printed {
					t.Errorf("%s: %q is printed as %q, and that is read as %q, %v", name, text, printed, again.String(), err)
				}
			}
		}
	})
}

// FuzzCommandLine parses any command line on no file: a status, no panic.
func FuzzCommandLine(f *testing.F) {
	for _, s := range []string{"analyze\x00x\x00--by=a", "trend\x002018=x\x002019=y", "forecast\x00--series\x00nl-whatsapp\x00--until\x002021", "chart\x00--kind\x00z", "__complete\x00report\x00", "compare\x00-\x00--all", "help\x00limits"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		args := strings.Split(line, "\x00")
		for _, a := range args { // nothing is written, and nothing run
			if a == "sample" || strings.Contains(a, "out") || strings.Contains(a, "write") || strings.HasPrefix(a, "-o") || strings.Contains(a, "/") {
				return
			}
		}
		t.Chdir(t.TempDir())
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		status := Main(ctx, args, strings.NewReader(""), io.Discard, io.Discard, func(string) string { return "" })
		if status < 0 || status > 3 {
			t.Errorf("%q: status %d", args, status)
		}
		if _, err := os.Getwd(); err != nil {
			t.Error(err)
		}
	})
}
