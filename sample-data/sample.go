// Package sampledata holds the sample survey: made-up answers of made-up
// government organisations, in the two forms in which survey tools export
// them, with the codebook, the population frame and the register that belong to
// it, and the waves before and after it. The counts are those of the HowAboutYou
// study of 2018; nobody ever gave these answers.
package sampledata

import _ "embed"

//go:generate go run ./generate

// File is one file of the sample.
type File struct {
	// Name is the base name.
	Name string
	// Data is the content, for the caller to change at will.
	Data []byte
}

var (
	//go:embed howaboutyou-2018.xlsx
	workbook string
	//go:embed howaboutyou-2018.csv
	text string
	//go:embed howaboutyou-2018.codebook.yaml
	codebook string
	//go:embed frame-nl-2018.csv
	frame string
	//go:embed register-2018.csv
	register string

	//go:embed howaboutyou-2017.csv
	text2017 string
	//go:embed howaboutyou-2017.codebook.yaml
	codebook2017 string
	//go:embed howaboutyou-2019.xlsx
	workbook2019 string
	//go:embed howaboutyou-2019.codebook.yaml
	codebook2019 string
)

// Files returns the files of the sample, the survey itself first and the
// other waves last. The codebooks name the frame and the register, so they belong
// in one folder.
func Files() []File {
	return []File{
		{"howaboutyou-2018.xlsx", []byte(workbook)},
		{"howaboutyou-2018.csv", []byte(text)},
		{"howaboutyou-2018.codebook.yaml", []byte(codebook)},
		{"frame-nl-2018.csv", []byte(frame)},
		{"register-2018.csv", []byte(register)},
		{"howaboutyou-2017.csv", []byte(text2017)},
		{"howaboutyou-2017.codebook.yaml", []byte(codebook2017)},
		{"howaboutyou-2019.xlsx", []byte(workbook2019)},
		{"howaboutyou-2019.codebook.yaml", []byte(codebook2019)},
	}
}
