package command

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/reports"
	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/frame"
	"benchmark/survey/locale"
	"benchmark/survey/quality"
	"benchmark/survey/register"
	"benchmark/survey/stack"
)

// source says which file is read, and what is read with it.
type source struct {
	file       string
	sheet      string
	codebook   string
	noCodebook bool
	frame      string
	register   string
	lang       string
	design     design
	// cells says that the cells of the file are asked for behind its survey, and unread of
	// which questions the texts are not; nil for none.
	cells  bool
	unread func(*survey.Question) bool
}

// languages are the languages of the output.
func languages() []string { return []string{"nl", "nl-BE", "en"} }

// flags defines the flags that every command that reads a survey has.
func (s *source) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&s.sheet, "sheet", "", "`NAME` of the worksheet to read (default: the one that holds the answers)")
	f.StringVar(&s.codebook, "codebook", "", "codebook `FILE`, or a survey tool's own (default: NAME.codebook.yaml)")
	f.BoolVar(&s.noCodebook, "no-codebook", false, "use no codebook, also when there is one beside the file")
	f.StringVar(&s.frame, "frame", "", "`FILE` with population counts (default: the one that the codebook names)")
	f.StringVar(&s.register, "register", "", "`FILE` with the organisations that exist (default: as the codebook says)")
	choiceVar(cmd, &s.lang, "lang", "", languages(), "language of the output (default: that of the survey)")
}

// check refuses flags that contradict each other.
func (s *source) check() error {
	if s.noCodebook && s.codebook != "" {
		return usagef("--codebook and --no-codebook exclude each other")
	}
	return s.design.check()
}

// loaded is a survey with what its reading has to tell.
type loaded struct {
	survey  *survey.Survey
	reading reports.Reading
	locale  *locale.Locale
	// roster is the respondents as bodies of the register, if there is one.
	roster *register.Roster
	// open is true when another program has the file open.
	open bool
	// idle are the flags that change nothing, since no design was asked for.
	idle []string
}

// fewRows is how many rows take so little room that it need not be used again, which
// waits for who looks at it.
const fewRows = 1000

// load walks the road from a file's bytes to a survey.
func (c *console) load(src *source) (*loaded, error) {
	size := sizeOf(src.file)
	c.memory.prepare(size)
	var find finder = findCodebook
	var read reader = func(o export.Options) (*export.File, error) { return c.readSurvey(src.file, o, nil) }
	if size > 0 {
		a := c.readAhead(src)
		find, read = a.find, a.read
	}
	book, beside, err := find(src)
	if err != nil {
		return nil, err
	}
	in := &loaded{open: src.file != standardInput && opened(src.file)}
	in.reading.CodebookBeside = beside
	if in.reading.File, err = read(c.readOptions(src, book)); err != nil {
		return nil, err
	}
	if src.sheet != "" && in.reading.File.Sheet == "" {
		return nil, usagef("--sheet: %s is no workbook, so it has no sheets", in.reading.File.Name)
	}
	if book == nil && !src.noCodebook {
		if book, err = ownCodebook(in.reading.File); err != nil {
			return nil, err
		}
	}
	if book == nil {
		book = codebook.Infer(in.reading.File)
	}
	book = book.For(in.reading.File)
	src.design.overrule(book)
	if err := src.design.retype(book, in.reading.File); err != nil {
		return nil, err
	}
	in.reading.Codebook = book
	if src.cells || in.reading.File.Rows.Len() <= fewRows {
		in.survey, err = book.Apply(in.reading.File)
	} else {
		in.survey, err = book.Consume(in.reading.File, src.unread)
	}
	if err != nil {
		return nil, err
	}
	if in.locale, err = c.language(src.lang, in.survey.Language); err != nil {
		return nil, err
	}
	if err := in.join(src, book); err != nil {
		return nil, err
	}
	if err := addFrame(in, src, book); err != nil {
		return nil, err
	}
	in.roster.Place()
	in.survey.Issues = append(in.survey.Issues, quality.Check(in.roster)...)
	return in, nil
}

// findCodebook reads the codebook that the user named or, unless told not to,
// the one beside the file. Nil when there is none.
func findCodebook(src *source) (book *codebook.Codebook, beside bool, err error) {
	path := src.codebookPath()
	if path == "" {
		return nil, false, nil
	}
	beside = src.codebook == ""
	if _, err := os.Stat(path); beside && errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	data, err := readFile(path)
	if err != nil {
		return nil, false, err
	}
	if book, err = codebook.Read(filepath.Base(path), data); err != nil {
		return nil, beside, err
	}
	for _, named := range []string{book.Frame, book.Register} {
		if elsewhere(named) {
			return nil, beside, fmt.Errorf("reading the codebook %s: %s is on another computer, and nothing is fetched; put it beside the codebook", path, named)
		}
		if info, err := os.Stat(src.beside("", named)); err == nil && !info.Mode().IsRegular() {
			return nil, beside, fmt.Errorf("reading the codebook %s: %s is no file; name a file", path, named)
		}
	}
	return book, beside, nil
}

