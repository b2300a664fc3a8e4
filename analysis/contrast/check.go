package contrast

import (
	"fmt"
	"math"
)

// usable reports whether a standard error can carry a test.
func usable(se float64) bool { return se > 0 && !math.IsInf(se, 1) }

// checkOpen panics unless x, named so, is in (0, 1).
func checkOpen(name string, x float64) {
	if !(x > 0 && x < 1) {
		panic(fmt.Sprintf("contrast: %s %v is not between 0 and 1", name, x))
	}
}

// checkShare panics unless p is in [0, 1].
func checkShare(p float64) {
	if !(p >= 0 && p <= 1) {
		panic(fmt.Sprintf("contrast: %v is no share", p))
	}
}
