package command

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/analysis/trend"
	"benchmark/reports"
	"benchmark/survey"
)

// comparison makes the reports on the organisations of one survey.
type comparison struct {
	in *loaded
	// reading tells how the file was read, by which program with which options.
	reading   reports.Reading
	positions *position.Study
	// earlier are the studies of earlier waves, in the order of time, and moments when they
	// and the survey were.
	earlier   []*study
	moments   []survey.Moment
	reference *position.Reference
}

// read are all surveys that were read, the one that is compared last.
func (j *comparison) read() []*study { return append(slices.Clone(j.earlier), &study{loaded: j.in}) }

// newComparison prepares to compare, with a reference or earlier waves where they are
// given.
func (c *console) newComparison(ctx context.Context, o *compareOptions, in *loaded, p *progress) (*comparison, error) {
	job := &comparison{in: in, reading: in.reading}
	job.reading.Program, job.reading.Options = "benchmark "+release(), o.given
	var err error
	if len(o.references) > 0 {
		job.reference, err = readReference(o.references[0])
		return job, err
	}
	options, err := o.positionOptions(in)
	if err != nil {
		return nil, err
	}
	if job.positions, err = position.New(in.survey, options); err != nil || len(o.previous.given) == 0 {
		return job, err
	}
	return job, c.remember(ctx, o, job, p)
}

// remember reads the earlier waves of a comparison.
func (c *console) remember(ctx context.Context, o *compareOptions, job *comparison, p *progress) error {
	how := analysis.Defaults()
	how.Level, how.Disclosure = float64(o.confidence), analysis.Disclosure(o.disclosure)
	figures, err := await(ctx, func() (*analysis.Study, error) { return analysis.Analyze(job.in.survey, how) })
	if err != nil {
		return err
	}
	w, studies, err := o.previous.add(ctx, c, &o.source, &study{loaded: job.in, figures: figures}, how, p)
	if err != nil {
		return err
	}
	t, err := await(ctx, func() (*trend.Trend, error) {
		return makeTrend(w, studies, trend.Options{Level: how.Level, Disclosure: how.Disclosure})
	})
	if err != nil {
		return err
	}
	job.earlier = studies[:len(studies)-1]
	for i := range w.files {
		job.moments = append(job.moments, w.files[i].moment)
	}
	return job.positions.Remember(t)
}

// report returns the report on respondent i.
func (j *comparison) report(i int) (*reports.Report, error) {
	about := reports.About{Name: organisationName(j.in, i), Survey: j.in.survey, Reading: j.reading, Reference: j.reference}
	var p *position.Position
	var err error
	if j.reference != nil {
		about.Study = cmp.Or(j.reference.Title, "-")
		p, err = position.Beside(j.in.survey, i, j.reference)
	} else {
		about.Study = cmp.Or(j.in.survey.Title, j.in.survey.Source.File)
		p = j.positions.Of(i)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", about.Name, err)
	}
	return reports.BuildPosition(p, about, j.in.locale), nil
}
