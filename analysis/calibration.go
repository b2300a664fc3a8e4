package analysis

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"benchmark/analysis/weighting"
	"benchmark/survey"
)

// CalibrationMethod is a way to calibrate weights to targets.
type CalibrationMethod string

// The methods of calibration.
const (
	// CalibrateRake multiplies weights by a factor per option: raking, or with the
	// total of a number the calibration that keeps weights positive.
	CalibrateRake CalibrationMethod = "rake"
	// CalibrateLinear is the regression estimator, with bounds the truncated one.
	CalibrateLinear CalibrationMethod = "linear"
	// CalibrateLogit keeps the change of every weight within bounds.
	CalibrateLogit CalibrationMethod = "logit"
	// CalibratePostStratify meets the totals of the options of one question.
	CalibratePostStratify CalibrationMethod = "poststratify"
)

// CalibrationOptions say how weights are calibrated. The zero value rakes
// weights of 1.
type CalibrationOptions struct {
	// Method; empty: CalibrateRake.
	Method CalibrationMethod
	// Start are the start weights, one per respondent; nil: those of the design,
	// or else 1.
	Start []float64
	// Lower and Upper bound the factors by which linear and logit calibration
	// change weights, 0 <= Lower < 1 < Upper; both 0: no bounds.
	Lower, Upper float64
	// Rescale first scales the start weights to the total of the first question,
	// so that bounds are of the change above that; see weighting.Options.
	Rescale bool
	// TrimLower and TrimUpper bound the weights themselves afterwards; what that
	// takes away goes to the others. Both 0: no trimming.
	TrimLower, TrimUpper float64
	// UnweightedResidual takes variances after raking as R's rake does.
	UnweightedResidual bool
}

// TargetsOptions are the options of calibration as a user writes them: Method
// as CalibrationMethod, Bounds and Trim as two numbers with a comma between
// them. Empty ones are the usual way.
type TargetsOptions struct {
	Method, Bounds, Trim string
	// UnweightedResidual is that of CalibrationOptions.
	UnweightedResidual bool
}

// Calibration reads the options. Bounds are of the change relative to the mean
// change when the survey's weights are all 1, weighted says whether they are
// not.
func (o TargetsOptions) Calibration(weighted bool) (CalibrationOptions, error) {
	c := CalibrationOptions{Method: CalibrationMethod(o.Method), Rescale: !weighted, UnweightedResidual: o.UnweightedResidual}
	if c.Method == "" {
		c.Method = CalibrateRake
	}
	methods := []CalibrationMethod{CalibrateRake, CalibrateLinear, CalibrateLogit, CalibratePostStratify}
	if !slices.Contains(methods, c.Method) {
		return c, fmt.Errorf("calibrating weights: method %q is not known: choose rake, linear, logit or poststratify", o.Method)
	}
	var err error
	if c.Lower, c.Upper, err = pair("bounds", o.Bounds); err != nil {
		return c, err
	}
	if c.TrimLower, c.TrimUpper, err = pair("trim", o.Trim); err != nil {
		return c, err
	}
	return c, c.check()
}

// pair reads two numbers with a comma between them; nothing is 0 and 0.
func pair(name, text string) (lower, upper float64, err error) {
	if text == "" {
		return 0, 0, nil
	}
	low, high, _ := strings.Cut(text, ",")
	lower, err = strconv.ParseFloat(strings.TrimSpace(low), 64)
	if err == nil {
		upper, err = strconv.ParseFloat(strings.TrimSpace(high), 64)
	}
	if err != nil || !(lower >= 0 && lower < upper) || math.IsInf(lower, 0) {
		return 0, 0, fmt.Errorf("calibrating weights: %s %q: write a lower and a higher number with a comma between them, such as 0.5,2", name, text)
	}
	return lower, upper, nil
}

// check refuses options that do not go together.
func (o *CalibrationOptions) check() error {
	bounded := o.Lower != 0 || o.Upper != 0
	switch o.Method {
	case CalibrateLogit:
		if !bounded {
			return fmt.Errorf("calibrating weights: method logit needs bounds, such as 0.5,2")
		}
	case CalibrateRake, CalibratePostStratify, "":
		if bounded {
			return fmt.Errorf("calibrating weights: method %s takes no bounds: choose linear or logit", o.Method)
		}
	}
	return nil
}

// Calibrate changes the weights of the respondents as little as possible so
// that they add up to the targets, and returns the design with them and what
// they do. The strata of a sampled design stay in force, and its respondents
// outside every known stratum keep weight 0; else the respondents count as
// drawn at random from all, with replacement, whatever the frame says, since
// the targets alone make the weights.
//
// Targets are totals of the options of questions of one choice, every option
// that someone chose included, and of numbers. Errors name the target, the
// question or option, and the rows of the respondents that keep it from being
// met; where weights can't meet all targets, the errors of package weighting
// say which.
func Calibrate(s *survey.Survey, targets []survey.Target, o CalibrationOptions) (survey.Design, Diagnostics, error) {
	design := s.Design
	if err := o.check(); err != nil {
		return design, Diagnostics{}, err
	}
	if len(targets) == 0 {
		return design, Diagnostics{}, fmt.Errorf("calibrating weights: no targets: name a question, an option and its total")
	}
	c := calibration{survey: s, options: o}
	if err := c.prepare(targets); err != nil {
		return design, Diagnostics{}, fmt.Errorf("calibrating weights: %w", err)
	}
	result, err := c.run()
	if err != nil {
		return design, Diagnostics{}, fmt.Errorf("calibrating weights: %w", err)
	}
	if rows := c.below(result.Weights); rows != "" {
		return design, Diagnostics{}, fmt.Errorf("calibrating weights: those of %s come below 0 to meet the targets: bound the factors, as 0.1,5, or rake", rows)
	}
	weights, trimmed, residual := result.Weights, 0, result.Residual
	if o.TrimLower != 0 || o.TrimUpper != 0 {
		cut, err := weighting.Trim(weights, o.TrimLower, o.TrimUpper, true)
		if err != nil {
			return design, Diagnostics{}, fmt.Errorf("trimming weights: %w", err)
		}
		for _, w := range weights {
			if w < o.TrimLower || w > o.TrimUpper {
				trimmed++
			}
		}
		weights, residual = cut.Weights, trimmedResidual(residual, cut.Factors)
	}
	if !design.Sampled {
		design.Of = nil
	}
	design.Sampled, design.WeightedBy, design.WeightColumn = true, survey.WeightedByTargets, ""
	design.Weights = c.spread(weights)
	design.Residual = c.residual(residual)
	d := describeWeights(c.margins(), c.spread(c.start), design.Weights)
	d.Source, d.Method, d.Trimmed = survey.WeightedByTargets, o.Method, trimmed
	if d.Method == "" {
		d.Method = CalibrateRake
	}
	return design, d, nil
}

// trimmedResidual returns the residuals for weights that were multiplied by
// factors after they were fitted: the estimate is the fitted one of the influence
// times its factor, as in R.
func trimmedResidual(residual func([]float64) []float64, factors []float64) func([]float64) []float64 {
	if residual == nil {
		return nil
	}
	return func(z []float64) []float64 {
		cut := make([]float64, len(z))
		for i := range z {
			cut[i] = z[i] * factors[i]
		}
		left := residual(cut)
		for i := range left {
			if factors[i] > 0 {
				left[i] /= factors[i]
			}
		}
		return left
	}
}
