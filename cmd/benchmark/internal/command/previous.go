package command

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/forecast"
	"benchmark/analysis/trend"
	"benchmark/reports"
	"benchmark/survey"
)

// previous are the earlier waves of a survey, with the files that belong to each.
type previous struct {
	// given are the surveys, LABEL=FILE, or FILE where it tells when it was.
	given []string
	// codebooks, frames and registers are LABEL=FILE, of one wave each.
	codebooks, frames, registers []string
	// moment is when the survey itself was; unknown: as it tells.
	moment survey.Moment
}

// waveFileValue is a flag that takes a file for the survey, and LABEL=FILE for an earlier
// wave.
type waveFileValue struct {
	plain    *string
	labelled *[]string
}

// String returns the file for the survey, or else the last one for an earlier wave.
func (v *waveFileValue) String() string {
	switch {
	case v.plain == nil:
		return ""
	case *v.plain == "" && len(*v.labelled) > 0:
		return (*v.labelled)[len(*v.labelled)-1]
	}
	return *v.plain
}

// Type returns the word for the value in the help.
func (v *waveFileValue) Type() string { return "string" }

// Set takes a file.
func (v *waveFileValue) Set(text string) error {
	if _, file, ok := labelled(text); ok && file != "" {
		*v.labelled = append(*v.labelled, text)
		return nil
	}
	*v.plain = text
	return nil
}

// flags defines the flag of the earlier waves, and lets those of the source take files
// for them. Those of the source must be there.
func (p *previous) flags(cmd *cobra.Command, src *source) {
	f := cmd.Flags()
	f.StringArrayVar(&p.given, "previous", nil, "an earlier wave as LABEL=`FILE`, the label being a year, 2018-10, ...; can be repeated")
	for _, of := range []struct {
		name     string
		plain    *string
		labelled *[]string
	}{{"codebook", &src.codebook, &p.codebooks}, {"frame", &src.frame, &p.frames}, {"register", &src.register, &p.registers}} {
		flag := f.Lookup(of.name)
		flag.Value = &waveFileValue{of.plain, of.labelled}
		flag.Usage += ", or LABEL=FILE"
	}
}

// complete takes the label off the file of the survey, which it may have beside earlier
// waves, and refuses files for waves that there are not.
func (p *previous) complete(src *source) error {
	if len(p.given) == 0 {
		if files := slices.Concat(p.codebooks, p.frames, p.registers); len(files) > 0 {
			return usagef("%s is a file for an earlier wave: name that with --previous", files[0])
		}
		return nil
	}
	if m, file, ok := labelled(src.file); ok && file != "" {
		p.moment, src.file = m, file
	}
	if src.file == standardInput && slices.Contains(p.given, standardInput) {
		return usagef("--previous: standard input can be read once")
	}
	_, err := p.waves(src)
	return err
}

// waves are the earlier waves in the order of time, with what is read with them.
func (p *previous) waves(src *source) (*waves, error) {
	w := &waves{lang: src.lang, noCodebook: src.noCodebook, design: src.design}
	for _, text := range p.given {
		m, file, ok := labelled(text)
		switch {
		case !ok:
			m, file = survey.Moment{}, text
		case file == "":
			return nil, usagef("--previous %s names no file: write LABEL=FILE, as in %s=survey.xlsx", text, m)
		}
		w.files = append(w.files, waveFile{m, source{file: file, noCodebook: src.noCodebook, lang: src.lang, design: src.design, register: src.register}})
	}
	w.codebooks, w.frames, w.registers = p.codebooks, p.frames, p.registers
	own := waveFile{p.moment, *src}
	w.files = append(w.files, own)
	if err := w.assignAll(); err != nil {
		return nil, err
	}
	*src = w.files[len(w.files)-1].source
	w.files = w.files[:len(w.files)-1]
	return w, nil
}

