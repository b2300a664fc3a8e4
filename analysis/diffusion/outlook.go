package diffusion

// Step is one moment of an outlook: what a chart over time needs of it.
type Step struct {
	At float64
	// Known is false where a forecast has no fan; the shares are then 0.
	Known bool
	// Share is what was measured or is expected.
	Share float64
	// Interval says that Low and High bound Share at the level of the outlook.
	Interval  bool
	Low, High float64
	// Yes of N were counted; 0 and 0 for a forecast.
	Yes, N int
	// Break says that the step can't be compared with the one before.
	Break bool
	// Forecast steps are expected and not measured; they come last.
	Forecast bool
}

// Outlook returns all measured points, of every segment, and after them the forecast
// for each moment, in the order of time. Measured shares have no interval: by which
// rule they get one depends on how they were sampled. fans returns the fan of a moment,
// such as that of a Fit or a Scenario.
func Outlook(points []Point, level float64, ahead []float64, fans func(at float64) Fan) []Step {
	checkPoints(points)
	checkOpen("level", level)
	steps := make([]Step, 0, len(points)+len(ahead))
	for i, p := range points {
		steps = append(steps, Step{At: p.At, Known: true, Share: p.Share(), Yes: p.Yes, N: p.N, Break: p.Break && i > 0})
	}
	for _, at := range ahead {
		if n := len(steps); n > 0 && !(at > steps[n-1].At) {
			panic("diffusion: the outlook goes back in time")
		}
		f := fans(at)
		s := Step{At: at, Known: f.Known(), Interval: f.Known(), Share: f.Value, Forecast: true}
		s.Low, s.High = f.Interval(level)
		steps = append(steps, s)
	}
	return steps
}
