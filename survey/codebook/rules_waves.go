package codebook

import (
	"fmt"
	"slices"

	"benchmark/survey"
)

// waves checks what the questions say of other waves. Which questions and options
// those have can't be seen here.
func (c *checker) waves(cb *Codebook) {
	first := map[string]string{}
	for i := range cb.Questions {
		q, path := &cb.Questions[i], fmt.Sprintf("questions.%d", i)
		if other, twice := first[q.SameAs]; twice && q.SameAs != "" {
			c.broken(path+".same_as", "question %q is the same as %q already", other, q.SameAs)
		}
		first[q.SameAs] = q.ID
		c.otherWaves(path, q)
	}
}

// otherWaves checks what one question says of other waves.
func (c *checker) otherWaves(path string, q *Question) {
	c.oneOf(path+".comparable", q.Comparable, comparableWords())
	c.oneOf(path+".personal", q.Personal, []string{keepTexts})
	switch {
	case q.SameAs == "":
	case q.SameAs == q.ID:
		c.broken(path+".same_as", "question %q has that id in every wave: take same_as out", q.ID)
	case !isID(q.SameAs):
		c.broken(path+".same_as", "an id has letters, digits, hyphens and underscores only, not %q", q.SameAs)
	}
	first := map[string]string{}
	for i, o := range q.Options {
		at := fmt.Sprintf("%s.options.%d.same_as", path, i)
		for j, code := range o.SameAs {
			other, twice := first[code]
			switch {
			case code == "":
				c.broken(fmt.Sprintf("%s.%d", at, j), "a code of an option in another wave is empty")
			case twice:
				c.broken(fmt.Sprintf("%s.%d", at, j), "option %q is the same as %q already", other, code)
			}
			first[code] = o.Code
		}
	}
}

func comparableWords() []string {
	return []string{string(survey.ComparableFully), string(survey.ComparableBreak), string(survey.ComparableNot)}
}

func modeWords() []string {
	modes := survey.Modes()
	words := make([]string, len(modes))
	for i, m := range modes {
		words[i] = string(m)
	}
	return words
}

// describeWaves puts what a question says of other waves into the survey's question.
func (q *Question) describeWaves(described *survey.Question) {
	described.SameAs, described.Comparable = q.SameAs, survey.Comparable(q.Comparable)
	for i, o := range q.Options {
		described.Options[i].SameAs = slices.Clone(o.SameAs)
	}
}
