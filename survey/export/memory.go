package export

import "fmt"

// What reading takes at least, in bytes for each byte that a file unpacks to: of a
// text, of the parts of a workbook, of a data file of SPSS, and of a Parquet file, of
// which each cell counts as a byte besides. The first is measured on a text of 47 MB. The
// others are on the low side, so that no file is refused that fits: all figures of a
// workbook of 33 MB took 67 MB.
const (
	needOfText     = 2.5
	needOfWorkbook = 0.5
	needOfSPSS     = 2
	needOfParquet  = 1
)

// needOfPlain is what reading a text that needs no care takes at least, in bytes: what is
// noted of each row, and the code of each cell. A million rows of 40 columns, 264 MB
// with some open answers, are 50 MB when they are read.
func needOfPlain(rows, fields int) uint64 { return uint64(rows) * uint64(8+fields/2) }

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
