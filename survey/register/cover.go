package register

import (
	"benchmark/survey"
	"benchmark/survey/frame"
)

// Place finds the options whose bodies are all in one stratum of the design, and
// how many bodies and inhabitants of every stratum the respondents cover. It
// comes after Join, and when the design of the survey is known.
func (r *Roster) Place() {
	d := &r.Survey.Design
	if r.Register == nil || d.Of == nil {
		return
	}
	if r.All != nil {
		r.cover(d)
	}
	strata, at := newStrata(r), make(map[[2]string]int)
	for h := range d.Strata {
		if s := &d.Strata[h]; s.Type != "" {
			at[[2]string{s.Type, s.Size}] = h
		}
	}
	if len(at) == 0 {
		return
	}
	stratumOf := func(b *frame.Body) int {
		s := strata.stratum(strata.of(b))
		for _, size := range []string{s.Size, ""} {
			if h, known := at[[2]string{s.Type, size}]; known {
				return h
			}
		}
		return -1
	}
	for _, p := range r.placed {
		r.place(p, stratumOf)
	}
	r.inhabitants(d, stratumOf)
}

// place sets OneStratum of the options of a question.
func (r *Roster) place(p placed, stratumOf func(*frame.Body) int) {
	const none, several = -1, -2
	options := r.Survey.Questions[p.question].Options
	in := make([]int, len(options))
	for i := range in {
		in[i] = none
	}
	for _, b := range r.bodies {
		o := p.option(b)
		if o < 0 {
			continue
		}
		switch h := stratumOf(b); {
		case h < 0:
			in[o] = several
		case in[o] == none:
			in[o] = h
		case in[o] != h:
			in[o] = several
		}
	}
	for o := range options {
		options[o].OneStratum = options[o].Population > 0 && in[o] >= 0
	}
}

// cover counts the different bodies of the respondents of every stratum; a
// respondent that is not in the register is a body of its own.
func (r *Roster) cover(d *survey.Design) {
	seen := make([]bool, len(r.Register.Bodies))
	for h := range d.Strata {
		d.Strata[h].Repeats = 0
	}
	for i, h := range d.Of {
		if h < 0 || r.All[i].Match.Body < 0 {
			continue
		}
		if body := r.All[i].Match.Body; seen[body] {
			d.Strata[h].Repeats++
		} else {
			seen[body] = true
		}
	}
}

// inhabitants sums the inhabitants of the bodies of every stratum, and of those
// that answered. Of a stratum with a body of unknown size nothing is told.
func (r *Roster) inhabitants(d *survey.Design, stratumOf func(*frame.Body) int) {
	answered := make([]bool, len(r.Register.Bodies))
	for i := range r.All {
		if r.All[i].Match.Body >= 0 {
			answered[r.All[i].Match.Body] = true
		}
	}
	unknown := make([]bool, len(d.Strata))
	for _, i := range r.Register.On(r.At) {
		b := &r.Register.Bodies[i]
		h := stratumOf(b)
		if h < 0 {
			continue
		}
		unknown[h] = unknown[h] || b.Inhabitants == 0
		d.Strata[h].Inhabitants += b.Inhabitants
		if answered[i] {
			d.Strata[h].InhabitantsCovered += b.Inhabitants
		}
	}
	for h := range unknown {
		if unknown[h] {
			d.Strata[h].Inhabitants, d.Strata[h].InhabitantsCovered = 0, 0
		}
	}
}
