package quality

import (
	"fmt"
	"slices"
	"strings"

	"benchmark/survey"
)

// contradictions reports respondents who say that they don't use a channel and
// yet say how many questions come in by it or how satisfied they are. Where the
// codebook routes a question by use such an answer does not count and is told
// elsewhere; where it says that everyone was asked, the answers stand.
func (c *checker) contradictions() {
	for i := range c.s.Questions {
		q, column := &c.s.Questions[i], &c.s.Columns[i]
		if q.Role != survey.Volume && q.Role != survey.Satisfaction || q.Channel == "" {
			continue
		}
		use, uses := c.usage(q.Channel)
		if use < 0 {
			continue
		}
		found := c.where(i, func(r int) bool {
			if column.Numeric() && column.Number(r) == 0 {
				return false // no questions by a channel that is not used
			}
			if column.Coded() && (q.Options[column.Code(r)].DontKnow || q.Options[column.Code(r)].Score == 0) {
				return false
			}
			return c.s.Columns[use].State(r) == survey.Answered && !uses(r)
		})
		if len(found) == 0 {
			continue
		}
		severity, fix := survey.Doubt, askedIf(q.ID, &c.s.Questions[use])
		if q.RoutingKnown {
			severity, fix = survey.Warning, ""
		}
		c.note(i, found, severity, survey.IssueInconsistent,
			slices.Concat([]string{q.ID, c.s.Questions[use].ID}, c.counted(found))...).Fix = fix
	}
}

// usage returns the question that tells whether a channel is in use, and whether
// a respondent uses it or tries it out; -1 when there is none. The stage of
// adoption comes first, then the tick in a list of channels.
func (c *checker) usage(channel string) (question int, uses func(r int) bool) {
	for _, i := range c.s.WithRole(survey.Adoption) {
		q, column := &c.s.Questions[i], &c.s.Columns[i]
		in, trial := q.Meaning(survey.Uses), q.Meaning(survey.Pilot)
		if strings.EqualFold(q.Channel, channel) && in >= 0 && column.Coded() {
			return i, func(r int) bool {
				// What has no meaning of its own says nothing against use.
				o := q.Options[column.Code(r)]
				return column.Is(r, in) || column.Is(r, trial) || o.Means == ""
			}
		}
	}
	for _, i := range c.s.WithRole(survey.Presence) {
		q, column := &c.s.Questions[i], &c.s.Columns[i]
		at := slices.IndexFunc(q.Options, func(o survey.Option) bool { return strings.EqualFold(o.Label, channel) })
		if at >= 0 {
			return i, func(r int) bool { return column.Is(r, at) }
		}
	}
	return -1, nil
}

// askedIf returns the codebook line that puts a question only to those who use
// the channel, or nothing when no options say so.
func askedIf(id string, use *survey.Question) string {
	var codes []string
	for _, o := range use.Options {
		if o.Means == survey.Uses || o.Means == survey.Pilot {
			codes = append(codes, fmt.Sprintf("%q", o.Code))
		}
	}
	if len(codes) == 0 {
		return ""
	}
	return fmt.Sprintf("questions: %s: asked_if: {%s: [%s]}", id, use.ID, strings.Join(codes, ", "))
}