// elsewhere reports whether a path leads to another computer: an address, or a
// share that Windows would send a password to.
func elsewhere(path string) bool {
	path = strings.ReplaceAll(path, `\`, "/")
	return strings.HasPrefix(path, "//") || strings.Contains(path, "://")
}

// codebookPath returns where the codebook is or would be, or nothing when none
// is to be used.
func (s *source) codebookPath() string {
	switch {
	case s.noCodebook:
		return ""
	case s.codebook != "":
		return s.codebook
	case s.file == standardInput:
		return ""
	}
	return strings.TrimSuffix(s.file, filepath.Ext(s.file)) + ".codebook.yaml"
}

// readOptions returns how the file is read: as the codebook says, and above
// that as the flags say.
func (c *console) readOptions(src *source, book *codebook.Codebook) export.Options {
	o := export.Options{Memory: allowed()}
	if c.working != nil {
		o.Progress = c.working.read
	}
	if book != nil {
		o.Sheet, o.HeaderRows, o.Encoding = book.File.Sheet, book.File.HeaderRows, book.File.Encoding
		for _, r := range book.File.Delimiter {
			o.Delimiter = r
			break
		}
	}
	if src.sheet != "" {
		o.Sheet = src.sheet
	}
	return o
}

// addFrame applies the population frame that the user or the codebook names,
// the latter relative to the codebook's folder, or else the counts of the
// register, and the weights by it where they are asked for. There is none by
// default, and none beside a design that the file's own columns tell.
func addFrame(in *loaded, src *source, book *codebook.Codebook) error {
	s := in.survey
	f, err := readFrame(src, book)
	if err != nil {
		return err
	}
	switch {
	case s.Design.Sampled && f != nil:
		s.Issues = append(s.Issues, survey.Issue{
			Where: survey.Place{File: f.Name}, Severity: survey.Warning, Code: survey.IssueFrameUnused, Args: []string{f.Name},
		})
		return nil
	case s.Design.Sampled:
		return nil
	case f == nil:
		f = in.roster.Population()
	}
	if f != nil {
		design, issues := f.Design(s)
		s.Design = design
		s.Issues = append(s.Issues, issues...)
		s.Source.Frame, s.Source.FrameSHA256 = f.Name, f.SHA256
	}
	if book.Weighting != codebook.WeightingFrame {
		return nil
	}
	design, issues, err := frame.Weighted(s)
	s.Design = design
	s.Issues = append(s.Issues, issues...)
	return err
}

// readFrame reads the population frame that the user or the codebook names, or
// takes the one of that name that comes with the program; nil when neither does.
func readFrame(src *source, book *codebook.Codebook) (*frame.Frame, error) {
	if frame.IsEmbedded(src.frame) {
		return frame.Embedded(src.frame)
	}
	path := src.beside(src.frame, book.Frame)
	if path == "" {
		return nil, nil
	}
	data, err := readFile(path)
	if err != nil {
		return nil, fmt.Errorf("population frame%s: %w", src.namedBy(src.frame), err)
	}
	return frame.Read(filepath.Base(path), data)
}

// beside returns the file that the user names or else the one that the codebook
// names, which is relative to the codebook's folder; nothing when neither does.
func (s *source) beside(given, inCodebook string) string {
	if given != "" || inCodebook == "" || filepath.IsAbs(inCodebook) {
		return cmp.Or(given, inCodebook)
	}
	return filepath.Join(filepath.Dir(s.codebookPath()), filepath.FromSlash(inCodebook))
}

// namedBy tells which codebook names a file where the user did not.
func (s *source) namedBy(given string) string {
	if given != "" {
		return ""
	}
	return " that the codebook " + filepath.Base(s.codebookPath()) + " names"
}

// study is a survey with its figures.
type study struct {
	*loaded
	figures *analysis.Study
	// remarks are what must be known of the pictures that were drawn.
	remarks []string
}

// compute reads the survey and computes its figures.
func (c *console) compute(ctx context.Context, src *source, o analysis.Options, p *progress) (*study, error) {
	words, err := c.language(src.lang, "")
	if err != nil {
		return nil, err
	}
	p.reading(words, src.file)
	src.unread = analysis.Unread
	in, err := await(ctx, func() (*loaded, error) { return c.load(src) })
	if err != nil {
		return nil, err
	}
	if err := checkQuestions(in.survey, &o); err != nil {
		return nil, err
	}
	if err := src.design.calibrate(in.survey, &o); err != nil {
		return nil, err
	}
	analysis.Hush(in.survey)
	if !in.survey.Design.Sampled {
		in.idle = designFlags(&o.Weighted)
	}
	p.step(words.Command().Counting())
	figures, err := await(ctx, func() (*analysis.Study, error) { return analysis.Analyze(in.survey, o) })
	if err != nil {
		return nil, err
	}
	return &study{loaded: in, figures: figures}, nil
}

// report builds the report of the study.
func (s *study) report(ctx context.Context, options ...reports.Option) (*reports.Report, error) {
	return await(ctx, func() (*reports.Report, error) {
		return reports.Build(s.figures, s.reading, s.locale, options...), nil
	})
}

// doubts returns an error when the survey has problems that may change figures
// and that nothing settles.
func (s *study) doubts() error {
	n := 0
	for i := range s.survey.Issues {
		if s.survey.Issues[i].Severity == survey.Doubt {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return &doubtError{n}
}

// rendered is a report in a form.
func rendered(ctx context.Context, render reports.Renderer, r *reports.Report, l *locale.Locale) ([]byte, error) {
	return await(ctx, func() ([]byte, error) {
		var b bytes.Buffer
		err := render(&b, r, l)
		return b.Bytes(), err
	})
}

// await does work that only computes and returns its result, or returns as
// soon as the context is cancelled and leaves the work to be forgotten.
func await[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		stack.Deepen()
		value, err := work()
		done <- outcome{value, err}
	}()
	select {
	case <-ctx.Done():
		var none T
		return none, context.Cause(ctx)
	case o := <-done:
		return o.value, o.err
	}
}
