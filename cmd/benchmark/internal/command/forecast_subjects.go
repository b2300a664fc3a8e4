package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"benchmark/analysis"
	"benchmark/analysis/forecast"
	"benchmark/analysis/trend"
	"benchmark/reports"
	"benchmark/survey"
	"benchmark/survey/locale"
	"benchmark/survey/series"
)

// subjects reads what is foretold, and fills in what the report has to say about it.
func (c *console) subjects(ctx context.Context, o *forecastOptions, p *progress, out *reports.Outlook) ([]forecast.Subject, []*study, *locale.Locale, error) {
	if o.series != "" {
		return c.published(o, out)
	}
	how := analysis.Defaults()
	how.Level, how.Disclosure = float64(o.confidence), analysis.Disclosure(o.disclosure)
	studies, err := c.computeWaves(ctx, &o.waves, how, p)
	if err != nil {
		return nil, nil, nil, err
	}
	last := studies[len(studies)-1]
	for i, s := range studies {
		out.Surveys, out.Moments = append(out.Surveys, s.survey), append(out.Moments, o.files[i].moment)
		report, err := s.report(ctx)
		if err != nil {
			return nil, nil, nil, err
		}
		for _, notice := range report.Notices {
			if !slices.Contains(out.Notices, notice) {
				out.Notices = append(out.Notices, notice)
			}
		}
	}
	src := &last.survey.Source
	out.Source = last.locale.ChartSource(src.Publisher, last.survey.Title, last.survey.Respondents, src.FieldStart, src.FieldEnd, src.Synthetic,
		out.NotForPublication)
	subjects := forecast.Studied([]forecast.Wave{{Moment: o.files[0].moment, Study: last.figures}})
	if len(studies) > 1 {
		t, err := makeTrend(&o.waves, studies, trend.Options{Level: float64(o.confidence), Disclosure: how.Disclosure})
		if err != nil {
			return nil, nil, nil, err
		}
		subjects = subjectsOf(t)
	}
	if len(subjects) == 0 {
		return nil, nil, nil, fmt.Errorf("forecasting: no question asks which channel organisations use or plan to use, or its figures are hidden: 'benchmark inspect' tells what was read; a codebook gives a question the role adoption")
	}
	return subjects, studies, last.locale, nil
}

// published reads published figures.
func (c *console) published(o *forecastOptions, out *reports.Outlook) ([]forecast.Subject, []*study, *locale.Locale, error) {
	l, err := c.language(o.lang, "")
	if err != nil {
		return nil, nil, nil, err
	}
	all, err := c.series(o.series, l, out)
	if err != nil {
		return nil, nil, nil, err
	}
	out.Source = l.Forecast().ChartSource(filepath.Base(o.series))
	var subjects []forecast.Subject
	for _, s := range all {
		subjects = append(subjects, forecast.Published(s, float64(o.confidence)))
	}
	return subjects, nil, l, nil
}

// series reads published figures from a file, or those that come with the program.
func (c *console) series(name string, l *locale.Locale, out *reports.Outlook) ([]series.Series, error) {
	var data []byte
	var err error
	if series.IsEmbedded(name) {
		var text string
		text, err = series.Text(name, l.Dutch())
		data = []byte(text)
	} else {
		given := name
		if data, name, err = c.read(given); errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("%w; %s comes with the program", err, strings.Join(series.EmbeddedNames(), ", "))
		}
	}
	if err != nil {
		return nil, err
	}
	out.Series, out.SeriesSHA256 = filepath.Base(name), digest(data)
	return series.Read(name, data)
}

// chosen returns the subjects that were asked for.
func (o *forecastOptions) chosen(all []forecast.Subject) ([]forecast.Subject, error) {
	if len(o.channels) == 0 {
		return all, nil
	}
	var names []string
	for i := range all {
		names = append(names, all[i].Subject)
	}
	var out []forecast.Subject
	for _, asked := range o.channels {
		i := slices.IndexFunc(names, func(name string) bool { return strings.EqualFold(name, strings.TrimSpace(asked)) })
		if i < 0 {
			return nil, usagef("--channel: %q is not one of %s%s", asked, strings.Join(names, ", "), didYouMean("", nearest(asked, names)))
		}
		out = append(out, all[i])
	}
	return out, nil
}

// when is a flag for a moment.
type when survey.Moment

// Known reports whether a moment was given.
func (w *when) Known() bool { return survey.Moment(*w).Known() }

// String returns the moment as it is typed.
func (w *when) String() string { return survey.Moment(*w).String() }

// Type returns the word for the value in the help.
func (w *when) Type() string { return "moment" }

// Set takes a year, a quarter, a month or a day.
func (w *when) Set(text string) error {
	m, err := survey.ParseMoment(text)
	if err != nil {
		return err
	}
	*w = when(m)
	return nil
}

var _ pflag.Value = (*when)(nil)
