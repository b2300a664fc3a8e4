// Command speed times benchmark beside the programs that its users would take
// instead, on the same job and the same made-up files. It prints no table unless
// all of them find the same figures. Run it from the repository:
//
//	go run ./cmd/speed --dir /var/tmp/speed --npm /path/with/node_modules
//
//	go run ./cmd/speed -ours --dir /var/tmp/speed
//	go run ./cmd/speed -scale --dir /var/tmp/speed -rows 10000000 -n 3
//
// The job: for every closed question, in total, by type of organisation and by
// size class, the count, the weighted count, the weighted share and its interval,
// and a test of each breakdown; of every number the mean and the median.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// options are the flags.
type options struct {
	house
	seed     uint64
	runs     int
	large    int
	sizes    string
	only     string
	markdown bool
	slow     bool
	files    bool
	scaling  bool
	ours     bool
	warm     bool
	out      string
	name     string // of the one file of a sweep to write
}

func main() {
	var o options
	flag.StringVar(&o.dir, "dir", filepath.Join(os.TempDir(), "speed"), "`folder` of the survey files, which are kept")
	flag.StringVar(&o.npm, "npm", ".", "`folder` with node_modules, for DuckDB (@duckdb/node-api) and Polars (nodejs-polars)")
	flag.Uint64Var(&o.seed, "seed", 2018, "seed of the answers")
	flag.IntVar(&o.runs, "n", 5, "number of runs, of which the median counts")
	flag.IntVar(&o.large, "rows", 1_000_000, "number of rows of the file L")
	flag.StringVar(&o.sizes, "sizes", "SML", "the files to do")
	flag.StringVar(&o.only, "only", "", "do these programs, or sweeps of -scale, alone, with commas between")
	flag.BoolVar(&o.markdown, "markdown", false, "print Markdown")
	flag.BoolVar(&o.slow, "slow", false, "do the survey package of R on L too (ten minutes a run)")
	flag.BoolVar(&o.warm, "warm", false, "run each program once unmeasured before it is measured, so that it finds memory and files as it left them")
	flag.BoolVar(&o.files, "files", false, "write the files and stop")
	flag.BoolVar(&o.scaling, "scale", false, "measure what more rows (up to -rows), columns and groups take, and draw it")
	flag.BoolVar(&o.ours, "ours", false, "measure what no other program does: charts and comparison reports")
	flag.StringVar(&o.out, "out", filepath.Join("cmd", "speed", "scale"), "`folder` for the figures and charts of -scale")
	flag.StringVar(&o.name, "one", "", "write the file of -scale with this `name` and stop")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := o.do(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

// do does what the flags ask.
func (o *options) do(ctx context.Context) error {
	if o.runs < 1 || o.large < 2*strata {
		return fmt.Errorf("-n must be 1 or more, and -rows %d or more", 2*strata)
	}
	if o.name != "" {
		return o.one(o.name)
	}
	if o.scaling {
		return o.scale(ctx)
	}
	if o.ours {
		return o.alone(ctx)
	}
	list := o.chosen()
	if len(list) == 0 {
		return fmt.Errorf("-sizes %q names no file: S, M or L", o.sizes)
	}
	if o.files {
		for i := range list {
			if err := list[i].make(o.dir, o.seed); err != nil {
				return err
			}
		}
		return nil
	}
	// A child's peak memory counts from that of its parent, so another process
	// writes the files.
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if err := loud(ctx, self, "-files", "-dir", o.dir, "-sizes", o.sizes, "-rows", strconv.Itoa(o.large), "-seed", strconv.FormatUint(o.seed, 10)); err != nil {
		return fmt.Errorf("writing the files: %w", err)
	}
	if o.npm, err = filepath.Abs(o.npm); err != nil {
		return err
	}
	o.work = filepath.Join(o.dir, "work")
	if err := o.unpack(); err != nil {
		return err
	}
	if err := o.build(ctx); err != nil {
		return fmt.Errorf("building benchmark: %w", err)
	}
	return o.race(ctx, list)
}

// chosen returns the files to do.
func (o *options) chosen() []size {
	var list []size
	for _, s := range sizes() {
		if strings.Contains(o.sizes, s.name) {
			if s.name == "L" {
				s.rows = o.large
			}
			list = append(list, s)
		}
	}
	return list
}

// build builds the program as it is released, without C, and puts a copy in its place, as
// who installs it has: what a linker wrote lies in memory in smaller pieces, which start
// more slowly.
func (o *options) build(ctx context.Context) error {
	linked := o.program() + "-linked"
	defer os.Remove(linked) //nolint:errcheck // nobody needs it
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", linked, "benchmark/cmd/benchmark")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return err
	}
	from, err := os.Open(linked)
	if err != nil {
		return err
	}
	defer from.Close() //nolint:errcheck // it was only read
	if err := os.Remove(o.program()); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	to, err := os.OpenFile(o.program(), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o755)
	if err != nil {
		return err
	}
	// Little memory, see above, and not by the file system, which would leave it as it lies.
	_, err = io.CopyBuffer(struct{ io.Writer }{to}, struct{ io.Reader }{from}, make([]byte, 1<<20))
	return errors.Join(err, to.Sync(), to.Close()) // so that no disk is busy later
}

// loud runs a command and shows what it prints.
func loud(ctx context.Context, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	return cmd.Run()
}

// race runs all programs on all files in turn, and prints a table per file.
func (o *options) race(ctx context.Context, list []size) error {
	all := peers(&o.house, o.slow)
	if all[0].installed() == "" {
		return fmt.Errorf("%s does not run", o.program())
	}
	versions := map[string]string{}
	for i := range all {
		versions[all[i].name] = all[i].installed()
	}
	before := ""
	if o.warm {
		before = ", each run behind an unmeasured one"
	}
	fmt.Printf("%s, %d threads, %s/%s, %s, medians of %d%s\n", processor(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH,
		time.Now().Format(time.DateOnly), o.runs, before)
	for i := range list {
		for _, input := range []string{".xlsx", ".csv"} {
			var field []*contestant
			for p := range all {
				if all[p].takes(&list[i], input) && o.wanted(all[p].name) {
					field = append(field, &contestant{peer: &all[p], size: &list[i], input: input, missing: versions[all[p].name] == ""})
				}
			}
			if len(field) == 0 {
				continue
			}
			if err := o.heat(ctx, field, versions); err != nil {
				return err
			}
		}
	}
	return nil
}

// wanted reports whether the program is to be run; ours always is.
func (o *options) wanted(name string) bool {
	if o.only == "" || name == ours {
		return true
	}
	for one := range strings.SplitSeq(o.only, ",") {
		if strings.EqualFold(strings.TrimSpace(one), name) {
			return true
		}
	}
	return false
}

// heat runs the programs on one file in turn and prints its table. Each round has an
// order of its own, since a program pays for the state in which the one before it
// leaves the machine.
func (o *options) heat(ctx context.Context, field []*contestant, versions map[string]string) error {
	for round := range o.runs {
		for _, at := range order(len(field), o.seed, round) {
			if err := o.take(ctx, field[at]); err != nil {
				return err
			}
		}
	}
	s := field[0].size
	fmt.Printf("\n%s%s: %d rows, %d columns\n\n", s.name, field[0].input, s.rows, len(s.columns()))
	var apart []string
	var notes []string
	for _, c := range field[1:] {
		if c.figure == nil {
			continue
		}
		a := agree(field[0].figure, c.figure, c.peer.depth == field[0].peer.depth)
		note := fmt.Sprintf("%s: %d figures equal ours; largest relative deviation %.1g (%s)", c.peer.name, a.compared, a.largest, a.where)
		if a.refused > 0 {
			note += fmt.Sprintf("; %d tests that it cannot compute", a.refused)
		}
		if notes = append(notes, note); !a.ok() {
			apart = append(apart, fmt.Sprintf("%s: %.1g, %s", c.peer.name, a.largest, a.where))
		}
	}
	if len(apart) > 0 {
		return fmt.Errorf("no table of %s%s, since figures differ:\n%s", s.name, field[0].input, strings.Join(apart, "\n"))
	}
	table := result(field, versions)
	write := table.text
	if o.markdown {
		write = table.markdown
	}
	if err := errors.Join(write(os.Stdout)); err != nil {
		return err
	}
	fmt.Printf("\n%s\n", strings.Join(notes, "\n"))
	return nil
}

// order returns the order of a number of programs in a round.
func order(n int, seed uint64, round int) []int {
	return rand.New(rand.NewPCG(seed, uint64(round))).Perm(n)
}

// take runs a program that is installed and keeps what that cost.
func (o *options) take(ctx context.Context, c *contestant) error {
	if c.missing {
		return nil
	}
	if err := c.run(ctx, &o.house); err != nil || !o.warm {
		return err
	}
	c.costs = c.costs[:len(c.costs)-1]
	return c.run(ctx, &o.house)
}

// takes reports whether the peer can do the file.
func (p *peer) takes(s *size, input string) bool {
	if !strings.Contains(p.sizes, s.name) || input == ".xlsx" && !s.workbook {
		return false
	}
	for _, i := range p.inputs {
		if i == input {
			return true
		}
	}
	return false
}

// processor names the processor, as far as the system tells.
func processor() string {
	data, err := os.ReadFile("/proc/cpuinfo")
	if err == nil {
		for line := range strings.SplitSeq(string(data), "\n") {
			if name, ok := strings.CutPrefix(line, "model name"); ok {
				return strings.TrimLeft(name, "\t :")
			}
		}
	}
	return "unknown processor"
}
