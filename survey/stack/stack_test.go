package stack

import (
	"runtime"
	"testing"
	"unsafe"
)

// A stack that was made deep stays where it is while much is called, and moves otherwise.
func TestDeepen(t *testing.T) {
	if moves(func() {}) && moves(Deepen) {
		t.Error("the stack moved")
	}
}

// moves reports whether the stack of a goroutine that begins with something moves when it
// calls what needs 20 kilobytes of it.
func moves(begin func()) bool {
	moved := make(chan bool)
	go func() {
		begin()
		var here byte
		before := uintptr(unsafe.Pointer(&here))
		deep()
		moved <- before != uintptr(unsafe.Pointer(&here))
	}()
	return <-moved
}

//go:noinline
func deep() {
	var room [20 << 10]byte
	runtime.KeepAlive(&room)
}
