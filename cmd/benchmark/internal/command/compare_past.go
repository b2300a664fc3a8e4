package command

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"benchmark/survey/frame"
)

// The files beside the reports of a run over all organisations.
const (
	indexMarkdown = "index.md"
	indexHTML     = "index.html"
	indexJSON     = "index.json"
	// journalName holds a line for every report of a run that is not done yet.
	journalName = ".compare-journal"
	indexSchema = "benchmark-compare-index/1"
)

// indexFile is index.json.
type indexFile struct {
	Schema string `json:"schema"`
	// Inputs is the digest of the data and the options that the reports are made of.
	Inputs string `json:"inputs"`
	// Peers are the groups of peers of all runs into the folder, the first first:
	// what its readers know.
	Peers   []string      `json:"peers"`
	Reports []indexReport `json:"reports"`
}

type indexReport struct {
	Organisation string `json:"organisation"`
	File         string `json:"file"`
	SHA256       string `json:"sha256"`
}

// journalLine is a line of the journal: the inputs and peers of a run, or a
// report of it.
type journalLine struct {
	Inputs string       `json:"inputs,omitempty"`
	Peers  []string     `json:"peers,omitempty"`
	Report *indexReport `json:"report,omitempty"`
}

// past is what earlier runs left in a folder.
type past struct {
	inputs  string
	peers   []string
	reports map[string]string // digest by file name
}

// readPast reads the index and the journal of a folder. A line of the journal
// that was not written to its end counts for nothing.
func readPast(out string) (*past, error) {
	p := &past{reports: make(map[string]string)}
	data, err := os.ReadFile(filepath.Join(out, indexJSON))
	if err == nil {
		var index indexFile
		if json.Unmarshal(data, &index) != nil || index.Schema != indexSchema {
			return nil, fmt.Errorf("writing to %s: its %s is of something else; name another folder with --out", out, indexJSON)
		}
		p.add(&journalLine{Inputs: index.Inputs, Peers: index.Peers})
		for i := range index.Reports {
			p.add(&journalLine{Report: &index.Reports[i]})
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading %s: %w", filepath.Join(out, indexJSON), reason(err))
	}
	data, err = os.ReadFile(filepath.Join(out, journalName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading %s: %w", filepath.Join(out, journalName), reason(err))
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		var line journalLine
		if json.Unmarshal(lines.Bytes(), &line) == nil {
			p.add(&line)
		}
	}
	return p, nil
}

// add takes in a line: reports of other inputs are forgotten, peers are not.
func (p *past) add(line *journalLine) {
	if line.Report != nil {
		p.reports[line.Report.File] = line.Report.SHA256
		return
	}
	if line.Inputs != p.inputs {
		p.inputs, p.reports = line.Inputs, make(map[string]string)
	}
	for _, spec := range line.Peers {
		if !slices.Contains(p.peers, spec) {
			p.peers = append(p.peers, spec)
		}
	}
}

// before adds the groups of earlier runs to those that readers know.
func (p *past) before(o *compareOptions) {
	for _, spec := range p.peers {
		if !slices.Contains(o.earlier, spec) {
			o.earlier = append(o.earlier, spec)
		}
	}
}

// has reports whether a whole report of the same inputs is in its place.
func (p *past) has(inputs, out, name string) bool {
	want, known := p.reports[name]
	if !known || p.inputs != inputs {
		return false
	}
	data, err := os.ReadFile(filepath.Join(out, name))
	return err == nil && digest(data) == want
}

func (p *past) digest(name string) string { return p.reports[name] }

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// inputs returns the digest of what the reports are made of: the files, the
// options and the version of the program.
func (o *compareOptions) inputs(job *comparison) string {
	var b strings.Builder
	in := job.in
	for i, s := range job.earlier {
		src := &s.survey.Source
		fmt.Fprintln(&b, job.moments[i], job.moments[i+1], src.SHA256, src.CodebookSHA256)
		registered := o.beside(o.register, s.reading.Codebook.Register)
		for _, text := range o.previous.registers {
			if m, file, _ := labelled(text); m == job.moments[i] {
				registered = file
			}
		}
		if data, err := os.ReadFile(registered); err == nil {
			fmt.Fprintln(&b, digest(data))
		}
	}
	src := &in.survey.Source
	fmt.Fprintln(&b, src.SHA256, src.CodebookSHA256, in.locale.Tag, o.format, o.width, o.confidence, o.disclosure, o.look.embedded, o.look.digests())
	fmt.Fprintf(&b, "%q %q %q\n", o.peers, o.order(), src.File)
	beside := []string{o.beside(o.frame, in.reading.Codebook.Frame), o.beside(o.register, in.reading.Codebook.Register)}
	for _, path := range slices.Concat(beside, o.references) {
		if data, err := os.ReadFile(path); err == nil {
			fmt.Fprintln(&b, digest(data))
		} else {
			fmt.Fprintln(&b, path) // none, or one that comes with the program
		}
	}
	if build, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintln(&b, build.Main.Version, build.Main.Sum)
	}
	return digest([]byte(b.String()))
}

// open starts the journal of the run.
func (r *compareRun) open() error {
	if r.past.inputs != r.inputs {
		r.past.reports = make(map[string]string)
	}
	path := filepath.Join(r.options.out, journalName)
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("writing %s: there is something else than a file; take it away", path)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, reason(err))
	}
	r.journal = f
	return r.append(&journalLine{Inputs: r.inputs, Peers: r.options.peers})
}

// note writes a report into the journal.
func (r *compareRun) note(e *indexReport) error { return r.append(&journalLine{Report: e}) }

func (r *compareRun) append(line *journalLine) error {
	data, err := json.Marshal(line)
	if err == nil {
		// A line that was cut off before is ended first.
		_, err = r.journal.Write(append(append([]byte("\n"), data...), '\n'))
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", r.journal.Name(), reason(err))
	}
	return nil
}

func (r *compareRun) close() {
	_ = r.journal.Close() // a second time after finish
}

// index returns index.json.
func (r *compareRun) index() ([]byte, error) {
	all := slices.Clone(r.past.peers)
	for _, spec := range r.options.peers {
		if !slices.Contains(all, spec) {
			all = append(all, spec)
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(indexFile{indexSchema, r.inputs, slices.Concat([]string{}, all), r.reports})
	return b.Bytes(), err
}

// longestFileName is the length of the name of a report without its ending.
const longestFileName = 80

// fileNames returns the file name of every report with its extension: of small letters, digits and
// hyphens, on every system, and no two the same.
func fileNames(in *loaded, extension string) []string {
	used := map[string]bool{strings.TrimSuffix(indexMarkdown, ".md"): true}
	for _, reserved := range []string{"con", "prn", "aux", "nul"} {
		used[reserved] = true
	}
	for d := '0'; d <= '9'; d++ {
		used["com"+string(d)], used["lpt"+string(d)] = true, true
	}
	names := make([]string, in.survey.Respondents)
	for i := range names {
		base := safeName(organisationName(in, i))
		name := base
		for n := 2; used[name]; n++ {
			name = fmt.Sprintf("%s-%d", base, n)
		}
		used[name] = true
		names[i] = name + extension
	}
	return names
}

// safeName writes a name in small letters, digits and hyphens.
func safeName(name string) string {
	var b strings.Builder
	for _, r := range frame.Plain(name) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() == longestFileName {
			break
		}
	}
	if s := strings.Trim(b.String(), "-"); s != "" {
		return s
	}
	return "organisation"
}
