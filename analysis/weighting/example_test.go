package weighting_test

import (
	"fmt"
	"math"

	"benchmark/analysis/weighting"
)

// Ten organisations answered, of which too few small municipalities. The
// weights stand for 40; no factor may be more than 2.5 times the mean.
func Example() {
	types := weighting.Margin{
		Name: "type", Labels: []string{"gemeente", "waterschap"}, Targets: []float64{30, 10},
		Of: []int{0, 0, 0, 0, 0, 0, 1, 1, 1, 1},
	}
	sizes := weighting.Margin{
		Name: "size", Labels: []string{"small", "large"}, Targets: []float64{24, 16}, Ordered: true,
		Of: []int{0, 0, 1, 1, 1, 1, 0, 0, 1, 1},
	}
	margins := []weighting.Margin{types, sizes}
	r, err := weighting.Calibrate(nil, margins, nil, weighting.Options{
		Distance: weighting.Logit, Lower: 0.3, Upper: 2.5, Rescale: true,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d := weighting.Diagnose(margins, nil, r.Weights)
	for _, c := range d.Margins[1].Categories {
		fmt.Printf("%s: %.0f %% of the answers, %.0f %% weighted, %.0f %% of the population\n",
			c.Label, 100*c.Sample, 100*c.After, 100*c.Target)
	}
	fmt.Printf("weights %.2f to %.2f, worth %.1f equal answers\n", d.After.Smallest, d.After.Largest, d.After.Effective)

	types.Targets = []float64{30, math.NaN()}
	_, err = weighting.PostStratify(nil, types)
	fmt.Println(err)
	// Output:
	// small: 40 % of the answers, 60 % weighted, 60 % of the population
	// large: 60 % of the answers, 40 % weighted, 40 % of the population
	// weights 1.42 to 8.42, worth 7.5 equal answers
	// "waterschap" of "type": respondents (units 7, 8, 9, 10) but no target; give one, or leave them out
}

func ExampleCollapse() {
	size := weighting.Margin{
		Name: "size", Labels: []string{"small", "medium", "large"}, Targets: []float64{200, 100, 42}, Ordered: true,
		Of: []int{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2},
	}
	for _, g := range weighting.Collapse(size, 5) {
		fmt.Println(g.Label, g.Units, g.Target)
	}
	// Output:
	// small 6 200
	// medium + large 8 142
}
