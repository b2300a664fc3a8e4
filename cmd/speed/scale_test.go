package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// measured are the sweeps with costs that grow with the cells, and with the groups.
func measured() []sweep {
	all := sweeps(100_000)
	for i := range all {
		for k := range all[i].points {
			p := &all[i].points[k]
			spent := time.Duration(p.cells()) * 100
			if p.by != "" {
				spent += time.Duration(p.at) * time.Millisecond / 2
			}
			p.costs = []cost{{spent, 40*time.Millisecond + spent, 30<<20 + int64(p.cells())*3}}
		}
	}
	return all
}

// TestSweeps: rows grow tenfold up to those asked for, columns are as many as they are
// called, and no file is larger than the most rows.
func TestSweeps(t *testing.T) {
	for _, s := range sweeps(10_000) {
		for _, p := range s.points {
			columns := len(p.columns())
			switch {
			case p.rows > 10_000, s.name == "rows" && p.rows != p.at, s.name == "columns" && columns != p.at, s.name == "groups" && columns != 23:
				t.Errorf("%s: %d rows, %d columns", p.name, p.rows, columns)
			}
		}
		if s.points[0].at >= s.points[len(s.points)-1].at {
			t.Errorf("%s does not grow", s.name)
		}
	}
}

// TestPerCell: what the smallest file takes is not that of the cells.
func TestPerCell(t *testing.T) {
	all := measured()
	ns, memory := all[0].perCell(3)
	if first, _ := all[0].perCell(0); ns < 99.9 || ns > 100.1 || memory < 2.99 || memory > 3.01 || first != 0 {
		t.Errorf("%v ns and %v bytes a cell, %v for the first", ns, memory, first)
	}
	table := all[2].table()
	if got := table[len(table)-1][6]; got != "0.50" || table[0][6] != "CPU ms per further group" {
		t.Errorf("%s ms a group", got)
	}
}

// TestDrawSweeps: each chart is there, and says all of it.
func TestDrawSweeps(t *testing.T) {
	dir := t.TempDir()
	if err := drawSweeps(dir, measured()); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"rows", "memory", "columns", "groups"} {
		data, err := os.ReadFile(filepath.Join(dir, name+".svg"))
		if err != nil || !strings.Contains(string(data), "number of") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPromises: what was promised stands beside what it took, and a further chart is
// what all take beyond the first.
func TestPromises(t *testing.T) {
	all := chores("x")
	for i := range all {
		all[i].made, all[i].costs = []int{1, 17, 401}[i], []cost{{time.Duration(i+1) * 100 * time.Millisecond, time.Duration(i+1) * 160 * time.Millisecond, 1 << 20}}
	}
	var b bytes.Buffer
	if err := promises(all).markdown(&b); err != nil {
		t.Fatal(err)
	}
	if want := "| each further chart | 16 | 0.025 | 0.006 | 0.010 |  |\n"; !strings.HasSuffix(b.String(), want) {
		t.Errorf("got\n%s", &b)
	}
}

// TestWriteBodies: the survey for reports has every body once.
func TestWriteBodies(t *testing.T) {
	dir := t.TempDir()
	if err := writeBodies(dir); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "bodies.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int{bodies, 0}, []int{bytes.Count(data, []byte(";Organisatie ")), bytes.Count(data, []byte(";Test;"))}); diff != "" {
		t.Error(diff)
	}
}
