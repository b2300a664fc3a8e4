package charts

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestContrast(t *testing.T) {
	// Reference values: #767676 is the lightest grey that passes 4.5 on white
	// and #777777 the first that fails (WebAIM prints 4.54 and 4.48).
	tests := []struct {
		a, b color.RGBA
		want float64
	}{
		{rgb(0), rgb(0xffffff), 21}, {rgb(0x767676), rgb(0xffffff), 4.54}, {rgb(0xffffff), rgb(0x767676), 4.54},
		{rgb(0x777777), rgb(0xffffff), 4.48}, {rgb(0x123456), rgb(0x123456), 1},
	}
	for _, tt := range tests {
		if got := Contrast(tt.a, tt.b); math.Abs(got-tt.want) > 0.006 {
			t.Errorf("Contrast(%s, %s) = %.3f, want %.2f", hex(tt.a), hex(tt.b), got, tt.want)
		}
	}
}

func TestInkReadsOnAnyFill(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fill := rgb(rapid.Uint32Range(0, 0xffffff).Draw(t, "fill"))
		if got := Contrast(inkOn(fill), fill); got < textContrast {
			t.Fatalf("ink on %s has a contrast of %.2f", hex(fill), got)
		}
	})
}

func TestDistance(t *testing.T) {
	// Black and white are 100 apart in L*, for everyone.
	for _, v := range visions() {
		if got := Distance(rgb(0), rgb(0xffffff), v); math.Abs(got-100) > 0.1 {
			t.Errorf("black and white are %.2f apart with %s", got, v)
		}
	}
	// Red and green of like lightness: far apart, except without green cones.
	red, green := rgb(0xb35900), rgb(0x7a7a00)
	if n, d := Distance(red, green, NormalVision), Distance(red, green, Deuteranopia); n < 30 || d > 15 {
		t.Errorf("red and green: %.1f normal, %.1f with deuteranopia", n, d)
	}
}

func TestDefaultThemeCanBeSeen(t *testing.T) {
	theme := Default()
	if err := theme.Check(); err != nil {
		t.Error(err)
	}
}

func TestCheckFindsFaults(t *testing.T) {
	theme := Default()
	theme.Quiet = rgb(0xaaaaaa)
	theme.Fills[StageLikely] = theme.Fills[Rest]
	err := theme.Check()
	if err == nil {
		t.Fatal("no fault found")
	}
	for _, want := range []string{"quiet text #aaaaaa on #ffffff has a contrast of 2.32", "differ by 0.0 with protanopia"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in\n%v", want, err)
		}
	}
}
