package reports

import "benchmark/survey"

// outside counts the respondents of whom the stratum is not known: weighted
// figures leave them out.
func outside(d *survey.Design) int {
	n := 0
	for _, h := range d.Of {
		if h < 0 {
			n++
		}
	}
	return n
}

// weightSum returns the sum of the weights of all respondents in a stratum, and
// how many equally weighted ones would know as much (Kish's effective number,
// (Σw)²/Σw²; L. Kish, Survey Sampling, 1965, 11.2C).
func weightSum(s *survey.Survey) (sum, effective float64) {
	d, squares := &s.Design, 0.0
	for r := range s.Respondents {
		w := 1.0
		if d.Weights != nil {
			w = d.Weights[r]
		}
		if d.Of != nil && d.Of[r] < 0 {
			w = 0
		}
		sum, squares = sum+w, squares+w*w
	}
	if squares == 0 {
		return 0, 0
	}
	return sum, sum * sum / squares
}
