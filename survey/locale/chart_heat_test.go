package locale

import "testing"

func TestChartAmounts(t *testing.T) {
	nl, err := For("nl")
	if err != nil {
		t.Fatal(err)
	}
	for x, want := range map[float64]string{
		0: "0", 2.25: "2,25", 999_000: "999.000", 999_999: "1 miljoen", 1e6: "1 miljoen", 3.44e6: "3,4 miljoen",
		340e9: "340 miljard", 2e12: "2 biljoen", -1.5e9: "−1,5 miljard",
	} {
		if got := nl.ChartAmount(x); got != want {
			t.Errorf("%g is %q, want %q", x, got, want)
		}
	}
	for want, x := range map[string][2]float64{"1,5–4": {1.5, 4}, "3,4–12 miljoen": {3.4e6, 12e6}, "720 miljoen–1,8 miljard": {720e6, 1.8e9}} {
		if got := nl.ChartAmounts(x[0], x[1]); got != want {
			t.Errorf("%v is %q, want %q", x, got, want)
		}
	}
}
