package claims

// SampleStudy and Summary are for the tests that stand outside the package
// because they use reports.
var (
	SampleStudy = sampleStudy
	Summary     = summary
)
