package reports

import (
	"strings"
	"time"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/register"
)

// Response is how far a survey is by a register: who answered, and where more
// answers would help.
type Response struct {
	*register.Fieldwork
	// List says that a text names those who have not answered.
	List bool
	// Precisions are the strata in the order in which more answers help most, and
	// Level is the level of their intervals.
	Precisions []analysis.Precision
	Level      float64
}

// moreHelp is the number of strata that a text names as those where more
// answers help most.
const moreHelp = 5

// response writes who has answered by the register, where more answers help
// most, and who has not answered.
func (t *inspection) response() {
	r := t.report.Reading.Response
	if r == nil {
		return
	}
	names := t.words.Register()
	t.heading(names.Heading)
	t.para("", "", "", t.words.Responded(r.Answered, r.Bodies, clean(r.Register), r.At))
	if r.Unmatched > 0 {
		t.para("", "", "", t.words.Unmatched(r.Unmatched))
	}
	t.blank()
	columns := []column{{head: names.Bodies}, {head: names.Answered}, {head: names.Share}}
	var labels []string
	for i := range r.Strata {
		s := &r.Strata[i]
		labels = append(labels, t.stratum(s))
		columns[0].cells = append(columns[0].cells, t.l.Integer(s.Population))
		columns[1].cells = append(columns[1].cells, t.l.Integer(s.Respondents))
		columns[2].cells = append(columns[2].cells, t.l.Percent(s.Responded(), 0))
	}
	t.list(labels, make([]float64, len(labels)), make([]string, len(labels)), columns)
	t.help(r)
	t.missing(r)
}

// stratum names a stratum by its type and size class.
func (t *inspection) stratum(s *survey.Stratum) string {
	names := []string{s.Type}
	sv := t.report.Study.Survey
	for i, part := range []struct {
		role survey.Role
		code string
	}{{survey.BodyType, s.Type}, {survey.SizeClass, s.Size}} {
		at := sv.First(part.role)
		if at < 0 || part.code == "" {
			continue
		}
		if o := sv.Questions[at].Option(part.code); o >= 0 {
			names = append(names[:i], sv.Questions[at].Options[o].Title())
		}
	}
	return clean(strings.Join(names, ", "))
}

// help writes where more answers shrink an interval most.
func (t *inspection) help(r *Response) {
	written := 0
	for i := range r.Precisions {
		p := &r.Precisions[i]
		if p.Gain() <= 0 || written == moreHelp {
			break
		}
		if written == 0 {
			t.blank()
			t.para(bold, "", "", t.words.Register().Help)
		}
		t.para("", "• ", "  ", t.words.MoreAnswers(t.stratum(&p.Stratum), p.More, p.Width, p.WidthMore, r.Level))
		written++
	}
}

// missing writes who has not answered. Bodies of a register are public; what
// they would have answered is not known.
func (t *inspection) missing(r *Response) {
	t.blank()
	names := t.words.Register()
	switch {
	case len(r.Missing) == 0:
		t.para("", "", "", names.Complete)
		return
	case !r.List:
		t.para("", "", "", t.words.NotListed(len(r.Missing)))
		return
	}
	t.para(bold, "", "", names.Missing)
	for i := 0; i < len(r.Missing); {
		stratum := r.Missing[i].Stratum
		var bodies []string
		for ; i < len(r.Missing) && r.Missing[i].Stratum == stratum; i++ {
			bodies = append(bodies, clean(r.Missing[i].Body.Name))
		}
		t.para("", "• ", "  ", t.stratum(&r.Strata[stratum])+" ("+t.l.Integer(len(bodies))+"): "+strings.Join(bodies, ", "))
	}
}

// jsonResponse is how far a survey is by a register.
type jsonResponse struct {
	Register  string `json:"register"`
	Date      string `json:"date,omitempty"` // of the register
	Bodies    int    `json:"bodies"`
	Answered  int    `json:"answered"`
	Unmatched int    `json:"unmatched_respondents"`
	// Strata stand in the order of the questionnaire.
	Strata []jsonResponseStratum `json:"strata"`
	// Precision stands in the order in which more answers help most.
	Level     float64         `json:"level"`
	Precision []jsonPrecision `json:"precision"`
	Missing   []jsonBody      `json:"missing"`
}

type jsonResponseStratum struct {
	Type     string `json:"type"`
	Size     string `json:"size,omitempty"`
	Bodies   int    `json:"bodies"`
	Answered int    `json:"answered"`
}

type jsonPrecision struct {
	Type string `json:"type"`
	Size string `json:"size,omitempty"`
	// Width is that of the interval for a share of one half, 0 to 1, now and with
	// MoreAnswers further answers.
	Width       float64 `json:"width"`
	MoreAnswers int     `json:"more_answers"`
	WidthMore   float64 `json:"width_more"`
	Gain        float64 `json:"gain_per_answer"`
}

type jsonBody struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Type string `json:"type"`
	Size string `json:"size,omitempty"`
}

func responseJSON(r *Response) *jsonResponse {
	if r == nil {
		return nil
	}
	j := &jsonResponse{
		Register: r.Register, Bodies: r.Bodies, Answered: r.Answered, Unmatched: r.Unmatched, Level: r.Level,
		Strata: []jsonResponseStratum{}, Precision: []jsonPrecision{}, Missing: []jsonBody{},
	}
	if !r.At.IsZero() {
		j.Date = r.At.Format(time.DateOnly)
	}
	for _, s := range r.Strata {
		j.Strata = append(j.Strata, jsonResponseStratum{s.Type, s.Size, s.Population, s.Respondents})
	}
	for _, p := range r.Precisions {
		j.Precision = append(j.Precision, jsonPrecision{p.Type, p.Size, p.Width, p.More, p.WidthMore, p.Gain()})
	}
	for _, m := range r.Missing {
		s := &r.Strata[m.Stratum]
		j.Missing = append(j.Missing, jsonBody{m.Body.Code, m.Body.Name, s.Type, s.Size})
	}
	return j
}
