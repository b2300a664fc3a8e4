package analysis

import (
	"fmt"
	"slices"
	"strings"

	"benchmark/survey"
)

// NestingMark stands between the ids of a nested breakdown, outermost first,
// and between the codes of its levels: "organisation-type/size-class" has the
// level "municipality/small".
const NestingMark = "/"

// DeepestNesting is how many questions a nested breakdown can have.
const DeepestNesting = 3

// nestedLabel stands between the wordings of a nested group.
const nestedLabel = " / "

// GroupPart is an answer that makes a group: one for a plain breakdown, one per
// question for a nested one, outermost first.
type GroupPart struct {
	// Question is the id of the question and Role its role.
	Question string
	Role     survey.Role
	// Level is the option's code, Label its wording.
	Level, Label string
}

// Nested returns the ids of the questions that a breakdown is made of: itself,
// or the ids between nesting marks unless the survey has a question with the
// whole as its id.
func Nested(s *survey.Survey, by string) []string {
	if s.Find(by) >= 0 {
		return []string{by}
	}
	return strings.Split(by, NestingMark)
}

// closedQuestion returns the position of a question that tables can be broken
// down by.
func (b *builder) closedQuestion(id string) (int, error) {
	i := b.survey.Find(id)
	if i < 0 {
		return 0, &UnknownQuestion{ID: id, Known: b.ids(survey.Kind.Closed)}
	}
	if k := b.survey.Questions[i].Kind; !k.Closed() {
		return 0, fmt.Errorf("breaking down by %q: its answers are of kind %s; choose a closed question", id, k)
	}
	return i, nil
}

// checkNested returns an error for a nested breakdown that can't be made. One by
// what was said in confidence would tell of few respondents together what each
// of its questions hides.
func (b *builder) checkNested(by string, ids []string) error {
	if len(ids) > DeepestNesting {
		return fmt.Errorf("breaking down by %q: it nests %d questions; at most %d can be nested", by, len(ids), DeepestNesting)
	}
	for k, id := range ids {
		i, err := b.closedQuestion(id)
		if err != nil {
			return err
		}
		q := &b.survey.Questions[i]
		switch {
		case slices.Contains(ids[:k], id):
			return fmt.Errorf("breaking down by %q: question %q is there twice", by, id)
		case q.Sensitivity == survey.Protected && len(ids) > 1 && b.options.Disclosure != Unprotected:
			return fmt.Errorf("breaking down by %q: %q was answered in confidence and can't be nested; break down by it alone, or say in the codebook that it is open (sensitivity: open)", by, id)
		}
	}
	return nil
}

// nest returns the breakdown by the combinations of the options of questions,
// in the order of the options, outermost first; also those without respondents.
func (b *builder) nest(by string, ids []string) breakdown {
	d := b.split(b.survey.Find(ids[0]))
	for _, id := range ids[1:] {
		inner := b.split(b.survey.Find(id))
		next := breakdown{
			questions: append(slices.Clone(d.questions), id),
			protected: d.protected || inner.protected, overlaps: d.overlaps || inner.overlaps,
		}
		for o := range d.groups {
			for i := range inner.groups {
				next.cross(&d, &inner, o, i)
			}
		}
		d = next
	}
	if len(ids) == 1 {
		return d
	}
	d.id = by
	for g := range d.groups {
		d.groups[g].Breakdown = by
		b.placeNested(&d.groups[g], d.members[g])
	}
	return d
}

// placeNested says how many organisations exist in a combination of answers,
// where the population counts or the strata tell, and whether it is exactly one
// stratum of the design.
func (b *builder) placeNested(g *Group, members survey.Bits) {
	design := &b.survey.Design
	of := map[survey.Role]string{}
	strata := true
	for _, p := range g.Parts {
		of[p.Role] = p.Level
		columns := b.survey.Questions[b.survey.Find(p.Question)].Columns
		strata = strata && len(columns) == 1 && slices.Contains(design.StrataColumns, columns[0])
	}
	kind, size := of[survey.BodyType], of[survey.SizeClass]
	switch {
	case strata:
		g.Population = b.populationOf(members)
	case len(g.Parts) == 2 && kind != "" && size != "":
		for _, s := range design.Strata {
			if s.Type == kind && s.Size == size {
				g.Population += s.Population
			}
		}
	}
	if g.Population == 0 || design.Of == nil {
		return
	}
	stratum, one := -1, true
	members.Each(func(r int) {
		h := int(design.Of[r])
		one = one && h >= 0 && (stratum < 0 || h == stratum)
		stratum = h
	})
	g.Stratum = one && stratum >= 0 && design.Strata[stratum].Population == g.Population &&
		design.Strata[stratum].Respondents == g.Respondents
}

// cross adds the group of those who are in group o of the outer breakdown and
// in group i of the inner one.
func (d *breakdown) cross(outer, inner *breakdown, o, i int) {
	g, h := &outer.groups[o], &inner.groups[i]
	members := outer.members[o].Intersect(inner.members[i])
	d.groups = append(d.groups, Group{
		Level: g.Level + NestingMark + h.Level, Label: g.Label + nestedLabel + h.Label,
		Respondents: members.Count(), Parts: slices.Concat(g.Parts, h.Parts),
	})
	d.members = append(d.members, members)
	d.parents = append(d.parents, g.Level)
}

// by reports whether a breakdown is made of the question.
func (d *breakdown) by(question string) bool {
	return d.id == question || slices.Contains(d.questions, question)
}

// parent is the level that the group at a position shares with those it is
// compared with; empty for a plain breakdown, where all are compared.
func (d *breakdown) parent(position int) string {
	if len(d.parents) == 0 {
		return ""
	}
	return d.parents[position]
}

// within returns the parents, in the order of the groups.
func (d *breakdown) within() []string {
	if len(d.parents) == 0 {
		return []string{""}
	}
	return slices.Compact(slices.Clone(d.parents))
}
