package analysis

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"benchmark/survey"
)

// breakdown splits the respondents into groups.
type breakdown struct {
	id     string
	groups []Group
	// members are the respondents in each group.
	members []survey.Bits
	// protected is true when belonging to a group is itself a protected answer.
	protected bool
	// overlaps is true when a respondent can be in several groups.
	overlaps bool
	// questions are the ids of the questions that it is made of, and parents, of a
	// nested breakdown, what each group lies in.
	questions, parents []string
}

// UnknownQuestion is the error for a question id that the survey does not have.
type UnknownQuestion struct {
	ID string
	// Known are the ids that could be meant.
	Known []string
}

// Error says which id was looked for.
func (e *UnknownQuestion) Error() string {
	return fmt.Sprintf("looking for question %q: the survey has no question with that id", e.ID)
}

// MostGroups is how many groups with respondents all breakdowns have together at most,
// unless nothing is to be hidden: what is left to subtract is looked for in all groups at
// once, which takes eight times as long for twice as many.
const MostGroups = 1000

// limited returns an error where breakdowns have too many groups.
func limited(splits []breakdown) error {
	n := 0
	var by []string
	for _, d := range splits {
		by = append(by, d.id)
		for g := range d.groups {
			if d.groups[g].Respondents > 0 {
				n++
			}
		}
	}
	if n <= MostGroups {
		return nil
	}
	return fmt.Errorf("breaking down by %s: that makes %d groups, of at most %d in which it can be found out what tells too much; put answers together under one option in the codebook, or break down by fewer questions",
		strings.Join(by, ", "), n, MostGroups)
}

// splits returns the breakdowns by organisation type, size class and the
// questions that the options name, in that order and each once.
func (b *builder) splits(by []string) ([]breakdown, error) {
	var ids []string
	for _, role := range []survey.Role{survey.BodyType, survey.SizeClass} {
		if i := b.survey.First(role); i >= 0 {
			ids = append(ids, b.survey.Questions[i].ID)
		}
	}
	for _, id := range by {
		if err := b.checkNested(id, Nested(b.survey, id)); err != nil {
			return nil, err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	ids = slices.DeleteFunc(ids, func(id string) bool {
		return !b.survey.Questions[b.survey.Find(Nested(b.survey, id)[0])].Kind.Closed()
	})
	splits := make([]breakdown, len(ids))
	each(len(ids), func(k int) { splits[k] = b.nest(ids[k], Nested(b.survey, ids[k])) })
	if b.options.Disclosure == Unprotected {
		return splits, nil
	}
	return splits, limited(splits)
}

// ids returns the ids of the questions of the kinds that the filter accepts.
func (b *builder) ids(accept func(survey.Kind) bool) []string {
	var ids []string
	for i := range b.survey.Questions {
		if accept(b.survey.Questions[i].Kind) {
			ids = append(ids, b.survey.Questions[i].ID)
		}
	}
	return ids
}

// split returns the breakdown by the options of closed question i.
func (b *builder) split(i int) breakdown {
	q := &b.survey.Questions[i]
	chosen := b.chosen(i)
	d := breakdown{
		id: q.ID, questions: []string{q.ID}, protected: q.Sensitivity == survey.Protected, overlaps: q.Kind == survey.Multiple,
	}
	for o := range q.Options {
		option := &q.Options[o]
		members := chosen[o]
		g := Group{
			Breakdown: q.ID, Role: q.Role, Level: option.Code,
			Label: option.Title(), Plural: option.Plural, Means: option.Means,
			Respondents: members.Count(),
			Parts:       []GroupPart{{q.ID, q.Role, option.Code, option.Title()}},
		}
		b.place(&g, q, o, members)
		d.groups = append(d.groups, g)
		d.members = append(d.members, members)
	}
	return d
}

// place says how many organisations exist in the group and whether it is
// exactly one stratum of the design, or lies in one by an option of which the
// register knows how many organisations it fits: those that answered are then as
// random a draw from those as they are from the stratum.
func (b *builder) place(g *Group, q *survey.Question, o int, members survey.Bits) {
	design, option := &b.survey.Design, &q.Options[o]
	switch g.Role {
	case survey.BodyType:
		g.Population, _ = design.TypePopulation(g.Level)
	case survey.SizeClass:
		for _, s := range design.Strata {
			if s.Size == g.Level {
				g.Population += s.Population
			}
		}
	default:
		if option.Population >= g.Respondents {
			g.Population = option.Population
		}
	}
	if len(q.Columns) == 1 && slices.Contains(design.StrataColumns, q.Columns[0]) {
		g.Population = b.populationOf(members)
	}
	if g.Population == 0 || design.Of == nil {
		return
	}
	stratum, one := -1, true
	members.Each(func(r int) {
		s := int(design.Of[r])
		one = one && s >= 0 && (stratum < 0 || s == stratum)
		stratum = s
	})
	if !one || stratum < 0 {
		return
	}
	h := &design.Strata[stratum]
	whole := h.Population == g.Population && h.Respondents == g.Respondents
	g.Stratum = whole || option.OneStratum && g.Role != survey.BodyType && g.Role != survey.SizeClass
}

// populationOf returns how many organisations exist in the strata of the members,
// 0 when it is not known of one of them. It is for groups of whole strata.
func (b *builder) populationOf(members survey.Bits) int {
	design := &b.survey.Design
	seen, total := make([]bool, len(design.Strata)), 0
	for k, word := range members {
		for ; word != 0; word &= word - 1 {
			h := design.Of[k<<6+bits.TrailingZeros64(word)]
			if h < 0 || seen[h] {
				continue
			}
			seen[h] = true
			if design.Strata[h].Population <= 0 {
				return 0
			}
			total += design.Strata[h].Population
		}
	}
	return total
}

// users returns the breakdown into the users of each channel. Its groups
// overlap: an organisation can use several channels.
func (b *builder) users() breakdown {
	d := breakdown{id: UsersBreakdown, overlaps: true}
	for _, i := range b.survey.WithRole(survey.Adoption) {
		a := b.read(i)
		members := a.meaning(survey.Uses).set().Intersect(a.base.set())
		d.groups = append(d.groups, Group{
			Breakdown: UsersBreakdown, Role: survey.Adoption,
			Level: a.question.Channel, Label: a.question.Channel,
			Respondents: members.Count(),
		})
		d.members = append(d.members, members)
		d.protected = d.protected || a.question.Sensitivity == survey.Protected
	}
	return d
}
