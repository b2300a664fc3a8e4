package command

import (
	"bytes"
	"context"
	"fmt"

	"benchmark/analysis"
	"benchmark/analysis/audit"
	"benchmark/analysis/audit/panel"
	"benchmark/analysis/audit/recipient"
	"benchmark/analysis/contrast"
	"benchmark/analysis/position"
	"benchmark/analysis/trend"
	"benchmark/reports"
)

// auditHelp is what --audit does.
const auditHelp = "attack the figures: tell what a reader could deduce that is hidden"

// checkAudit refuses what does not go with an attack: a form or a place for the report
// that is not made.
func checkAudit(format, out, theme string) error {
	switch {
	case format != "" && format != formatText:
		return usagef("--audit goes with --format %s", formatText)
	case out != "" || theme != "":
		return usagef("--audit prints what it finds, so --out and --theme do not go with it")
	}
	return nil
}

// checkAudit refuses what does not go with an attack.
func (o *reportOptions) checkAudit() error {
	switch {
	case o.check != "":
		return usagef("--audit attacks the figures and --check reads a text: choose one")
	case len(o.questions) > 0:
		return usagef("--audit is about all questions, so --question does not go with it")
	}
	if err := checkAudit(o.format, o.out, o.look.theme); err != nil {
		return err
	}
	o.format = formatText
	return nil
}

// checkAudit refuses what does not go with an attack.
func (o *analyzeOptions) checkAudit() error {
	if len(o.questions) > 0 || o.brief {
		return usagef("--audit is about all questions, so --question and --brief do not go with it")
	}
	return checkAudit(o.format, o.out, o.look.theme)
}

// checkAudit refuses what does not go with an attack.
func (o *compareOptions) checkAudit() error {
	switch {
	case o.all == (o.organisation != ""):
		return usagef("whose report to attack: name one with --organisation, or give --all")
	case len(o.references) > 0 || o.writeReference != "":
		return usagef("--audit attacks reports to organisations of the survey: --reference and --write-reference do not go with it")
	case len(o.previous.given) > 0:
		return usagef("--audit attacks the report on one wave: --previous does not go with it")
	}
	if err := checkAudit(o.format, o.out, o.look.theme); err != nil {
		return err
	}
	o.format = formatText
	return nil
}

// auditStudy attacks the figures of a survey.
func (c *console) auditStudy(ctx context.Context, src *source, o analysis.Options, width int) error {
	p := c.progress()
	defer p.done()
	s, err := c.compute(ctx, src, o, p)
	if err != nil {
		return err
	}
	found, err := await(ctx, func() (*audit.Report, error) { return audit.Run(s.figures), nil })
	if err != nil {
		return err
	}
	of := reports.Audited{Protected: o.Disclosure != analysis.Unprotected, Weighted: s.survey.Design.Sampled}
	return c.printAudit(s, found, &of, width, p)
}

// auditReports attacks the reports to one organisation or to each, which all get the
// tables of the study too.
func (c *console) auditReports(ctx context.Context, o *compareOptions, in *loaded, p *progress) error {
	some := make([]int, 0, in.survey.Respondents)
	of := reports.Audited{Protected: o.disclosure != string(analysis.Unprotected)}
	for i := range in.survey.Respondents {
		some, of.Readers = append(some, i), append(of.Readers, organisationName(in, i))
	}
	if !o.all {
		i, err := findOrganisation(in, o.organisation)
		if err != nil {
			return err
		}
		some = []int{i}
	}
	of.Reports = len(some)
	options, err := o.positionOptions(in)
	if err != nil {
		return err
	}
	for k := range options.Peers {
		options.Peers[k].Known = false // what an earlier report told is attacked with it
	}
	found, err := await(ctx, func() (*audit.Report, error) { return attackReports(in, options, some) })
	if err != nil {
		return err
	}
	return c.printAudit(&study{loaded: in}, found, &of, o.width, p)
}

// attackReports attacks the reports to some organisations.
func attackReports(in *loaded, o position.Options, some []int) (*audit.Report, error) {
	how := analysis.Defaults()
	how.Level, how.Tests.Unshown, how.By = o.Level, true, o.By
	tables, err := analysis.Analyze(in.survey, how)
	if err != nil {
		return nil, err
	}
	positions, err := position.New(in.survey, o)
	if err != nil {
		return nil, err
	}
	found := &audit.Report{}
	for _, i := range some {
		found.Add(recipient.Attack(tables, positions.Of(i)))
	}
	return found, nil
}

// auditWaves attacks the tables of waves and what is told of those that answered twice.
func (c *console) auditWaves(ctx context.Context, o *trendOptions, studies []*study, p *progress) error {
	disclosed := analysis.Disclosure(o.disclosure)
	of := reports.Audited{Waves: len(studies), Protected: disclosed != analysis.Unprotected}
	found, err := await(ctx, func() (*audit.Report, error) {
		t, err := makeTrend(&o.waves, studies, trend.Options{Level: float64(o.confidence), Disclosure: disclosed, Adjust: contrast.Method(o.adjust)})
		if err != nil {
			return nil, err
		}
		found := panel.Attack(t)
		for _, s := range studies {
			found.Add(audit.Run(s.figures))
		}
		return found, nil
	})
	if err != nil {
		return err
	}
	for _, s := range studies {
		of.Weighted = of.Weighted || s.survey.Design.Sampled
	}
	return c.printAudit(studies[len(studies)-1], found, &of, o.width, p)
}

// printAudit prints what an attack found, which is an error where it exposes something.
func (c *console) printAudit(s *study, found *audit.Report, of *reports.Audited, width int, p *progress) error {
	var b bytes.Buffer
	if err := reports.AuditText(&b, found, of, c.screen(width), s.locale); err != nil {
		return err
	}
	p.done()
	if err := c.finish(s, b.Bytes(), true, nil); err != nil {
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
