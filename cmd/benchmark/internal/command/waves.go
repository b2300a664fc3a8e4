package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/survey"
)

// waveFile is a survey file with the moment that it speaks of.
type waveFile struct {
	moment survey.Moment
	source source
}

// waves says which surveys are read, and what is read with each of them.
type waves struct {
	// codebooks, frames and registers are files for all waves, or LABEL=FILE for one.
	codebooks, frames, registers []string
	sheet                        string
	noCodebook                   bool
	lang                         string
	design                       design
	// files are the waves in the order of time.
	files []waveFile
}

// flags defines the flags that every command that reads waves has.
func (w *waves) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&w.sheet, "sheet", "", "`NAME` of the worksheet to read (default: the one that holds the answers)")
	f.StringArrayVar(&w.codebooks, "codebook", nil, "codebook `FILE` for every wave, or LABEL=FILE for one; can be repeated")
	f.BoolVar(&w.noCodebook, "no-codebook", false, "use no codebooks, also when there are some beside the files")
	f.StringArrayVar(&w.frames, "frame", nil, "`FILE` with population counts, or LABEL=FILE for one wave; can be repeated")
	f.StringArrayVar(&w.registers, "register", nil, "`FILE` with the organisations there are, or LABEL=FILE; can be repeated")
	f.StringVar(&w.design.weights, "weights", "", "`COLUMN` with the weights of the respondents, in every wave")
	choiceVar(cmd, &w.design.weighting, "weighting", "", []string{weightingFrame, weightingNone}, "weights by the population counts, or none whatever a codebook says")
	for flag, endings := range map[string][]string{"codebook": {"yaml", "yml"}, "frame": {"csv", "xlsx"}, "register": {"csv", "xlsx"}} {
		must(cmd.RegisterFlagCompletionFunc(flag, completeWaveFlag(endings...)))
	}
	choiceVar(cmd, &w.lang, "lang", "", languages(), "language of the output (default: that of the last survey)")
}

// labelled takes LABEL=FILE apart. A name with an equals sign in it of which the first
// part is no moment is a file.
func labelled(text string) (m survey.Moment, file string, ok bool) {
	label, file, found := strings.Cut(text, "=")
	if !found {
		return m, text, false
	}
	m, err := survey.ParseMoment(label)
	if err != nil {
		return m, text, false
	}
	return m, file, true
}

// complete gathers the waves of the arguments, LABEL=FILE each, in the order of time.
// One file without a label is allowed where single is true.
func (w *waves) complete(args []string, single bool) error {
	for _, arg := range args {
		m, file, ok := labelled(arg)
		label, _, cut := strings.Cut(arg, "=")
		switch {
		case !ok && single && len(args) == 1 && !cut:
		case !ok && cut:
			return usagef("%q is no moment: write LABEL=FILE with a year, a quarter, a month or a day, as in 2018=%s", label, "FILE")
		case !ok:
			return usagef("%s has no moment: write LABEL=FILE, as in 2018=%s", arg, arg)
		case file == "":
			return usagef("%s names no file: write LABEL=FILE, as in %s=survey.xlsx", arg, m)
		}
		w.files = append(w.files, waveFile{m, source{file: file, sheet: w.sheet, noCodebook: w.noCodebook, lang: w.lang, design: w.design}})
	}
	slices.SortStableFunc(w.files, func(a, b waveFile) int { return earlier(a.moment, b.moment) })
	for i := 1; i < len(w.files); i++ {
		if a, b := w.files[i-1].moment, w.files[i].moment; a.At() == b.At() {
			return usagef("two waves of %s: give each its own moment, such as %s-01 and %s-10", a, a, a)
		}
	}
	return w.assignAll()
}

// earlier orders moments.
func earlier(a, b survey.Moment) int { return cmp.Compare(a.At(), b.At()) }

// assignAll gives the codebooks, frames and registers to the waves.
func (w *waves) assignAll() error {
	for _, of := range []struct {
		flag  string
		given []string
		set   func(*source, string)
	}{
		{"codebook", w.codebooks, func(s *source, file string) { s.codebook = file }},
		{"frame", w.frames, func(s *source, file string) { s.frame = file }},
		{"register", w.registers, func(s *source, file string) { s.register = file }},
	} {
		if err := w.assign(of.flag, of.given, of.set); err != nil {
			return err
		}
	}
	for i := range w.files {
		if err := w.files[i].source.check(); err != nil {
			return err
		}
	}
	return nil
}

// assign gives the files of a flag to the waves: those without a label to all of them.
func (w *waves) assign(flag string, given []string, set func(*source, string)) error {
	for _, pass := range []bool{false, true} { // a label goes before none
		for _, text := range given {
			m, file, ok := labelled(text)
			if ok != pass {
				continue
			}
			found := false
			for i := range w.files {
				if !ok || w.files[i].moment == m {
					set(&w.files[i].source, file)
					found = true
				}
			}
			if !found {
				return usagef("--%s %s: there is no wave of %s", flag, text, m)
			}
		}
	}
	return nil
}

// computeWaves reads the waves and computes their figures. An error names the wave.
func (c *console) computeWaves(ctx context.Context, w *waves, o analysis.Options, p *progress) ([]*study, error) {
	var all []*study
	for i := range w.files {
		f := &w.files[i]
		s, err := c.compute(ctx, &f.source, o, p)
		switch {
		case err != nil && f.moment.Known():
			return nil, fmt.Errorf("wave %s: %w", f.moment, err)
		case err != nil:
			return nil, err
		}
		if !f.moment.Known() {
			if f.moment = survey.MomentOf(s.survey.Source.FieldEnd); !f.moment.Known() {
				return nil, usagef("%s does not tell when it was: write LABEL=FILE, as in 2018=%s", f.source.file, f.source.file)
			}
		}
		all = append(all, s)
	}
	return all, nil
}

// finishWaves is finish for the studies of waves.
func (c *console) finishWaves(all []*study, result []byte, announce bool) error {
	doubts := 0
	for _, s := range all {
		if doubt, ok := errors.AsType[*doubtError](s.doubts()); ok {
			doubts += doubt.doubts
		}
		if s.open {
			c.tell(s.locale.Command().OpenElsewhere(s.reading.File.Name))
		}
		if announce && s.reading.CodebookBeside {
			c.tell(s.locale.Report().CodebookBeside(s.reading.Codebook.Name))
		}
		if len(s.idle) > 0 {
			c.tell(s.locale.Command().OnlyByDesign(s.idle))
		}
	}
	if err := c.print(result); err != nil {
		return err
	}
	if doubts > 0 {
		return &doubtError{doubts}
	}
	return nil
}
