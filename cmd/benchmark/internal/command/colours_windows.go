package command

import (
	"io"
	"os"

	"golang.org/x/sys/windows"
)

// colours reports whether w shows colour, after asking the Windows console for
// it: older ones print the codes of colours as text unless they are asked.
func colours(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || !isTerminal(w) {
		return false
	}
	var mode uint32
	handle := windows.Handle(f.Fd())
	if windows.GetConsoleMode(handle, &mode) != nil {
		return false
	}
	return windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
