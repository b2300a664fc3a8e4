package contrast

import "benchmark/analysis/estimate"

// Cells is a table of estimated shares with their design covariance, which is
// all that the tests of association need to know of a design.
type Cells = estimate.Cells