// add computes the earlier waves and puts them before the study, in the order of time.
// The waves that are returned have the study as the last one.
func (p *previous) add(ctx context.Context, c *console, src *source, s *study, how analysis.Options, pr *progress) (*waves, []*study, error) {
	w, err := p.waves(src)
	if err != nil {
		return nil, nil, err
	}
	moment, err := p.when(s)
	if err != nil {
		return nil, nil, err
	}
	all, err := c.computeWaves(ctx, w, how, pr)
	if err != nil {
		return nil, nil, err
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return earlier(w.files[a].moment, w.files[b].moment) })
	sorted := &waves{}
	var studies []*study
	for _, i := range order {
		sorted.files, studies = append(sorted.files, w.files[i]), append(studies, all[i])
	}
	sorted.files, studies = append(sorted.files, waveFile{moment, *src}), append(studies, s)
	for i := 1; i < len(sorted.files); i++ {
		switch a, b := sorted.files[i-1].moment, sorted.files[i].moment; {
		case a.At() == b.At() && i < len(sorted.files)-1:
			return nil, nil, usagef("--previous: two waves of %s: give each its own moment, such as %s-01 and %s-10", a, a, a)
		case a.At() >= b.At():
			return nil, nil, usagef("--previous: the wave of %s is not before this survey, which is of %s; write 2018=%s to say when this one was", a, b, src.file)
		}
	}
	return sorted, studies, nil
}

// when is the moment of the survey itself.
func (p *previous) when(s *study) (survey.Moment, error) {
	m := p.moment
	if !m.Known() {
		m = survey.MomentOf(s.survey.Source.FieldEnd)
	}
	if !m.Known() {
		return m, usagef("%s does not tell when it was: write LABEL=FILE, as in 2018=%s", s.reading.File.Name, s.reading.File.Name)
	}
	return m, nil
}

// outlook is what is to be expected of the subjects with plans of the last wave.
func outlook(subjects []forecast.Subject, last survey.Moment, level float64) []*forecast.Forecast {
	var all []*forecast.Forecast
	for _, subject := range subjects {
		n := len(subject.Points) - 1
		if subject.Points[n].Planned && subject.Points[n].Moment == last {
			all = append(all, forecast.Make(subject, forecast.Options{Level: level}))
		}
	}
	return all
}

// changed returns what changed since the earlier waves and what is to be expected, for
// a report on the whole study; nil where neither is known.
func (o *reportOptions) changed(ctx context.Context, c *console, s *study, p *progress) (*reports.Waves, []*study, error) {
	unprotected := o.disclosure == string(analysis.Unprotected)
	if len(o.previous.given) == 0 {
		w := &reports.Waves{NotForPublication: unprotected}
		m := survey.MomentOf(s.survey.Source.FieldEnd)
		if !m.Known() || len(o.questions) > 0 {
			return nil, []*study{s}, nil
		}
		w.Outlook.Forecasts = outlook(forecast.Studied([]forecast.Wave{{Moment: m, Study: s.figures}}), m, float64(o.confidence))
		w.Outlook.Source = s.outlookSource(unprotected)
		return w, []*study{s}, nil
	}
	how := analysis.Defaults()
	how.Level, how.Disclosure = float64(o.confidence), analysis.Disclosure(o.disclosure)
	all, studies, err := o.previous.add(ctx, c, &o.source, s, how, p)
	if err != nil {
		return nil, nil, err
	}
	w, err := await(ctx, func() (*reports.Waves, error) {
		return setBeside(all, studies, trend.Options{Level: how.Level, Disclosure: how.Disclosure, Adjust: contrast.Method(o.adjust),
			By: []survey.Role{survey.BodyType, survey.SizeClass}})
	})
	if err != nil {
		return nil, nil, err
	}
	w.Readings[0].Program, w.Readings[0].Options = s.reading.Program, s.reading.Options
	return w, studies, nil
}

// outlookSource names where the figures behind what is to be expected come from.
func (s *study) outlookSource(unprotected bool) string {
	src := &s.survey.Source
	return s.locale.ChartSource(src.Publisher, s.survey.Title, s.survey.Respondents, src.FieldStart, src.FieldEnd, src.Synthetic, unprotected)
}
