package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// scripts are the jobs of the peers.
//
//go:embed peers
var scripts embed.FS

// house is where everything is.
type house struct {
	dir  string // of the survey files
	work string // of scripts, tables and the program itself
	npm  string // of node_modules
}

func (h *house) table(c *contestant) string {
	return filepath.Join(h.work, strings.ReplaceAll(c.peer.name, " ", "-")+"-"+c.size.name+c.input+".table")
}

func (h *house) script(name string) string { return filepath.Join(h.work, "peers", name) }

// unpack writes the scripts to the folder of work.
func (h *house) unpack() error {
	if err := os.MkdirAll(filepath.Join(h.work, "peers"), 0o755); err != nil {
		return err
	}
	return fs.WalkDir(scripts, "peers", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := scripts.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(h.work, filepath.FromSlash(path)), data, 0o644)
	})
}

// peer is a program that does the job, or that shows what no program can do
// without.
type peer struct {
	name, depth string
	inputs      []string
	// sizes are the names of the files that it can do in a bearable time.
	sizes string
	// version prints the version, and fails when the program is not there.
	version []string
	// args are the command; %file, %list, %table and %codebook stand for the paths.
	args []string
	// prints is true when the table goes to standard output.
	prints bool
	read   func([]byte) (figures, error)
}

const ours = "benchmark"

// peers returns all of them, ours first; unzip and the bare scan are floors.
func peers(h *house, all bool) []peer {
	both, csv := []string{".xlsx", ".csv"}, []string{".csv"}
	node := func(module string) []string {
		at := fmt.Sprintf("'%s/node_modules/%s", filepath.ToSlash(h.npm), module)
		return []string{"node", "-p", fmt.Sprintf("require(%s'), require(%s/package.json').version", at, at)} // what is there may lack its binary
	}
	slow := "SM"
	if all {
		slow = "SML"
	}
	inR := func(name string) []string {
		return []string{"Rscript", "-e", fmt.Sprintf("library(%s); cat(as.character(packageVersion('%s')))", name, name)}
	}
	return []peer{
		{ours, "design", both, "SML", []string{h.program(), "version"}, []string{
			h.program(), "analyze", "%file", "--codebook", "%codebook", "--strata", "type", "--strata", "size", "--weights", "weight", "%population",
			"--test", "rao-scott-f", "--minimum", "1", "--disclosure", "none", "--format", "json",
		}, true, readOurs},
		{"unzip", "floor", []string{".xlsx"}, "SM", []string{"sh", "-c", "unzip -v | head -1 | cut -d ' ' -f 2"}, []string{"unzip", "-p", "%file", "xl/worksheets/sheet1.xml"}, false, nil},
		{"DuckDB scan", "floor", csv, "SML", node("@duckdb/node-api"), []string{"node", h.script("duckdb.mjs"), "%file", "%list", "scan"}, false, nil},
		{"R survey", "design", both, slow, inR("survey"), []string{"Rscript", h.script("survey.R"), "%file", "%list", "%table"}, false, readTheirs},
		{"R data.table", "formula", both, "SML", inR("data.table"), []string{"Rscript", h.script("datatable.R"), "%file", "%list", "%table"}, false, readTheirs},
		{"pandas", "formula", csv, "SML", []string{"/usr/bin/python3", "-c", "import pandas; print(pandas.__version__)"}, []string{"/usr/bin/python3", h.script("frames.py"), "%file", "%list", "%table"}, false, readTheirs},
		{"DuckDB", "formula", csv, "SML", node("@duckdb/node-api"), []string{"node", h.script("duckdb.mjs"), "%file", "%list", "%table"}, false, readTheirs},
		{"Polars", "formula", csv, "SML", node("nodejs-polars"), []string{"node", h.script("polars.mjs"), "%file", "%list", "%table"}, false, readTheirs},
	}
}

// program is the path of our own program, as the command builds it.
func (h *house) program() string { return filepath.Join(h.work, "benchmark") }

// installed returns the version of the peer; "" when it is not there.
func (p *peer) installed() string {
	out, err := exec.Command(p.version[0], p.version[1:]...).Output()
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.TrimSpace(string(out)), "benchmark ")
}

// command fills in the paths.
func (p *peer) command(h *house, c *contestant) []string {
	var args []string
	for _, a := range p.args {
		switch a {
		case "%file":
			a = c.size.in(h.dir, c.input)
		case "%list":
			a = c.size.in(h.dir, ".columns.csv")
		case "%codebook":
			a = c.size.in(h.dir, ".codebook.yaml")
		case "%table":
			a = h.table(c)
		case "%population":
			if c.size.population {
				args = append(args, "--population", "population")
			}
			continue
		}
		args = append(args, a)
	}
	return args
}
