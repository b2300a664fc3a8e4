package weighting

import "pgregory.net/rapid"

var _ = rapid.Check
