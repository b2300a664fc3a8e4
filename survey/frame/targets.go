package frame

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"

	"benchmark/survey"
)

// ReadTargets reads the totals to which weights are calibrated from a CSV file
// in UTF-8 with the columns
//
//	question,option,target
//	type,municipality,380
//	type,water-board,21
//	inhabitants,,17181084
//
// Question is the id of a question, option the code of one of its options, its
// wording or what only that option means in every survey, and target the number of
// bodies that would choose it; without an option, the total of a number. A target is
// written with digits and at most one point, and is not negative. It is as
// strict as Read: a question and option stand there once; columns of other names
// are passed over. Name is for messages.
func ReadTargets(name string, data []byte) ([]survey.Target, error) {
	targets, err := readTargets(data)
	if err != nil {
		return nil, fmt.Errorf("reading targets %s: %w", name, err)
	}
	return targets, nil
}

func readTargets(data []byte) ([]survey.Target, error) {
	t, err := openTable(data, []string{"question", "target"}, []string{"option"})
	if err != nil {
		return nil, err
	}
	var targets []survey.Target
	seen := make(map[[2]string]int)
	for {
		fields, line, err := t.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		target := survey.Target{Line: line, Question: t.text(fields, "question"), Option: t.text(fields, "option")}
		if target.Question == "" {
			return nil, t.fault("question", "is empty: write the id of a question")
		}
		name := [2]string{target.Question, target.Option}
		if before, twice := seen[name]; twice {
			return nil, t.fault("question", fmt.Sprintf("%s, %s stands in line %d already", target.Question, target.Option, before))
		}
		seen[name] = line
		if target.Total, err = amount(t.text(fields, "target")); err != nil {
			return nil, t.fault("target", err.Error())
		}
		targets = append(targets, target)
	}
	if len(targets) == 0 {
		return nil, errors.New("no rows under the header: there is nothing to calibrate to")
	}
	return targets, nil
}

// amount reads a number of at least 0, written with digits and at most one
// point.
func amount(text string) (float64, error) {
	plain := text != ""
	for _, r := range text {
		plain = plain && (r == '.' || r >= '0' && r <= '9')
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || !plain || math.IsInf(x, 0) {
		return 0, fmt.Errorf("%q is no number of at least 0: write digits and at most one point", text)
	}
	return x, nil
}
