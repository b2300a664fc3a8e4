package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	sampledata "benchmark/sample-data"
)

// chore is a job that no peer does, with what is promised of it.
type chore struct {
	name    string
	args    []string
	makes   string // pattern of the files that it makes
	promise time.Duration
	costs   []cost
	made    int
}

// bodies is how many organisations the chore of reports has.
const bodies = 400

// chores returns the jobs on the sample in a folder.
func chores(dir string) []chore {
	book := filepath.Join(dir, "howaboutyou-2018.xlsx")
	one, all, reports := filepath.Join(dir, "one.png"), filepath.Join(dir, "charts"), filepath.Join(dir, "reports")
	return []chore{
		{name: "first chart", args: []string{"chart", book, "--out", one}, makes: one, promise: 40 * time.Millisecond},
		{name: "all charts", args: []string{"chart", book, "--all", "--format", "png", "--out", all}, makes: filepath.Join(all, "*.png"), promise: 800 * time.Millisecond},
		{
			name: "comparison reports", args: []string{"compare", filepath.Join(dir, "bodies.csv"), "--all", "--format", "html", "--out", reports},
			makes: filepath.Join(reports, "*.html"), promise: time.Minute,
		},
	}
}

// alone measures the chores and prints what they took beside what is promised.
func (o *options) alone(ctx context.Context) error {
	dir := filepath.Join(o.dir, "ours")
	o.work = filepath.Join(o.dir, "work")
	if err := errors.Join(os.MkdirAll(dir, 0o755), os.MkdirAll(o.work, 0o755)); err != nil {
		return err
	}
	if err := writeBodies(dir); err != nil {
		return err
	}
	if err := o.build(ctx); err != nil {
		return fmt.Errorf("building benchmark: %w", err)
	}
	all := chores(dir)
	for range o.runs {
		for i := range all {
			if err := all[i].run(ctx, o.program(), dir); err != nil {
				return err
			}
		}
	}
	fmt.Printf("%s, %s, medians of %d\n\n", processor(), time.Now().Format(time.DateOnly), o.runs)
	table := promises(all)
	if o.markdown {
		return table.markdown(os.Stdout)
	}
	return table.text(os.Stdout)
}

// run runs the chore once, in a folder without what it made before.
func (c *chore) run(ctx context.Context, program, dir string) error {
	for _, made := range []string{"one.png", "charts", "reports"} {
		if err := os.RemoveAll(filepath.Join(dir, made)); err != nil {
			return err
		}
	}
	cmd := exec.CommandContext(ctx, program, c.args...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	begun := time.Now()
	if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != 3 {
		return fmt.Errorf("%s: %w\n%s", c.name, err, complaint.Bytes())
	}
	s := cmd.ProcessState
	c.costs = append(c.costs, cost{time.Since(begun), s.UserTime() + s.SystemTime(), peak(s)})
	made, err := filepath.Glob(c.makes)
	c.made = len(made)
	return err
}

// promises returns the table of the chores, and of each further chart.
func promises(all []chore) cells {
	rows := cells{{"job", "files", "promised s", "wall s", "CPU s", "peak MiB"}}
	for i := range all {
		m := median(all[i].costs)
		rows = append(rows, []string{
			all[i].name, fmt.Sprint(all[i].made), digits(all[i].promise.Seconds()), digits(m.wall.Seconds()), digits(m.cpu.Seconds()), fmt.Sprint(m.memory >> 20),
		})
	}
	if more := all[1].made - all[0].made; more > 0 {
		one, many := median(all[0].costs), median(all[1].costs)
		each := func(a, b time.Duration) string { return fmt.Sprintf("%.3f", (b-a).Seconds()/float64(more)) }
		rows = append(rows, []string{"each further chart", fmt.Sprint(more), "0.025", each(one.wall, many.wall), each(one.cpu, many.cpu), ""})
	}
	return rows
}

// writeBodies writes the sample, and a survey of many bodies: the answers of the sample
// again and again, each under another name.
func writeBodies(dir string) error {
	var table, book []byte
	for _, f := range sampledata.Files() {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
			return err
		}
		switch f.Name {
		case "howaboutyou-2018.csv":
			table = f.Data
		case "howaboutyou-2018.codebook.yaml":
			book = f.Data
		}
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(table, []byte("\xef\xbb\xbf"))))
	r.Comma, r.FieldsPerRecord = ';', -1
	lines, err := r.ReadAll()
	if err != nil {
		return err
	}
	name, code, id := slices.Index(lines[0], "Wat is de naam van uw organisatie?"), slices.Index(lines[0], "Wat is de code van uw organisatie?"), slices.Index(lines[0], "Respondent ID")
	if name < 0 || code < 0 || id < 0 {
		return errors.New("the sample has other headings")
	}
	done := slices.DeleteFunc(slices.Clone(lines[1:]), func(line []string) bool { return !slices.Contains(line, "Voltooid") })
	many := slices.Clone(lines[:1])
	for i := range bodies {
		line := slices.Clone(done[i%len(done)])
		line[name], line[code], line[id] = fmt.Sprintf("Organisatie %03d", i+1), "", fmt.Sprint(i+1)
		many = append(many, line)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = ';'
	if err := w.WriteAll(many); err != nil {
		return err
	}
	text := strings.Replace(string(book), "register: register-2018.csv\n", "", 1)
	return errors.Join(os.WriteFile(filepath.Join(dir, "bodies.csv"), b.Bytes(), 0o644),
		os.WriteFile(filepath.Join(dir, "bodies.codebook.yaml"), []byte(text), 0o644))
}
