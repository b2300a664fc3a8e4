package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// sweep is a series of files of which one measure grows.
type sweep struct {
	name   string // what grows
	points []scaled
}

// scaled is one file of a sweep and what its analysis takes.
type scaled struct {
	at int // the measure that grows
	size
	by    string // a breakdown besides, or ""
	costs []cost
}

// cells returns the number of cells below the heading.
func (s *scaled) cells() int { return s.rows * len(s.columns()) }

// sweeps returns the series: rows up to a number, columns, and groups. The first point
// of each is what all others are set against.
func sweeps(rows int) []sweep {
	common := questionnaire{singles: 6, scales: 4, blocks: 1, numbers: 1}
	all := []sweep{{name: "rows"}, {name: "columns"}, {name: "groups"}}
	for n := 100; n <= rows; n *= 10 {
		all[0].points = append(all[0].points, scaled{at: n, size: size{name: fmt.Sprint("rows-", n), rows: n, questionnaire: common}})
	}
	for _, n := range []int{10, 30, 100, 300, 1000, 5000} {
		q := questionnaire{scales: n / 10, numbers: n / 10}
		q.singles = n - 3 - q.scales - q.numbers
		all[1].points = append(all[1].points, scaled{at: n, size: size{name: fmt.Sprint("columns-", n), rows: 2000, questionnaire: q}})
	}
	for _, n := range []int{2, 5, 20, 50, 100, 200, 500} {
		q := common
		q.groups = n
		all[2].points = append(all[2].points, scaled{at: n, by: groupsName, size: size{name: fmt.Sprint("groups-", n), rows: min(100_000, rows), questionnaire: q}})
	}
	return all
}

// scale measures what the sweeps take, and writes the figures and their charts.
func (o *options) scale(ctx context.Context) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	o.work = filepath.Join(o.dir, "work")
	if err := errors.Join(os.MkdirAll(o.work, 0o755), os.MkdirAll(o.out, 0o755)); err != nil {
		return err
	}
	if err := o.build(ctx); err != nil {
		return fmt.Errorf("building benchmark: %w", err)
	}
	all := sweeps(o.large)
	all = slices.DeleteFunc(all, func(s sweep) bool { return !o.wanted(s.name) })
	for i := range all {
		for k := range all[i].points {
			if err := o.measure(ctx, self, &all[i].points[k]); err != nil {
				return err
			}
		}
	}
	fmt.Printf("%s, %s, medians of %d\n", processor(), time.Now().Format(time.DateOnly), o.runs)
	for i := range all {
		table := all[i].table()
		fmt.Printf("\n%s\n\n", all[i].name)
		write := table.text
		if o.markdown {
			write = table.markdown
		}
		if err := errors.Join(write(os.Stdout), keep(filepath.Join(o.out, all[i].name+".csv"), table)); err != nil {
			return err
		}
	}
	return drawSweeps(o.out, all)
}

// measure makes a file, in another process since a child's peak memory counts from that
// of its parent, has it analysed, and takes it away again.
func (o *options) measure(ctx context.Context, self string, s *scaled) error {
	if err := loud(ctx, self, "-one", s.name, "-rows", strconv.Itoa(o.large), "-dir", o.dir, "-seed", strconv.FormatUint(o.seed, 10)); err != nil {
		return fmt.Errorf("writing %s: %w", s.name, err)
	}
	args := []string{"analyze", s.in(o.dir, ".csv"), "--codebook", s.in(o.dir, ".codebook.yaml"), "--strata", "type", "--strata", "size",
		"--weights", "weight", "--test", "rao-scott-f", "--disclosure", "none", "--format", "json"}
	if s.by != "" {
		args = append(args, "--by", s.by)
	}
	for range o.runs {
		cmd := exec.CommandContext(ctx, o.program(), args...)
		var complaint strings.Builder
		cmd.Stdout, cmd.Stderr = io.Discard, &complaint
		begun := time.Now()
		if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != 3 {
			return fmt.Errorf("analysing %s: %w\n%s", s.name, err, complaint.String())
		}
		p := cmd.ProcessState
		s.costs = append(s.costs, cost{time.Since(begun), p.UserTime() + p.SystemTime(), peak(p)})
	}
	fmt.Fprintf(os.Stderr, "%s: %s s\n", s.name, digits(median(s.costs).wall.Seconds()))
	for _, extension := range []string{".csv", ".codebook.yaml", ".columns.csv", ".made"} {
		if err := os.Remove(s.in(o.dir, extension)); err != nil {
			return err
		}
	}
	return nil
}

// one writes the file of a sweep with a name.
func (o *options) one(name string) error {
	for _, sweep := range sweeps(o.large) {
		for k := range sweep.points {
			if sweep.points[k].name == name {
				return sweep.points[k].make(o.dir, o.seed)
			}
		}
	}
	return fmt.Errorf("no file is called %s", name)
}

// perCell returns what each cell takes beyond the first file of the sweep: nanoseconds
// of the processor and bytes of memory. The first file itself has none.
func (s *sweep) perCell(k int) (ns, bytes float64) {
	first, p := &s.points[0], &s.points[k]
	a, b := median(first.costs), median(p.costs)
	more := float64(p.cells() - first.cells())
	if more <= 0 {
		return 0, 0
	}
	return max(0, float64(b.cpu-a.cpu)/more), max(0, float64(b.memory-a.memory)/more)
}

// perStep returns how many milliseconds of the processor each group or column takes
// beyond those of the first file.
func (s *sweep) perStep(k int) float64 {
	first, p := &s.points[0], &s.points[k]
	if p.at == first.at {
		return 0
	}
	more := median(p.costs).cpu - median(first.costs).cpu
	return max(0, more.Seconds()*1000/float64(p.at-first.at))
}

// table returns the figures of a sweep.
func (s *sweep) table() cells {
	rows := cells{{s.name, "rows", "columns", "wall s", "CPU s", "peak MiB", "CPU ns per further cell", "bytes per further cell"}}
	if s.name != "rows" {
		rows[0][6], rows[0] = "CPU ms per further "+strings.TrimSuffix(s.name, "s"), rows[0][:7]
	}
	for k := range s.points {
		p := &s.points[k]
		m := median(p.costs)
		line := []string{
			strconv.Itoa(p.at), strconv.Itoa(p.rows), strconv.Itoa(len(p.columns())),
			digits(m.wall.Seconds()), digits(m.cpu.Seconds()), fmt.Sprint(m.memory >> 20), "", "",
		}
		switch ns, bytes := s.perCell(k); {
		case k > 0 && s.name == "rows":
			line[6], line[7] = fmt.Sprintf("%.0f", ns), fmt.Sprintf("%.1f", bytes)
		case k > 0:
			line[6] = digits(s.perStep(k))
		}
		rows = append(rows, line[:len(rows[0])])
	}
	return rows
}

// keep writes a table as CSV.
func keep(path string, table cells) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return csv.NewWriter(f).WriteAll(table)
}
