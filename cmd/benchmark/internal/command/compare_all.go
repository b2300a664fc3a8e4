package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"benchmark/reports"
	"benchmark/survey/locale"
)

// interruptedError says how far an interrupted run came.
type interruptedError struct {
	done, all int
	out       string
	cause     error
}

// Error returns what is there, and how to go on.
func (e *interruptedError) Error() string {
	return fmt.Sprintf("interrupted: %d of %d reports are whole in %s; the same command goes on with the rest", e.done, e.all, e.out)
}

// Unwrap returns what ended the run.
func (e *interruptedError) Unwrap() error { return e.cause }

// compareAll writes a report for every organisation and an index. Each report is
// put in its place when it is whole, and noted in the journal.
func (c *console) compareAll(ctx context.Context, o *compareOptions, in *loaded, p *progress) error {
	if err := os.MkdirAll(o.out, 0o777); err != nil {
		return fmt.Errorf("writing to %s: %w; name another folder with --out", o.out, reason(err))
	}
	past, err := readPast(o.out)
	if err != nil {
		return err
	}
	past.before(o)
	job, err := c.newComparison(ctx, o, in, p)
	if err != nil {
		return err
	}
	d, err := c.rendering(&o.output)
	if err != nil {
		return err
	}
	run := &compareRun{console: c, options: o, job: job, delivery: d, past: past, inputs: o.inputs(job), names: fileNames(in, d.form.extension)}
	if err := run.open(); err != nil {
		return err
	}
	defer run.close()
	n, words := in.survey.Respondents, in.locale.Command()
	p.count(in.locale, words.Compared(0, n), 0, n)
	err = inOrder(ctx, n, func(i int) ([]byte, error) { return run.work(ctx, i) }, func(i int, text []byte) error {
		p.count(in.locale, words.Compared(i+1, n), i+1, n)
		return run.put(i, text)
	})
	if errors.Is(err, context.Canceled) && run.done > 0 {
		return &interruptedError{run.done, n, o.out, err}
	}
	if err != nil {
		return err
	}
	if err := run.finish(in.locale); err != nil {
		return err
	}
	p.done()
	c.tell(words.WroteReports(n, run.kept, o.out))
	return c.finishWaves(job.read(), nil, true)
}

// compareRun is a run over all organisations.
type compareRun struct {
	*console
	options  *compareOptions
	job      *comparison
	delivery *delivery
	past     *past
	// inputs is the digest of everything that makes the reports.
	inputs  string
	names   []string
	journal *os.File
	reports []indexReport
	// done is the number of reports that are in place, and kept how many of them
	// an earlier run had written.
	done, kept int
}

// work makes the report of respondent i, or nothing where it is there already.
func (r *compareRun) work(ctx context.Context, i int) ([]byte, error) {
	if r.past.has(r.inputs, r.options.out, r.names[i]) {
		return nil, nil
	}
	report, err := r.job.report(i)
	if err != nil {
		return nil, err
	}
	return r.delivery.render(ctx, report, r.job.in.locale)
}

// put puts the report of respondent i in its place.
func (r *compareRun) put(i int, text []byte) error {
	entry := indexReport{Organisation: organisationName(r.job.in, i), File: r.names[i], SHA256: r.past.digest(r.names[i])}
	if text == nil {
		r.kept++
	} else {
		if err := writeWhole(filepath.Join(r.options.out, r.names[i]), text); err != nil {
			return err
		}
		entry.SHA256 = digest(text)
	}
	r.done++
	r.reports = append(r.reports, entry)
	return r.note(&entry)
}

// finish writes the index and takes the journal away.
func (r *compareRun) finish(l *locale.Locale) error {
	entries := make([]reports.IndexEntry, len(r.reports))
	for i, e := range r.reports {
		entries[i] = reports.IndexEntry{Name: e.Organisation, File: e.File}
	}
	data, err := r.index()
	if err != nil {
		return err
	}
	list, page := bytes.Buffer{}, bytes.Buffer{}
	if err := reports.IndexMarkdown(&list, entries, l); err != nil {
		return err
	}
	if err := reports.IndexHTML(r.delivery.theme)(&page, entries, l); err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		data []byte
	}{{indexMarkdown, list.Bytes()}, {indexHTML, page.Bytes()}, {indexJSON, data}} {
		if err := writeWhole(filepath.Join(r.options.out, f.name), f.data); err != nil {
			return err
		}
	}
	r.close()
	// Another run into the same folder may have taken it away.
	if err := os.Remove(filepath.Join(r.options.out, journalName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("removing %s: %w", journalName, reason(err))
	}
	return nil
}

// writeWhole writes a file beside its place and puts it there.
func writeWhole(path string, data []byte) error {
	d, err := newEntry(path)
	if err != nil {
		return err
	}
	defer d.discard()
	return d.commit(data)
}
