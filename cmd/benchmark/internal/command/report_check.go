package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"benchmark/reports"
	"benchmark/reports/claims"
)

// longestText is the size in bytes of the longest text that is checked.
const longestText = 1 << 20

// checkForm fills in the form of a judgement and refuses what does not go with
// one.
func (o *reportOptions) checkForm() error {
	if o.format == "" {
		o.format = formatText
	}
	switch {
	case o.format != formatText && o.format != formatJSON:
		return usagef("--check goes with --format %s or %s", formatText, formatJSON)
	case o.out != "" || o.look.theme != "" || len(o.questions) > 0:
		return usagef("--check prints what it finds, about all questions, so --out, --theme and --question do not go with it")
	case o.check == standardInput && o.file == standardInput:
		return usagef("the survey and --check can't both be read from standard input")
	}
	return nil
}

// runCheck judges what a text says about a survey.
func runCheck(ctx context.Context, c *console, o *reportOptions) error {
	p := c.progress()
	defer p.done()
	text, name, err := c.text(o.check)
	if err != nil {
		return err
	}
	s, err := c.compute(ctx, &o.source, o.analysis(), p)
	if err != nil {
		return err
	}
	found, err := await(ctx, func() (claims.Result, error) { return claims.Check(text, s.figures), nil })
	if err != nil {
		return err
	}
	checked := reports.Checked{Name: name, Result: found}
	render := reports.CheckText(checked, c.screen(o.width))
	if o.format == formatJSON {
		render = reports.CheckJSON(checked)
	}
	r, err := s.report(ctx)
	if err != nil {
		return err
	}
	said, err := rendered(ctx, render, r, s.locale)
	if err != nil {
		return err
	}
	p.done()
	if err := c.finish(s, said, true, nil); err != nil {
		return err
	}
	if !found.Sound() {
		return &claimError{name}
	}
	return nil
}

// text reads a text to check, and returns its base name.
func (c *console) text(path string) (text, name string, err error) {
	var data []byte
	name = filepath.Base(path)
	if path == standardInput {
		name = standardInput
		if data, err = io.ReadAll(io.LimitReader(c.in, longestText+1)); err != nil {
			return "", "", fmt.Errorf("reading the text from standard input: %w", err)
		}
		if len(data) == 0 {
			return "", "", errors.New("reading the text from standard input: there is nothing in it")
		}
	} else if data, err = readFile(path); err != nil {
		return "", "", fmt.Errorf("text to check: %w", err)
	}
	switch {
	case len(data) > longestText:
		return "", "", fmt.Errorf("reading the text %s: it is longer than %d MB; give the part that is about the survey", name, longestText>>20)
	case bytes.IndexByte(data, 0) >= 0:
		return "", "", fmt.Errorf("reading the text %s: it is no plain text; save it as Markdown or plain text (UTF-8)", name)
	}
	return string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))), name, nil
}

// claimError says that the check was done and found claims that can't stand.
type claimError struct{ text string }

// Error returns what was found.
func (e *claimError) Error() string {
	return fmt.Sprintf("%s: not every claim can stand as it is written", e.text)
}
