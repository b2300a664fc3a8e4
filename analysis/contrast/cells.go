package contrast

// Cells is a table of estimated shares with their design covariance, which is
// all that the tests of association need to know of a design.
type Cells struct {
	Rows, Columns int
	Share         []float64 // row-major, sums to 1
	Covariance    []float64 // row-major square, one row per cell
	N             int       // units in the table
	DF            float64   // degrees of freedom of the design: units minus strata
}
