package export

import "fmt"

// What reading takes at least, in bytes for each byte that a file unpacks to: of a
// text, of the parts of a workbook, and of a data file of SPSS. The first is measured
// on a text of 47 MB, the second, of a text that needs no care, on one of 264 MB. The others are estimates on the low side, so that no file is
// refused that fits: a workbook of 33 MB took 77 MB, the program itself included.
const (
	needOfText     = 2.5
	needOfPlain    = 1
	needOfWorkbook = 0.5
	needOfSPSS     = 2
)

// fits refuses what can't be read in the memory that may be used. It is told
// before the work, which would else slow down more and more, or be killed.
func (o *Options) fits(unpacked uint64, need float64) *Error {
	needed := need * float64(unpacked)
	if o.Memory <= 0 || needed <= float64(o.Memory) {
		return nil
	}
	return fault(fmt.Sprintf("it takes about %d MB of memory, and %d MB may be used", int64(needed)>>20+1, o.Memory>>20),
		"allow more (GOMEMLIMIT), or give a file with fewer rows or columns")
}
