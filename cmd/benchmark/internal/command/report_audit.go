package command

import (
	"context"
	"fmt"

	"benchmark/analysis/audit"
	"benchmark/reports"
)

// checkAudit refuses what does not go with an attack.
func (o *reportOptions) checkAudit() error {
	switch {
	case o.check != "":
		return usagef("--audit attacks the figures and --check reads a text: choose one")
	case o.format != "" && o.format != formatText:
		return usagef("--audit goes with --format %s", formatText)
	case o.out != "" || o.look.theme != "" || len(o.questions) > 0:
		return usagef("--audit prints what it finds, about all questions, so --out, --theme and --question do not go with it")
	}
	o.format = formatText
	return nil
}

// runAudit attacks the figures of a survey.
func runAudit(ctx context.Context, c *console, o *reportOptions) error {
	p := c.progress()
	defer p.done()
	s, err := c.compute(ctx, &o.source, o.analysis(), p)
	if err != nil {
		return err
	}
	found, err := await(ctx, func() (*audit.Report, error) { return audit.Run(s.figures), nil })
	if err != nil {
		return err
	}
	r, err := s.report(ctx, reports.Whole())
	if err != nil {
		return err
	}
	text, err := rendered(ctx, reports.AuditText(found, c.screen(o.width)), r, s.locale)
	if err != nil {
		return err
	}
	p.done()
	if err := c.finish(s, text, true, nil); err != nil {
		return err
	}
	if len(found.Exposed) > 0 {
		return &exposedError{len(found.Exposed)}
	}
	return nil
}

// exposedError says that the attack was done and exposed something.
type exposedError struct{ n int }

// Error returns what was found.
func (e *exposedError) Error() string {
	return fmt.Sprintf("what is published may expose answers: %d found", e.n)
}
