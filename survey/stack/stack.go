// Package stack makes room for what goroutines call.
package stack

import "runtime"

// Deepen makes the stack of the goroutine that calls it large enough for most work at
// once. It doubles otherwise, time and again, and is copied each time with all that is on
// it, which takes a look at the code of each function. None of the room is touched.
func Deepen() { deepen(false) }

//go:noinline
func deepen(touched bool) {
	if touched {
		var room [24 << 10]byte
		runtime.KeepAlive(&room)
	}
}
