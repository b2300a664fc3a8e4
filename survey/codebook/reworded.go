package codebook

import "benchmark/survey"

// reworded looks, for the questions of the codebook that the file lacks, for the
// one column nobody claims of which the answers are its options: the question in
// other words. It only says so; a person settles it.
func (a *application) reworded(known []bool) {
	for i := range a.issues {
		issue := &a.issues[i]
		if issue.Code != survey.IssueQuestionAbsent || len(issue.Args) < 3 || issue.Args[2] != "" {
			continue
		}
		found := -1
		for c := range a.file.Columns {
			if known[c] || !a.answers(c, issue.Question) {
				continue
			}
			if found >= 0 {
				found = -1 // two can be it
				break
			}
			found = c
		}
		if found < 0 {
			continue
		}
		reference := a.dir.reference([]int{found})
		issue.Args[2] = heading(&a.file.Columns[found])
		issue.Fix = "questions: " + issue.Question + ": column: " + quoted(reference)
	}
}

// answers reports whether at least eight in ten of the cells of a column are
// options of the question, and at least two of them different ones.
func (a *application) answers(column int, id string) bool {
	for i := range a.cb.Questions {
		q := &a.cb.Questions[i]
		if q.ID != id || kindOf(q.Kind) != survey.Single && kindOf(q.Kind) != survey.Scale {
			continue
		}
		p := profileOf(a.file, column, nil)
		labels := map[string]bool{}
		for _, o := range q.Options {
			labels[key(o.Label)] = true
		}
		distinct := 0
		fits := p.share(func(v value) bool {
			distinct += one(labels[v.key])
			return labels[v.key]
		})
		return distinct >= 2 && fits >= 0.8 && !a.plain(q)
	}
	return false
}

// plain reports whether the options of a question are so common (yes and no, or
// numbers) that they tell no question from another.
func (a *application) plain(q *Question) bool {
	for _, o := range q.Options {
		k := key(o.Label)
		if !digits(k) && tickOf(a.file, &a.file.Columns[0], k) == noTick && !o.DontKnow && !o.Other {
			return false
		}
	}
	return true
}
